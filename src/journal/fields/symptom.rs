//! What can be recorded of a warning sign.

use crate::journal::entry::Kind;
use crate::journal::field::{Answer, Asked, Field};
use crate::journal::fields::fields;
use crate::journal::words::SYMPTOMS;

fields! { Symptom:
    /// Which warning sign.
    SYMPTOM, "symptom", "", Answer::Word(SYMPTOMS), "which warning sign", Asked::OnlyWhenSaid;
    /// Whether it is there. "No" was asked and denied; no entry was never asked.
    PRESENT, "present", "", Answer::YesNo, "whether it is there", Asked::OnlyWhenSaid;
    /// When, local time.
    TIME, "time", "", Answer::Time, "at what time", Asked::OnlyWhenSaid;
    /// A note.
    NOTE, "note", "", Answer::Text, "a note", Asked::OnlyWhenSaid;
}
