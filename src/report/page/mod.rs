//! The report as a document of one page: its words in a language, shortened until they fit.

mod answers;
mod appendix;
mod detail;
mod found;
mod head;
mod living;
mod measures;
mod notes;
mod told;

use chrono::{Datelike as _, NaiveDate};

use crate::chart::figure::{Body, Event, EventKind, Panel};
use crate::draw::page::document::{
    Block, Chart, Document, Level, Paper, Paragraph, Span, TextSize,
};
use crate::draw::page::n_pages;
use crate::draw::{Error, Size};
use crate::journal::PartialDate;
use crate::language::{Language, ReportWords};
use crate::report::page::detail::{DETAILS, Detail};
use crate::report::{Day, Report};

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
        document.blocks.extend(page.appendix()?);
    }
    Ok(document)
}

/// As full a page as is one page. Each of the details takes less room than the one before, so
/// it is looked for by halves; a page is costly to draw.
fn fitting(report: &Report, paper: Paper) -> Result<Document, Error> {
    let (mut at, mut end) = (0, DETAILS.len());
    let mut fits = None;
    while at < end {
        let middle = usize::midpoint(at, end);
        let document = at_detail(report, paper, middle)?;
        if n_pages(&document)? == 1 {
            fits = Some(document);
            end = middle;
        } else {
            at = middle + 1;
        }
    }
    // What is too long for the tightest is more than a page.
    fits.map_or_else(|| at_detail(report, paper, DETAILS.len() - 1), Ok)
}

fn at_detail(report: &Report, paper: Paper, at: usize) -> Result<Document, Error> {
    let page = Page::new(report, *DETAILS.get(at).ok_or(Error::Area)?);
    let language = report.wanted.language;
    Ok(Document {
        title: page.title(),
        language,
        paper,
        blocks: page.blocks()?,
        foot: language.report.purpose.into(),
    })
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
        blocks.push(self.living()?);
        blocks.push(self.definitions());
        Ok(blocks)
    }

    fn chart(&self) -> Result<Vec<Block>, Error> {
        let Some(figure) = &self.report.chart else { return Ok(vec![]) };
        let Some(height) = self.detail.chart_px else {
            return Ok(vec![small(vec![Span::quiet(self.words.no_room_for_chart)])]);
        };
        let mut figure = figure.clone();
        if let Body::Timeline(timeline) = &mut figure.body {
            if !self.detail.names_events && timeline.events.iter().any(is_other) {
                // Warning signs stay.
                timeline.events.retain(|event| !is_other(event));
                figure.reading.push(self.words.no_room_for_events.into());
            }
            if !self.detail.has_strips {
                timeline.panels.retain(|panel| matches!(panel, Panel::Scores(_)));
            }
        }
        let has_worse = |day: &Day| {
            let typical = day.pain.and_then(|pain| pain.typical());
            typical.zip(day.pain).is_some_and(|(typical, pain)| pain.highest.points() > typical)
        };
        if self.report.days.iter().any(has_worse) {
            figure.reading.push(self.words.worst_not_drawn.into());
        }
        let wide = Size::on_page(CHART_PX, height)?;
        let narrow = Size::new(NARROW_PX.0, NARROW_PX.1)?;
        let reading = small(vec![Span::quiet(figure.reading.join(" · "))]);
        Ok(vec![Block::Chart(Chart::of(&figure, wide, narrow)?), reading])
    }

    fn date(&self, date: NaiveDate) -> String {
        self.language.date(date)
    }

    /// A date, without the year where that is the year of the end of the report.
    fn day(&self, date: NaiveDate) -> String {
        let is_same = date.year() == self.report.wanted.span.last().year();
        if is_same { self.language.day(date) } else { self.date(date) }
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
        // One more is no longer than to say that there is one more.
        if items.len() > most + 1 {
            let more = items.len() - most;
            items.truncate(most);
            items.push((self.words.and_more)(more));
        }
        items.join(between)
    }
}

fn is_other(event: &Event) -> bool {
    event.kind != EventKind::Warning
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
