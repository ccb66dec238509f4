//! The weekly questions: PEG, and how it compares with four weeks ago.

use crate::journal::entry::Kind;
use crate::journal::field::{Answer, Asked, Field};
use crate::journal::fields::fields;
use crate::journal::words::Word;

/// The person's own rating of change, seven steps, in the manner of the patient's global
/// impression of change (PGIC).
pub static CHANGES: &[Word] = &[
    Word::new("much-better", "much better", &["+3"]),
    Word::new("better", "better", &["+2"]),
    Word::new("a-little-better", "a little better", &["little-better", "+1"]),
    Word::new("same", "about the same", &["no-change", "about-the-same", "0"]),
    Word::new("a-little-worse", "a little worse", &["little-worse", "-1"]),
    Word::new("worse", "worse", &["-2"]),
    Word::new("much-worse", "much worse", &["-3"]),
];

fields! { Questionnaire:
    /// PEG, first item: pain on average in the past week, 0–10.
    PEG_PAIN, "peg_pain", "", Answer::Score, "PEG: pain on average in the past week, 0-10", Asked::OnlyWhenSaid;
    /// PEG, second item: interference with enjoyment of life in the past week, 0–10.
    PEG_ENJOYMENT, "peg_enjoyment", "", Answer::Score, "PEG: how much pain got in the way of enjoying life, 0-10", Asked::OnlyWhenSaid;
    /// PEG, third item: interference with general activity in the past week, 0–10.
    PEG_ACTIVITY, "peg_activity", "", Answer::Score, "PEG: how much pain got in the way of what you do, 0-10", Asked::OnlyWhenSaid;
    /// Compared with four weeks ago.
    CHANGE, "change", "", Answer::Word(CHANGES), "compared with four weeks ago", Asked::OnlyWhenSaid;
}
