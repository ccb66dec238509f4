//! SVG text read back, for the surfaces that are made from it.

use std::sync::Arc;

use usvg::fontdb::{Database, Source};
use usvg::{Options, Tree};

use crate::draw::Error;
use crate::draw::typeface::{FAMILY, REGULAR, SEMI_BOLD};

/// Reads SVG text of this program, with its own fonts and none of the machine's.
pub(super) struct Reader(Options<'static>);

impl Reader {
    /// Returns one that knows the fonts in the program.
    pub(super) fn new() -> Self {
        let mut fonts = Database::new();
        for bytes in [REGULAR, SEMI_BOLD] {
            fonts.load_font_source(Source::Binary(Arc::new(bytes)));
        }
        fonts.set_sans_serif_family(FAMILY);
        fonts.set_serif_family(FAMILY);
        fonts.set_monospace_family(FAMILY);
        let fontdb = Arc::new(fonts);
        Self(Options { font_family: FAMILY.to_string(), fontdb, ..Options::default() })
    }

    /// Reads a drawing.
    pub(super) fn read(&self, svg: &str) -> Result<Tree, Error> {
        Ok(Tree::from_str(svg, &self.0)?)
    }
}
