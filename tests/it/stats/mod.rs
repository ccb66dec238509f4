//! Statistics, end to end on numbers.

mod conformance;
mod experiment;
mod invariants;
