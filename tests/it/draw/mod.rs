//! What a figure looks like on each surface, however strange its journal is.

pub(crate) mod answers;
pub(crate) mod boxes;
pub(crate) mod calendar;
pub(crate) mod doses;
pub(crate) mod effects;
mod page;
pub(crate) mod pdf;
pub(crate) mod pictures;
pub(crate) mod sample;
mod terminal;
mod trend;
pub(crate) mod trial;
