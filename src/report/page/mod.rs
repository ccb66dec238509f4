//! The report as a document of one page: its words in a language, shortened until they fit.

mod answers;
mod appendix;
mod head;
mod living;
mod notes;
mod told;

use chrono::{Datelike as _, NaiveDate};

use crate::chart::figure::{Body, Panel};
use crate::draw::page::document::{
    Block, Chart, Document, Level, Paper, Paragraph, Span, TextSize,
};
use crate::draw::page::n_pages;
use crate::draw::{Error, Size};
use crate::journal::PartialDate;
use crate::language::{Language, ReportWords};
use crate::report::Report;

/// How much of each list stands on the page. What is longer is counted, never dropped unsaid.
#[derive(Debug, Clone, Copy)]
struct Detail {
    /// Notes.
    notes: usize,
    /// Letters of each text of the person's own.
    letters: usize,
    /// Rows of each list: treatments, exercises, places, activities, facts.
    rows: usize,
    /// Height of the chart, px; it takes more where it needs more.
    chart_px: u32,
    /// Whether a sign has only the last of its days, and of rules to discuss only the first are
    /// named; those that ask for someone always are.
    is_brief: bool,
    /// Whether exercise, sitting, sleep and medicine are drawn below pain.
    has_strips: bool,
    /// Whether events are named on the chart.
    names_events: bool,
}

/// From the fullest page to the tightest: the first that is one page is taken.
const DETAILS: &[Detail] = &[
    detail(5, 200, 6, 320).with_strips(),
    detail(5, 200, 6, 270),
    detail(4, 200, 6, 230),
    detail(4, 160, 5, 210),
    detail(3, 140, 5, 200),
    detail(3, 110, 4, 190),
    detail(2, 90, 3, 180).brief(),
    detail(1, 70, 2, 170).brief(),
    detail(1, 50, 2, 160).brief().without_events(),
    detail(0, 40, 1, 160).brief().without_events(),
];

/// Notes, letters of each text, rows of each list, and the height of the chart in px.
const fn detail(notes: usize, letters: usize, rows: usize, chart_px: u32) -> Detail {
    Detail {
        notes,
        letters,
        rows,
        chart_px,
        is_brief: false,
        has_strips: false,
        names_events: true,
    }
}

impl Detail {
    const fn with_strips(self) -> Self {
        Self { has_strips: true, ..self }
    }

    const fn brief(self) -> Self {
        Self { is_brief: true, ..self }
    }

    const fn without_events(self) -> Self {
        Self { names_events: false, ..self }
    }
}

/// Width of the chart, px: on paper its smallest letters are 7 pt high.
const CHART_PX: u32 = 700;
/// Width and height of the chart on a phone, px.
const NARROW_PX: (u32, u32) = (360, 420);

/// The report on one page, followed by the appendix on pages of its own where it is wanted.
///
/// # Errors
///
/// When it cannot be drawn, which never should be.
pub fn document(report: &Report, paper: Paper, with_appendix: bool) -> Result<Document, Error> {
    let mut document = fitting(report, paper)?;
    if with_appendix {
        let page = Page::new(report, DETAILS[0]);
        document.blocks.push(Block::NewPage);
        document.blocks.extend(page.appendix());
    }
    Ok(document)
}

fn fitting(report: &Report, paper: Paper) -> Result<Document, Error> {
    let mut tried = None;
    for detail in DETAILS {
        let page = Page::new(report, *detail);
        let language = report.wanted.language;
        let document = Document {
            title: page.title(),
            language,
            paper,
            blocks: page.blocks()?,
            foot: language.report.purpose.into(),
        };
        if n_pages(&document)? == 1 {
            return Ok(document);
        }
        tried = Some(document);
    }
    tried.ok_or(Error::Area)
}

/// A report and how much of it is said.
struct Page<'r> {
    report: &'r Report,
    language: &'static Language,
    words: &'static ReportWords,
    detail: Detail,
}

impl<'r> Page<'r> {
    fn new(report: &'r Report, detail: Detail) -> Self {
        let language = report.wanted.language;
        Self { report, language, words: &language.report, detail }
    }

    /// Everything, from top to bottom.
    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let mut blocks = self.head();
        blocks.extend(self.goal());
        blocks.push(self.answers());
        blocks.push(self.signs());
        blocks.extend(self.chart()?);
        blocks.push(self.living());
        blocks.extend(self.definitions());
        Ok(blocks)
    }

    fn chart(&self) -> Result<Vec<Block>, Error> {
        let Some(figure) = &self.report.chart else { return Ok(vec![]) };
        let mut figure = figure.clone();
        if let Body::Timeline(timeline) = &mut figure.body {
            if !self.detail.names_events {
                timeline.events.clear();
            }
            if !self.detail.has_strips {
                timeline.panels.retain(|panel| matches!(panel, Panel::Scores(_)));
            }
        }
        let wide = Size::on_page(CHART_PX, self.detail.chart_px)?;
        let narrow = Size::new(NARROW_PX.0, NARROW_PX.1)?;
        let reading = figure.reading.join(" · ");
        Ok(vec![Block::Chart(Chart::of(&figure, wide, narrow)?), small(vec![Span::quiet(reading)])])
    }

    fn date(&self, date: NaiveDate) -> String {
        self.language.date(date)
    }

    fn score(&self, points: f64) -> String {
        self.language.score(points)
    }

    /// A day, a month or a year that a person said.
    fn partial(&self, said: &str) -> String {
        match (PartialDate::read(said), PartialDate::read(said).and_then(PartialDate::first_day)) {
            (Some(PartialDate::Month(..)), Some(first)) => self.language.short_month_of_year(first),
            (Some(PartialDate::Day(_)), Some(day)) => self.date(day),
            _ => said.into(),
        }
    }

    /// The first and the last of some days; a year that both have is said once.
    fn dates(&self, days: &[NaiveDate]) -> String {
        let (Some(first), Some(last)) = (days.first(), days.last()) else { return String::new() };
        let from = match (first == last, first.year() == last.year()) {
            (true, _) => return self.date(*last),
            (_, true) => self.language.day(*first),
            _ => self.date(*first),
        };
        format!("{from} – {}", self.date(*last))
    }

    /// A text of the person's own on one line, cut where it is too long.
    fn cut(&self, text: &str) -> String {
        cut(text, self.detail.letters)
    }

    /// The first of some, and how many more there are.
    fn list(&self, items: impl IntoIterator<Item = String>) -> String {
        self.list_of(items, self.detail.rows, "; ")
    }

    fn list_of(
        &self,
        items: impl IntoIterator<Item = String>,
        most: usize,
        between: &str,
    ) -> String {
        let mut items: Vec<String> = items.into_iter().collect();
        if items.len() > most {
            let more = items.len() - most;
            items.truncate(most);
            items.push((self.words.and_more)(more));
        }
        items.join(between)
    }
}

/// A text on one line, cut to so many letters.
fn cut(text: &str, letters: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() <= letters {
        return line;
    }
    let kept: String = line.chars().take(letters).collect();
    format!("{}…", kept.trim_end())
}

fn heading(text: &str) -> Block {
    Block::Heading(Level::Two, vec![Span::plain(text)])
}

fn paragraph(spans: Vec<Span>) -> Block {
    Block::Paragraph(Paragraph::new(spans))
}

fn small(spans: Vec<Span>) -> Block {
    Block::Paragraph(Paragraph { text_size: TextSize::Small, ..Paragraph::new(spans) })
}

/// A name and what is said of it.
fn labelled(label: &str, text: impl Into<String>) -> Vec<Span> {
    vec![Span::strong(format!("{label}: ")), Span::plain(text)]
}

/// Parts of a sentence; those that are not there are left out.
fn joined(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_text_is_one_line_and_no_longer_than_it_may_be() {
        assert_eq!(cut("two\n lines\tand more", 40), "two lines and more");
        assert_eq!(cut("exactly", 7), "exactly");
        assert_eq!(cut("a bit too long", 6), "a bit…");
        assert_eq!(cut("日本語日本語", 3), "日本語…");
    }
}
