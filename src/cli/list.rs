//! `twinge list`: the last days, one line each.

use std::fmt;

use clap::Args;
use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use crate::cli::args::read_span;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::lines;
use crate::cli::output::View;
use crate::journal::fields::{day, event, exercise, pain as pain_fields, symptom};
use crate::journal::series::{DayPain, pain_of};
use crate::journal::{Entry, Journal, Kind, NOTE, Score, Span};

/// List the last days, one line each
#[derive(Args, Debug)]
pub(crate) struct ListArgs {
    /// How many days with entries
    #[arg(short = 'n', long = "days", value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..))]
    days: u16,
    /// All days with entries in a span, like 30d, 2026-03 or 2026-01-02..2026-02-01
    #[arg(long, value_name = "SPAN", conflicts_with = "days")]
    span: Option<String>,
}

#[derive(Debug, Serialize)]
struct ListView {
    days: Vec<DayLine>,
    /// How wide the terminal is.
    #[serde(skip)]
    columns: usize,
}

/// One day in one line; null is not recorded.
#[derive(Debug, Serialize)]
struct DayLine {
    day: String,
    /// The day's pain: average, else the mean of the moments, 0–10. Null of a day of which
    /// only the worst is known.
    pain: Option<f64>,
    /// Pain in the night that ended on this day, 0–10.
    night: Option<f64>,
    /// The worst that was recorded as such, 0–10.
    worst: Option<f64>,
    /// The highest score of any sort recorded on this day, 0–10.
    highest: Option<f64>,
    sleep_position: Option<String>,
    sleep_hours: Option<f64>,
    sitting_hours: Option<f64>,
    stress: Option<f64>,
    exercises: Vec<String>,
    others: Vec<String>,
    notes: Vec<String>,
    #[serde(skip)]
    name: String,
}

impl View for ListView {
    const SCHEMA: &'static str = "list/1";
}

impl fmt::Display for ListView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.days.is_empty() {
            return writeln!(f, "nothing recorded");
        }
        writeln!(f, "{:<15} {:>4} {:>5} {:>5}  the day", "", "pain", "night", "worst")?;
        for day in &self.days {
            let score = |s: Option<f64>| s.map_or_else(|| "·".into(), show_points);
            let head = format!(
                "{:<15} {:>4} {:>5} {:>5}",
                day.name,
                score(day.pain),
                score(day.night),
                score(day.worst)
            );
            let rest = day.rest();
            let mut lines = wrapped(&rest, self.columns.saturating_sub(HEAD));
            writeln!(f, "{head}  {}", lines.next().unwrap_or_default())?;
            for line in lines {
                writeln!(f, "{:HEAD$}{line}", "")?;
            }
        }
        writeln!(f, "· not recorded; pain is the day's average, else the mean of its moments")
    }
}

/// How many columns stand before the words.
const HEAD: usize = 34;

/// Breaks a text into lines of at most `width` columns, at blanks.
fn wrapped(text: &str, width: usize) -> impl Iterator<Item = String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let at = lines.len() - 1;
        let line = &mut lines[at];
        let gap = usize::from(!line.is_empty());
        if gap == 1 && line.width() + gap + word.width() > width {
            lines.push(word.into());
        } else {
            line.push_str(&" "[..gap]);
            line.push_str(word);
        }
    }
    lines.into_iter()
}

/// A score in points with at most one decimal.
pub(crate) fn show_points(points: f64) -> String {
    let tenths = (points * 10.0).round() / 10.0;
    tenths.to_string()
}

impl DayLine {
    fn rest(&self) -> String {
        let mut parts = Vec::new();
        let hours = |h: f64| day::SLEEP_HOURS.answer.show(&crate::journal::Value::Real(h));
        match (&self.sleep_position, self.sleep_hours) {
            (Some(position), Some(h)) => parts.push(format!("slept {position} {}", hours(h))),
            (Some(position), None) => parts.push(format!("slept {position}")),
            (None, Some(h)) => parts.push(format!("slept {}", hours(h))),
            (None, None) => {}
        }
        parts.extend(self.sitting_hours.map(|h| format!("sat {}", hours(h))));
        parts.extend(self.stress.map(|s| format!("stress {}", show_points(s))));
        parts.extend(self.exercises.iter().cloned());
        parts.extend(self.others.iter().cloned());
        for note in &self.notes {
            let first = note.lines().next().unwrap_or_default();
            let mut short: String = first.chars().take(40).collect();
            if short.chars().count() < note.chars().count() {
                short.push('…');
            }
            parts.push(format!("“{short}”"));
        }
        parts.join(", ")
    }
}

/// Runs `twinge list`.
pub(crate) fn run(args: &ListArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let store = ctx.read()?;
    let days = match &args.span {
        Some(said) => {
            let span = read_span(said, ctx.today)?;
            let journal = store.journal_of(&Kind::OF_A_DAY, Some(span))?;
            journal.days().map(|(day, entries)| line_of(day, entries)).collect()
        }
        None => {
            let latest = store.latest_days(ctx.today, args.days.into())?;
            let span = latest.last().and_then(|&first| Span::new(first, *latest.first()?));
            let journal = match span {
                Some(span) => store.journal_of(&Kind::OF_A_DAY, Some(span))?,
                None => Journal::default(),
            };
            journal.days().map(|(day, entries)| line_of(day, entries)).collect()
        }
    };
    ctx.out.show(&ListView { days, columns: ctx.settings.columns })
}

fn is_note(entry: &Entry) -> bool {
    entry.values.text(&event::EVENT) == Some(NOTE)
}

fn line_of(date: chrono::NaiveDate, entries: &[Entry]) -> DayLine {
    let pain = pain_of(entries, None).into_iter().next();
    let habits = entries.iter().find(|e| e.kind == Kind::Day).map(|e| &e.values);
    let of_kind = |kind| entries.iter().filter(move |e| e.kind == kind);
    let named = |e: &Entry| {
        let name = e.values.text(&exercise::EXERCISE)?.replace('-', " ");
        let minutes = e.values.get(&exercise::MINUTES);
        (e.values.yes(&exercise::DONE) != Some(false)).then(|| match minutes {
            Some(m) => format!("{name} {}", exercise::MINUTES.answer.show(m)),
            None => name,
        })
    };
    let others = [Kind::Treatment, Kind::Symptom, Kind::Event, Kind::Questionnaire]
        .into_iter()
        .flat_map(of_kind)
        .filter(|e| e.values.yes(&symptom::PRESENT) != Some(false) && !is_note(e))
        .map(lines::line)
        .collect();
    DayLine {
        day: date.to_string(),
        name: date.format("%a %-d %b %Y").to_string(),
        pain: pain.as_ref().and_then(DayPain::typical),
        night: pain.and_then(|p| p.night),
        worst: of_kind(Kind::Pain)
            .filter_map(|e| e.values.score(&pain_fields::WORST))
            .max()
            .map(Score::points),
        highest: pain.map(|p| p.highest.points()),
        sleep_position: habits.and_then(|h| h.text(&day::SLEEP_POSITION)).map(str::to_string),
        sleep_hours: habits.and_then(|h| h.real(&day::SLEEP_HOURS)),
        sitting_hours: habits.and_then(|h| h.real(&day::SITTING_HOURS)),
        stress: habits.and_then(|h| h.score(&day::STRESS)).map(Score::points),
        exercises: of_kind(Kind::Exercise).filter_map(named).collect(),
        others,
        notes: of_kind(Kind::Event)
            .filter(|e| is_note(e))
            .filter_map(|e| e.values.text(&event::TEXT).map(str::to_string))
            .collect(),
    }
}
