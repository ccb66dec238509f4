//! What a file says again: entries of which it gives no id, found in the journal.

use std::collections::{HashMap, HashSet};

use crate::exchange::Import;
use crate::journal::fields::{exercise, pain, treatment};
use crate::journal::{Entry, EntryId, Field, FieldRef, Journal, Kind, Value, Values};

/// Gives the entries that the journal has already, under another id, that id: so they are
/// the same entry, and not written again. Each entry of the journal is at most one of the
/// file. Entries that come with an id of their own are left as they are.
pub fn recognise(import: &mut Import, journal: &Journal) {
    if journal.entries().is_empty() {
        return;
    }
    let mut unnamed: HashSet<EntryId> = import.unnamed.iter().copied().collect();
    let entries = &mut import.entries;
    let can_be_another = |entry: &Entry| {
        matches!(entry.kind, Kind::Pain | Kind::Exercise | Kind::Treatment | Kind::Event)
            && unnamed.contains(&entry.id)
    };
    let (mut waiting, named): (Vec<usize>, Vec<usize>) =
        (0..entries.len()).partition(|i| can_be_another(&entries[*i]));
    // What says more can be fewer of the journal's entries: it chooses first.
    waiting.sort_by_key(|i| std::cmp::Reverse(entries[*i].values.len()));
    let mut taken: HashSet<EntryId> = named.iter().map(|i| entries[*i].id).collect();
    waiting.retain(|i| {
        let entry = &entries[*i];
        let is_itself = journal.on(entry.day).iter().any(|there| {
            there.id == entry.id && there.kind == entry.kind && says_again(entry, there)
        });
        if is_itself {
            taken.insert(entry.id);
        }
        !is_itself
    });
    let mut at: HashMap<EntryId, usize> = waiting.iter().map(|i| (entries[*i].id, *i)).collect();
    for i in waiting {
        let entry = &entries[i];
        let same = journal
            .on(entry.day)
            .iter()
            .filter(|there| !taken.contains(&there.id) && says_again(entry, there))
            .min_by_key(|there| there.values.len());
        let Some(same) = same else { continue };
        taken.insert(same.id);
        let (free, found) = (entry.id, same.id);
        // Where another row of the file has that id, the two change places.
        if let Some(other) = at.insert(found, i).filter(|other| *other != i) {
            entries[other].id = free;
            at.insert(free, other);
        }
        entries[i].id = found;
        unnamed.insert(found);
    }
    for entry in entries.iter_mut().filter(|e| e.kind == Kind::Pain && unnamed.contains(&e.id)) {
        leave_quality_to_the_other(entry, journal);
    }
}

/// Where the file's values are to stand: a reading of pain of which the file gives no id is the
/// journal's only one of that day and place, or that of the same time. Gives how many readings could
/// be one of several: those stay readings of their own. To be called after [`recognise`].
pub fn take_for_the_same(import: &mut Import, journal: &Journal) -> usize {
    let unnamed: HashSet<EntryId> = import.unnamed.iter().copied().collect();
    let mut taken: HashSet<EntryId> = import.entries.iter().map(|e| e.id).collect();
    let mut n_unsure = 0;
    for entry in &mut import.entries {
        let on = journal.on(entry.day);
        let is_new = unnamed.contains(&entry.id) && !on.iter().any(|there| there.id == entry.id);
        if !is_new || entry.values.get(&pain::NOW).is_none() {
            continue;
        }
        let readings = on.iter().filter(|there| {
            there.values.get(&pain::NOW).is_some() && is_at_the_same_place(entry, there)
        });
        let time = entry.values.text(&pain::TIME);
        let could_be: Vec<EntryId> = readings
            .filter(|there| time.is_none() || there.values.text(&pain::TIME) == time)
            .map(|there| there.id)
            .filter(|id| !taken.contains(id))
            .collect();
        match could_be[..] {
            [] => {}
            [one] => {
                taken.insert(one);
                entry.id = one;
            }
            _ => n_unsure += 1,
        }
    }
    n_unsure
}

fn is_at_the_same_place(entry: &Entry, there: &Entry) -> bool {
    [&pain::SITE, &pain::SIDE]
        .iter()
        .all(|field| entry.values.get(field) == there.values.get(field))
}

/// Whether all that an entry of a file says is said by one of the journal.
fn says_again(entry: &Entry, there: &Entry) -> bool {
    let same = |field: &'static Field| entry.values.get(field) == there.values.get(field);
    // What an entry is about must be the same, and not only be said by one of them.
    let is_about_the_same = entry.kind == there.kind
        && match entry.kind {
            Kind::Pain => is_at_the_same_place(entry, there),
            Kind::Exercise => same(&exercise::EXERCISE) && is_done(entry) == is_done(there),
            Kind::Treatment => same(&treatment::TREATMENT) && same(&treatment::NAME),
            Kind::Event => true,
            Kind::Day
            | Kind::Symptom
            | Kind::Questionnaire
            | Kind::Profile
            | Kind::Habit
            | Kind::Notice
            | Kind::Insight
            | Kind::Experiment => false,
        };
    is_about_the_same
        && entry.values.iter().all(|(field, value)| match value_of(&there.values, field) {
            Some(known) => known == value,
            // A row says it of all its scores at once.
            None => *field == FieldRef::Known(&pain::QUALITY),
        })
}

fn is_done(entry: &Entry) -> bool {
    entry.values.yes(&exercise::DONE) != Some(false)
}

fn value_of<'v>(values: &'v Values, field: &FieldRef) -> Option<&'v Value> {
    values.iter().find(|(f, _)| *f == field).map(|(_, value)| value)
}

/// What it feels like stands once in a row, for all scores at its place: where the journal has
/// the entry without it, and says it of another score of that day and place, it is there.
fn leave_quality_to_the_other(entry: &mut Entry, journal: &Journal) {
    let Some(quality) = entry.values.text(&pain::QUALITY) else { return };
    let on = journal.on(entry.day);
    let is_known = on.iter().any(|e| e.id == entry.id && e.values.get(&pain::QUALITY).is_none());
    let place = |e: &Entry| {
        let word = |field| e.values.text(field).map(String::from);
        (word(&pain::SITE), word(&pain::SIDE))
    };
    let is_there = || {
        on.iter().any(|e| {
            e.kind == Kind::Pain
                && e.values.text(&pain::QUALITY) == Some(quality)
                && place(e) == place(entry)
        })
    };
    if is_known && is_there() {
        let rest = entry.values.iter().filter(|(f, _)| **f != FieldRef::Known(&pain::QUALITY));
        entry.values = rest.map(|(f, v)| (f.clone(), v.clone())).collect();
    }
}
