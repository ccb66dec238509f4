//! Statistics, end to end on numbers.

mod conformance;
mod experiment;
pub(crate) mod invariants;
