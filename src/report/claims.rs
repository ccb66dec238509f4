//! What is claimed of habits and pain: what `insights` decided and kept, no more.

use chrono::NaiveDate;

use crate::insights::subject::Subject;
use crate::insights::{Verdict, standing};
use crate::journal::Journal;
use crate::stats::links::Link;

/// What is claimed of one habit.
#[derive(Clone, Debug, PartialEq)]
pub struct Claimed {
    /// Which.
    pub subject: Subject,
    /// Its numbers.
    pub link: Link,
    /// Of a habit with two answers: days with pain that have it. `None` of an amount.
    pub n_with: Option<usize>,
    /// Habits that cannot be told apart from it.
    pub rivals: Vec<Subject>,
}

/// What is claimed of habits, and what it is of.
#[derive(Clone, Debug, PartialEq)]
pub struct Claims {
    /// The first day that is looked at.
    pub since: NaiveDate,
    /// Days with a score from then on.
    pub recorded_days: usize,
    /// The habits; never empty.
    pub habits: Vec<Claimed>,
}

/// What is claimed on a day, of the year up to it; `None`: nothing is. What may be is no claim,
/// and nothing is decided anew: a page that is made often would find something by chance.
pub fn claims(journal: &Journal, day: NaiveDate) -> Option<Claims> {
    // Without a look nothing is claimed, and nothing need be calculated.
    journal.looks().first()?;
    let found = standing(journal, day);
    let days = found.days.as_ref()?;
    let claimed = found.findings.iter().filter(|it| matches!(it.verdict, Verdict::Claim(_)));
    let claimed = claimed.filter(|it| !found.is_told_by_other_side(it));
    let habits: Vec<Claimed> = claimed
        .filter_map(|finding| {
            let link = finding.link.as_ref().ok()?;
            let rivals = link.rivals.iter().filter_map(|place| found.findings.get(*place));
            Some(Claimed {
                subject: finding.subject.clone(),
                link: link.clone(),
                n_with: finding.n_with,
                rivals: rivals.map(|rival| rival.subject.clone()).collect(),
            })
        })
        .collect();
    let recorded_days = days.diary.n_recorded();
    (!habits.is_empty()).then_some(Claims { since: days.first, recorded_days, habits })
}
