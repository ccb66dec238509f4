//! A chart as a value: dates, units and words, and nothing about pixels.

mod effects;
mod groups;

use chrono::NaiveDate;

pub use crate::chart::figure::effects::{
    Effect, Effects, Mark, Multiple, Multiples, Side, StretchMean,
};
pub use crate::chart::figure::groups::{
    Amount, AroundWords, Counted, Estimate, Group, Groups, Interval, Place, Places,
};
use crate::journal::Span;
use crate::language::Language;

/// Lowest pain score that is drawn.
pub const SCORE_MIN: f64 = 0.0;
/// Highest pain score that is drawn; the scale is never zoomed.
pub const SCORE_MAX: f64 = 10.0;

/// A whole chart: its words, its period and what it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The language of its words, and of those that a surface adds.
    pub language: &'static Language,
    /// What it is, without a full stop.
    pub title: String,
    /// Facts below the title (period, coverage), most important first.
    pub subtitle: Vec<String>,
    /// How to read dots and lines, for surfaces that draw them.
    pub reading: Vec<String>,
    /// The same in words for someone who cannot see it.
    pub alt: String,
    /// The days it covers.
    pub span: Span,
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
    /// One square for each day.
    Calendar(Calendar),
    /// Scores in groups, one panel for each way to group them; never empty.
    Boxes(Vec<BoxPanel>),
    /// Pain in groups of days on one axis of scores.
    Groups(Groups),
    /// Places of the body.
    Places(Places),
    /// What habits go with, on one axis of points less and more.
    Effects(Effects),
}

/// Scores on 0–10 in groups, each with its median and its middle half.
#[derive(Debug, Clone, PartialEq)]
pub struct BoxPanel {
    /// How they are grouped, such as "By weekday".
    pub title: String,
    /// All groups in order, those without values too.
    pub boxes: Vec<ScoreBox>,
    /// What is said where no group has a value.
    pub nothing: String,
}

/// The scores of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreBox {
    /// Its name, as short as can be, such as "Mon" or "6–12".
    pub name: String,
    /// More of its name where there is room; often empty.
    pub more: String,
    /// How many values it has.
    pub n: usize,
    /// Whether these are too few to say much; none at all are not few.
    pub is_few: bool,
    /// Where they lie; `None` where there is none.
    pub spread: Option<Quartiles>,
}

/// The median of values and the ends of their middle half.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    /// A quarter of the values is at most this.
    pub low: f64,
    /// Half of them is at most this.
    pub median: f64,
    /// Three quarters are at most this.
    pub high: f64,
}

/// One square for each day of the figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    /// Each day with an entry, in order; a day that is not here has none.
    pub days: Vec<DaySquare>,
    /// What is said where no day has a score; `None` where one has.
    pub nothing: Option<String>,
}

/// What the square of a day shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySquare {
    /// The day.
    pub date: NaiveDate,
    /// The highest score in whole points, 0–10; `None` where the day has entries and no score.
    pub score: Option<u8>,
    /// Whether pain woke the person in the night that ended on this day.
    pub is_woken: bool,
    /// Whether a warning sign was ticked.
    pub is_warned: bool,
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
    /// Answers that are given now and then, as lines and marks.
    Answers(AnswerPanel),
}

impl Panel {
    /// Returns what it is, such as "Sitting".
    pub fn name(&self) -> &str {
        match self {
            Self::Scores(panel) => &panel.label,
            Self::Bars(strip) => &strip.name,
            Self::Rows(strip) => &strip.name,
            Self::Answers(panel) => &panel.name,
        }
    }
}

/// Answers that are given now and then, on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerPanel {
    /// What it is.
    pub name: String,
    /// More of that, below the name of a strip; may be empty.
    pub unit: String,
    /// Whether it is as large as scores or a strip.
    pub size: PanelSize,
    /// Lowest and highest value of the scale; it is never zoomed.
    pub scale: (f64, f64),
    /// In order of importance; the first is drawn on top.
    pub series: Vec<AnswerSeries>,
    /// What is said in place of series where there are none.
    pub nothing: String,
}

/// How large a panel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelSize {
    /// It takes the room that is left.
    Main,
    /// It is low, its name beside it.
    Strip,
}

/// One series of answers.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerSeries {
    /// Its name on the picture; empty where that of its panel says it.
    pub name: String,
    /// How it looks.
    pub look: Look,
    /// The answers in order, each with the days that it is about, which end on the day it was
    /// given, in pieces: between two of them too much was not answered.
    pub pieces: Vec<Vec<Point>>,
    /// The newest answer in words; `None` where there is none.
    pub newest: Option<String>,
}

/// How answers look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Dots on a line.
    Line,
    /// Rings alone.
    Rings,
    /// Squares alone.
    Squares,
    /// Triangles alone.
    Triangles,
    /// Bars up and down from 0.
    Bars,
}

impl AnswerPanel {
    /// Tells whether it has nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.series.iter().all(|series| series.pieces.is_empty())
    }
}

/// Pain scores on 0–10.
#[derive(Debug, Clone, PartialEq)]
pub struct ScorePanel {
    /// The name of the axis with its unit.
    pub label: String,
    /// In order of importance; the first is drawn on top.
    pub series: Vec<Series>,
    /// What is said in place of series where there are none.
    pub nothing: String,
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
    /// Days of which only the worst is known: in no line, and empty where a value covers months.
    pub worst_only: Vec<Point>,
    /// Pieces of a line; where it breaks, too little was recorded.
    pub lines: Vec<Vec<Point>>,
    /// Where most entries lie; empty when each entry is drawn.
    pub ribbon: Vec<Range>,
    /// The newest value in words, such as "today 3" or "2 Mar: 3"; `None` when nothing was
    /// recorded.
    pub newest: Option<String>,
}

impl ScorePanel {
    /// Tells whether it has nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.series.iter().all(|series| !series.is_by_day() && series.lines.is_empty())
    }
}

impl Series {
    /// Tells whether each of its days is drawn, rather than means of months.
    pub fn is_by_day(&self) -> bool {
        !self.points.is_empty() || !self.worst_only.is_empty()
    }
}

/// A value for a stretch of days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The days it stands for.
    pub period: Span,
    /// In the unit of its panel.
    pub value: f64,
}

/// A range of values for a stretch of days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The days it stands for.
    pub period: Span,
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
    /// The usual amount in words, such as "median 30 min", below the name in place of the unit;
    /// empty where the unit stands there.
    pub usual: String,
    /// One bar each.
    pub bars: Vec<Bar>,
    /// What each bar is a part of, drawn light behind it; empty where they are part of nothing.
    pub whole: Vec<Point>,
    /// Done on these days, but how much was not recorded.
    pub done: Vec<Span>,
    /// Said not to be done on these days, which is not the same as nothing said.
    pub not_done: Vec<Span>,
    /// The value at full height.
    pub top: f64,
    /// A line worth a look, with its words; `None` draws none.
    pub mark: Option<(f64, String)>,
    /// A short fact, such as "on 92 days".
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
    /// What it is, such as "Sleep position".
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
    pub period: Span,
}

/// Something dated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub date: NaiveDate,
    /// What kind of thing and what, as the person wrote it: any characters, any length.
    pub label: String,
    /// How long it went on, for where there is room; often empty.
    pub more: String,
    /// How it is shown.
    pub kind: EventKind,
}

impl Event {
    /// Returns all that is said of it.
    pub fn in_full(&self) -> String {
        if self.more.is_empty() {
            return self.label.clone();
        }
        format!("{}, {}", self.label, self.more)
    }
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

/// Returns how many days after `start` a span begins and ends, its last day counted in full.
pub fn edges(span: Span, start: NaiveDate) -> (f64, f64) {
    (days_after(start, span.first()), days_after(start, span.last()) + 1.0)
}

/// Returns how many days after `start` the middle of a span is.
pub fn middle(span: Span, start: NaiveDate) -> f64 {
    let (from, to) = edges(span, start);
    f64::midpoint(from, to)
}

/// Tells whether one span begins on the day after another ends.
pub fn follows(one: Span, other: Span) -> bool {
    one.last().succ_opt() == Some(other.first())
}

/// Returns how many days after `start` a day begins.
#[expect(clippy::cast_precision_loss, reason = "the calendar has fewer days than 2^53")]
pub fn days_after(start: NaiveDate, date: NaiveDate) -> f64 {
    (date - start).num_days() as f64
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::chart::figure::{edges, follows, middle};
    use crate::journal::Span;

    #[test]
    fn edges_count_the_last_day_in_full() {
        let start: NaiveDate = "2026-03-01".parse().unwrap();
        let week = Span::ending("2026-03-07".parse().unwrap(), 7);
        assert_eq!(edges(week, start), (0.0, 7.0));
        assert_eq!(
            middle(Span::ending("2026-03-02".parse().unwrap(), 1), start).to_string(),
            "1.5"
        );
        let next = Span::ending("2026-03-08".parse().unwrap(), 1);
        assert!(follows(week, next) && !follows(next, week));
    }
}
