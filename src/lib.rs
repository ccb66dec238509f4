//! twinge, a private journal for back and neck pain.

pub mod chart;
pub mod cli;
pub mod clock;
pub mod demo;
pub mod draw;
pub mod exchange;
pub mod experiment;
pub mod facts;
pub mod insights;
pub mod journal;
pub mod language;
pub mod redflag;
pub mod report;
pub mod scales;
pub mod stats;
pub mod store;
