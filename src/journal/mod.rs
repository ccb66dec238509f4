//! What a person records: values only, no files, no clock, no screen.

mod book;
mod common_medicines;
mod countries;
mod dates;
mod dose;
mod entry;
mod field;
pub mod fields;
mod medicines;
mod score;
mod search;
pub mod series;
mod span;
mod spoken;
mod value;
mod words;

pub use book::{Journal, OwnHabit};
pub use countries::COUNTRIES;
pub use dates::{DateError, PartialDate, read_day, read_moment_of_day};
pub use dose::{read_dose, show_dose};
pub use entry::{Entry, EntryId, FieldRef, Kind, Values};
pub use field::{Answer, Asked, Field, Misread};
pub(crate) use field::{counted, quote};
pub use medicines::Medicines;
pub use score::Score;
pub use search::{Heard, hear, named_apart};
pub use span::Span;
pub use value::Value;
pub use words::{
    EVENTS, EXERCISES, NOTE, QUALITIES, SIDES, SITES, SYMPTOMS, TREATMENTS, Word, nearest,
};
pub(crate) use words::{id_of, simplify};
