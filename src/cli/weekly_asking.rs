//! `twinge weekly` without arguments: one question at a time, only what was not answered this
//! week, the last answers beside each.

use chrono::NaiveDate;

use crate::cli::asking::{Reply, ask, begin_saving, on_interrupt, prompt};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::lines;
use crate::cli::output::fold;
use crate::cli::weekly::{Answers, list, save};
use crate::journal::fields::questionnaire::{CHANGE, CHANGES};
use crate::journal::{Field, Journal, Kind, Span, Word};
use crate::scales::activity::{Activity, activities};
use crate::scales::peg::{ATTRIBUTION, ITEMS, Item};
use crate::scales::{change, peg};

/// How many earlier answers stand beside a question.
const ANSWERS_SHOWN: usize = 4;

/// How far back earlier answers are looked for: half a year.
const DAYS_SHOWN: u64 = 183;

/// What is asked.
enum Question<'j> {
    Peg(&'static Item),
    Change,
    Activity(&'j Activity),
}

/// Asks, then saves everything in one act. Ctrl-C leaves nothing behind.
pub(crate) fn run(ctx: &mut Context<'_>, day: NaiveDate) -> Result<(), Failure> {
    ctx.out
        .refuse_json("questions, which are for people")
        .map_err(|e| e.hint("say it on the command line: `twinge --json weekly --peg 4 3 5`"))?;
    // Made before the first question: a journal that cannot be written is told at once.
    let mut store = ctx.write_or_create()?;
    let kinds = [Kind::Day, Kind::Questionnaire, Kind::Habit];
    let journal = store.journal_of(&kinds, Some(Span::ending(day, DAYS_SHOWN)))?;
    let activities = activities(&journal);
    let questions = missing(&journal, &activities, day);
    if questions.is_empty() {
        ctx.out.note(
            "all is answered this week; `--peg`, `--change` and `--activity` answer it again",
        );
        return list(ctx, &store, Span::ending(day, DAYS_SHOWN));
    }
    on_interrupt();
    prompt(&format!(
        "{}\nEnter skips; Ctrl-D saves what is said so far; Ctrl-C saves nothing.\n",
        lines::day_name(day)
    ));
    if questions.iter().any(|question| matches!(question, Question::Peg(_))) {
        prompt(&format!("{}\n", fold(ATTRIBUTION, ctx.settings.columns)));
    }
    prompt("\n");
    let mut answers = Answers::new(day);
    for question in questions {
        let heading = heading(&question, &journal, day);
        let taken = ask(&heading, ctx.settings.columns, |said| {
            take(&question, said, &mut answers).map(Some)
        });
        if matches!(taken?, Reply::Ended) {
            break;
        }
    }
    if answers.is_empty() {
        ctx.out.note("nothing was said, nothing was saved");
        return Ok(());
    }
    begin_saving();
    save(ctx, &mut store, answers)
}

/// What was not answered in the week that ends with the day. PEG is answered at one sitting: of
/// one that was begun on another day all is asked again, of one of this day the rest.
fn missing<'j>(journal: &Journal, activities: &'j [Activity], day: NaiveDate) -> Vec<Question<'j>> {
    let mut questions = Vec::new();
    let today = journal.on(day).iter().find(|entry| entry.kind == Kind::Questionnaire);
    let is_there = |field: &'static Field| today.is_some_and(|e| e.values.get(field).is_some());
    if peg::this_week(&peg::history(journal), day).is_none() {
        questions.extend(ITEMS.iter().filter(|i| !is_there(i.field)).map(Question::Peg));
    }
    if change::this_week(&change::history(journal), day).is_none() {
        questions.push(Question::Change);
    }
    let asked = activities.iter().filter(|activity| !activity.is_retired);
    questions.extend(asked.filter(|a| a.this_week(day).is_none()).map(Question::Activity));
    questions
}

fn take(question: &Question<'_>, said: &str, answers: &mut Answers) -> Result<(), Failure> {
    match question {
        Question::Peg(item) => answers.field(item.field, said),
        Question::Change => answers.field(&CHANGE, said),
        Question::Activity(activity) => answers.activity(activity, said),
    }
}

/// The question, what its ends mean, and the last answers.
fn heading(question: &Question<'_>, journal: &Journal, day: NaiveDate) -> String {
    match question {
        Question::Peg(item) => {
            let beside = beside(said_before(item.field, journal, day));
            let Item { question, low, high, .. } = item;
            format!("{question}\n  0 = {low}, 10 = {high}{beside}")
        }
        Question::Change => {
            let words: Vec<String> = CHANGES.iter().map(Word::name).collect();
            let beside = beside(said_before(&CHANGE, journal, day));
            format!("{} …\n  {}{beside}", change::QUESTION, words.join(", "))
        }
        Question::Activity(activity) => {
            let before = activity.answers.iter().rev().filter(|(on, _)| *on < day);
            let beside = beside(before.map(|(on, score)| (*on, score.to_string())).collect());
            let text = &activity.text;
            format!(
                "How well can you do this: {text}?\n  0 = unable, 10 = as before the pain{beside}"
            )
        }
    }
}

/// Earlier answers, the newest first.
fn said_before(
    field: &'static Field,
    journal: &Journal,
    day: NaiveDate,
) -> Vec<(NaiveDate, String)> {
    let before = journal.of_kind(Kind::Questionnaire).rev().filter(|entry| entry.day < day);
    before
        .filter_map(|entry| Some((entry.day, field.answer.show(entry.values.get(field)?))))
        .take(ANSWERS_SHOWN)
        .collect()
}

/// A line of its own: `last: 6 on Sat 7 Mar 2026; before it: 7, 7`.
fn beside(answers: Vec<(NaiveDate, String)>) -> String {
    let mut newest_first = answers.into_iter();
    let Some((day, last)) = newest_first.next() else { return String::new() };
    let earlier: Vec<String> = newest_first.take(ANSWERS_SHOWN - 1).map(|(_, said)| said).collect();
    let earlier = match &earlier[..] {
        [] => String::new(),
        some => format!("; before it: {}", some.join(", ")),
    };
    format!("\n  last: {last} on {}{earlier}", lines::day_name(day))
}
