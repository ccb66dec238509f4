//! A chart as a value: dates, units and words, and nothing about pixels.

use chrono::{Days, NaiveDate};

/// Lowest pain score that is drawn.
pub const SCORE_MIN: f64 = 0.0;
/// Highest pain score that is drawn; the scale is never zoomed.
pub const SCORE_MAX: f64 = 10.0;

/// A whole chart: its words, its period and what it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it is, without a full stop.
    pub title: String,
    /// Facts below the title (period, coverage, how to read it), most important first.
    pub subtitle: Vec<String>,
    /// The same in words for someone who cannot see it.
    pub alt: String,
    /// The days it covers.
    pub span: Period,
    /// How many of those days have what the chart is about.
    pub coverage: Coverage,
    /// What is drawn.
    pub body: Body,
}

/// The kinds of picture; each surface draws every one of them.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Panels above each other that share one axis of days.
    Timeline(Timeline),
}

/// Panels above each other that share one axis of days.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timeline {
    /// How many calendar months one value covers; `None` means that one value covers one day.
    pub months_per_value: Option<u32>,
    /// From top to bottom.
    pub panels: Vec<Panel>,
    /// Stretches without any entry, in order, not overlapping.
    pub gaps: Vec<Gap>,
    /// Dated events and warnings, in order of date.
    pub events: Vec<Event>,
}

/// One panel of a timeline.
#[derive(Debug, Clone, PartialEq)]
pub enum Panel {
    /// Pain scores on 0–10.
    Scores(ScorePanel),
    /// Amounts as bars from zero.
    Bars(BarStrip),
    /// Choices, one row per choice.
    Rows(RowStrip),
}

/// Pain scores on 0–10.
#[derive(Debug, Clone, PartialEq)]
pub struct ScorePanel {
    /// The name of the axis with its unit.
    pub label: String,
    /// In order of importance; the first is drawn on top.
    pub series: Vec<Series>,
}

/// Which of the two looks a series has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Filled dots, solid lines, dark blue.
    Day,
    /// Hollow dots, dashed lines, dark orange.
    Night,
}

/// One series of pain scores.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its name on the picture, such as "day".
    pub name: String,
    /// How it looks.
    pub tone: Tone,
    /// Each entry; empty where a value covers months.
    pub points: Vec<Point>,
    /// Pieces of a line; where it breaks, too little was recorded.
    pub lines: Vec<Vec<Point>>,
    /// Where most entries lie; empty when each entry is drawn.
    pub ribbon: Vec<Range>,
    /// The newest value in words, such as "now 3"; `None` when nothing was recorded.
    pub newest: Option<String>,
}

/// A value for a stretch of days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The days it stands for.
    pub period: Period,
    /// In the unit of its panel.
    pub value: f64,
}

/// A range of values for a stretch of days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The days it stands for.
    pub period: Period,
    /// Lower end, in the unit of its panel.
    pub low: f64,
    /// Upper end, in the unit of its panel.
    pub high: f64,
}

/// Amounts as bars from zero.
#[derive(Debug, Clone, PartialEq)]
pub struct BarStrip {
    /// What it is, such as "Sitting".
    pub name: String,
    /// The unit of its values, such as "hours".
    pub unit: String,
    /// One bar each.
    pub bars: Vec<Bar>,
    /// Done on these days, but how much was not recorded.
    pub done: Vec<Period>,
    /// The value at full height.
    pub top: f64,
    /// A line worth a look, with its words; `None` draws none.
    pub mark: Option<(f64, String)>,
    /// A short fact on the right, such as "on 92 days".
    pub summary: Option<String>,
}

/// One bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// The days it stands for and its height.
    pub point: Point,
    /// Whether it is drawn dark.
    pub strength: Strength,
}

/// How dark a bar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// The usual grey.
    Plain,
    /// Light, where others of the strip are dark.
    Light,
    /// Dark, because the value is over the mark.
    Dark,
}

/// Choices, one row per choice.
#[derive(Debug, Clone, PartialEq)]
pub struct RowStrip {
    /// What it is, such as "Sleep side".
    pub name: String,
    /// The unit of its values, such as "share"; empty when a cell is simply there or not.
    pub unit: String,
    /// From top to bottom; never empty.
    pub rows: Vec<Row>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is, such as "left".
    pub name: String,
    /// One letter for surfaces that have room for no more.
    pub letter: char,
    /// The share (0–1) of the days that had this choice; days without it are left out.
    pub cells: Vec<Point>,
}

/// Days in a row without any entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Its first and last day.
    pub period: Period,
}

/// Something dated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub date: NaiveDate,
    /// What, as the person wrote it: any characters, any length.
    pub label: String,
    /// How it is shown.
    pub kind: EventKind,
}

/// How an event is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind {
    /// A thin grey rule with plain words.
    Plain,
    /// A red triangle, a red rule and bold words.
    Warning,
}

/// How many days of a span have what a chart is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// Days with at least one value.
    pub recorded_days: usize,
    /// Days of the span.
    pub total_days: usize,
}

/// Days in a row, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    first: NaiveDate,
    last: NaiveDate,
}

impl Period {
    /// Returns the days between two dates, both included, whichever comes first.
    pub fn new(one: NaiveDate, other: NaiveDate) -> Self {
        Self { first: one.min(other), last: one.max(other) }
    }

    /// Returns one single day.
    pub fn day(date: NaiveDate) -> Self {
        Self { first: date, last: date }
    }

    /// Returns the first day.
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// Returns the last day, which still belongs to it.
    pub fn last(&self) -> NaiveDate {
        self.last
    }

    /// Returns the number of days, at least 1.
    pub fn n_days(&self) -> usize {
        usize::try_from((self.last - self.first).num_days()).unwrap_or(0) + 1
    }

    /// Tells whether a day belongs to it.
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }

    /// Returns the days that belong to both; `None` when there are none.
    pub fn overlap(&self, other: &Self) -> Option<Self> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (first <= last).then_some(Self { first, last })
    }

    /// Returns every day in order.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let last = self.last;
        self.first.iter_days().take_while(move |day| *day <= last)
    }

    /// Returns how many days after `start` it begins and ends, the last day counted in full.
    pub fn edges(&self, start: NaiveDate) -> (f64, f64) {
        let after_last = self.last.checked_add_days(Days::new(1)).unwrap_or(self.last);
        (days_after(start, self.first), days_after(start, after_last))
    }

    /// Returns how many days after `start` its middle is.
    pub fn middle(&self, start: NaiveDate) -> f64 {
        let (from, to) = self.edges(start);
        f64::midpoint(from, to)
    }
}

/// Returns how many days after `start` a day begins.
#[expect(clippy::cast_precision_loss, reason = "the calendar has fewer days than 2^53")]
pub fn days_after(start: NaiveDate, date: NaiveDate) -> f64 {
    (date - start).num_days() as f64
}

/// Returns a date as people write it, such as "1 Mar 2026".
pub fn say_date(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// Returns a period as people write it, such as "1 Mar 2026 – 31 Aug 2026".
pub fn say_period(period: &Period) -> String {
    if period.first == period.last {
        return say_date(period.first);
    }
    format!("{} – {}", say_date(period.first), say_date(period.last))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::chart::figure::{Period, say_period};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_counts_both_ends() {
        let period = Period::new(date("2026-08-31"), date("2026-03-01"));
        assert_eq!(period.n_days(), 184);
        assert_eq!(period.days().count(), 184);
        assert_eq!(period.first(), date("2026-03-01"));
        assert_eq!(say_period(&period), "1 Mar 2026 – 31 Aug 2026");
        assert_eq!(say_period(&Period::day(date("2026-03-15"))), "15 Mar 2026");
    }

    #[test]
    fn edges_count_the_last_day_in_full() {
        let start = date("2026-03-01");
        let week = Period::new(start, date("2026-03-07"));
        assert_eq!(week.edges(start), (0.0, 7.0));
        assert_eq!(Period::day(date("2026-03-02")).middle(start).to_string(), "1.5");
    }

    #[test]
    fn overlap_is_none_when_apart() {
        let one = Period::new(date("2026-03-01"), date("2026-03-07"));
        let two = Period::new(date("2026-03-08"), date("2026-03-09"));
        assert_eq!(one.overlap(&two), None);
        assert_eq!(
            one.overlap(&Period::new(date("2026-03-05"), date("2026-04-01"))).unwrap().n_days(),
            3
        );
    }
}
