//! What medicines are called in a journal, so that one is known by another's words.

use std::collections::BTreeSet;

use crate::journal::book::Journal;
use crate::journal::common_medicines::{COMMON, EVERYDAY};
use crate::journal::entry::Kind;
use crate::journal::fields::{profile, treatment};
use crate::journal::words::id_of;

/// A word of a name that is shorter may be an amount, a unit, or a word between two.
const WORD_LEAST: usize = 4;

/// A name that is shorter is no part of a longer word.
const PART_LEAST: usize = 6;

/// A beginning of a name that is shorter is no short form of it: `ibu`.
const BEGINNING_LEAST: usize = 3;

/// Of a name that no entry has, a beginning must be longer to be one.
const COMMON_BEGINNING_LEAST: usize = 4;

/// The names of a journal's medicines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Medicines {
    /// As ids: `vitamin-d`, `mtx`.
    names: BTreeSet<Box<str>>,
    /// The first word of each.
    first: BTreeSet<Box<str>>,
}

impl Medicines {
    /// Those that were recorded as taken, and those that the profile names.
    pub fn of(journal: &Journal) -> Self {
        let taken = journal.of_kind(Kind::Treatment);
        let taken = taken.filter_map(|entry| entry.values.text(&treatment::NAME));
        let regular = journal.profile().text(&profile::MEDICINES).unwrap_or_default();
        let regular = regular.split([',', ';', '\n']);
        let (mut names, mut first) = (BTreeSet::new(), BTreeSet::new());
        for id in taken.chain(regular).filter_map(id_of) {
            let is_word = |word: &&str| word.chars().all(char::is_alphabetic);
            let words = id.split(BETWEEN).filter(is_word);
            // The first word is the name, however short it is: `MTX 15`.
            let named = words.clone().take(1);
            first.extend(named.clone().map(Box::from));
            let longer = words.filter(|word| word.chars().count() >= WORD_LEAST);
            names.extend(named.chain(longer).filter(|word| !word.is_empty()).map(Box::from));
            names.insert(id);
        }
        Self { names, first }
    }

    /// Whether a text names one: of these, or of those that are often taken for pain. One may be
    /// called by the beginning of its name.
    pub fn is_named_in(&self, text: &str) -> bool {
        let Some(id) = id_of(text) else { return false };
        let whole = format!("-{id}-");
        let common = COMMON.iter().flat_map(|(_, names)| *names).copied();
        let is_in = |name: &str| {
            let is_long = name.chars().count() >= PART_LEAST;
            whole.contains(&format!("-{name}-")) || (is_long && id.contains(name))
        };
        let is_short_form = |word: &str| {
            let n = word.chars().count();
            let begins = |name: &str| name.starts_with(word);
            !EVERYDAY.contains(&word)
                && (n >= BEGINNING_LEAST && self.first.iter().any(|name| begins(name))
                    || n >= COMMON_BEGINNING_LEAST && common.clone().any(begins))
        };
        self.names.iter().any(|name| is_in(name))
            || common.clone().any(is_in)
            || id.split(BETWEEN).any(is_short_form)
    }
}

/// What stands between the words of an id.
const BETWEEN: [char; 4] = ['-', '.', '/', '+'];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::entry::{Entry, EntryId, FieldRef, Values};
    use crate::journal::value::Value;

    /// What is known where one was taken, and the profile names others.
    fn medicines(taken: &str, regular: &str) -> Medicines {
        let entry = |n: u8, kind, field, text: &str| {
            let mut values = Values::default();
            values.set(FieldRef::Known(field), Value::text(text));
            Entry { id: EntryId([n; 16]), kind, day: chrono::NaiveDate::default(), values }
        };
        Medicines::of(&Journal::new(vec![
            entry(1, Kind::Treatment, &treatment::NAME, taken),
            entry(2, Kind::Profile, &profile::MEDICINES, regular),
        ]))
    }

    #[test]
    fn a_medicine_is_known_by_its_name_and_by_more_than_that() {
        for (taken, regular, text, is) in [
            ("Ibuprofen 400", "", "ibuprofen", true),
            ("ibuprofen", "", "Ibuprofen gel", true),
            ("ibuprofen", "", "ibuprofengel", true),
            ("CBD", "", "cbd oil", true),
            ("MTX 15 mg", "", "no mtx", true),
            ("Vitamin D", "", "vitamin-d", true),
            ("", "metformin 500 mg, Vitamin D3; co-codamol", "vitamin d3", true),
            ("", "metformin 500 mg, Vitamin D3; co-codamol", "without metformin", true),
            ("", "metformin 500 mg, Vitamin D3; co-codamol", "co codamol", true),
            ("ASA", "", "sauna", false),
            ("MTX 15 mg", "", "15 squats", false),
            ("ibuprofen 400 mg", "metformin 500 mg", "tea", false),
            // What no entry names, by its name, a name on a packet or a short form.
            ("", "", "ibu", true),
            ("", "", "Ibu 400", true),
            ("", "", "ibuprofen gel", true),
            ("", "", "no paracetamol", true),
            ("", "", "Voltaren", true),
            ("", "", "Diclofenacgel", true),
            ("", "", "co codamol", true),
            ("", "", "Ben-u-ron", true),
            ("", "", "ASS 100", true),
            ("", "", "gaba", true),
            ("", "", "ohne Novalgin", true),
            ("", "", "Schmerzmittel abends", true),
            ("Gelenkfit", "", "gel", true),
            ("Metoprolol", "", "meto", true),
            // What only looks like one.
            ("", "", "ibuki", false),
            ("", "", "ib", false),
            ("", "", "nap", false),
            ("naproxen", "", "nap", false),
            ("", "", "pan flute", false),
            ("", "", "kinesio tape", false),
            ("", "", "keto diet", false),
            ("", "", "pain diary", false),
            ("", "", "hydro therapy", false),
            ("", "", "parasailing", false),
            ("", "", "car", false),
            ("", "", "target practice", false),
            ("", "", "vitamin C", false),
            ("", "", "yoga", false),
            ("", "", "massage", false),
            ("", "", "foam roller", false),
            ("", "", "sauna", false),
            ("", "", "coffee", false),
            ("", "", "standing desk", false),
            ("", "", "heat pad", false),
            ("", "", "mobility drills", false),
            ("", "", "tea", false),
            ("ibuprofen", "", "?", false),
        ] {
            assert_eq!(
                medicines(taken, regular).is_named_in(text),
                is,
                "{taken} {regular}: {text}"
            );
        }
    }
}
