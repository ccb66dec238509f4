//! A figure as PNG: the SVG text, drawn with the fonts in the program only.

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};
use resvg::tiny_skia::{Color, Pixmap, Transform};

use crate::chart::figure::Figure;
use crate::draw::svg::svg;
use crate::draw::tree::Reader;
use crate::draw::{Error, Size};

/// Px of the PNG for each px of the size that was asked for.
const PX_PER_PX: f32 = 2.0;
/// How hard to press: of a chart, more takes five times as long for a third off the size.
const LEVEL: DeflateCompression = DeflateCompression::Level(1);

/// Draws a figure as PNG with twice as many px each way as `size` says.
pub fn png(figure: &Figure, size: Size) -> Result<Vec<u8>, Error> {
    let tree = Reader::new().read(&svg(figure, size)?)?;
    let paper = tree.size().scale_by(PX_PER_PX).ok_or(Error::Area)?.to_int_size();
    let mut pixmap = Pixmap::new(paper.width(), paper.height()).ok_or(Error::Area)?;
    // On white nothing is see-through, so a px is three bytes.
    pixmap.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(PX_PER_PX, PX_PER_PX), &mut pixmap.as_mut());
    encoded(&pixmap).map_err(|error| Error::Png(error.to_string()))
}

fn encoded(pixmap: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let pixels = pixmap.pixels().iter();
    let colours: Vec<u8> = pixels.flat_map(|px| [px.red(), px.green(), px.blue()]).collect();
    let mut bytes = vec![];
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_deflate_compression(LEVEL);
    // What is above a px is mostly the same as it.
    encoder.set_filter(Filter::Up);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(bytes)
}
