//! A figure in a terminal.

use crate::chart::figure::Figure;

/// Which characters a terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Blocks such as ▁▂▃.
    Blocks,
    /// Plain ASCII.
    Ascii,
}

/// Draws a figure with characters.
pub fn terminal(_figure: &Figure, _columns: usize, _letters: Letters) -> String {
    String::new()
}

/// One line of blocks.
pub fn sparkline(_values: &[Option<f64>], _low: f64, _high: f64) -> String {
    String::new()
}
