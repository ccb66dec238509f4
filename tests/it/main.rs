//! End-to-end and architecture tests, one binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod architecture;
mod chart;
mod cli;
mod docs;
mod draw;
mod exchange;
mod experiment;
mod facts;
mod fuzz;
mod insights;
mod journal;
mod kit;
mod language;
mod redflag;
mod report;
mod scales;
mod stats;
mod store;
mod tools;
