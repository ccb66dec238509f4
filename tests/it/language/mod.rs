//! What languages say: each word of the journal, each message of a figure, numbers and days.

mod figures;
mod german;
mod words;
