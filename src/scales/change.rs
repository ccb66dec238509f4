//! The person's own rating of change, in words: what the numbers say stands beside it, and where
//! the two differ, that is information and no error.

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::journal::fields::questionnaire::{CHANGE, CHANGES};
use crate::journal::{Entry, Journal, Kind, Span, Word};
use crate::scales::before::WEEK_DAYS;

/// The question, in this project's own words, in the manner of the patient's global impression
/// of change (PGIC).
pub const QUESTION: &str =
    "Compared with four weeks ago, your pain and what it keeps you from doing is";

/// What the person said on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rated {
    /// The day.
    pub day: NaiveDate,
    /// One of [`CHANGES`].
    pub word: &'static Word,
}

/// Which way something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Less pain, or able to do more.
    Better,
    /// More pain, or able to do less.
    Worse,
}

impl Rated {
    /// What an entry says; `None` where it was not answered.
    pub fn of(entry: &Entry) -> Option<Self> {
        let said = entry.values.text(&CHANGE)?;
        let word = CHANGES.iter().find(|word| word.id == said)?;
        Some(Self { day: entry.day, word })
    }

    /// How far it went, from -3 (much worse) over 0 (about the same) to 3 (much better).
    pub fn steps(&self) -> i32 {
        // The table goes from much better to much worse, with the same in its middle.
        let at = CHANGES.iter().position(|word| word == self.word).unwrap_or(CHANGES.len() / 2);
        let down = |n: usize| i32::try_from(n).unwrap_or_default();
        down(CHANGES.len() / 2) - down(at)
    }

    /// Which way it went; `None` for about the same.
    pub fn way(&self) -> Option<Way> {
        match self.steps().cmp(&0) {
            Ordering::Greater => Some(Way::Better),
            Ordering::Equal => None,
            Ordering::Less => Some(Way::Worse),
        }
    }
}

/// What the person said on each day, in order.
pub fn history(journal: &Journal) -> Vec<Rated> {
    journal.of_kind(Kind::Questionnaire).filter_map(Rated::of).collect()
}

/// The last rating of the week that ends with a day.
pub fn this_week(history: &[Rated], day: NaiveDate) -> Option<Rated> {
    let week = Span::ending(day, WEEK_DAYS);
    history.iter().filter(|rated| week.contains(rated.day)).max_by_key(|rated| rated.day).copied()
}
