//! From a journal to columns: every habit that was recorded, as numbers by day.

use std::collections::{BTreeMap, BTreeSet};

use crate::insights::days::Days;
use crate::insights::subject::{ROWS, Row, Scale, Subject, When};
use crate::journal::fields::{exercise, habit};
use crate::journal::{Answer, EXERCISES, Entry, Journal, Kind, OwnHabit, Score, Span, Value, Word};
use crate::stats::Column;
use crate::stats::columns::lagged;
use crate::stats::engine::Habit;

/// One habit, ready to be asked about.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What it is.
    pub subject: Subject,
    /// Its numbers.
    pub column: Habit,
    /// Of yes or no, on how many days with pain it was so; `None` of an amount.
    pub n_with: Option<usize>,
}

/// Every habit of which anything was recorded on these days: the fields in the order of their
/// table, own habits and exercises by name. Of words each is a habit of its own.
pub fn asked(journal: &Journal, days: &Days) -> Vec<Asked> {
    let mut gathered = Gathered { days, asked: Vec::new(), n_groups: 0 };
    let span = Span::new(days.first, days.last());
    let entries = span.map(|span| journal.within(span)).unwrap_or_default();
    for row in ROWS {
        gathered.field(row, entries);
    }
    for own in journal.habits().iter().filter(|h| !h.is_exercise() && !h.is_activity()) {
        gathered.own(own, entries);
    }
    gathered.exercises(entries);
    gathered.asked
}

struct Gathered<'d> {
    days: &'d Days,
    asked: Vec<Asked>,
    n_groups: usize,
}

impl Gathered<'_> {
    fn field(&mut self, row: &Row, entries: &[Entry]) {
        let id = row.field.id;
        let of = |entry: &Entry| entry.values.get(row.field).cloned();
        match row.field.answer {
            Answer::Word(words) => {
                let called = |level: &str| {
                    let word = words.iter().find(|w| w.id == level);
                    format!("{}{}", row.called, word.map_or(level, |w| w.means))
                };
                self.levels(id, row.when, called, &self.values(entries, of));
            }
            answer => {
                let called = row.called.into();
                let scale = scale_of(answer, row.unit);
                let subject = Subject { id: id.into(), when: row.when, called, scale };
                let column = numbers(answer, &self.values(entries, of));
                self.add(subject, column);
            }
        }
    }

    fn own(&mut self, own: &OwnHabit, entries: &[Entry]) {
        let Some(answer) = own.answer() else { return };
        let called = own.id.replace('-', " ");
        let values = self.values(entries, |entry| entry.values.own(&own.id).cloned());
        if let Answer::OwnWord(_) = answer {
            self.levels(&own.id, When::Day, |level| format!("{called} {level}"), &values);
            return;
        }
        let unit = own.values.text(&habit::UNIT).unwrap_or("1");
        let scale = scale_of(answer, unit);
        let subject = Subject { id: own.id.to_string(), when: When::Day, called, scale };
        let column = numbers(answer, &values);
        self.add(subject, column);
    }

    /// An exercise is done or not, however long; days on which neither was said are not known.
    fn exercises(&mut self, entries: &[Entry]) {
        let mut found: BTreeMap<&str, Column> = BTreeMap::new();
        for entry in entries.iter().filter(|e| e.kind == Kind::Exercise) {
            let which = entry.values.text(&exercise::EXERCISE);
            let (Some(which), Some(day)) = (which, self.days.place(entry.day)) else { continue };
            let is_done = exercise::is_done(&entry.values);
            let column = found.entry(which).or_insert_with(|| vec![None; self.n_days()]);
            let is_done = is_done || column[day].is_some_and(|done| done > 0.0);
            column[day] = Some(number(is_done));
        }
        for (which, column) in found {
            let word: Option<&Word> = EXERCISES.iter().find(|w| w.id == which);
            let called = word.map_or(which, |w| w.means);
            let called = called.split(':').next().unwrap_or(called).replace('-', " ");
            let id = format!("exercise:{which}");
            self.add(Subject { id, when: When::Day, called, scale: Scale::YesNo }, column);
        }
    }

    fn n_days(&self) -> usize {
        self.days.diary.n_days()
    }

    /// What was recorded on each day.
    fn values(
        &self,
        entries: &[Entry],
        of: impl Fn(&Entry) -> Option<Value>,
    ) -> Vec<Option<Value>> {
        let mut values = vec![None; self.n_days()];
        for entry in entries.iter().filter(|e| e.kind == Kind::Day) {
            if let Some(day) = self.days.place(entry.day)
                && let Some(value) = of(entry)
            {
                values[day] = Some(value);
            }
        }
        values
    }

    /// Each word as a column of its own, against all the others.
    fn levels(
        &mut self,
        id: &str,
        when: When,
        called: impl Fn(&str) -> String,
        values: &[Option<Value>],
    ) {
        let text = |value: &Option<Value>| match value {
            Some(Value::Text(text)) => Some(text.to_string()),
            _ => None,
        };
        let levels: BTreeSet<String> = values.iter().filter_map(text).collect();
        let group = self.n_groups;
        self.n_groups += 1;
        for level in levels {
            let is = |value| text(value).map(|said| number(said == level));
            let (id, called) = (format!("{id}:{level}"), called(&level));
            let subject = Subject { id, when, called, scale: Scale::YesNo };
            self.add_to(group, subject, values.iter().map(is).collect());
        }
    }

    fn add(&mut self, subject: Subject, column: Column) {
        let group = self.n_groups;
        self.n_groups += 1;
        self.add_to(group, subject, column);
    }

    fn add_to(&mut self, group: usize, subject: Subject, values: Column) {
        if values.iter().all(Option::is_none) {
            return;
        }
        let lag = subject.when.lag();
        let is_with = |(pain, value): (&Option<f64>, &Option<f64>)| {
            pain.is_some() && value.is_some_and(|value| value > 0.0)
        };
        let beside = lagged(&values, lag);
        let n_with = self.days.diary.pain.iter().zip(&beside).filter(|pair| is_with(*pair)).count();
        let n_with = (subject.scale == Scale::YesNo).then_some(n_with);
        self.asked.push(Asked { subject, column: Habit { values, lag, group }, n_with });
    }
}

fn numbers(answer: Answer, values: &[Option<Value>]) -> Column {
    values.iter().map(|value| number_of(answer, value.as_ref()?)).collect()
}

fn number(is: bool) -> f64 {
    if is { 1.0 } else { 0.0 }
}

fn scale_of(answer: Answer, unit: &str) -> Scale {
    if answer == Answer::YesNo { Scale::YesNo } else { Scale::Amount(unit.into()) }
}

/// A recorded value as a number in its unit; a score in points.
fn number_of(answer: Answer, value: &Value) -> Option<f64> {
    match (answer, value) {
        (Answer::Score, Value::Int(tenths)) => Score::from_tenths(*tenths).map(Score::points),
        #[expect(clippy::cast_precision_loss, reason = "counts are small")]
        (_, Value::Int(n)) => Some(*n as f64),
        (_, Value::Real(x)) => x.is_finite().then_some(*x),
        (_, Value::Text(_)) => None,
    }
}
