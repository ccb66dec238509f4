//! The drawing area of one picture: px of the paper, and panels with days and values.

use std::ops::Range;

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, IntoDrawingArea as _};
use plotters::element::Rectangle;
use plotters::style::{Color as _, RGBColor};
use plotters_backend::text_anchor::HPos;

use crate::draw::Error;
use crate::draw::backend::{Paint, Sheet, Words, to_units};
use crate::draw::elements::{Dots, Label, Outline, Patterned};
use crate::draw::theme;
use crate::draw::typeface::{Typeface, Weight};

/// A drawing area with two number axes.
type Area<'a> = DrawingArea<Sheet<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// A place: px from the top left on paper; days and a value in a panel.
pub(super) type Place = (f64, f64);

/// Something to draw on, with its own coordinates.
pub(super) struct Canvas<'a> {
    area: Area<'a>,
}

impl<'a> Canvas<'a> {
    /// Returns the paper, with px as its coordinates.
    pub(super) fn paper(sheet: Sheet<'a>, width: f64, height: f64) -> Self {
        let actual = (0..to_units(width), 0..to_units(height));
        let coord = Cartesian2d::new(0.0..width, 0.0..height, actual);
        Self { area: sheet.into_drawing_area().apply_coord_spec(coord) }
    }

    /// Returns a panel of the paper: `x` and `y` are px, `y` from top to bottom.
    pub(super) fn panel(
        &self,
        x: (f64, f64),
        y: (f64, f64),
        days: Range<f64>,
        values: Range<f64>,
    ) -> Self {
        let actual = (to_units(x.0)..to_units(x.1), to_units(y.1)..to_units(y.0));
        Self {
            area: self
                .area
                .strip_coord_spec()
                .apply_coord_spec(Cartesian2d::new(days, values, actual)),
        }
    }

    /// Draws a filled rectangle.
    pub(super) fn rect(&self, from: Place, to: Place, colour: RGBColor) -> Result<(), Error> {
        Ok(self.area.draw(&Rectangle::new([from, to], colour.filled()))?)
    }

    /// Draws a line through points.
    pub(super) fn line(&self, points: Vec<Place>, paint: Paint) -> Result<(), Error> {
        Ok(self.area.draw(&Outline { points, paint, closed: false })?)
    }

    /// Draws a filled shape around points.
    pub(super) fn shape(&self, points: Vec<Place>, colour: RGBColor) -> Result<(), Error> {
        Ok(self.area.draw(&Outline { points, paint: Paint::fill(colour), closed: true })?)
    }

    /// Draws a circle around each point, the radius in px.
    pub(super) fn dots(&self, points: Vec<Place>, radius: f64, paint: Paint) -> Result<(), Error> {
        Ok(self.area.draw(&Dots { points, radius, paint })?)
    }

    /// Fills a rectangle with the pattern of that id.
    pub(super) fn patterned(&self, from: Place, to: Place, id: &str) -> Result<(), Error> {
        Ok(self.area.draw(&Patterned { corners: [from, to], id })?)
    }

    /// Writes words; the middle of their capital letters lies at the place.
    pub(super) fn words(&self, at: Place, words: Words) -> Result<(), Error> {
        Ok(self.area.draw(&Label { at: [at], words })?)
    }

    /// Ends the picture.
    pub(super) fn finish(&self) -> Result<(), Error> {
        Ok(self.area.present()?)
    }
}

/// The look of words; `of` makes the words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    /// In px.
    pub(super) size: f64,
    /// How heavy.
    pub(super) weight: Weight,
    /// Its colour.
    pub(super) colour: RGBColor,
}

impl Style {
    /// Axis labels and event labels.
    pub(super) const BODY: Self =
        Self { size: theme::BODY, weight: Weight::Regular, colour: theme::INK };
    /// Names.
    pub(super) const NAME: Self =
        Self { size: theme::BODY, weight: Weight::SemiBold, colour: theme::INK };
    /// Units, facts on the right, years.
    pub(super) const SMALL: Self =
        Self { size: theme::SMALL, weight: Weight::Regular, colour: theme::QUIET };

    /// Returns words that end or begin at their place, or have their middle there.
    pub(super) fn of(&self, text: impl Into<String>, anchor: HPos) -> Words {
        let Self { size, weight, colour } = *self;
        Words { text: text.into(), size, weight, colour, anchor, upright: false }
    }

    /// Returns words from bottom to top with their middle at their place.
    pub(super) fn upright(&self, text: impl Into<String>) -> Words {
        Words { upright: true, ..self.of(text, HPos::Center) }
    }

    /// Returns the width of a drawable text in px.
    pub(super) fn width(&self, typeface: &Typeface, text: &str) -> f64 {
        typeface.width(text, self.weight, self.size)
    }

    /// Returns a text made drawable and cut to a width in px.
    pub(super) fn fit(&self, typeface: &Typeface, text: &str, room: f64) -> String {
        typeface.fit(text, self.weight, self.size, room)
    }
}
