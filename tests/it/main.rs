//! End-to-end and architecture tests, one binary.

mod redflag;
