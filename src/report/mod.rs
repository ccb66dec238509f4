//! The page for the doctor, as a value: what stands on it, computed from the journal.

pub mod background;
pub mod claims;
pub mod function;
pub mod page;
mod redact;
pub mod signs;
pub mod trials;
pub mod visit;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::chart::figure::Figure;
use crate::chart::{self, Read, Request};
use crate::facts::change::{Change, change};
use crate::facts::coverage::{Coverage, coverage, scored_days};
use crate::facts::flare::{Flares, flare_ups};
use crate::facts::habits::{self, Done, Split};
use crate::facts::intensity::{Intensity, intensity};
use crate::facts::measures::{Measure, measures};
use crate::facts::nights::{Nights, nights};
use crate::facts::pattern::{AllDay, Pattern, all_day, pattern};
use crate::facts::places::{self, Place, places};
use crate::facts::treatments::{Tried, tried};
use crate::facts::{Mean, Share};
use crate::journal::fields::{day, event, profile};
use crate::journal::series::DayPain;
use crate::journal::{Entry, Journal, Kind, NOTE, Score, Span};
use crate::language::Language;
use crate::redflag::Verdict;
use crate::redflag::life::Life;

pub use background::Fact;
pub use claims::Claims;
pub use function::Function;
pub use redact::Redact;
pub use signs::Signs;
pub use trials::Trial;

/// What the report is asked to show.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The days that it covers.
    pub span: Span,
    /// Today.
    pub today: NaiveDate,
    /// What is left out.
    pub redact: Redact,
    /// The language of everything but the person's own words.
    pub language: &'static Language,
    /// Entries of pain in the span that were written down on their own day, of all of them;
    /// `None` where it is not known.
    pub own_day: Option<Share>,
    /// The first day with pain of all that is recorded; `None` where there is none.
    pub first_pain: Option<NaiveDate>,
}

/// How long it has been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HowLong {
    /// When it began, as the person said: a day, a month or a year.
    pub said: Option<String>,
    /// How it began, in the person's words.
    pub how: Option<String>,
    /// The first day with pain on record; `None` where there is none.
    pub first_recorded: Option<NaiveDate>,
}

/// Something dated, in the person's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// When.
    pub date: NaiveDate,
    /// The id of the kind of event; `note` for a note.
    pub kind: String,
    /// What they wrote; empty where nothing.
    pub text: String,
}

/// What was recorded of a day, for the appendix. Each `None` was not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// Its pain.
    pub pain: Option<DayPain>,
    /// How much pain got in the way, 0–10.
    pub interference: Option<Score>,
    /// How many times pain broke the night before it.
    pub woken: Option<i64>,
    /// Hours slept in that night.
    pub slept_hours: Option<f64>,
    /// Hours sitting.
    pub sitting_hours: Option<f64>,
}

impl Day {
    fn of(date: NaiveDate) -> Self {
        Self {
            date,
            pain: None,
            interference: None,
            woken: None,
            slept_hours: None,
            sitting_hours: None,
        }
    }
}

/// What stands on the page.
#[derive(Clone, Debug)]
pub struct Report {
    /// What was asked for.
    pub wanted: Wanted,
    /// Whether the journal is a sample of nobody's pain.
    pub is_sample: bool,
    /// The person's name; `None`: not recorded, or left out.
    pub name: Option<String>,
    /// The year they were born in; `None`: not recorded, or left out.
    pub born: Option<i64>,
    /// What they want from the visit, in their words.
    pub goal: Option<String>,
    /// How much of the span has a score; before the first score of all is no gap.
    pub coverage: Coverage,
    /// The day of the first score of all, where that is within the span.
    pub first_score: Option<NaiveDate>,
    /// The ids of the places that stand for the whole.
    pub usual_places: Vec<&'static str>,
    /// Where it hurt.
    pub places: Vec<Place>,
    /// How bad it was.
    pub intensity: Intensity,
    /// How long it has been.
    pub how_long: HowLong,
    /// How long it was there on a day.
    pub all_day: AllDay,
    /// The pattern of the entries of the last year.
    pub pattern: Option<Pattern>,
    /// How the nights were.
    pub nights: Nights,
    /// Four weeks against four; `Err`: at least so many days with a score are missing.
    pub change: Result<Change, usize>,
    /// How each measure went, week by week and in four weeks beside four.
    pub measures: Vec<Measure>,
    /// Flare-ups.
    pub flares: Flares,
    /// The main chart.
    pub chart: Option<Figure>,
    /// What pain kept them from.
    pub function: Function,
    /// Mean hours of sitting.
    pub sitting: Option<Mean>,
    /// Pain on days of long sitting and on the others.
    pub long_sitting: Split,
    /// Mean stress, 0–10.
    pub stress: Option<Mean>,
    /// Sleep positions by nights.
    pub positions: Vec<(String, usize)>,
    /// Exercises by days.
    pub exercises: Vec<Done>,
    /// What is claimed of habits and pain; `None`: nothing is.
    pub claims: Option<Claims>,
    /// Experiments that ended in the span, the newest first.
    pub trials: Vec<Trial>,
    /// Warning signs.
    pub signs: Signs,
    /// What was tried.
    pub tried: Vec<Tried>,
    /// Facts about the person that change how a sign is read.
    pub background: Vec<Fact>,
    /// What happened in the span, without notes, in order.
    pub happened: Vec<Said>,
    /// Notes of the span, the latest first.
    pub notes: Vec<Said>,
    /// The days of the span, for the appendix.
    pub days: Vec<Day>,
}

/// Makes the report. The journal holds at least the span, and the year that ends with it; the
/// verdicts are of its last day, each with its life, asked of a journal without what is left out.
pub fn report(journal: &Journal, found: &[(Verdict, Life)], wanted: Wanted) -> Report {
    let journal = &wanted.redact.applied_to(journal);
    let span = wanted.span;
    let last = span.last();
    let days = scored_days(journal, span);
    let until_last = Span::new(NaiveDate::MIN, last).unwrap_or(span);
    let all = scored_days(journal, until_last);
    let said = said(journal, span);
    let (notes, happened): (Vec<Said>, Vec<Said>) = said.into_iter().partition(|s| s.kind == NOTE);
    let first_score = days.first().map(|d| d.date);
    let first_score = first_score.filter(|_| !journal.has_earlier() && days.len() == all.len());
    let since = first_score.and_then(|first| Span::new(first, last)).unwrap_or(span);
    let longest_gap = coverage(&days, since).longest_gap;
    let own = journal.profile();
    let text = |field| own.text(field).map(String::from);
    Report {
        is_sample: journal.is_sample(),
        name: text(&profile::NAME),
        born: own.int(&profile::BIRTH_YEAR),
        goal: text(&profile::VISIT_GOAL),
        coverage: Coverage { longest_gap, ..coverage(&days, span) },
        first_score,
        usual_places: places::usual(journal, span),
        places: places(journal, span),
        intensity: intensity(&days),
        how_long: HowLong {
            said: text(&profile::ONSET),
            how: text(&profile::ONSET_NOTE),
            first_recorded: wanted.first_pain,
        },
        all_day: all_day(journal, span),
        pattern: pattern(&all, last),
        nights: nights(journal, &days, span),
        change: change(&all, last),
        measures: measures(journal, &all, span),
        flares: flare_ups(journal, &all, span),
        chart: chart::find("pain").map(|chart| (chart.figure)(journal, &request(&wanted))),
        function: function::function(journal, span),
        sitting: habits::amount(journal, &day::SITTING_HOURS, span),
        long_sitting: habits::long_sitting(journal, &days, span),
        stress: habits::amount(journal, &day::STRESS, span),
        positions: habits::positions(journal, span),
        exercises: habits::exercises(journal, span),
        claims: claims::claims(journal, last),
        trials: trials::trials(journal, span, wanted.today),
        signs: signs::signs(journal, found.to_vec(), span),
        tried: tried(journal, span),
        background: background::facts(journal),
        happened,
        notes: notes.into_iter().rev().collect(),
        days: page_days(journal, &days, span),
        wanted,
    }
}

fn request(wanted: &Wanted) -> Request<'static> {
    let Wanted { span, today, language, .. } = *wanted;
    Request { span, today, site: None, warnings: &[], language, read: Read::Later }
}

fn said(journal: &Journal, span: Span) -> Vec<Said> {
    let events = journal.within(span).iter();
    let read = |e: &Entry| {
        let kind = e.values.text(&event::EVENT)?;
        let text = e.values.text(&event::TEXT).unwrap_or_default();
        Some(Said { date: e.day, kind: kind.into(), text: text.into() })
    };
    events.filter_map(read).collect()
}

/// The days of the span with anything that the appendix shows, in order.
fn page_days(journal: &Journal, scored: &[DayPain], span: Span) -> Vec<Day> {
    let mut days: BTreeMap<NaiveDate, Day> = scored
        .iter()
        .map(|pain| (pain.date, Day { pain: Some(*pain), ..Day::of(pain.date) }))
        .collect();
    for entry in journal.within(span).iter().filter(|e| e.kind == Kind::Day) {
        let day = days.entry(entry.day).or_insert_with(|| Day::of(entry.day));
        let values = &entry.values;
        day.interference = values.score(&day::INTERFERENCE).or(day.interference);
        day.woken = values.int(&day::WOKEN).or(day.woken);
        day.slept_hours = values.real(&day::SLEEP_HOURS).or(day.slept_hours);
        day.sitting_hours = values.real(&day::SITTING_HOURS).or(day.sitting_hours);
    }
    days.into_values().collect()
}
