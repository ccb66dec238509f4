//! `twinge weekly`: PEG, the person's own rating of change, their activities.

use chrono::NaiveDate;
use clap::{ArgAction, Args};

use crate::cli::activity::find;
use crate::cli::args::{OnDay, OneOf, read_span};
use crate::cli::context::Context;
use crate::cli::draft::in_field;
use crate::cli::failure::Failure;
use crate::cli::save::save_showing;
use crate::cli::weekly_asking;
use crate::cli::weekly_view::WeeklyView;
use crate::journal::fields::questionnaire::{CHANGE, CHANGES};
use crate::journal::{
    Answer, Entry, EntryId, Field, FieldRef, Kind, Score, Span, Value, Values, quote,
};
use crate::scales;
use crate::scales::activity::{Activity, activities};
use crate::scales::peg::ITEMS;
use crate::store::Store;

/// The kinds of entries that the weekly questions are about or are compared with.
const KINDS: &[Kind] = &[Kind::Pain, Kind::Day, Kind::Questionnaire, Kind::Habit];

/// The weekly questions: PEG, better or worse than four weeks ago, your own activities
///
/// All of them are optional; without a flag they are asked one at a time, and Enter skips. PEG is
/// three questions about the past week: pain, and how much it interfered with enjoyment of life
/// and with general activity, each 0-10; its score is their mean. PEG is by Krebs EE and others
/// 2009, J Gen Intern Med 24(6):733–738, doi 10.1007/s11606-009-0981-1; its licence is to be
/// confirmed before a release of twinge. `twinge activity` keeps your activities.
#[derive(Args, Debug)]
pub(crate) struct WeeklyArgs {
    /// PEG: pain, enjoyment and general activity in the past week, each 0-10; - is no answer
    #[arg(long, num_args = 3, action = ArgAction::Set, allow_negative_numbers = true,
          value_names = ["PAIN", "ENJOYMENT", "ACTIVITY"])]
    peg: Vec<String>,
    /// Your pain and what it keeps you from doing, compared with four weeks ago
    #[arg(long, value_name = "WORD", allow_negative_numbers = true, value_parser = OneOf(CHANGES))]
    change: Option<String>,
    /// An activity of yours: 0 (unable) to 10 (as before the pain)
    #[arg(long, value_name = "TEXT=0-10")]
    activity: Vec<String>,
    #[command(flatten)]
    on: OnDay,
    /// List the answers, with what they come to
    #[arg(long, conflicts_with_all = ["peg", "change", "activity", "on"])]
    list: bool,
    /// Which answers to list, like 6m, 2y or 2026
    #[arg(long, value_name = "SPAN", default_value = "6m", requires = "list")]
    span: String,
}

impl WeeklyArgs {
    /// Whether it writes in the journal.
    pub(crate) const fn writes(&self) -> bool {
        !self.list
    }

    /// What is said when it fails.
    pub(crate) const fn doing(&self) -> &'static str {
        if self.list { "list the weekly answers" } else { "record the week" }
    }

    fn says_nothing(&self) -> bool {
        self.peg.is_empty() && self.change.is_none() && self.activity.is_empty()
    }
}

/// What was answered of one day.
#[derive(Debug)]
pub(crate) struct Answers {
    day: NaiveDate,
    weekly: Values,
    activities: Values,
}

impl Answers {
    /// Begins with the day that the answers are of.
    pub(crate) fn new(day: NaiveDate) -> Self {
        Self { day, weekly: Values::default(), activities: Values::default() }
    }

    /// An item of PEG, or the rating of change.
    pub(crate) fn field(&mut self, field: &'static Field, said: &str) -> Result<(), Failure> {
        let value = field.answer.read(said).map_err(|e| in_field(field, e))?;
        self.weekly.set(FieldRef::Known(field), value);
        Ok(())
    }

    /// A score of an activity, kept in points.
    pub(crate) fn activity(&mut self, activity: &Activity, said: &str) -> Result<(), Failure> {
        let read = Answer::Score.read(said);
        let value = read.map_err(|e| Failure::usage(format!("{}: {e}", activity.text)))?;
        if let Value::Int(tenths) = value
            && let Some(score) = Score::from_tenths(tenths)
        {
            self.activities.set(FieldRef::Own(activity.id.clone()), Value::Real(score.points()));
        }
        Ok(())
    }

    /// Whether nothing was answered.
    pub(crate) fn is_empty(&self) -> bool {
        self.weekly.is_empty() && self.activities.is_empty()
    }

    /// The entries that keep the answers.
    pub(crate) fn into_entries(self) -> Vec<Entry> {
        let day = self.day;
        let weekly = (EntryId::of_questionnaire(day), Kind::Questionnaire, self.weekly);
        let activities = (EntryId::of_day(day), Kind::Day, self.activities);
        [weekly, activities]
            .into_iter()
            .filter(|(_, _, values)| !values.is_empty())
            .map(|(id, kind, values)| Entry { id, kind, day, values })
            .collect()
    }
}

/// Runs `twinge weekly`.
pub(crate) fn run(args: &WeeklyArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    if args.list {
        let store = ctx.read()?;
        return list(ctx, &store, read_span(&args.span, ctx.today)?);
    }
    let day = args.on.day(ctx.today)?;
    if args.says_nothing() {
        return weekly_asking::run(ctx, day);
    }
    let known = if args.activity.is_empty() {
        Vec::new()
    } else {
        activities(&ctx.so_far(&[Kind::Habit])?)
    };
    let mut answers = Answers::new(day);
    for (item, said) in ITEMS.iter().zip(&args.peg) {
        if said != "-" {
            answers.field(item.field, said)?;
        }
    }
    if let Some(said) = &args.change {
        answers.field(&CHANGE, said)?;
    }
    for said in &args.activity {
        let Some((text, score)) = said.rsplit_once('=') else {
            return Err(Failure::usage(format!("{} has no score", quote(said)))
                .hint("like `--activity \"carry the shopping=6\"`"));
        };
        answers.activity(find(&known, text)?, score)?;
    }
    if answers.is_empty() {
        return Err(Failure::usage("nothing was answered")
            .hint("`twinge weekly` alone asks, one question at a time"));
    }
    let mut store = ctx.write_or_create()?;
    save(ctx, &mut store, answers)
}

/// Saves the answers in one act, and shows what they come to.
pub(crate) fn save(
    ctx: &mut Context<'_>,
    store: &mut Store,
    answers: Answers,
) -> Result<(), Failure> {
    let day = answers.day;
    let before = store.journal_of(KINDS, Some(scales::span(day)))?;
    let entries = answers.into_entries();
    let journal = before.with(&entries);
    save_showing(ctx, store, "weekly", &entries, |saved| WeeklyView::saved(&journal, day, saved))
}

/// Shows the answers of a span of days, and what the last of them come to.
pub(crate) fn list(ctx: &mut Context<'_>, store: &Store, span: Span) -> Result<(), Failure> {
    // What the first answers are compared with lies before the span.
    let whole = Span::new(scales::span(span.first()).first(), span.last()).unwrap_or(span);
    let journal = store.journal_of(KINDS, Some(whole))?;
    ctx.out.show(&WeeklyView::listed(&journal, span))
}
