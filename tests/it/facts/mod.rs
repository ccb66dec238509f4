//! What the entries add up to: worked by hand.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod change;
mod counts;
mod course;
mod measures;

use chrono::{Days, NaiveDate};
use twinge::journal::fields::pain;
use twinge::journal::{Entry, EntryId, Field, FieldRef, Journal, Kind, Value, Values};

/// A Sunday.
fn today() -> NaiveDate {
    "2026-03-15".parse().unwrap()
}

fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

/// Entries by how many days ago they were.
#[derive(Default)]
struct Diary(Vec<Entry>);

impl Diary {
    fn put(&mut self, kind: Kind, days: u64, values: &[(&'static Field, Value)]) -> &mut Self {
        let mut set = Values::default();
        for (field, value) in values {
            set.set(FieldRef::Known(field), value.clone());
        }
        let id = EntryId::named(&format!("entry {}", self.0.len()));
        self.0.push(Entry { id, kind, day: ago(days), values: set });
        self
    }

    /// The day's average in points.
    fn average(&mut self, days: u64, points: i64) -> &mut Self {
        self.put(Kind::Pain, days, &[(&pain::AVERAGE, Value::Int(points * 10))])
    }

    /// The day's worst in points, and nothing else.
    fn worst(&mut self, days: u64, points: i64) -> &mut Self {
        self.put(Kind::Pain, days, &[(&pain::WORST, Value::Int(points * 10))])
    }

    fn journal(&self) -> Journal {
        Journal::new(self.0.clone())
    }
}
