//! What can be recorded of an exercise: which, and how much of it.

use crate::journal::entry::{Kind, Values};
use crate::journal::field::{Answer, Asked, Field};
use crate::journal::fields::fields;
use crate::journal::words::EXERCISES;

fields! { Exercise:
    /// Which exercise: a word of the table or the person's own.
    EXERCISE, "exercise", "", Answer::OwnWord(EXERCISES), "which exercise", Asked::OnlyWhenSaid;
    /// "No" where the person said that it was not done, which is not the same as no entry.
    /// `None`: done, since there is an entry, unless that says 0 minutes.
    DONE, "done", "", Answer::YesNo, "no, where it was not done", Asked::OnlyWhenSaid;
    /// Minutes. `None`: done, for an unknown time.
    MINUTES, "minutes", "", Answer::Minutes, "for how many minutes", Asked::OnlyWhenSaid;
    /// Sets.
    SETS, "sets", "", Answer::Count { max: 1000 }, "how many sets", Asked::OnlyWhenSaid;
    /// Repetitions in a set.
    REPS, "reps", "", Answer::Count { max: 10_000 }, "how many repetitions in a set", Asked::OnlyWhenSaid;
    /// Seconds that each repetition was held.
    HOLD, "hold_seconds", "", Answer::Seconds, "how many seconds each was held", Asked::OnlyWhenSaid;
    /// When, local time.
    TIME, "time", "", Answer::Time, "at what time", Asked::OnlyWhenSaid;
    /// A note.
    NOTE, "note", "", Answer::Text, "a note", Asked::OnlyWhenSaid;
}

/// Whether an entry says that the exercise was done. 0 minutes, and nothing else, is what some
/// write for a day without it.
pub fn is_done(values: &Values) -> bool {
    match (values.yes(&DONE), values.real(&MINUTES)) {
        (Some(done), _) => done,
        (None, Some(minutes)) => minutes > 0.0,
        (None, None) => true,
    }
}
