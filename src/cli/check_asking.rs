//! The questions of `twinge check`, one after the other, and what was said to them. The lists of
//! signs are in `check_signs`.

use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::cli::asking::{Reply, ask, prompt};
use crate::cli::choice::{Choice, Days, read_choice};
use crate::cli::context::Context;
use crate::cli::draft::{Draft, in_field};
use crate::cli::failure::Failure;
use crate::cli::lines;
use crate::cli::notices::{is_said_by_tick, tell};
use crate::cli::profile::read_fact;
use crate::journal::fields::{day, event, profile};
use crate::journal::{
    Answer, Entry, EntryId, Field, FieldRef, Journal, Kind, Value, Values, Word, read_day,
};
use crate::redflag::asking::{Asking, Every, HAPPENED_DAYS, HAPPENINGS, Happening, due, facts};
use crate::redflag::help_lines::HelpLines;
use crate::redflag::{Urgency, Verdict};

/// What `?` says.
const HELP: &str = "
  n, no, none   none of these; a no is kept for each
  1 3, 2-4      yes to these, and no to the others; where one of the signs may be
                an emergency, the others are asked once more first
  numb bum      a warning sign in your own words: the one that it means
  y             one by one: y, n, or Enter for no answer
  Enter         no answer: nothing is kept, and it is asked again
Of what happened, a day may follow the number: 2 mon, 2 on 2026-03-10.
";

/// Over the facts of the profile.
const ABOUT_YOU: &str = "About you. These change what a doctor would want to look at; skip any. \
                         Is any of this so?";

/// Over those that are asked last, and alone.
const ABOUT_YOU_LAST: &str = "Last, and only if you want to say it: is any of this so?";

/// What not everybody wants to say of themselves.
static PRIVATE: &[&Field] = &[&profile::WEAK_IMMUNITY, &profile::INJECTED_DRUGS];

/// Which signs are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Those that are due.
    Due,
    /// Each of them.
    All,
}

/// One thing to ask for.
enum Question {
    Signs(&'static str, Vec<Asking>),
    Happened,
    /// One word of a table, of today.
    OfToday(&'static Field, &'static [Word], &'static str),
    Facts(&'static str, Vec<&'static Field>),
    /// A value of the profile.
    Profile(&'static Field, &'static str),
}

/// Whether to go on.
#[derive(PartialEq, Eq)]
pub(super) enum Step {
    Next,
    /// The input is at its end.
    End,
}

/// What was asked and said.
pub(crate) struct Session<'s, 'o> {
    pub(super) ctx: &'s mut Context<'o>,
    /// What was on record before.
    pub(super) journal: Journal,
    /// What was said.
    pub(crate) entries: Vec<Entry>,
    /// The signs that were to be asked, and had no answer.
    pub(crate) unanswered: Vec<&'static Word>,
    /// Those of them whose text was said on the way.
    pub(crate) said_at_once: Vec<Entry>,
    /// The rules that were told on the way.
    pub(crate) told: Vec<&'static str>,
    /// The rules that were met before.
    met_before: Vec<&'static str>,
}

impl<'s, 'o> Session<'s, 'o> {
    /// Begins with what is on record.
    pub(crate) fn new(ctx: &'s mut Context<'o>, journal: Journal) -> Self {
        let verdicts = crate::redflag::check(&journal, ctx.today);
        let met_before = verdicts.iter().filter(|v| v.is_met()).map(Verdict::id).collect();
        Self {
            ctx,
            journal,
            entries: Vec::new(),
            said_at_once: Vec::new(),
            told: Vec::new(),
            met_before,
            unanswered: Vec::new(),
        }
    }

    /// Asks what is to be asked.
    pub(crate) fn run(&mut self, which: Which) -> Result<(), Failure> {
        let questions = self.questions(which);
        prompt(&format!(
            "{}: warning signs\n\
             n: none of these. 1 3: yes to 1 and 3. y: one by one. Own words are read too.\n\
             Enter: no answer. ?: help. Ctrl-D: save and stop asking. Ctrl-C: save nothing.\n",
            lines::day_name(self.ctx.today)
        ));
        for question in &questions {
            if let Question::Signs(_, signs) = question {
                // What was answered earlier today has its answer.
                let is_open =
                    |asking: &&Asking| asking.last.is_none_or(|last| last.on != self.ctx.today);
                self.unanswered.extend(signs.iter().filter(is_open).map(|asking| asking.sign));
            }
        }
        let n = questions.len();
        for (at, question) in questions.into_iter().enumerate() {
            let place = format!("\n{} of {n}. ", at + 1);
            let step = self.ask(question, &place)?;
            self.tell_emergencies();
            if step == Step::End {
                break;
            }
        }
        let said = &self.entries;
        self.unanswered.retain(|sign| {
            let id = EntryId::of_symptom(self.ctx.today, sign.id);
            !said.iter().any(|entry| entry.id == id)
        });
        Ok(())
    }

    /// What is to be asked, in order. What can begin in an hour is asked each time: it may have
    /// begun since the last answer.
    fn questions(&self, which: Which) -> Vec<Question> {
        let mut questions = Vec::new();
        for (group, mut signs) in due(&self.journal, self.ctx.today) {
            signs.retain(|asking| {
                asking.is_due || asking.every == Every::Day || which == Which::All
            });
            if !signs.is_empty() {
                questions.push(Question::Signs(group.question, signs));
            }
        }
        questions.push(Question::Happened);
        let today = self.journal.on(self.ctx.today);
        for (field, text) in [
            (&day::PATTERN, "How was the pain today? n or Enter: no answer"),
            (&day::AFTER_REST, "What did a rest do to it? n or Enter: no answer"),
        ] {
            if let Answer::Word(words) = field.answer
                && !today.iter().any(|e| e.values.get(field).is_some())
            {
                questions.push(Question::OfToday(field, words, text));
            }
        }
        let is_missing = |field: &&'static Field| self.journal.profile().get(field).is_none();
        let is_private = |field: &&'static Field| PRIVATE.iter().any(|p| std::ptr::eq(*p, *field));
        let (private, others): (Vec<_>, Vec<_>) = facts().filter(is_missing).partition(is_private);
        if !others.is_empty() {
            questions.push(Question::Facts(ABOUT_YOU, others));
        }
        for (field, text) in [
            (&profile::BIRTH_YEAR, "In which year were you born?"),
            (&profile::ONSET, "When did this pain begin? Like 2025, 2025-11 or 2025-11-03"),
        ] {
            if is_missing(&field) {
                questions.push(Question::Profile(field, text));
            }
        }
        if !private.is_empty() {
            questions.push(Question::Facts(ABOUT_YOU_LAST, private));
        }
        questions
    }

    fn ask(&mut self, question: Question, place: &str) -> Result<Step, Failure> {
        match question {
            Question::Signs(text, signs) => self.ask_signs(&format!("{place}{text}"), &signs),
            Question::Happened => self.ask_happened(place),
            Question::OfToday(field, words, text) => {
                self.ask_of_today(field, words, &format!("{place}{text}"))
            }
            Question::Facts(text, fields) => self.ask_facts(&format!("{place}{text}"), &fields),
            Question::Profile(field, text) => {
                let today = self.ctx.today;
                let read = |said: &str| read_fact(field, said, today);
                let reply = self.ask_or_no(&format!("{place}{text}"), read)?;
                Ok(self.take(reply, |session, value| session.record_fact(field, value)))
            }
        }
    }

    fn ask_happened(&mut self, place: &str) -> Result<Step, Failure> {
        let today = self.ctx.today;
        let earliest = today - chrono::Days::new(u64::from(HAPPENED_DAYS) - 1);
        let journal = &self.journal;
        let line = |happening: &Happening| {
            let is_it = |e: &&Entry| {
                e.day >= earliest && e.values.text(&event::EVENT) == Some(happening.event)
            };
            let said = journal.of_kind(Kind::Event).rev().find(is_it);
            let said = said.map(|e| format!(" (you recorded one on {})", short(e.day)));
            format!("{}{}", happening.asks, said.unwrap_or_default())
        };
        let items: Vec<String> = HAPPENINGS.iter().map(line).collect();
        // However lately the last check was: it may have ended before this was asked.
        let heading = format!("{place}In the last six weeks: has any of this happened?");
        self.ask_list(&heading, &items, Days::UpTo(today), |session, at, answer| {
            match (HAPPENINGS.get(at), answer) {
                (Some(happening), Some(day)) => session.ask_about(happening, day),
                // What did not happen has no entry.
                _ => Ok(Step::Next),
            }
        })
    }

    /// On which day it happened, and whether a clinician has looked at it.
    fn ask_about(
        &mut self,
        happening: &Happening,
        day: Option<NaiveDate>,
    ) -> Result<Step, Failure> {
        let today = self.ctx.today;
        let mut step = Step::Next;
        let day = match day {
            Some(day) => day,
            None => {
                let text = format!(
                    "{}: on which day? Like mon, -3d or 2026-03-10; Enter is today, n leaves it \
                     out",
                    happening.asks
                );
                let read = |said: &str| {
                    if is_no(said) { Ok(None) } else { Ok(Some(read_day(said, today)?)) }
                };
                match self.ask_text(&text, read)? {
                    Reply::Said(Some(day)) => day,
                    Reply::Said(None) => return Ok(Step::Next),
                    Reply::Skipped => today,
                    // A day that nobody said is no day: nothing of it is kept.
                    Reply::Ended => return Ok(Step::End),
                }
            }
        };
        let mut examined = None;
        if happening.is_examined && step == Step::Next {
            let text = format!("{}: has a clinician looked at it since? y or n", happening.asks);
            match self.ask_text(&text, read_yes_no)? {
                Reply::Said(answer) => examined = Some(answer),
                Reply::Skipped => {}
                Reply::Ended => step = Step::End,
            }
        }
        let mut draft = Draft::new(day, None);
        let values = draft.event(happening.event, None)?;
        if let Some(examined) = examined {
            values.set(FieldRef::Known(&event::EXAMINED), Value::from(examined));
        }
        self.record(draft)?;
        // An accident that nobody has looked at does not wait for what else happened.
        self.tell_emergencies();
        Ok(step)
    }

    fn ask_of_today(
        &mut self,
        field: &'static Field,
        words: &'static [Word],
        text: &str,
    ) -> Result<Step, Failure> {
        let has_none = |e: &Entry| e.values.text(&day::PATTERN) == Some("none");
        if std::ptr::eq(field, &raw const day::AFTER_REST) && self.entries.iter().any(has_none) {
            return Ok(Step::Next);
        }
        let means: Vec<String> = words.iter().map(|w| w.means.into()).collect();
        let reply = self.ask_or_no(&listed(text, &means), |said| {
            let number = said.trim_end_matches('.').parse::<usize>().ok();
            let word = number.and_then(|n| words.get(n.checked_sub(1)?)).map(|w| w.id);
            field.answer.read(word.unwrap_or(said)).map_err(|e| in_field(field, e))
        })?;
        let today = self.ctx.today;
        Ok(self.take(reply, |session, value| {
            let mut values = Values::default();
            values.set(FieldRef::Known(field), value);
            session.push(Entry { id: EntryId::of_day(today), kind: Kind::Day, day: today, values });
        }))
    }

    fn ask_facts(&mut self, heading: &str, fields: &[&'static Field]) -> Result<Step, Failure> {
        let items: Vec<String> = fields.iter().map(|field| field.means.into()).collect();
        self.ask_list(heading, &items, Days::NotTaken, |session, at, answer| {
            if let Some(field) = fields.get(at) {
                session.record_fact(field, Value::from(answer.is_some()));
            }
            Ok(Step::Next)
        })
    }

    /// Asks a numbered list, and hands each answer on: its place, and `Some` for a yes, with the
    /// day that was said.
    fn ask_list(
        &mut self,
        heading: &str,
        items: &[String],
        days: Days,
        mut record: impl FnMut(&mut Self, usize, Option<Option<NaiveDate>>) -> Result<Step, Failure>,
    ) -> Result<Step, Failure> {
        let n = items.len();
        let reply = self.ask_text(&listed(heading, items), |said| read_choice(said, n, days))?;
        let chosen = match reply {
            Reply::Ended => return Ok(Step::End),
            Reply::Skipped => return Ok(Step::Next),
            Reply::Said(Choice::NoneOfThem) => Vec::new(),
            Reply::Said(Choice::These(chosen)) => chosen,
            Reply::Said(Choice::OneByOne) => return self.ask_each(items, record),
        };
        let mut step = Step::Next;
        for at in 0..n {
            let answer = chosen.iter().find(|(i, _)| *i == at).map(|(_, day)| *day);
            if record(self, at, answer)? == Step::End {
                step = Step::End;
            }
        }
        Ok(step)
    }

    fn ask_each(
        &mut self,
        items: &[String],
        mut record: impl FnMut(&mut Self, usize, Option<Option<NaiveDate>>) -> Result<Step, Failure>,
    ) -> Result<Step, Failure> {
        for (at, item) in items.iter().enumerate() {
            let text = format!("{:>3} {item}: y or n", at + 1);
            let answer = match self.ask_text(&text, read_yes_no)? {
                Reply::Said(answer) => answer,
                Reply::Skipped => continue,
                Reply::Ended => return Ok(Step::End),
            };
            if record(self, at, answer.then_some(None))? == Step::End {
                return Ok(Step::End);
            }
        }
        Ok(Step::Next)
    }

    /// As [`Self::ask_text`], where a no is no answer.
    fn ask_or_no<T>(
        &self,
        text: &str,
        read: impl Fn(&str) -> Result<T, Failure>,
    ) -> Result<Reply<T>, Failure> {
        let read = |said: &str| if is_no(said) { Ok(None) } else { read(said).map(Some) };
        Ok(match self.ask_text(text, read)? {
            Reply::Said(Some(value)) => Reply::Said(value),
            Reply::Said(None) | Reply::Skipped => Reply::Skipped,
            Reply::Ended => Reply::Ended,
        })
    }

    pub(super) fn ask_text<T>(
        &self,
        text: &str,
        read: impl Fn(&str) -> Result<T, Failure>,
    ) -> Result<Reply<T>, Failure> {
        ask(text, self.ctx.settings.columns, |said| {
            if matches!(said, "?" | "h" | "help") {
                prompt(HELP);
                return Ok(None);
            }
            read(said).map(Some)
        })
    }

    fn take<T>(&mut self, reply: Reply<T>, record: impl FnOnce(&mut Self, T)) -> Step {
        match reply {
            Reply::Said(value) => record(self, value),
            Reply::Skipped => {}
            Reply::Ended => return Step::End,
        }
        Step::Next
    }

    fn record_fact(&mut self, field: &'static Field, value: Value) {
        let mut values = Values::default();
        values.set(FieldRef::Known(field), value);
        let (id, day) = (EntryId::of_profile(), NaiveDate::default());
        self.push(Entry { id, kind: Kind::Profile, day, values });
    }

    pub(super) fn record(&mut self, draft: Draft) -> Result<(), Failure> {
        for entry in draft.into_entries(|| self.ctx.fresh_id())? {
            self.push(entry);
        }
        Ok(())
    }

    /// Adds what was said to what is said already of the same entry.
    fn push(&mut self, new: Entry) {
        match self.entries.iter_mut().find(|e| e.id == new.id && e.day == new.day) {
            Some(old) => {
                for (field, value) in new.values.iter() {
                    old.values.set(field.clone(), value.clone());
                }
            }
            None => self.entries.push(new),
        }
    }

    /// Says at once what is an emergency only together with what was said before or is on record.
    fn tell_emergencies(&mut self) {
        let journal = self.journal.clone().with(&self.entries);
        for verdict in crate::redflag::check(&journal, self.ctx.today) {
            let rule = verdict.rule;
            let is_new = verdict.is_met()
                && rule.urgency == Urgency::Emergency
                && !self.met_before.contains(&rule.id)
                && !self.told.contains(&rule.id)
                && !is_said_by_tick(rule, &self.said_at_once);
            if is_new {
                prompt("\n");
                let lines = HelpLines::of(journal.profile());
                tell(self.ctx, &verdict, &lines);
                self.say_stop(&format!("{}. {}", rule.title, rule.advice(&lines)));
                self.told.push(rule.id);
            }
        }
    }
}

/// A heading with a numbered line for each item below it.
pub(super) fn listed(heading: &str, items: &[String]) -> String {
    let mut text = heading.to_string();
    for (n, item) in items.iter().enumerate() {
        // Writing to a String cannot fail.
        write!(text, "\n{:>3} {item}", n + 1).ok();
    }
    text
}

/// A day within a line: `Sat 14 Mar`.
pub(super) fn short(day: NaiveDate) -> String {
    day.format("%a %-d %b").to_string()
}

pub(super) fn read_yes_no(said: &str) -> Result<bool, Failure> {
    let value = Answer::YesNo.read(said)?;
    Ok(value == Value::from(true))
}

fn is_no(said: &str) -> bool {
    matches!(&*said.trim_end_matches('.').to_lowercase(), "n" | "no")
}
