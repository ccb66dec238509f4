//! What was claimed of habits, and when: kept in the journal, so that a claim neither comes and
//! goes by chance nor is found by looking until one is.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::insights::{CLAIM_Q, CLAIM_Q_LATER, Finding, Insights, Verdict};
use crate::journal::fields::insight;
use crate::journal::{Entry, EntryId, FieldRef, Journal, Kind, Value, Values};

/// Days between two looks that may make claims; this project's own choice. Looking more often
/// finds more by chance.
pub const LOOK_DAYS: u64 = 14;

/// From so many looks on, a year of them, a new claim takes more; this project's own choice.
pub const MANY_LOOKS: usize = 24;

/// Which way a habit goes with pain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Less pain.
    Less,
    /// More pain.
    More,
}

impl Direction {
    /// The other one.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Self::Less => Self::More,
            Self::More => Self::Less,
        }
    }

    /// The id in the file, for ever: a row of [`insight::SAYINGS`].
    const fn id(self) -> &'static str {
        match self {
            Self::Less => "less",
            Self::More => "more",
        }
    }
}

/// What is said of a habit of which no claim stands any more.
const NONE: &str = "none";

/// A claim that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Which way.
    pub direction: Direction,
    /// On which day it was first made.
    pub since: NaiveDate,
}

/// What stands on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// When all was last looked at; `None`: never.
    pub last_look: Option<NaiveDate>,
    /// How often all was looked at.
    pub n_looks: usize,
    claims: BTreeMap<String, Claim>,
}

impl Ledger {
    /// What stands in the journal on a day; what was looked at later is left out.
    pub fn of(journal: &Journal, today: NaiveDate) -> Self {
        let mut ledger = Self::default();
        for entry in journal.looks().iter().filter(|e| e.day <= today) {
            if entry.values.yes(&insight::LOOKED) == Some(true) {
                // Two machines may have looked on one day.
                ledger.n_looks += usize::from(ledger.last_look != Some(entry.day));
                ledger.last_look = Some(entry.day);
            }
            let Some(habit) = entry.values.text(&insight::HABIT) else { continue };
            let said = entry.values.text(&insight::SAID);
            let direction =
                [Direction::Less, Direction::More].into_iter().find(|d| Some(d.id()) == said);
            match (direction, ledger.claims.get(habit)) {
                (Some(direction), Some(claim)) if claim.direction == direction => {}
                (Some(direction), _) => {
                    let claim = Claim { direction, since: entry.day };
                    ledger.claims.insert(habit.into(), claim);
                }
                (None, _) => {
                    ledger.claims.remove(habit);
                }
            }
        }
        ledger
    }

    /// The day from which on claims are decided anew; `None`: at once.
    pub fn next_look(&self) -> Option<NaiveDate> {
        self.last_look?.checked_add_days(Days::new(LOOK_DAYS))
    }

    /// Whether claims are decided anew on a day.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.next_look().is_none_or(|next| next <= today)
    }

    /// Up to which q a link becomes a claim at the next look.
    pub const fn claim_q(&self) -> f64 {
        if self.n_looks < MANY_LOOKS { CLAIM_Q } else { CLAIM_Q_LATER }
    }

    /// The claim that stands of a habit.
    pub fn claim(&self, habit: &str) -> Option<&Claim> {
        self.claims.get(habit)
    }
}

/// What is to be kept of a look: that it was one, each new claim, and each that no longer stands.
/// Nothing where it was no look, or nothing could be looked at.
pub fn entries(found: &Insights, today: NaiveDate) -> Vec<Entry> {
    let ledger = &found.ledger;
    let is_any = found.findings.iter().any(|f| f.link.is_ok()) || !ledger.claims.is_empty();
    if !found.is_look || !is_any {
        return Vec::new();
    }
    let mut looked = Values::default();
    looked.set(FieldRef::Known(&insight::LOOKED), Value::from(true));
    let id = EntryId::of_insight(today, None);
    let mut kept = vec![Entry { id, kind: Kind::Insight, day: today, values: looked }];
    for finding in &found.findings {
        let before = ledger.claim(&finding.subject.id).map(|claim| claim.direction);
        let now = match finding.verdict {
            Verdict::Claim(direction) => Some(direction),
            _ => None,
        };
        if now != before {
            kept.push(said(&finding.subject.id, now, Some(finding), today));
        }
    }
    let is_gone = |habit: &&String| found.findings.iter().all(|f| f.subject.id != **habit);
    let gone = ledger.claims.keys().filter(is_gone);
    kept.extend(gone.map(|habit| said(habit, None, None, today)));
    kept
}

fn said(
    habit: &str,
    direction: Option<Direction>,
    finding: Option<&Finding>,
    day: NaiveDate,
) -> Entry {
    let mut values = Values::default();
    values.set(FieldRef::Known(&insight::HABIT), Value::text(habit));
    let word = direction.map_or(NONE, Direction::id);
    values.set(FieldRef::Known(&insight::SAID), Value::text(word));
    if let Some(Ok(link)) = finding.map(|f| &f.link) {
        values.set(FieldRef::Known(&insight::Q), Value::Real(link.q));
    }
    Entry { id: EntryId::of_insight(day, Some(habit)), kind: Kind::Insight, day, values }
}
