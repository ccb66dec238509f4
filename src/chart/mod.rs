//! Charts as values.

pub mod figure;
pub mod smooth;
