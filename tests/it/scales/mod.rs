//! The weekly questions as scores: values worked by hand, each limit from both sides.

mod activity;
mod before;
mod change;
mod difference;
mod peg;
mod week;

use chrono::{Days, NaiveDate};
use twinge::journal::fields::{habit, pain, questionnaire};
use twinge::journal::{Entry, EntryId, Field, FieldRef, Journal, Kind, Value, Values};

/// The fixed day of the tests, a Sunday.
fn today() -> NaiveDate {
    date("2026-03-15")
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The day so many days before the fixed day.
pub(crate) fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

/// Entries being written down, in any order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Diary(pub(crate) Vec<Entry>);

impl Diary {
    fn put(&mut self, kind: Kind, id: EntryId, day: NaiveDate, values: Values) -> &mut Self {
        self.0.push(Entry { id, kind, day, values });
        self
    }

    pub(crate) fn weekly(&mut self, day: NaiveDate, said: &[(&'static Field, Value)]) -> &mut Self {
        let mut values = Values::default();
        for (field, value) in said {
            values.set(FieldRef::Known(field), value.clone());
        }
        self.put(Kind::Questionnaire, EntryId::of_questionnaire(day), day, values)
    }

    /// The three items of PEG, in tenths.
    pub(crate) fn peg(&mut self, day: NaiveDate, tenths: [i64; 3]) -> &mut Self {
        let [pain, enjoyment, activity] = tenths.map(Value::Int);
        self.weekly(
            day,
            &[
                (&questionnaire::PEG_PAIN, pain),
                (&questionnaire::PEG_ENJOYMENT, enjoyment),
                (&questionnaire::PEG_ACTIVITY, activity),
            ],
        )
    }

    fn change(&mut self, day: NaiveDate, word: &str) -> &mut Self {
        self.weekly(day, &[(&questionnaire::CHANGE, Value::text(word))])
    }

    /// Defines a habit or an activity.
    fn own(&mut self, id: &str, answer: &str, retired: bool) -> &mut Self {
        let mut values = Values::default();
        for (field, value) in [
            (&habit::HABIT, Value::text(id)),
            (&habit::ANSWER, Value::text(answer)),
            (&habit::RETIRED, Value::from(retired)),
        ] {
            values.set(FieldRef::Known(field), value);
        }
        self.put(Kind::Habit, EntryId::of_habit(id), NaiveDate::default(), values)
    }

    pub(crate) fn activity(&mut self, id: &str) -> &mut Self {
        self.own(id, "activity", false)
    }

    /// Own habits and activities of a day, in points.
    pub(crate) fn did(&mut self, day: NaiveDate, said: &[(&str, f64)]) -> &mut Self {
        let mut values = Values::default();
        for (id, points) in said {
            values.set(FieldRef::Own((*id).into()), Value::Real(*points));
        }
        self.put(Kind::Day, EntryId::of_day(day), day, values)
    }

    /// The same average, in tenths, on each day from so many days ago to so many days ago.
    fn averages(&mut self, from_ago: u64, to_ago: u64, tenths: i64) -> &mut Self {
        for n in to_ago..=from_ago {
            let mut values = Values::default();
            values.set(FieldRef::Known(&pain::AVERAGE), Value::Int(tenths));
            self.put(Kind::Pain, EntryId::of_day_pain(ago(n), (None, None)), ago(n), values);
        }
        self
    }

    fn journal(&self) -> Journal {
        Journal::new(self.0.clone())
    }
}
