//! Elements that plotters lacks: dashed lines, rings, words and patterns.

use std::convert::Infallible;
use std::slice::Iter;

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use crate::draw::backend::{Paint, Sheet, Words, to_units};

/// A line through points, or a shape around them.
pub(super) struct Outline<C> {
    /// The points, in the coordinates of the drawing area.
    pub(super) points: Vec<C>,
    /// Its look.
    pub(super) paint: Paint,
    /// Whether the last point is joined to the first.
    pub(super) closed: bool,
}

/// A circle for each point.
pub(super) struct Dots<C> {
    /// The middles.
    pub(super) points: Vec<C>,
    /// In px.
    pub(super) radius: f64,
    /// Its look; an outline lies half outside the radius.
    pub(super) paint: Paint,
}

/// Words at a place.
pub(super) struct Label<C> {
    /// Where the anchor lies.
    pub(super) at: [C; 1],
    /// What is written there.
    pub(super) words: Words,
}

/// A rectangle filled with a pattern of the picture.
pub(super) struct Patterned<'a, C> {
    /// Two opposite corners.
    pub(super) corners: [C; 2],
    /// The id of the pattern.
    pub(super) id: &'a str,
}

impl<'a, C: 'a> PointCollection<'a, C> for &'a Outline<C> {
    type Point = &'a C;
    type IntoIter = Iter<'a, C>;

    fn point_iter(self) -> Iter<'a, C> {
        self.points.iter()
    }
}

impl<C> Drawable<Sheet<'_>> for Outline<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        sheet: &mut Sheet<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        sheet.polyline(points, self.paint, self.closed);
        Ok(())
    }
}

impl<'a, C: 'a> PointCollection<'a, C> for &'a Dots<C> {
    type Point = &'a C;
    type IntoIter = Iter<'a, C>;

    fn point_iter(self) -> Iter<'a, C> {
        self.points.iter()
    }
}

impl<C> Drawable<Sheet<'_>> for Dots<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        sheet: &mut Sheet<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let radius = to_units(self.radius);
        points.for_each(|point| sheet.disc(point, radius, self.paint));
        Ok(())
    }
}

impl<'a, C: 'a> PointCollection<'a, C> for &'a Label<C> {
    type Point = &'a C;
    type IntoIter = Iter<'a, C>;

    fn point_iter(self) -> Iter<'a, C> {
        self.at.iter()
    }
}

impl<C> Drawable<Sheet<'_>> for Label<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        sheet: &mut Sheet<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        points.for_each(|point| sheet.words(point, &self.words));
        Ok(())
    }
}

impl<'a, C: 'a> PointCollection<'a, C> for &'a Patterned<'_, C> {
    type Point = &'a C;
    type IntoIter = Iter<'a, C>;

    fn point_iter(self) -> Iter<'a, C> {
        self.corners.iter()
    }
}

impl<C> Drawable<Sheet<'_>> for Patterned<'_, C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        sheet: &mut Sheet<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        if let (Some(from), Some(to)) = (points.next(), points.next()) {
            sheet.pattern(from, to, self.id);
        }
        Ok(())
    }
}
