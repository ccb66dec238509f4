//! A figure as PNG: the SVG text, drawn with the fonts in the program only.

use resvg::tiny_skia::{Pixmap, Transform};

use crate::chart::figure::Figure;
use crate::draw::svg::svg;
use crate::draw::tree::Reader;
use crate::draw::{Error, Size};

/// Px of the PNG for each px of the size that was asked for.
const PX_PER_PX: f32 = 2.0;

/// Draws a figure as PNG with twice as many px each way as `size` says.
pub fn png(figure: &Figure, size: Size) -> Result<Vec<u8>, Error> {
    let tree = Reader::new().read(&svg(figure, size)?)?;
    let paper = tree.size().scale_by(PX_PER_PX).ok_or(Error::Area)?.to_int_size();
    let mut pixmap = Pixmap::new(paper.width(), paper.height()).ok_or(Error::Area)?;
    resvg::render(&tree, Transform::from_scale(PX_PER_PX, PX_PER_PX), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| Error::Png(error.to_string()))
}
