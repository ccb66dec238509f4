//! One file of tests for each command.

mod asking;
mod failures;
mod history;
mod log;
mod output;
