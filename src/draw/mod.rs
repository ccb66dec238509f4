//! A figure onto a surface: SVG, PNG, PDF, HTML, terminal.

mod answers;
mod axis;
mod backend;
mod body;
mod boxes;
mod calendar;
mod canvas;
mod columns;
mod digits;
mod effects;
mod elements;
mod export;
mod flags;
mod forest;
mod ground;
mod groups;
mod header;
mod html;
mod lanes;
mod layout;
mod letters;
mod multiples;
pub mod page;
mod pdf;
mod piles;
mod places;
mod plot;
mod png;
mod scores;
mod stretches;
mod strips;
mod svg;
mod table;
mod terminal;
mod theme;
mod tree;
mod trend;
mod typeface;
mod weeks;
mod whiskers;

use plotters::drawing::DrawingAreaErrorKind;

pub use crate::draw::export::Pdf;
pub use crate::draw::html::html;
pub use crate::draw::letters::{Letters, sparkline, sparkline_in};
pub use crate::draw::pdf::pdf;
pub use crate::draw::png::png;
pub use crate::draw::svg::svg;
pub use crate::draw::terminal::terminal;
pub use crate::draw::trend::trend;

/// Why a figure cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The font in the program cannot be read.
    #[error("cannot read the font in the program")]
    Font,
    /// The drawing area refused; it never should.
    #[error("cannot draw on the picture")]
    Area,
    /// A size that no picture can have.
    #[error(
        "cannot draw {width} × {height} px: a picture has {} to {} px each way",
        Size::LEAST,
        Size::MOST
    )]
    Size {
        /// Width that was asked for, px.
        width: u32,
        /// Height that was asked for, px.
        height: u32,
    },
    /// The SVG text cannot be read back to turn it into px or a page.
    #[error("cannot read the drawing back: {0}")]
    Svg(#[from] usvg::Error),
    /// The px cannot be written as PNG.
    #[error("cannot write the picture as PNG: {0}")]
    Png(String),
    /// The page cannot be written as PDF.
    #[error("cannot write the page as PDF: {0}")]
    Pdf(String),
}

impl<E: std::error::Error + Send + Sync> From<DrawingAreaErrorKind<E>> for Error {
    fn from(_: DrawingAreaErrorKind<E>) -> Self {
        Self::Area
    }
}

/// The size of a picture in px of CSS; a PNG has twice as many each way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    width: u32,
    height: u32,
}

impl Size {
    /// Least width and height, px.
    pub const LEAST: u32 = 320;
    /// Least height of a drawing that stands among others on a page, px.
    pub const FLATTEST: u32 = 160;
    /// Greatest width and height, px.
    pub const MOST: u32 = 8000;
    /// What fits a screen and half a page: 960 × 600 px.
    pub const USUAL: Self = Self { width: 960, height: 600 };

    /// Returns a size, or why no picture can have it. A figure that needs more height takes it
    /// rather than cutting anything.
    pub fn new(width: u32, height: u32) -> Result<Self, Error> {
        let fits = |px: u32| (Self::LEAST..=Self::MOST).contains(&px);
        if fits(width) && fits(height) {
            Ok(Self { width, height })
        } else {
            Err(Error::Size { width, height })
        }
    }

    /// Returns the size of a drawing that stands among others on a page: it may be flatter than
    /// one that stands alone.
    pub fn on_page(width: u32, height: u32) -> Result<Self, Error> {
        let fits = Self::new(width, height.max(Self::LEAST))?;
        Ok(Self { height: height.clamp(Self::FLATTEST, Self::MOST), ..fits })
    }

    /// Returns the width in px.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Returns the height in px.
    pub fn height(&self) -> u32 {
        self.height
    }
}
