//! What a file is, by the ending of its name.

use std::ffi::OsStr;
use std::path::Path;

/// A surface that a chart or a page is drawn onto.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Surface {
    /// A picture of lines.
    Svg,
    /// A picture of dots.
    Png,
    /// Pages of paper.
    Pdf,
    /// A page of a browser.
    Html,
}

impl Surface {
    /// The surface of a file; `None`: its name ends like that of none.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let ending = path.extension().and_then(OsStr::to_str).map(str::to_lowercase)?;
        match ending.as_str() {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            "pdf" => Some(Self::Pdf),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }
}
