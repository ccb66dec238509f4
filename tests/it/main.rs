//! End-to-end and architecture tests, one binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod draw;
mod redflag;
