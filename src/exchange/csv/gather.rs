//! Entries made of rows: one day's rows come together, and must not contradict each other.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::journal::fields::{event, exercise, pain, treatment};
use crate::journal::{Entry, EntryId, FieldRef, Journal, Kind, OwnHabit, Value, Values};

/// An entry of the row that is being read.
#[derive(Debug)]
pub(super) struct Staged {
    pub(super) entry: Entry,
    /// Whether there can be several of it: another one on the same day is another entry.
    pub(super) is_numbered: bool,
}

impl Staged {
    /// An entry of which there is one a day, under an id that says which.
    pub(super) fn only(id: EntryId, kind: Kind, day: NaiveDate, values: Values) -> Self {
        Self { entry: Entry { id, kind, day, values }, is_numbered: false }
    }

    /// An entry of which there can be several a day.
    pub(super) fn numbered(kind: Kind, day: NaiveDate, values: Values) -> Self {
        let mut entry = Entry { id: EntryId([0; 16]), kind, day, values };
        entry.id = numbered_id(&entry, 1);
        Self { entry, is_numbered: true }
    }
}

/// The id of the n-th such entry of a file: the same each time that the file is read.
fn numbered_id(entry: &Entry, n: u32) -> EntryId {
    let text = |field| entry.values.text(field).unwrap_or_default();
    let (kind, day) = (entry.kind.id(), entry.day);
    EntryId::named(&match entry.kind {
        Kind::Pain => {
            let (time, site, side) = (text(&pain::TIME), text(&pain::SITE), text(&pain::SIDE));
            // Without a time only the score tells readings of one day apart: their order in
            // the file may be another the next time.
            let untimed = entry.values.int(&pain::NOW).filter(|_| time.is_empty());
            let score = untimed.map(|tenths| tenths.to_string()).unwrap_or_default();
            format!("csv {kind} {day} {time}{score} {site} {side} {n}")
        }
        Kind::Treatment => {
            let (which, name) = (text(&treatment::TREATMENT), text(&treatment::NAME));
            format!("csv {kind} {day} {which} {name} {n}")
        }
        Kind::Event => {
            let (which, said) = (text(&event::EVENT), text(&event::TEXT));
            format!("csv {kind} {day} {which} {said} {n}")
        }
        _ => format!("csv {kind} {day} {} {n}", text(&exercise::EXERCISE)),
    })
}

/// A value that contradicts one of an earlier row.
#[derive(Debug, PartialEq)]
pub(super) struct Clash {
    pub(super) field: String,
    pub(super) here: String,
    pub(super) there: String,
    /// The first byte of the earlier row.
    pub(super) there_at: usize,
}

/// The entries of the rows read so far.
#[derive(Debug, Default)]
pub(super) struct Gather {
    entries: Vec<Entry>,
    /// Where the row of each entry begins.
    from: Vec<usize>,
    /// Those that have their id from what they say.
    unnamed: Vec<EntryId>,
    /// Where later rows, that added a value to an entry, begin.
    filled: HashMap<(usize, String), usize>,
    /// The entries by id, of as many as were needed so far: a file with its days in order
    /// needs none.
    by_id: HashMap<EntryId, usize>,
    n_indexed: usize,
    /// How many entries there are of each numbered sort that has more than one.
    counts: HashMap<EntryId, u32>,
    days: Option<(NaiveDate, NaiveDate)>,
    /// Whether two entries of one row can be of the same place.
    can_meet: bool,
}

impl Gather {
    /// Begins; `can_meet` says whether two entries of one row can be of the same place.
    pub(super) fn new(can_meet: bool) -> Self {
        Self { can_meet, ..Self::default() }
    }

    /// Takes the entries of one row, all or none. `at` is where the row begins.
    pub(super) fn take(
        &mut self,
        day: NaiveDate,
        staged: &mut Vec<Staged>,
        at: usize,
    ) -> Result<(), Vec<Clash>> {
        let is_new_day = self.days.is_none_or(|(first, last)| day < first || day > last);
        let (first, last) = self.days.unwrap_or((day, day));
        if is_new_day && !self.can_meet {
            // The common case: nothing that these could belong to.
            self.days = Some((first.min(day), last.max(day)));
            for Staged { entry, .. } in staged.drain(..) {
                self.unnamed.push(entry.id);
                self.push(entry, at);
            }
            return Ok(());
        }
        self.index();
        let mut clashes = Vec::new();
        for (i, one) in staged.iter().enumerate() {
            if let Some(old) = self.by_id.get(&one.entry.id) {
                self.compare(one, *old, &mut clashes);
            }
            if one.entry.kind == Kind::Pain && !one.is_numbered {
                for earlier in staged[..i].iter().filter(|s| s.entry.id == one.entry.id) {
                    let there = |_: &FieldRef| at;
                    clashes_of(&one.entry.values, &earlier.entry.values, there, &mut clashes);
                }
            }
        }
        if !clashes.is_empty() {
            staged.clear();
            return Err(clashes);
        }
        self.days = Some((first.min(day), last.max(day)));
        for one in staged.drain(..) {
            self.put(one, at);
        }
        Ok(())
    }

    /// Adds an entry that is whole. Rows that name no entry may add to it.
    pub(super) fn give(&mut self, entry: Entry, at: usize) {
        if Kind::OF_A_DAY.contains(&entry.kind) {
            let (first, last) = self.days.unwrap_or((entry.day, entry.day));
            self.days = Some((first.min(entry.day), last.max(entry.day)));
        }
        self.push(entry, at);
    }

    /// The own habits that are defined by the entries so far.
    pub(super) fn defined(&self) -> Vec<OwnHabit> {
        let definitions = self.entries.iter().filter(|e| e.kind == Kind::Habit);
        Journal::new(definitions.cloned().collect()).habits().to_vec()
    }

    /// Adds the definition of a habit, or what is missing of one that is there.
    pub(super) fn define(&mut self, entry: Entry) {
        self.index();
        self.put(Staged { entry, is_numbered: false }, 0);
    }

    fn push(&mut self, entry: Entry, at: usize) {
        self.entries.push(entry);
        self.from.push(at);
    }

    /// All entries, to be changed after the last row.
    pub(super) fn entries_mut(&mut self) -> &mut [Entry] {
        &mut self.entries
    }

    /// The entries, and the ids of those of which the file gives none.
    pub(super) fn into_entries(self) -> (Vec<Entry>, Vec<EntryId>) {
        (self.entries, self.unnamed)
    }

    fn index(&mut self) {
        for at in self.n_indexed..self.entries.len() {
            self.by_id.insert(self.entries[at].id, at);
        }
        self.n_indexed = self.entries.len();
    }

    fn compare(&self, one: &Staged, old: usize, clashes: &mut Vec<Clash>) {
        let values = &self.entries[old].values;
        let there = |field: &FieldRef| {
            self.filled.get(&(old, field.id())).copied().unwrap_or(self.from[old])
        };
        if !one.is_numbered {
            clashes_of(&one.entry.values, values, there, clashes);
            return;
        }
        let done = |values: &Values| values.yes(&exercise::DONE) != Some(false);
        if one.entry.kind == Kind::Exercise && done(&one.entry.values) != done(values) {
            let said = |values| if done(values) { "done" } else { "not done" };
            clashes.push(Clash {
                field: format!(
                    "exercise:{}",
                    one.entry.values.text(&exercise::EXERCISE).unwrap_or_default()
                ),
                here: said(&one.entry.values).into(),
                there: said(values).into(),
                there_at: self.from[old],
            });
        }
    }

    fn put(&mut self, one: Staged, at: usize) {
        let Staged { mut entry, is_numbered } = one;
        if let Some(old) = self.by_id.get(&entry.id).copied() {
            if !is_numbered {
                for (field, value) in entry.values.iter() {
                    if value_of(&self.entries[old].values, field).is_none() {
                        self.filled.insert((old, field.id()), at);
                        self.entries[old].values.set(field.clone(), value.clone());
                    }
                }
                return;
            }
            if entry.values.yes(&exercise::DONE) == Some(false) {
                return;
            }
            let count = self.counts.entry(entry.id).or_insert(1);
            *count += 1;
            entry.id = numbered_id(&entry, *count);
        }
        self.by_id.insert(entry.id, self.entries.len());
        self.unnamed.push(entry.id);
        self.push(entry, at);
        self.n_indexed = self.entries.len();
    }
}

fn clashes_of(
    here: &Values,
    there: &Values,
    there_at: impl Fn(&FieldRef) -> usize,
    clashes: &mut Vec<Clash>,
) {
    for (field, value) in here.iter() {
        let Some(earlier) = value_of(there, field).filter(|earlier| *earlier != value) else {
            continue;
        };
        clashes.push(Clash {
            field: field.id(),
            here: said(field, value),
            there: said(field, earlier),
            there_at: there_at(field),
        });
    }
}

fn value_of<'v>(values: &'v Values, field: &FieldRef) -> Option<&'v Value> {
    values.iter().find(|(f, _)| *f == field).map(|(_, value)| value)
}

fn said(field: &FieldRef, value: &Value) -> String {
    let full = match (field, value) {
        (FieldRef::Known(known), value) => known.answer.write(value),
        (FieldRef::Own(_), Value::Int(n)) => n.to_string(),
        (FieldRef::Own(_), Value::Real(x)) => x.to_string(),
        (FieldRef::Own(_), Value::Text(t)) => t.to_string(),
    };
    crate::journal::quote(&full)
}
