//! What a figure looks like on each surface, however strange its journal is.

mod page;
pub(crate) mod pdf;
mod pictures;
pub(crate) mod sample;
mod terminal;
