//! `twinge`: today at a glance.

use std::fmt;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use crate::cli::alerts::{AlertLine, alert_lines, check};
use crate::cli::context::Context;
use crate::cli::entry_view::EntryView;
use crate::cli::experiment::under_way;
use crate::cli::experiment_view::ExperimentLine;
use crate::cli::failure::Failure;
use crate::cli::kept::{Kept, kept};
use crate::cli::lines;
use crate::cli::output::View;
use crate::cli::show::entries_of;
use crate::draw::{Letters, sparkline_in};
use crate::experiment::{DoneBy, Experiment, asked_on, is_asked_alone};
use crate::journal::fields;
use crate::journal::series::{DayPain, pain_by_day};
use crate::journal::{Asked, Field, FieldRef, Journal, Kind, OwnHabit, Span, counted};
use crate::redflag::advice::CANNOT_JUDGE;
use crate::redflag::asking::{last_check, wants_check};
use crate::redflag::{CLOSING, LOOKBACK_DAYS};
use crate::scales::WEEK_DAYS;
use crate::store::{Store, backups};

/// Most warning signs answered with no that have a line each: a whole check is one line.
const DENIED_MOST: usize = 3;
/// How many days the sparkline shows.
const DAYS_SHOWN: u64 = 30;

/// After so many days the weekly questions are not spoken of any more: whoever has stopped
/// answering them has answered that.
const WEEKLY_DAYS_MOST: i64 = 56;

#[derive(Debug, Serialize)]
struct TodayView {
    day: String,
    is_sample: bool,
    /// What is recorded today.
    entries: Vec<EntryView>,
    /// Daily questions without an answer, by their ids.
    missing: Vec<String>,
    /// When the weekly questions were last answered, where that is a week ago or more; null
    /// where they are not due, or never were answered.
    weekly_due_since: Option<String>,
    /// The experiment that is under way; null: none is.
    experiment: Option<ExperimentLine>,
    /// Days in a row with entries, up to today or yesterday.
    streak_days: u64,
    /// Days with entries among the last 30.
    recorded_days: usize,
    /// The day's pain on each of the last 30 days, 0–10; null is not recorded.
    day_pain: Vec<Option<f64>>,
    /// Pain in the night that ended on each of the last 30 days, 0–10.
    night_pain: Vec<Option<f64>>,
    alerts: Vec<AlertLine>,
    /// Whether the warning signs are to be gone through again; at most once a week.
    check_due: bool,
    /// The last day on which they were, within a year; null when there is none.
    last_checked: Option<String>,
    /// The same, in words.
    #[serde(skip)]
    nudge: Option<String>,
    /// Which backups there are.
    kept: Kept,
    #[serde(skip)]
    name: String,
    #[serde(skip)]
    weekly: Option<String>,
    #[serde(skip)]
    letters: Letters,
}

impl TodayView {
    fn is_emergency(&self) -> bool {
        self.alerts.iter().any(AlertLine::is_emergency)
    }
}

impl View for TodayView {
    const SCHEMA: &'static str = "today/1";
}

impl fmt::Display for TodayView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_sample {
            writeln!(f, "SAMPLE JOURNAL: made up by `twinge demo`, nobody's pain\n")?;
        }
        for alert in &self.alerts {
            writeln!(f, "{}", alert.headline)?;
        }
        if !self.alerts.is_empty() {
            // It would soothe where nothing may.
            let closing = if self.is_emergency() { String::new() } else { format!("{CLOSING} ") };
            writeln!(f, "  {closing}{CANNOT_JUDGE}")?;
            writeln!(f, "  `twinge alerts` gives the dates and the sources\n")?;
        }
        writeln!(f, "{}", self.name)?;
        if self.entries.is_empty() {
            writeln!(f, "  nothing recorded yet")?;
        }
        let denied: Vec<&str> = self.entries.iter().filter_map(denied).collect();
        let is_one_line = denied.len() > DENIED_MOST;
        for entry in self.entries.iter().filter(|it| !is_one_line || self::denied(it).is_none()) {
            writeln!(f, "  {}", entry.line.1)?;
        }
        if is_one_line {
            let signs = counted(denied.len(), "warning sign", "warning signs");
            writeln!(f, "  no to {signs}: {}", denied.join(", "))?;
        }
        if !self.missing.is_empty() {
            let names: Vec<String> = self.missing.iter().map(|id| called(id)).collect();
            writeln!(f, "  not recorded: {}", names.join(", "))?;
            writeln!(f, "  `twinge log` asks for what is missing")?;
        }
        if let Some(weekly) = &self.weekly {
            writeln!(f, "  the weekly questions were last answered on {weekly}: `twinge weekly`")?;
        }
        if let Some(experiment) = &self.experiment {
            writeln!(f, "  {}", experiment.text)?;
        }
        writeln!(f)?;
        let last = |values: &[Option<f64>]| sparkline_in(values, 0.0, 10.0, self.letters);
        writeln!(f, "  day    {}  last 30 days, 0–10", last(&self.day_pain))?;
        writeln!(f, "  night  {}  · not recorded", last(&self.night_pain))?;
        let days = if self.streak_days == 1 { "day" } else { "days" };
        writeln!(
            f,
            "  {} of the last 30 days recorded; {} {days} in a row",
            self.recorded_days, self.streak_days
        )?;
        self.nudge.iter().try_for_each(|nudge| writeln!(f, "\n{nudge}"))?;
        // What is urgent is not to be read past.
        let reminder = self.kept.reminder.iter().filter(|_| !self.is_emergency());
        reminder.into_iter().try_for_each(|reminder| writeln!(f, "\n{reminder}"))
    }
}

/// Returns the name of a warning sign that was answered with no, and nothing more said of it.
fn denied(entry: &EntryView) -> Option<&str> {
    let is_no = entry.kind == Kind::Symptom.id()
        && entry.values.get("present").is_some_and(|present| *present == false)
        && !entry.values.contains_key("note");
    let (name, _) = entry.line.1.split_once(": no").filter(|_| is_no)?;
    Some(name)
}

/// What a person sees who has no journal yet.
#[derive(Debug, Serialize)]
struct WelcomeView {
    /// Where the journal will be.
    journal: String,
}

impl View for WelcomeView {
    const SCHEMA: &'static str = "welcome/1";
}

impl fmt::Display for WelcomeView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "twinge is a private journal for back and neck pain, one line a day.")?;
        writeln!(f, "You have no journal yet. The first entry makes one:\n")?;
        writeln!(f, "  twinge log 4                pain now is 4 of 10")?;
        writeln!(f, "  twinge log                  asks, one question at a time")?;
        writeln!(f, "  twinge import diary.csv     takes in a table that you have")?;
        writeln!(f, "  twinge demo                 makes a sample to look at\n")?;
        writeln!(f, "It will be kept on this computer only, in")?;
        writeln!(f, "  {}", self.journal)
    }
}

/// Runs `twinge` without a command.
pub(crate) fn run(ctx: &mut Context<'_>) -> Result<(), Failure> {
    let was_there = || backups(&ctx.path).is_ok_and(|left| !left.is_empty());
    if !ctx.is_path_said && !ctx.path.exists() && !was_there() {
        return ctx.out.show(&WelcomeView { journal: ctx.path.display().to_string() });
    }
    let store = ctx.read()?;
    let today = ctx.today;
    let span = Span::ending(today, DAYS_SHOWN);
    let journal = store.journal(Some(span))?;
    let pain = pain_by_day(&journal, None);
    let on = |date: NaiveDate| pain.iter().find(|p| p.date == date);
    let weekly = weekly_due(&store, today)?;
    let checked = check(&store, today)?;
    let last_checked = last_check(&checked.journal, today);
    let check_due = wants_check(&checked.journal, today);
    let view = TodayView {
        day: today.to_string(),
        is_sample: journal.is_sample(),
        entries: entries_of(&store, Span::ending(today, 1))?,
        missing: missing(&journal, today),
        weekly_due_since: weekly.map(|day| day.to_string()),
        weekly: weekly.map(lines::day_name),
        experiment: under_way(&store, today)?.map(|(one, _)| ExperimentLine::new(&one, today)),
        streak_days: streak(&store, today)?,
        recorded_days: journal.days().count(),
        day_pain: span.days().map(|d| on(d).and_then(DayPain::typical)).collect(),
        night_pain: span.days().map(|d| on(d).and_then(|p| p.night)).collect(),
        alerts: alert_lines(&checked),
        check_due,
        kept: kept(ctx, &store)?,
        last_checked: last_checked.map(|day| day.to_string()),
        nudge: check_due.then(|| nudge(last_checked, &checked.journal, today)),
        name: lines::day_name(today),
        letters: ctx.settings.letters(),
    };
    ctx.out.show(&view)
}

fn nudge(last_checked: Option<NaiveDate>, journal: &Journal, today: NaiveDate) -> String {
    let year = Span::ending(today, LOOKBACK_DAYS).first();
    let has_earlier = journal.has_earlier() || journal.entries().iter().any(|e| e.day < year);
    let (when, takes) = match last_checked {
        Some(day) => (format!("were last asked on {}", lines::day_name(day)), "a minute"),
        // Earlier days are not looked through.
        None if has_earlier => ("have not been asked in the last year".into(), "two minutes"),
        None => ("have not been asked yet".into(), "two minutes"),
    };
    format!("Warning signs {when}: `twinge check` takes {takes}.")
}

/// What a field is called on the page.
fn called(id: &str) -> String {
    if id == "now" {
        return "pain".into();
    }
    if id.starts_with("experiment:") {
        return "experiment".into();
    }
    let field = FieldRef::from_id(Kind::Day, id).or_else(|| FieldRef::from_id(Kind::Pain, id));
    field.map_or_else(|| id.into(), |field| lines::label(&field))
}

fn missing(journal: &Journal, today: NaiveDate) -> Vec<String> {
    let entries = journal.on(today);
    let is_missing = |f: &&'static Field| {
        matches!(f.asked, Asked::Daily(_))
            && f.answer != crate::journal::Answer::Text
            && !entries.iter().any(|e| e.values.get(f).is_some())
    };
    let of_kinds = [Kind::Pain, Kind::Day].into_iter().flat_map(|k| fields::of(k).iter().copied());
    let mut missing: Vec<String> = of_kinds.filter(is_missing).map(|f| f.id.into()).collect();
    let is_asked = |h: &&OwnHabit| h.is_daily() && is_asked_alone(journal, &h.id, today);
    for habit in journal.habits().iter().filter(is_asked) {
        if !entries.iter().any(|e| e.values.own(&habit.id).is_some()) {
            missing.push(format!("habit:{}", habit.id));
        }
    }
    let is_field = |e: &Experiment| matches!(e.done_by, Some(DoneBy::Field(_)));
    if let Some(experiment) = asked_on(journal, today).filter(|e| !is_field(e)) {
        missing.push(format!("experiment:{}", experiment.name));
    }
    missing
}

/// When the weekly questions were last answered, if they are due: only for those who have
/// answered them, and once a week has gone by.
fn weekly_due(store: &Store, today: NaiveDate) -> Result<Option<NaiveDate>, Failure> {
    let last = store.latest_days_of(&[Kind::Questionnaire], today, 1)?.first().copied();
    let is_due = |day: &NaiveDate| {
        let ago = (today - *day).num_days();
        ago.unsigned_abs() >= WEEK_DAYS && ago <= WEEKLY_DAYS_MOST
    };
    Ok(last.filter(is_due))
}

/// Days in a row with entries. Today may still come: it does not break the row.
fn streak(store: &Store, today: NaiveDate) -> Result<u64, Failure> {
    /// How many days are fetched at a time, so that a short row costs little.
    const CHUNK: usize = 64;
    let mut length = 0;
    let mut expected = today;
    let mut is_first = true;
    loop {
        let days = store.latest_days(expected, CHUNK)?;
        for &day in &days {
            if is_first && Some(day) == today.pred_opt() {
                expected = day;
            }
            is_first = false;
            if day != expected {
                return Ok(length);
            }
            length += 1;
            let Some(before) = expected.checked_sub_days(Days::new(1)) else { return Ok(length) };
            expected = before;
        }
        if days.len() < CHUNK {
            return Ok(length);
        }
    }
}
