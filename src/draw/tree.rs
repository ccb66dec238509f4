//! SVG text read back, for the surfaces that are made from it.

use std::sync::Arc;

use usvg::fontdb::{Database, Source};
use usvg::{Options, Tree};

use crate::draw::Error;
use crate::draw::typeface::{FAMILY, REGULAR, SEMI_BOLD};

/// Reads SVG text of this program, with its own fonts and none of the machine's.
pub(super) fn tree(svg: &str) -> Result<Tree, Error> {
    let mut fonts = Database::new();
    for bytes in [REGULAR, SEMI_BOLD] {
        fonts.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    fonts.set_sans_serif_family(FAMILY);
    fonts.set_serif_family(FAMILY);
    fonts.set_monospace_family(FAMILY);
    let options =
        Options { font_family: FAMILY.to_string(), fontdb: Arc::new(fonts), ..Options::default() };
    Ok(Tree::from_str(svg, &options)?)
}
