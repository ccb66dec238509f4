//! A figure as PNG: the SVG text, drawn with the fonts in the program only.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use usvg::fontdb::{Database, Source};
use usvg::{Options, Tree};

use crate::chart::figure::Figure;
use crate::draw::svg::svg;
use crate::draw::typeface::{FAMILY, REGULAR, SEMI_BOLD};
use crate::draw::{Error, Size};

/// Px of the PNG for each px of the size that was asked for.
const PX_PER_PX: f32 = 2.0;

/// Draws a figure as PNG with twice as many px each way as `size` says.
pub fn png(figure: &Figure, size: Size) -> Result<Vec<u8>, Error> {
    let svg = svg(figure, size)?;
    let tree = Tree::from_str(&svg, &options())?;
    let paper = tree.size().scale_by(PX_PER_PX).ok_or(Error::Area)?.to_int_size();
    let mut pixmap = Pixmap::new(paper.width(), paper.height()).ok_or(Error::Area)?;
    resvg::render(&tree, Transform::from_scale(PX_PER_PX, PX_PER_PX), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| Error::Png(error.to_string()))
}

/// Returns how SVG text of this program is read: with its own fonts and none of the machine's.
fn options() -> Options<'static> {
    let mut fonts = Database::new();
    for bytes in [REGULAR, SEMI_BOLD] {
        fonts.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    fonts.set_sans_serif_family(FAMILY);
    fonts.set_serif_family(FAMILY);
    fonts.set_monospace_family(FAMILY);
    Options { font_family: FAMILY.to_string(), fontdb: Arc::new(fonts), ..Options::default() }
}
