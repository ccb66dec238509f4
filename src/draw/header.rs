//! The title of a picture and the lines below it.

use plotters_backend::text_anchor::HPos;

use crate::chart::figure::Figure;
use crate::draw::Error;
use crate::draw::canvas::{Canvas, Style};
use crate::draw::layout::count;
use crate::draw::theme;
use crate::draw::typeface::{Typeface, Weight};

/// Height of a line of the subtitle.
const LINE: f64 = 17.0;

/// The title of a picture and the lines below it, broken and cut to fit.
pub(super) struct Header {
    title: String,
    lines: Vec<String>,
}

impl Header {
    /// Returns the header of a figure, with `more` below it, on a paper of a width in px.
    pub(super) fn new(
        figure: &Figure,
        more: Option<&String>,
        width: f64,
        typeface: &Typeface,
    ) -> Self {
        let room = width - 2.0 * theme::BORDER;
        let parts = figure.subtitle.iter().chain(&figure.reading).chain(more);
        Self {
            title: typeface.fit(&figure.title, Weight::SemiBold, theme::TITLE, room),
            lines: typeface.wrap(parts, theme::SUBTITLE, room),
        }
    }

    /// Returns how much of the top of the paper it takes, px.
    pub(super) fn height(&self) -> f64 {
        match (self.title.is_empty(), self.lines.len()) {
            (true, 0) => self.border() - 8.0,
            (_, lines) => 34.0 + LINE * count(lines) + 6.0,
        }
    }

    /// Returns the empty border around the picture: little where a page stands around it.
    pub(super) fn border(&self) -> f64 {
        let is_on_page = self.title.is_empty() && self.lines.is_empty();
        if is_on_page { theme::BORDER - 5.0 } else { theme::BORDER }
    }

    /// Draws it.
    pub(super) fn draw(&self, paper: &Canvas<'_>) -> Result<(), Error> {
        let title = Style { size: theme::TITLE, weight: Weight::SemiBold, colour: theme::INK };
        paper.words((theme::BORDER, 22.0), title.of(&self.title, HPos::Left))?;
        let quiet = Style { size: theme::SUBTITLE, weight: Weight::Regular, colour: theme::QUIET };
        for (place, line) in self.lines.iter().enumerate() {
            let y = 44.0 + LINE * count(place);
            paper.words((theme::BORDER, y), quiet.of(line, HPos::Left))?;
        }
        Ok(())
    }
}
