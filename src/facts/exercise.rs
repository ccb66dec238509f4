//! Which exercises were done on which days: for how long, that they were, or that they were not.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::journal::fields::exercise::{EXERCISE, HOLD, MINUTES, REPS, SETS, is_done};
use crate::journal::{Entry, Journal, Kind, Span, Values};

/// An exercise and the days on which something was said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Exercise {
    /// Its id: a word of the table or the person's own.
    pub id: String,
    /// In order of date, each once.
    pub days: Vec<(NaiveDate, Amount)>,
    /// Each dose in sets, repetitions and seconds held, in order of date.
    pub doses: Vec<Dose>,
}

/// How much of an exercise was done on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// So many minutes, over 0.
    Minutes(f64),
    /// It was done, for an unknown time.
    Done,
    /// It was said not to be done.
    NotDone,
}

/// A dose that is counted rather than timed; what is `None` was not said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dose {
    /// Sets.
    pub sets: Option<i64>,
    /// Repetitions in a set.
    pub reps: Option<i64>,
    /// Seconds that each was held.
    pub hold: Option<f64>,
}

impl Exercise {
    /// Returns the days on which it was done, in order.
    pub fn done(&self) -> impl DoubleEndedIterator<Item = NaiveDate> {
        self.days.iter().filter(|(_, amount)| *amount != Amount::NotDone).map(|(day, _)| *day)
    }

    /// Returns the days on which it was said not to be done, in order.
    pub fn not_done(&self) -> impl Iterator<Item = NaiveDate> {
        self.days.iter().filter(|(_, amount)| *amount == Amount::NotDone).map(|(day, _)| *day)
    }

    /// Returns the days with minutes, in order.
    pub fn minutes(&self) -> impl Iterator<Item = (NaiveDate, f64)> {
        self.days.iter().filter_map(|(day, amount)| match amount {
            Amount::Minutes(minutes) => Some((*day, *minutes)),
            Amount::Done | Amount::NotDone => None,
        })
    }

    /// Returns the dose that was done most often, the newest of equals, and whether all were the
    /// same.
    pub fn usual_dose(&self) -> Option<(Dose, bool)> {
        let n_of = |dose: &Dose| self.doses.iter().filter(|other| *other == dose).count();
        let usual = self.doses.iter().copied().max_by_key(n_of)?;
        Some((usual, n_of(&usual) == self.doses.len()))
    }
}

/// Returns every exercise of which something was said in a span: those done on the most days
/// first, of these the one that was done last.
pub fn exercises(journal: &Journal, span: Span) -> Vec<Exercise> {
    let mut found: BTreeMap<&str, Exercise> = BTreeMap::new();
    for entry in journal.within(span).iter().filter(|entry| entry.kind == Kind::Exercise) {
        let Some(id) = entry.values.text(&EXERCISE) else { continue };
        let amount = amount(entry);
        let exercise = found.entry(id).or_insert_with(|| Exercise {
            id: id.into(),
            days: vec![],
            doses: vec![],
        });
        exercise.doses.extend(dose(&entry.values).filter(|_| amount != Amount::NotDone));
        match exercise.days.last_mut() {
            Some((day, before)) if *day == entry.day => *before = both(*before, amount),
            _ => exercise.days.push((entry.day, amount)),
        }
    }
    let mut all: Vec<Exercise> = found.into_values().collect();
    all.sort_by_key(|it| std::cmp::Reverse((it.done().count(), it.done().next_back())));
    all
}

fn amount(entry: &Entry) -> Amount {
    match entry.values.real(&MINUTES) {
        _ if !is_done(&entry.values) => Amount::NotDone,
        Some(minutes) if minutes > 0.0 => Amount::Minutes(minutes),
        _ => Amount::Done,
    }
}

/// Returns what two entries of a day come to: done twice is done for both times, and done once is
/// done.
fn both(one: Amount, other: Amount) -> Amount {
    match (one, other) {
        (Amount::Minutes(one), Amount::Minutes(other)) => Amount::Minutes(one + other),
        (Amount::Minutes(minutes), _) | (_, Amount::Minutes(minutes)) => Amount::Minutes(minutes),
        (Amount::Done, _) | (_, Amount::Done) => Amount::Done,
        (Amount::NotDone, Amount::NotDone) => Amount::NotDone,
    }
}

fn dose(values: &Values) -> Option<Dose> {
    let dose = Dose { sets: values.int(&SETS), reps: values.int(&REPS), hold: values.real(&HOLD) };
    let said = dose.sets.is_some() || dose.reps.is_some() || dose.hold.is_some();
    said.then_some(dose)
}

#[cfg(test)]
mod tests {
    use crate::facts::exercise::{Amount, both};

    #[test]
    fn once_done_is_done_and_times_add_up() {
        let (ten, five) = (Amount::Minutes(10.0), Amount::Minutes(5.0));
        assert_eq!(both(ten, five), Amount::Minutes(15.0));
        assert_eq!(both(Amount::NotDone, ten), ten);
        assert_eq!(both(ten, Amount::Done), ten);
        assert_eq!(both(Amount::NotDone, Amount::Done), Amount::Done);
        assert_eq!(both(Amount::NotDone, Amount::NotDone), Amount::NotDone);
    }
}
