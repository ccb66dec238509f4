//! Warning signs: met, asked and no, not asked.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::journal::fields::symptom;
use crate::journal::{Journal, Kind, SYMPTOMS, Span, Word};
use crate::redflag::Verdict;
use crate::redflag::life::Life;

/// What is said of warning signs.
#[derive(Clone, Debug)]
pub struct Signs {
    /// The rules that are met, the most urgent first, with what was said to them.
    pub met: Vec<(Verdict, Life)>,
    /// Signs that were recorded in the span, with the days.
    pub recorded: Vec<(&'static Word, Vec<NaiveDate>)>,
    /// Signs that were asked and denied in the span and not recorded, with the last day of it.
    pub denied: Vec<(&'static Word, NaiveDate)>,
    /// Signs that were not asked in the span.
    pub not_asked: Vec<&'static Word>,
}

/// Sorts the signs of a span; `found` are the verdicts with their lives.
pub fn signs(journal: &Journal, found: Vec<(Verdict, Life)>, span: Span) -> Signs {
    let mut answers: BTreeMap<&str, Vec<(NaiveDate, bool)>> = BTreeMap::new();
    for entry in journal.within(span).iter().filter(|e| e.kind == Kind::Symptom) {
        let said = (entry.values.text(&symptom::SYMPTOM), entry.values.yes(&symptom::PRESENT));
        let (Some(id), Some(present)) = said else { continue };
        if let Some(word) = Word::find(SYMPTOMS, id) {
            answers.entry(word.id).or_default().push((entry.day, present));
        }
    }
    let mut met: Vec<(Verdict, Life)> = found.into_iter().filter(|(v, _)| v.is_met()).collect();
    met.sort_by_key(|(verdict, _)| std::cmp::Reverse(verdict.urgency()));
    let mut signs = Signs { met, recorded: Vec::new(), denied: Vec::new(), not_asked: Vec::new() };
    for word in SYMPTOMS {
        let said = answers.get(word.id).map(Vec::as_slice).unwrap_or_default();
        let there: Vec<NaiveDate> = said.iter().filter(|(_, p)| *p).map(|(d, _)| *d).collect();
        match (there.is_empty(), said.last()) {
            (false, _) => signs.recorded.push((word, there)),
            (true, Some((last, _))) => signs.denied.push((word, *last)),
            (true, None) => signs.not_asked.push(word),
        }
    }
    signs
}
