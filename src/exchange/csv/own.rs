//! New habits of the person's own: how a column that has no definition is answered.

use chrono::NaiveDate;

use crate::journal::fields::habit;
use crate::journal::{Answer, Entry, EntryId, FieldRef, Kind, Value, Values};

/// What the cells of a column have been so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    is_yes_no: bool,
    is_number: bool,
    n: usize,
}

impl Default for Seen {
    fn default() -> Self {
        Self { is_yes_no: true, is_number: true, n: 0 }
    }
}

impl Seen {
    /// Looks at a cell that is not empty.
    pub(super) fn look(&mut self, cell: &str) {
        self.n += 1;
        self.is_yes_no = self.is_yes_no && Answer::YesNo.read(cell).is_ok();
        self.is_number = self.is_number && ANY_NUMBER.read(cell).is_ok();
    }

    /// The id of the answer in [`habit::ANSWERS`]; `None` when all cells are empty.
    pub(super) fn answer(self) -> Option<&'static str> {
        match self {
            Self { n: 0, .. } => None,
            Self { is_yes_no: true, .. } => Some("yes-no"),
            Self { is_number: true, .. } => Some("amount"),
            Self { .. } => Some("words"),
        }
    }
}

const ANY_NUMBER: Answer = Answer::Amount { min: -1e9, max: 1e9, unit: "" };

/// The entry that defines a habit or an exercise, with the name of its column as the
/// question if more is lost of it than case, blanks and hyphens.
pub(super) fn definition(id: &str, answer: &str, column: &str) -> Entry {
    let mut values = Values::default();
    values.push(FieldRef::Known(&habit::ANSWER), Value::text(answer));
    values.push(FieldRef::Known(&habit::HABIT), Value::text(id));
    let name = column.rsplit_once(':').map_or(column, |(_, name)| name);
    if crate::journal::simplify(name) != id
        && let Ok(question) = habit::QUESTION.answer.read(column)
    {
        values.push(FieldRef::Known(&habit::QUESTION), question);
    }
    let day = NaiveDate::default();
    Entry { id: EntryId::of_habit(id), kind: Kind::Habit, day, values }
}
