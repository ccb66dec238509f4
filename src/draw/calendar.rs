//! A calendar on paper: weeks as columns from Monday down, in blocks of months or years.

use chrono::{Datelike as _, NaiveDate};
use plotters_backend::text_anchor::HPos;

use crate::chart::figure::{Calendar, DaySquare, Figure};
use crate::chart::smooth::month_spans;
use crate::draw::backend::Paint;
use crate::draw::canvas::{Canvas, Place, Style};
use crate::draw::columns::whole;
use crate::draw::header::Header;
use crate::draw::layout::count;
use crate::draw::typeface::{Typeface, Weight};
use crate::draw::weeks::{blocks, column, n_weeks, name_column, row};
use crate::draw::{Error, Size, theme};
use crate::journal::Span;
use crate::language::{Language, year};

/// Least width of a day with the space around its square: "10" and a dot fit, px.
const LEAST_DAY: f64 = 15.5;
/// Most width of a day, px.
const MOST_DAY: f64 = 46.0;
/// Most width of a day where there are many blocks, px: smaller, so that more years are seen at once.
const MOST_DAY_OF_MANY: f64 = 18.0;
/// Blocks that are not many.
const FEW_BLOCKS: usize = 4;
/// Height of the names of months above a block, px.
const NAMES: f64 = 20.0;
/// Space between two blocks, px.
const BETWEEN: f64 = 8.0;
/// Smallest number in a square, px.
const SMALLEST_NUMBER: f64 = 9.5;
/// Weekdays that have a name: each second one, from Monday on.
const NAMED_ROWS: [usize; 4] = [0, 2, 4, 6];

/// Where everything of a calendar stands.
pub(super) struct Plan<'a> {
    header: Header,
    language: &'static Language,
    typeface: &'a Typeface,
    blocks: Vec<Block>,
    left: f64,
    /// Width and height of a day with the space around its square, px.
    day: f64,
    /// Width and height of the paper, px: as high as its days need.
    pub(super) paper: (f64, f64),
}

/// Some weeks side by side.
struct Block {
    span: Span,
    /// Where its first row begins, px.
    top: f64,
}

impl<'a> Plan<'a> {
    /// Returns where everything stands on a paper of a width; it is as high as its days need.
    pub(super) fn new(
        figure: &Figure,
        calendar: &Calendar,
        size: Size,
        typeface: &'a Typeface,
    ) -> Self {
        let width = f64::from(size.width());
        let header = Header::new(figure, calendar.nothing.as_ref(), width, typeface);
        let left = theme::BORDER + gutter(figure, typeface);
        let room = width - theme::BORDER - left;
        let spans = blocks(figure.span, whole(room / LEAST_DAY));
        let spans = spans.unwrap_or_else(|| month_spans(figure.span, 1));
        let widest = spans.iter().map(|span| n_weeks(*span)).max().unwrap_or(1);
        let above = header.height();
        let most = if spans.len() > FEW_BLOCKS { MOST_DAY_OF_MANY } else { MOST_DAY };
        let day = (room / count(widest)).min(most);
        let each = NAMES + 7.0 * day + BETWEEN;
        let blocks = spans.into_iter().enumerate();
        let blocks: Vec<Block> = blocks
            .map(|(place, span)| Block { span, top: above + NAMES + each * count(place) })
            .collect();
        let height = above + each * count(blocks.len()) - BETWEEN + theme::BORDER;
        Self {
            header,
            language: figure.language,
            typeface,
            blocks,
            left,
            day,
            paper: (width, height.ceil()),
        }
    }

    /// Draws the calendar.
    pub(super) fn draw(&self, paper: &Canvas<'_>, calendar: &Calendar) -> Result<(), Error> {
        self.header.draw(paper)?;
        for block in &self.blocks {
            let first = calendar.days.partition_point(|day| day.date < block.span.first());
            let end = calendar.days.partition_point(|day| day.date <= block.span.last());
            let days = calendar.days.get(first..end).unwrap_or_default();
            self.draw_names(paper, block)?;
            self.draw_squares(paper, block, days)?;
            self.draw_month_lines(paper, block)?;
            self.draw_marks(paper, block, days)?;
            self.draw_numbers(paper, block, days)?;
        }
        Ok(())
    }

    /// Returns the top left corner of a day with the space around its square.
    fn corner(&self, block: &Block, date: NaiveDate) -> Place {
        let (column, row) = (column(block.span, date), row(date));
        (self.left + self.day * count(column), block.top + self.day * count(row))
    }

    /// Returns the top left and bottom right corner of the square of a day.
    fn square(&self, block: &Block, date: NaiveDate) -> (Place, Place) {
        let (x, y) = self.corner(block, date);
        let space = if self.day < 20.0 { 0.7 } else { 1.2 };
        ((x + space, y + space), (x + self.day - space, y + self.day - space))
    }

    fn draw_names(&self, paper: &Canvas<'_>, block: &Block) -> Result<(), Error> {
        let at = |row: usize| block.top + self.day * (count(row) + 0.5);
        let weekdays = self.language.short_weekdays();
        for (row, name) in weekdays.iter().enumerate().filter(|(row, _)| NAMED_ROWS.contains(row)) {
            paper.words((self.left - 7.0, at(row)), Style::SMALL.of(*name, HPos::Right))?;
        }
        let y = block.top - 10.0;
        let first = block.span.first();
        paper.words((theme::BORDER, y), Style::NAME.of(year(first), HPos::Left))?;
        for (name, from) in self.month_names(block) {
            paper.words((from, y), Style::NAME.of(name, HPos::Left))?;
        }
        Ok(())
    }

    /// Returns the names of the months, each with where it begins; one without room is left out,
    /// and a new year says which.
    fn month_names(&self, block: &Block) -> Vec<(String, f64)> {
        let right = self.paper.0 - theme::BORDER;
        let months = month_spans(block.span, 1);
        let places: Vec<f64> = months
            .iter()
            .map(|month| self.left + self.day * count(name_column(block.span, *month)) + 1.0)
            .collect();
        let ends = places.iter().skip(1).copied().chain([right]);
        let named = months.iter().zip(places.iter().copied()).zip(ends);
        let named = named.filter_map(|((month, from), end)| {
            let first = month.first();
            let short = self.language.short_month(first).to_string();
            let is_new = first != block.span.first() && first.month() == 1;
            let full =
                if is_new { self.language.short_month_of_year(first) } else { short.clone() };
            let fits = |name: &String| from + Style::NAME.width(self.typeface, name) <= end - 4.0;
            [full, short].into_iter().find(fits).map(|name| (name, from))
        });
        named.collect()
    }

    /// Draws the squares: tinted by score, empty without one, with a slash without an entry.
    fn draw_squares(
        &self,
        paper: &Canvas<'_>,
        block: &Block,
        days: &[DaySquare],
    ) -> Result<(), Error> {
        for (score, tint) in (0_u8..).zip(theme::RAMP) {
            for day in days.iter().filter(|day| day.score == Some(score)) {
                let (from, to) = self.square(block, day.date);
                paper.rect(from, to, tint)?;
            }
        }
        let scored = |date| days.iter().any(|day| day.date == date && day.score.is_some());
        let without: Vec<NaiveDate> = block.span.days().filter(|date| !scored(*date)).collect();
        for date in &without {
            let (from, to) = self.square(block, *date);
            let inside = ((from.0 + 0.4, from.1 + 0.4), (to.0 - 0.4, to.1 - 0.4));
            paper.line(around(inside), Paint::stroke(theme::AXIS, 0.8))?;
        }
        let has_entry = |date: NaiveDate| days.iter().any(|day| day.date == date);
        for date in without.iter().filter(|date| !has_entry(**date)) {
            let (from, to) = self.square(block, *date);
            let inset = (to.0 - from.0) * 0.28;
            let slash = vec![(from.0 + inset, to.1 - inset), (to.0 - inset, from.1 + inset)];
            paper.line(slash, Paint::stroke(theme::BAR_LIGHT, 1.0))?;
        }
        Ok(())
    }

    /// Draws a stepped line where a month begins.
    fn draw_month_lines(&self, paper: &Canvas<'_>, block: &Block) -> Result<(), Error> {
        let bottom = block.top + 7.0 * self.day;
        for month in month_spans(block.span, 1).iter().skip(1) {
            let (x, y) = self.corner(block, month.first());
            let mut line = vec![(x, bottom + 2.0), (x, y)];
            if row(month.first()) > 0 {
                line.extend([(x + self.day, y), (x + self.day, block.top)]);
            }
            line.push((line.last().map_or(x, |last| last.0), block.top - 2.0));
            paper.line(line, Paint::stroke(theme::RULE, 1.0))?;
        }
        Ok(())
    }

    /// Draws the frames of warning signs and the dots of nights with pain.
    fn draw_marks(
        &self,
        paper: &Canvas<'_>,
        block: &Block,
        days: &[DaySquare],
    ) -> Result<(), Error> {
        for day in days.iter().filter(|day| day.is_warned) {
            let (from, to) = self.square(block, day.date);
            let size = (to.0 - from.0) * 0.34;
            let corner = vec![(to.0 - size, from.1), (to.0, from.1), (to.0, from.1 + size)];
            // Red would not be seen on dark blue.
            let is_dark = is_dark(*day);
            paper.shape(corner, if is_dark { theme::PAPER } else { theme::WARNING })?;
        }
        for day in days.iter().filter(|day| day.is_warned) {
            paper.line(around(self.square(block, day.date)), Paint::stroke(theme::WARNING, 1.9))?;
        }
        let radius = (self.day * 0.07).clamp(1.1, 2.6);
        let inset = radius + self.day * 0.07;
        for (is_dark_one, colour) in [(false, theme::INK), (true, theme::PAPER)] {
            let woken = days.iter().filter(|day| day.is_woken && is_dark(**day) == is_dark_one);
            let places = woken.map(|day| {
                let (from, _) = self.square(block, day.date);
                // Below, right before a number, it would be taken for a point.
                (from.0 + inset, from.1 + inset)
            });
            paper.dots(places.collect(), radius, Paint::fill(colour))?;
        }
        Ok(())
    }

    fn draw_numbers(
        &self,
        paper: &Canvas<'_>,
        block: &Block,
        days: &[DaySquare],
    ) -> Result<(), Error> {
        let size = (self.day * 0.42 * 2.0).round() / 2.0;
        let size = size.clamp(SMALLEST_NUMBER, 15.0);
        for day in days {
            let Some(score) = day.score else { continue };
            let dark = is_dark(*day);
            let style = Style {
                size,
                weight: if dark { Weight::SemiBold } else { Weight::Regular },
                colour: if dark { theme::PAPER } else { theme::INK },
            };
            let (x, y) = self.corner(block, day.date);
            let middle = (x + self.day / 2.0, y + self.day / 2.0);
            paper.words(middle, style.of(score.to_string(), HPos::Center))?;
        }
        Ok(())
    }
}

fn is_dark(day: DaySquare) -> bool {
    day.score.is_some_and(|score| score >= theme::PAPER_FROM)
}

/// Returns the way around a square, from the middle of a side so that all corners are joined.
fn around((from, to): (Place, Place)) -> Vec<Place> {
    let middle = f64::midpoint(from.1, to.1);
    vec![(from.0, middle), from, (to.0, from.1), to, (from.0, to.1), (from.0, middle)]
}

fn gutter(figure: &Figure, typeface: &Typeface) -> f64 {
    let weekdays = figure.language.short_weekdays();
    let names = weekdays.iter().map(|name| Style::SMALL.width(typeface, name));
    let first_year = Style::NAME.width(typeface, &year(figure.span.first()));
    let last_year = Style::NAME.width(typeface, &year(figure.span.last()));
    (names.fold(first_year.max(last_year), f64::max) + 8.0).ceil()
}
