//! What was tried against it, as it was recorded; nothing is judged.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::journal::fields::treatment;
use crate::journal::{Journal, Kind, Span};

/// One treatment or medicine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// The id of the treatment; `medicine` for a medicine.
    pub treatment: String,
    /// The medicine's name as the person wrote it; `None` for others.
    pub name: Option<String>,
    /// The days on which it was recorded.
    pub days: BTreeSet<NaiveDate>,
    /// How often each answer was given to whether it helped, by the word's id.
    pub helped: BTreeMap<String, usize>,
}

/// What was tried in a span, on the most days first.
pub fn tried(journal: &Journal, span: Span) -> Vec<Tried> {
    let mut found: BTreeMap<(String, Option<String>), Tried> = BTreeMap::new();
    for entry in journal.within(span).iter().filter(|e| e.kind == Kind::Treatment) {
        let Some(which) = entry.values.text(&treatment::TREATMENT) else { continue };
        let name = entry.values.text(&treatment::NAME).filter(|_| which == "medicine");
        // The same medicine in other letters is the same.
        let key = (which.to_owned(), name.map(str::to_lowercase));
        let tried = found.entry(key).or_insert_with(|| Tried {
            treatment: which.into(),
            name: name.map(String::from),
            days: BTreeSet::new(),
            helped: BTreeMap::new(),
        });
        tried.days.insert(entry.day);
        if let Some(helped) = entry.values.text(&treatment::HELPED_IT) {
            *tried.helped.entry(helped.into()).or_default() += 1;
        }
    }
    let mut all: Vec<Tried> = found.into_values().collect();
    all.sort_by_key(|tried| std::cmp::Reverse(tried.days.len()));
    all
}
