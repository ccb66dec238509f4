//! Habits of the day and the pain of the same day. Which of the two comes first nobody can tell
//! from a diary, so no effect is spoken of: they go together, or not.

use crate::insights::CLAIM_Q;
use crate::insights::days::Days;
use crate::insights::habits::asked;
use crate::insights::subject::{Scale, Subject};
use crate::journal::Journal;
use crate::stats::engine::Habit;
use crate::stats::links::{Link, links};
use crate::stats::minimum::Lacking;

/// What was found of a habit and the pain of its own day.
#[derive(Clone, Debug, PartialEq)]
pub struct SameDay {
    /// Which.
    pub subject: Subject,
    /// Its numbers: differences of pain, not effects. The q is that of these links alone.
    pub link: Result<Link, Lacking>,
    /// Of a habit with two answers: days with pain that have it. `None` of an amount.
    pub n_with: Option<usize>,
}

impl SameDay {
    /// The link, where there is one that is clear enough to be told. It is told on any day, so
    /// it takes what a claim takes.
    pub fn told(&self) -> Option<&Link> {
        self.link.as_ref().ok().filter(|link| link.is_linked && link.q <= CLAIM_Q)
    }
}

/// Every habit of the day beside the pain of the same day. Those of the night are left out: they
/// come before it, and are asked as such.
pub fn same_day(journal: &Journal, days: &Days) -> Vec<SameDay> {
    let asked = asked(journal, days).into_iter().filter(|asked| asked.column.lag > 0);
    let (subjects, columns): (Vec<Subject>, Vec<Habit>) =
        asked.map(|asked| (asked.subject, Habit { lag: 0, ..asked.column })).unzip();
    let links = links(&days.diary, &columns);
    let of = |((subject, column), link): ((Subject, &Habit), Result<Link, Lacking>)| {
        let both = days.diary.pain.iter().zip(&column.values);
        let n_with = both.filter(|(pain, value)| pain.is_some() && value.is_some_and(|v| v > 0.0));
        let n_with = (subject.scale == Scale::YesNo).then(|| n_with.count());
        SameDay { subject, link, n_with }
    };
    subjects.into_iter().zip(&columns).zip(links).map(of).collect()
}
