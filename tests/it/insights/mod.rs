//! From a journal to what is said of habits: worked by hand.

mod days;
mod habits;
mod ledger;
mod same_day;
mod weekly;

use chrono::{Days, NaiveDate};
use twinge::journal::fields::{day, exercise, pain};
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
    fn put(&mut self, kind: Kind, days: u64, values: &[(FieldRef, Value)]) -> &mut Self {
        let mut set = Values::default();
        for (field, value) in values {
            set.set(field.clone(), value.clone());
        }
        let id = EntryId::named(&format!("entry {}", self.0.len()));
        self.0.push(Entry { id, kind, day: ago(days), values: set });
        self
    }

    fn scored(&mut self, days: u64, field: &'static Field, points: i64) -> &mut Self {
        self.put(Kind::Pain, days, &[(FieldRef::Known(field), Value::Int(points * 10))])
    }

    fn average(&mut self, days: u64, points: i64) -> &mut Self {
        self.scored(days, &pain::AVERAGE, points)
    }

    fn sitting(&mut self, days: u64, hours: f64) -> &mut Self {
        self.put(Kind::Day, days, &[(FieldRef::Known(&day::SITTING_HOURS), Value::Real(hours))])
    }

    fn did(&mut self, days: u64, which: &str, more: &[(&'static Field, Value)]) -> &mut Self {
        let mut values = vec![(FieldRef::Known(&exercise::EXERCISE), Value::text(which))];
        values.extend(more.iter().map(|(field, value)| (FieldRef::Known(field), value.clone())));
        self.put(Kind::Exercise, days, &values)
    }

    fn journal(&self) -> Journal {
        Journal::new(self.0.clone())
    }
}
