//! A measure as a line no higher than words: its weeks, with a dot at the newest.

use plotters::style::RGBColor;

use crate::draw::backend::{Paint, Sheet};
use crate::draw::canvas::{Canvas, Place};
use crate::draw::layout::count;
use crate::draw::page::document::Picture;
use crate::draw::typeface::Typeface;
use crate::draw::{Error, theme};

/// Width and height, px.
const PAPER: (u32, u32) = (84, 15);
/// Free room at the left and right, above and below, px: no dot is cut.
const EDGE: (f64, f64) = (4.0, 2.4);
/// The line and its dots.
const LINE: RGBColor = theme::DAY;
/// The newest value.
const NEWEST: RGBColor = theme::NIGHT;

/// Draws values as a line that breaks where there is none; `scale` is its lowest and highest value
/// and is never zoomed. What it shows is said by `alt`.
///
/// # Errors
///
/// When the font in the program cannot be read, which never should be.
pub fn trend(values: &[Option<f64>], scale: (f64, f64), alt: String) -> Result<Picture, Error> {
    let (width, height) = (f64::from(PAPER.0), f64::from(PAPER.1));
    let typeface = Typeface::new()?;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">\n"
    );
    let sheet = Sheet::new(&mut svg, PAPER, &typeface);
    let paper = Canvas::paper(sheet, width, height);
    let ground = height - EDGE.1 + 1.5;
    paper.line(vec![(0.0, ground), (width, ground)], Paint::stroke(theme::GRID, 0.7))?;
    let steps = count(values.len().max(2) - 1);
    let place = |(at, value): (usize, &Option<f64>)| -> Option<Place> {
        let value = value.filter(|value| value.is_finite())?;
        let share = ((value - scale.0) / (scale.1 - scale.0)).clamp(0.0, 1.0);
        let x = EDGE.0 + (width - 2.0 * EDGE.0) * count(at) / steps;
        Some((x, height - EDGE.1 - (height - 2.0 * EDGE.1) * share))
    };
    let places: Vec<Option<Place>> = values.iter().enumerate().map(place).collect();
    for run in places.split(Option::is_none) {
        let run: Vec<Place> = run.iter().flatten().copied().collect();
        match run.as_slice() {
            [] => {}
            [one] => paper.dots(vec![*one], 0.9, Paint::fill(LINE))?,
            _ => paper.line(run, Paint::stroke(LINE, 1.2))?,
        }
    }
    if let Some(Some(newest)) = places.last() {
        paper.dots(vec![*newest], 2.1, Paint::fill(NEWEST))?;
    }
    paper.finish()?;
    drop(paper);
    svg.push_str("</svg>\n");
    Ok(Picture { svg, alt })
}
