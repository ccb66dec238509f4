//! `twinge log` without arguments: one question at a time, only what is missing, the last two
//! weeks beside each.

use chrono::NaiveDate;

use crate::cli::asking::{Reply, ask, begin_saving, on_interrupt, prompt};
use crate::cli::context::Context;
use crate::cli::draft::{Draft, Place};
use crate::cli::experiment_asking::{self, said_of, take_done};
use crate::cli::failure::Failure;
use crate::cli::lines;
use crate::cli::note_signs::say_of_notes;
use crate::cli::save::save_in;
use crate::draw::sparkline;
use crate::experiment::{DoneBy, Experiment, asked_on, is_asked_alone};
use crate::journal::fields::{self, pain};
use crate::journal::{
    Answer, Asked, Entry, Field, Journal, Kind, NOTE, OwnHabit, SIDES, SITES, Score, Span, Value,
    Word,
};

/// How many days are shown beside a question.
const DAYS_SHOWN: u64 = 14;

/// What can be asked for.
enum Question {
    Field(&'static Field, &'static str),
    Place(Option<Place>),
    Habit(Box<str>),
    Experiment(Box<Experiment>),
    Exercises,
    Note,
}

/// Asks, then saves everything in one act. Ctrl-C leaves nothing behind.
pub(crate) fn run(
    ctx: &mut Context<'_>,
    date: NaiveDate,
    time: Option<String>,
) -> Result<(), Failure> {
    ctx.out
        .refuse_json("questions, which are for people")
        .map_err(|e| e.hint("say it on the command line: `twinge --json log 4 --slept 7h`"))?;
    // Made before the first question: a journal that cannot be written is told at once.
    let mut store = ctx.write_or_create()?;
    let span = Span::ending(date, DAYS_SHOWN);
    let journal = store.journal(Some(span))?;
    let mut questions = missing(&journal, date);
    if date != ctx.today {
        // "Right now" is of no other day.
        questions.retain(|q| !matches!(q, Question::Field(f, _) if is_now(f)));
    }
    if questions.is_empty() {
        ctx.out.note(format!("{}: all is answered already", lines::day_name(date)));
        return Ok(());
    }
    on_interrupt();
    prompt(&format!(
        "{}\nEnter skips; Ctrl-D saves what is said so far; Ctrl-C saves nothing.\n{}\n",
        lines::day_name(date),
        if date == ctx.today { said_of(&journal, date) } else { String::new() }
    ));
    let mut draft = Draft::new(date, time);
    let mut has_pain = false;
    for question in questions {
        if matches!(question, Question::Place(_)) && !has_pain {
            continue;
        }
        let heading = heading(&question, &journal, span);
        let taken = ask(&heading, ctx.settings.columns, |said| {
            take(&question, said, &journal, &mut draft).map(|()| Some(said.to_string()))
        });
        match taken? {
            Reply::Said(said) => {
                let is_score = matches!(question, Question::Field(f, _) if f.kind == Kind::Pain);
                let is_none = pain::NOW.answer.read(&said) == Ok(Value::Int(0));
                has_pain |= is_score && !is_none;
                if matches!(question, Question::Note) {
                    say_of_notes(ctx, [&*said]);
                }
            }
            Reply::Skipped => {}
            Reply::Ended => break,
        }
    }
    if draft.is_empty() {
        ctx.out.note("nothing was said, nothing was saved");
        return Ok(());
    }
    let entries = draft.into_entries(|| ctx.fresh_id())?;
    begin_saving();
    save_in(ctx, &mut store, "log", &entries)
}

fn is_now(field: &'static Field) -> bool {
    std::ptr::eq(field, &raw const pain::NOW)
}

/// What of a day is not recorded yet, in the order of asking.
fn missing(journal: &Journal, date: NaiveDate) -> Vec<Question> {
    let today = journal.on(date);
    let has = |field: &'static Field| today.iter().any(|e| e.values.get(field).is_some());
    let asked = |kind| fields::of(kind).iter().copied().filter(move |f| !has(f));
    let question = |field: &'static Field| match field.asked {
        Asked::Daily(text) => Some(Question::Field(field, text)),
        Asked::OnlyWhenSaid => None,
    };
    let mut questions: Vec<Question> = asked(Kind::Pain).filter_map(question).collect();
    if !questions.is_empty() {
        questions.push(Question::Place(last_place(journal)));
    }
    let experiment = asked_on(journal, date);
    let tells = experiment.as_ref().and_then(|e| e.done_by.clone());
    // What the experiment asks is not asked twice.
    let is_its = |field: &&'static Field| tells == Some(DoneBy::Field(field.id));
    questions.extend(asked(Kind::Day).filter(|field| !is_its(field)).filter_map(question));
    questions.extend(experiment.map(|e| Question::Experiment(Box::new(e))));
    if !today.iter().any(|e| e.kind == Kind::Exercise) {
        questions.push(Question::Exercises);
    }
    let is_asked = |h: &&OwnHabit| h.is_daily() && is_asked_alone(journal, &h.id, date);
    for habit in journal.habits().iter().filter(is_asked) {
        if !today.iter().any(|e| e.values.own(&habit.id).is_some()) {
            questions.push(Question::Habit(habit.id.clone()));
        }
    }
    questions.push(Question::Note);
    questions
}

/// Where it hurt the last time that a place was said.
fn last_place(journal: &Journal) -> Option<Place> {
    let entry = journal.of_kind(Kind::Pain).rev().find(|e| e.values.get(&pain::SITE).is_some())?;
    let id = |table: &'static [Word], field| {
        let text = entry.values.text(field)?;
        table.iter().find(|w| w.id == text).map(|w| w.id)
    };
    Some((id(SITES, &pain::SITE), id(SIDES, &pain::SIDE)))
}

fn take(
    question: &Question,
    said: &str,
    journal: &Journal,
    draft: &mut Draft,
) -> Result<(), Failure> {
    match question {
        Question::Field(field, _) => draft.field(field, said),
        Question::Place(Some(place)) if said == "=" => {
            draft.at_place(*place);
            Ok(())
        }
        Question::Place(_) => {
            // "upper back left" is as good as upper-back:left.
            let side = SIDES.iter().find_map(|w| Some((said.strip_suffix(w.id)?, w.id)));
            match side {
                Some((site, side)) if site.ends_with(' ') => {
                    draft.field(&pain::SITE, &format!("{}:{side}", site.trim()))
                }
                _ => draft.field(&pain::SITE, said),
            }
        }
        Question::Note => draft.event(NOTE, Some(said)).map(|_| ()),
        Question::Experiment(one) => take_done(one, said, journal, draft),
        Question::Habit(id) => draft.habit(&format!("{id}={said}"), journal.habits()),
        Question::Exercises => {
            if matches!(said.to_lowercase().as_str(), "no" | "none" | "n" | "0") {
                // "None" of what? Only a named exercise can be said not to be done.
                return Ok(());
            }
            for one in said.split(',') {
                let mut words = one.split_whitespace();
                let name = words.next().unwrap_or_default();
                draft.exercise(name, words, journal.habits())?;
            }
            Ok(())
        }
    }
}

/// The question with its unit, and what the last days said.
fn heading(question: &Question, journal: &Journal, span: Span) -> String {
    match question {
        Question::Field(field, text) => {
            let unit = match field.answer {
                Answer::Score => ", 0-10",
                Answer::Hours => ", hours",
                Answer::Count { .. } => ", a number",
                _ => "",
            };
            let beside = beside(field, journal, span);
            format!("{text}{unit}?{beside}")
        }
        Question::Place(None) => "Where? Like neck, or upper-back:left".into(),
        Question::Place(Some((site, side))) => {
            let place: Vec<&str> = [*site, *side].into_iter().flatten().collect();
            format!("Where? = is as last time, {}", place.join(" "))
        }
        Question::Habit(id) => {
            let habit = journal.habit(id);
            let text = habit.and_then(|h| h.values.text(&fields::habit::QUESTION)).unwrap_or(id);
            let unit = habit.and_then(|h| h.values.text(&fields::habit::UNIT));
            let takes = habit
                .and_then(OwnHabit::answer)
                .map_or_else(String::new, |a| format!(" ({})", a.expected()));
            let text = text.trim_end_matches('?');
            match unit {
                Some(unit) => format!("{text}, {unit}?"),
                None => format!("{text}?{takes}"),
            }
        }
        Question::Note => "Anything to note?".into(),
        Question::Experiment(one) => experiment_asking::question(one, journal, span.last()),
        Question::Exercises => "Exercises? Like neck-tilt 5x10s, walk 20m".into(),
    }
}

fn beside(field: &'static Field, journal: &Journal, span: Span) -> String {
    let last = |entries: &[Entry]| {
        entries.iter().rev().find_map(|e| e.values.get(field)).map(|v| field.answer.show(v))
    };
    let before = Span::new(span.first(), span.last().pred_opt().unwrap_or(span.last()));
    let said = before.and_then(|b| last(journal.within(b)));
    let Some(said) = said else { return String::new() };
    let scale = match field.answer {
        Answer::Score => Some(10.0),
        Answer::Hours => Some(14.0),
        Answer::Count { .. } => Some(6.0),
        _ => None,
    };
    let Some(high) = scale else { return format!("   last: {said}") };
    let number = |value: &Value| match value {
        Value::Int(n) if field.answer == Answer::Score => Score::from_tenths(*n).map(Score::points),
        #[expect(clippy::cast_precision_loss, reason = "counts are small")]
        Value::Int(n) => Some(*n as f64),
        Value::Real(x) => Some(*x),
        Value::Text(_) => None,
    };
    let of_day =
        |date| journal.on(date).iter().rev().find_map(|e| e.values.get(field)).and_then(number);
    let values: Vec<Option<f64>> = span.days().map(of_day).collect();
    let shown = &values[..values.len().saturating_sub(1)];
    format!("   {} last: {said}", sparkline(shown, 0.0, high))
}
