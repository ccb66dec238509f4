//! Sizes and colours of a page, in pt.

use plotters::style::RGBColor;

use crate::draw::page::document::{Level, Look, Paper, TextSize};
use crate::draw::theme;
use crate::draw::typeface::Weight;

/// Free edge of a page at the left and right: 14 mm, so that a chart of 700 px fills an A4 page
/// with letters that are large enough to read.
pub(super) const SIDE: f32 = 39.7;
/// Free edge above: 10 mm.
pub(super) const TOP: f32 = 28.4;
/// Free edge below; the foot stands in it.
pub(super) const BOTTOM: f32 = 38.0;
/// From the lower edge of the paper to the middle of the foot.
pub(super) const FOOT: f32 = 24.0;
/// Points of paper for each px of a picture that is not stretched.
pub(super) const PT_PER_PX: f32 = 0.737;
/// Height of a line for each pt of its letters.
pub(super) const LEADING: f32 = 1.34;

/// Free room above a paragraph, a list or the rows of one.
pub(super) const ABOVE_WORDS: f32 = 3.0;
/// Free room above a heading of a part.
pub(super) const ABOVE_HEADING: f32 = 8.0;
/// Free room above a table, a chart, a warning, columns.
pub(super) const ABOVE_BLOCK: f32 = 6.0;
/// From the left edge to the words of a list.
pub(super) const INDENT: f32 = 13.0;
/// The same where there are ten or more: their numbers are wider.
pub(super) const WIDE_INDENT: f32 = 22.0;
/// How wide the bar of a warning is.
pub(super) const BAR: f32 = 2.4;
/// From the left edge of that bar to the words.
pub(super) const BAR_INDENT: f32 = 9.0;
/// Between columns of a page.
pub(super) const GUTTER: f32 = 20.0;
/// Between columns of a table.
pub(super) const CELL_GAP: f32 = 10.0;
/// Above and below the words of a row.
pub(super) const CELL_PAD: f32 = 1.3;
/// How thick rules are: across the page, below a table, between its rows.
pub(super) const RULE: f32 = 1.0;
/// How thick a light rule is.
pub(super) const HAIRLINE: f32 = 0.5;

/// The look of a line of letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// In pt.
    pub(super) size: f32,
    /// Whether all of it is bold, whatever its spans say.
    pub(super) bold: Bold,
    /// Whether digits are equally wide.
    pub(super) digits: Digits,
}

/// Which letters are bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bold {
    /// Those of strong words.
    Strong,
    /// All.
    All,
}

/// How wide digits are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Digits {
    /// As in words.
    Plain,
    /// Equally, so that they stand below each other. The hyphen gets wider too: for numbers only.
    Equal,
}

impl Style {
    /// Most of the text.
    pub(super) const BODY: Self = Self { size: 8.6, bold: Bold::Strong, digits: Digits::Plain };
    /// Numbers in a table.
    pub(super) const NUMBERS: Self = Self { digits: Digits::Equal, ..Self::BODY };
    /// What says how to read something, and the foot.
    pub(super) const SMALL: Self = Self { size: 6.9, ..Self::BODY };

    /// Returns the look of a heading.
    pub(super) fn of_heading(level: Level) -> Self {
        let size = match level {
            Level::One => 16.5,
            Level::Two => 9.8,
        };
        Self { size, bold: Bold::All, digits: Digits::Plain }
    }

    /// Returns the look of a paragraph.
    pub(super) fn of_text(text_size: TextSize) -> Self {
        match text_size {
            TextSize::Usual => Self::BODY,
            TextSize::Small => Self::SMALL,
        }
    }

    /// Returns the height of a line.
    pub(super) fn leading(self) -> f32 {
        self.size * LEADING
    }

    /// Returns how heavy words of that look are.
    pub(super) fn weight(self, look: Look) -> Weight {
        match (self.bold, look) {
            (Bold::Strong, Look::Plain | Look::Quiet) => Weight::Regular,
            _ => Weight::SemiBold,
        }
    }
}

/// Returns the colour of words of that look.
pub(super) fn colour(look: Look) -> RGBColor {
    match look {
        Look::Plain | Look::Strong => theme::INK,
        Look::Quiet => theme::QUIET,
        Look::Warning => theme::WARNING,
    }
}

/// Returns width and height of a paper.
pub(super) fn paper(paper: Paper) -> (f32, f32) {
    match paper {
        Paper::A4 => (595.276, 841.89),
        Paper::Letter => (612.0, 792.0),
    }
}
