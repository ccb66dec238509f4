//! What may be compared, and by which name.

use crate::experiment::course::{Experiment, experiments};
use crate::experiment::done::DoneBy;
use crate::journal::{EXERCISES, Journal, TREATMENTS, Word, id_of};

/// The words with which a name says that something is left out.
const WITHOUT: &[&str] = &["no", "not", "without", "ohne", "kein", "keine", "keinen"];

/// What is left out, of `no walk` or `without a pillow`; `None`: the name says nothing of that.
pub fn without(arm: &str) -> Option<&str> {
    let (first, rest) = arm.trim().split_once(char::is_whitespace)?;
    let is_left_out = WITHOUT.iter().any(|word| first.eq_ignore_ascii_case(word));
    (is_left_out && id_of(rest).is_some()).then(|| rest.trim())
}

/// Whether two names are of the same thing, in whatever spelling: `walk` and `walking`.
pub fn is_same(a: &str, b: &str) -> bool {
    let known = |arm: &str| {
        let id = id_of(arm)?;
        let word = [EXERCISES, TREATMENTS].into_iter().find_map(|table| Word::find(table, &id));
        Some(word.map_or(id, |word| word.id.into()))
    };
    known(a) == known(b)
}

/// A name that no experiment of the journal has: the one that is wished for, or that with a number.
pub fn free_name(journal: &Journal, wished: &str) -> Box<str> {
    let all = experiments(journal);
    let is_free = |name: &str| all.iter().all(|e| &*e.name != name);
    if is_free(wished) {
        return wished.into();
    }
    let numbered = |n: usize| id_of(&format!("{wished}-{n}")).filter(|name| is_free(name));
    (2..=all.len() + 1).find_map(numbered).unwrap_or_else(|| wished.into())
}

/// What tells of an earlier experiment on the same two, where a habit was made for that: it
/// serves again.
pub fn made_before(journal: &Journal, a: &str, b: &str) -> Option<DoneBy> {
    let is_of = |e: &&Experiment| e.made_habit && is_same(&e.a, a) && is_same(&e.b, b);
    experiments(journal).iter().rev().find(is_of).and_then(|e| e.done_by.clone())
}
