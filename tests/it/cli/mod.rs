//! One file of tests for each command.

mod acknowledge;
mod activity;
mod alerts;
mod asking;
mod chart;
mod check;
mod edit;
mod experiment;
mod failures;
mod help_lines;
mod history;
mod import;
mod insights;
mod language;
mod late;
mod lock;
mod log;
mod near_words;
mod output;
mod report;
mod restore;
mod symptom;
mod today;
mod trend;
mod verify;
mod weekly;
