//! What stands on pages, as a value: words, tables and charts, and nothing about places.

use crate::chart::figure::Figure;
use crate::draw::svg::svg_without_title;
use crate::draw::typeface::readable;
use crate::draw::{Error, Size};
use crate::language::Language;

/// Everything that is handed over.
#[derive(Debug, Clone)]
pub struct Document {
    /// What it is; the name of the window, and of the file in its properties.
    pub title: String,
    /// The language of its words.
    pub language: &'static Language,
    /// What it is printed on.
    pub paper: Paper,
    /// What stands there, in the order in which it is read.
    pub blocks: Vec<Block>,
    /// What stands at the foot of every page, beside its number.
    pub foot: String,
}

/// A size of paper, upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// ISO 216: 210 × 297 mm.
    A4,
    /// North America: 8.5 × 11 inches.
    Letter,
}

/// One thing below another.
#[derive(Debug, Clone)]
pub enum Block {
    /// A heading; it never stands alone at the end of a page.
    Heading(Level, Vec<Span>),
    /// Words that flow over lines.
    Paragraph(Paragraph),
    /// Points below each other.
    List(List),
    /// Rows and columns; the head is repeated on every page.
    Table(Table),
    /// A chart, as wide as the page.
    Chart(Chart),
    /// Blocks with a red bar on their left.
    Warning(Vec<Self>),
    /// Blocks beside each other; below each other where there is no room.
    Columns(Columns),
    /// A line across.
    Rule,
    /// What follows begins a page. It stands among the blocks of the document, not within others.
    NewPage,
}

/// The level of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Of the whole document.
    One,
    /// Of a part.
    Two,
}

/// Words that look the same, with whatever letters a person wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// How they look.
    pub look: Look,
}

impl Span {
    /// Returns plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Plain }
    }

    /// Returns words that stand out.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Strong }
    }

    /// Returns words that stand back.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Quiet }
    }

    /// Returns words of a warning.
    pub fn warning(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Warning }
    }
}

/// Tells whether spans show nothing at all.
pub(super) fn is_blank(spans: &[Span]) -> bool {
    spans.iter().all(|span| readable(&span.text).is_empty())
}

/// How words look; what they say never hangs on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As usual.
    Plain,
    /// Bold.
    Strong,
    /// Grey.
    Quiet,
    /// Bold and red.
    Warning,
}

/// Words that flow over lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The words, one after the other, without a space between.
    pub spans: Vec<Span>,
    /// How large.
    pub text_size: TextSize,
    /// At which side its lines begin or end.
    pub align: Align,
}

impl Paragraph {
    /// Returns a paragraph of the usual size, from the left.
    pub fn new(spans: Vec<Span>) -> Self {
        Self { spans, text_size: TextSize::Usual, align: Align::Left }
    }
}

/// How large letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextSize {
    /// As most of the text.
    Usual,
    /// Below a chart or a table, to say how to read it.
    Small,
}

/// At which side lines begin or end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// They begin at the left.
    Left,
    /// They end at the right.
    Right,
}

/// Points below each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// What stands before each.
    pub marks: Marks,
    /// The words of each.
    pub items: Vec<Vec<Span>>,
}

/// What stands before the points of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// A dot.
    Dots,
    /// 1, 2, 3.
    Numbers,
}

/// Rows and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it shows, for someone who cannot see it.
    pub summary: String,
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom; a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub kind: ColumnKind,
}

/// What is in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// The names of the rows.
    Names,
    /// Words, from the left.
    Words,
    /// Numbers, which end at the right, all digits equally wide.
    Numbers,
    /// Small pictures, at the right.
    Pictures,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words or a number.
    Words(Vec<Span>),
    /// A small picture in the middle of its line.
    Picture(Picture),
}

/// A drawing of this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// As SVG.
    pub svg: String,
    /// What it shows, for someone who cannot see it.
    pub alt: String,
}

/// A chart, drawn for each width that it is shown at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// For a page and a wide screen.
    pub wide: Picture,
    /// For the screen of a phone; `None` shrinks the wide one.
    pub narrow: Option<Picture>,
}

impl Chart {
    /// Draws a figure for a page and for a phone, without its title: the page says what it is.
    pub fn of(figure: &Figure, wide: Size, narrow: Size) -> Result<Self, Error> {
        let picture = |size| {
            let svg = svg_without_title(figure, size)?;
            Ok::<_, Error>(Picture { svg, alt: figure.alt.clone() })
        };
        Ok(Self { wide: picture(wide)?, narrow: Some(picture(narrow)?) })
    }
}

/// Blocks beside each other.
#[derive(Debug, Clone)]
pub struct Columns {
    /// From left to right, each with its share of the width.
    pub columns: Vec<(u8, Vec<Block>)>,
    /// Which lines of them are on one height.
    pub level: ColumnLevel,
}

/// Which lines of columns are on one height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnLevel {
    /// The first.
    First,
    /// The last.
    Last,
}
