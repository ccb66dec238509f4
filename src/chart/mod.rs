//! Charts as values: which charts there are, and what each one shows.

pub mod around;
mod calendar;
mod exercise;
pub(crate) mod experiment;
pub mod figure;
mod grouping;
mod happened;
mod insights;
mod multiples;
mod pain;
mod peg;
pub mod resample;
mod sites;
mod sitting;
mod sleep;
pub mod smooth;
mod strips;
mod week;
mod words;

use chrono::NaiveDate;

use crate::chart::figure::{Event, Figure};
use crate::journal::{Journal, Span};
use crate::language::Language;

/// When a chart is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// At once, on a screen: "today" is true.
    AtOnce,
    /// Some time, from a file or on paper: only dates stay true.
    Later,
}

/// What a chart is asked to show.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The days to show; the journal has to have all of them loaded. A chart ends today.
    pub span: Span,
    /// Today.
    pub today: NaiveDate,
    /// The site to show, by its id; `None` shows the highest of all sites.
    pub site: Option<&'a str>,
    /// Warnings to mark besides the warning signs that the person ticked.
    pub warnings: &'a [Event],
    /// The language of everything but the person's own words.
    pub language: &'static Language,
    /// When it is read.
    pub read: Read,
}

impl Request<'_> {
    /// Returns the same without days that have not come yet: they are not missing.
    fn until_today(&self) -> Self {
        let last = self.span.last().min(self.today);
        Self { span: Span::new(self.span.first(), last).unwrap_or(self.span), ..*self }
    }

    /// Tells whether days may be told from today: it is read at once, and ends today.
    fn tells_from_today(&self) -> bool {
        self.read == Read::AtOnce && self.span.last() == self.today
    }
}

/// A chart: one row of the table of charts.
#[derive(Debug)]
pub struct Chart {
    /// Its name on the command line, for ever.
    pub id: &'static str,
    /// What it is, in a few words.
    pub title: &'static str,
    /// What it shows, one line.
    pub help: &'static str,
    /// The days it is of on a day, where it can be of no others; the journal has to have them
    /// loaded, and a request has to name them.
    pub window: Option<fn(NaiveDate) -> Span>,
    /// Makes its figure.
    pub figure: fn(&Journal, &Request<'_>) -> Figure,
}

/// All charts.
pub const CHARTS: &[Chart] = &[
    pain::CHART,
    calendar::CHART,
    week::CHART,
    peg::CHART,
    sleep::CHART,
    sites::CHART,
    sitting::CHART,
    exercise::CHART,
    experiment::CHART,
    insights::CHART,
];

/// Returns the chart of that id; `None` when there is none.
pub fn find(id: &str) -> Option<&'static Chart> {
    CHARTS.iter().find(|chart| chart.id == id)
}

#[cfg(test)]
mod tests {
    use crate::chart::{CHARTS, find};

    #[test]
    fn ids_are_kebab_case_and_unique() {
        for (place, chart) in CHARTS.iter().enumerate() {
            assert!(chart.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", chart.id);
            assert!(!chart.title.is_empty() && !chart.help.is_empty());
            assert!(CHARTS.iter().skip(place + 1).all(|other| other.id != chart.id));
            assert_eq!(find(chart.id).map(|found| found.title), Some(chart.title));
        }
        assert!(find("no-such-chart").is_none());
    }
}
