//! What can be recorded of a treatment or a medicine.

use crate::journal::entry::Kind;
use crate::journal::field::{Answer, Asked, Field};
use crate::journal::fields::fields;
use crate::journal::words::{TREATMENTS, Word};

/// Whether it helped, as the person says.
pub static HELPED: &[Word] = &[
    Word::new("yes", "helped", &["y"]),
    Word::new("a-little", "helped a little", &["little", "some"]),
    Word::new("no", "did not help", &["n"]),
    Word::new("worse", "made it worse", &[]),
];

fields! { Treatment:
    /// Which treatment.
    TREATMENT, "treatment", "", Answer::Word(TREATMENTS), "which treatment", Asked::OnlyWhenSaid;
    /// The medicine's name, as the person wrote it.
    NAME, "name", "", Answer::Text, "its name, as you write it", Asked::OnlyWhenSaid;
    /// The amount, as the person wrote it: never read as a number, never judged.
    AMOUNT, "amount", "", Answer::Text, "how much, as you write it", Asked::OnlyWhenSaid;
    /// Minutes.
    MINUTES, "minutes", "", Answer::Minutes, "for how many minutes", Asked::OnlyWhenSaid;
    /// Whether it helped.
    HELPED_IT, "helped", "", Answer::Word(HELPED), "whether it helped", Asked::OnlyWhenSaid;
    /// When, local time.
    TIME, "time", "", Answer::Time, "at what time", Asked::OnlyWhenSaid;
    /// A note.
    NOTE, "note", "", Answer::Text, "a note", Asked::OnlyWhenSaid;
}
