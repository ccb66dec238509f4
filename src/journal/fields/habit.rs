//! What defines a habit, or an exercise, of the person's own.

use crate::journal::entry::Kind;
use crate::journal::field::{Answer, Asked, Field};
use crate::journal::fields::fields;
use crate::journal::words::Word;

/// How an own habit is answered. An exercise is no habit, and an activity is none either: both
/// are defined here because the person names them.
pub static ANSWERS: &[Word] = &[
    Word::new("yes-no", "yes or no", &["yes", "bool"]),
    Word::new("amount", "a number", &["number"]),
    Word::new("score", "0–10", &["scale"]),
    Word::new("words", "a word", &["choice", "word"]),
    Word::new("exercise", "an exercise, with minutes or sets", &[]),
    Word::new("activity", "an activity that pain makes hard, 0–10, 10 = as before the pain", &[]),
];

fields! { Habit:
    /// Its id.
    HABIT, "habit", "", Answer::OwnWord(&[]), "its name", Asked::OnlyWhenSaid;
    /// How it is answered.
    ANSWER, "answer", "", Answer::Word(ANSWERS), "how it is answered", Asked::OnlyWhenSaid;
    /// The question that asks for it.
    QUESTION, "question", "", Answer::Text, "the question", Asked::OnlyWhenSaid;
    /// Unit of an amount.
    UNIT, "unit", "", Answer::Text, "its unit", Asked::OnlyWhenSaid;
    /// Whether it is no longer asked.
    RETIRED, "retired", "", Answer::YesNo, "no longer asked", Asked::OnlyWhenSaid;
}
