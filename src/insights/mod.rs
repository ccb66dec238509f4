//! What the diary says of habits and pain: which go with less pain, which with more, and of
//! which nothing can be said. "Goes with", never "causes": only an experiment can tell more.
//!
//! Pure functions of a journal and a day. The numbers are those of `stats`; here a journal
//! becomes columns, and numbers become verdicts.

pub mod course;
pub mod days;
pub mod habits;
pub mod ledger;
pub mod same_day;
pub mod subject;
pub mod weekly;

use chrono::NaiveDate;

use crate::insights::days::Days;
use crate::insights::habits::{Asked, asked};
use crate::insights::ledger::{Claim, Direction, Ledger};
use crate::insights::subject::Subject;
use crate::journal::{Journal, Kind, Span};
use crate::stats::links::{Link, links};
use crate::stats::minimum::Lacking;

/// The kinds of entries that insights and the course of pain are made of.
pub const KINDS: &[Kind] =
    &[Kind::Pain, Kind::Day, Kind::Exercise, Kind::Event, Kind::Habit, Kind::Insight];

/// The days that are looked at: the longest for which the rates of error were measured in every
/// kind of made-up diary. It also bounds what decades of entries cost. Both are this project's
/// own choice.
pub const WINDOW_DAYS: u64 = 365;

/// Up to this q a link becomes a claim. Looked at every fortnight for a year, one claim in
/// twenty is false then; at 0.05 it would be one in six (made-up diaries).
pub const CLAIM_Q: f64 = 0.01;
/// The same once there were [`ledger::MANY_LOOKS`]. A look adds little that is new by then, and
/// each is one more chance to be wrong: at 0.01 one claim in eight would be false in three years.
pub const CLAIM_Q_LATER: f64 = 0.002;
/// A claim stands until its q is above this: it does not come and go by chance.
pub const KEEP_Q: f64 = 0.10;
/// Up to this q a link that is no claim is a hint, of which one in seven is wrong.
pub const HINT_Q: f64 = 0.05;

/// What is said of a habit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It goes with less, or more, pain.
    Claim(Direction),
    /// It may; too early to say.
    Hint(Direction),
    /// No link is seen.
    NoClearLink,
    /// Too little is recorded.
    NotEnough,
}

impl Verdict {
    /// The id in JSON, for ever.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Claim(Direction::Less) => "less",
            Self::Claim(Direction::More) => "more",
            Self::Hint(Direction::Less) => "maybe_less",
            Self::Hint(Direction::More) => "maybe_more",
            Self::NoClearLink => "no_clear_link",
            Self::NotEnough => "not_enough_data",
        }
    }

    /// How much is said: of a claim more than of what may be.
    const fn rank(self) -> u8 {
        match self {
            Self::Claim(_) => 2,
            Self::Hint(_) => 1,
            Self::NoClearLink | Self::NotEnough => 0,
        }
    }

    /// The same, the other way round.
    const fn turned(self) -> Self {
        match self {
            Self::Claim(direction) => Self::Claim(direction.turned()),
            Self::Hint(direction) => Self::Hint(direction.turned()),
            other => other,
        }
    }
}

/// What was found of one habit.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which.
    pub subject: Subject,
    /// Its numbers, or what is lacking. Rivals are places in [`Insights::findings`].
    pub link: Result<Link, Lacking>,
    /// Of a habit with two answers: days with pain that have it. `None` of an amount.
    pub n_with: Option<usize>,
    /// What is said of it.
    pub verdict: Verdict,
    /// Since when it is claimed; `None`: it is not.
    pub since: Option<NaiveDate>,
}

/// What the diary says of all habits.
#[derive(Clone, Debug, PartialEq)]
pub struct Insights {
    /// The days it is of; `None`: no day has a score.
    pub days: Option<Days>,
    /// Every habit that was recorded.
    pub findings: Vec<Finding>,
    /// What was claimed before.
    pub ledger: Ledger,
    /// Whether claims are decided anew on this day.
    pub is_look: bool,
}

impl Finding {
    /// The place of the habit that is always the other way round.
    fn mirror(&self) -> Option<usize> {
        self.link.as_ref().ok()?.mirror
    }

    /// Whether it is linked with its own day the other way, and nothing is left of the day after.
    pub fn is_echo(&self) -> bool {
        self.verdict == Verdict::NoClearLink && self.link.as_ref().is_ok_and(|link| link.is_echo)
    }
}

impl Insights {
    /// The habit of which all is said that is said of another one, the other way round: of two
    /// sides of one thing the first is told.
    pub fn other_side(&self, of: &Finding) -> Option<&Finding> {
        let other = self.findings.get(of.mirror()?)?;
        (of.verdict.rank() > 0 && of.mirror() > other.mirror()).then_some(other)
    }

    /// Whether a habit is told by the other one of two sides.
    pub fn is_told_by_other_side(&self, of: &Finding) -> bool {
        let other = of.mirror().and_then(|place| self.findings.get(place));
        other.is_some_and(|other| of.verdict.rank() > 0 && of.mirror() < other.mirror())
    }
}

/// The days that are looked at on a day.
pub fn window(today: NaiveDate) -> Span {
    Span::ending(today, WINDOW_DAYS)
}

/// Looks at all habits, and decides anew what is claimed where that is due; it is to be kept then.
pub fn insights(journal: &Journal, today: NaiveDate) -> Insights {
    let ledger = Ledger::of(journal, today);
    let is_look = ledger.is_due(today);
    of_ledger(journal, today, ledger, is_look)
}

/// Looks at all habits beside the pain of a journal of one place of the body. Nothing is claimed
/// of it: claims are of the pain of all of them, and many places would find something by chance.
pub fn of_site(journal: &Journal, today: NaiveDate) -> Insights {
    of_ledger(journal, today, Ledger::default(), false)
}

/// Looks at all habits, and decides nothing anew: what is claimed is what was kept.
pub fn standing(journal: &Journal, today: NaiveDate) -> Insights {
    of_ledger(journal, today, Ledger::of(journal, today), false)
}

fn of_ledger(journal: &Journal, today: NaiveDate, ledger: Ledger, is_look: bool) -> Insights {
    let Some(days) = Days::of(journal, window(today)) else {
        return Insights { days: None, findings: Vec::new(), ledger, is_look };
    };
    let asked = asked(journal, &days);
    let columns: Vec<_> = asked.iter().map(|a| a.column.clone()).collect();
    let links = links(&days.diary, &columns);
    let claim_q = is_look.then(|| ledger.claim_q());
    let of = |(Asked { subject, n_with, .. }, link): (Asked, Result<Link, Lacking>)| {
        let before = ledger.claim(&subject.id);
        let (verdict, since) = judge(link.as_ref().ok(), before, claim_q, today);
        Finding { subject, link, n_with, verdict, since }
    };
    let mut findings: Vec<Finding> = asked.into_iter().zip(links).map(of).collect();
    // Of two sides of one thing nothing else may be said than of the other one.
    let said: Vec<_> = findings.iter().map(|it| (it.verdict, it.since)).collect();
    for finding in &mut findings {
        let other = finding.mirror().and_then(|place| said.get(place));
        if let Some((verdict, since)) =
            other.filter(|(verdict, _)| verdict.rank() > finding.verdict.rank())
        {
            (finding.verdict, finding.since) = (verdict.turned(), *since);
        }
    }
    Insights { days: Some(days), findings, ledger, is_look }
}

/// What is said of a link, and since when it is claimed. A new claim is made only on a day of
/// looking, up to `claim_q`; one that was made stands while its direction is the same and its q
/// small enough.
fn judge(
    link: Option<&Link>,
    before: Option<&Claim>,
    claim_q: Option<f64>,
    today: NaiveDate,
) -> (Verdict, Option<NaiveDate>) {
    let Some(link) = link else { return (Verdict::NotEnough, None) };
    if link.is_echo {
        return (Verdict::NoClearLink, None);
    }
    let direction = if link.effect > 0.0 { Direction::More } else { Direction::Less };
    if let Some(claim) = before
        && claim.direction == direction
        && link.q <= KEEP_Q
    {
        return (Verdict::Claim(direction), Some(claim.since));
    }
    if link.is_linked && claim_q.is_some_and(|most| link.q <= most) {
        (Verdict::Claim(direction), Some(today))
    } else if link.is_linked && link.q <= HINT_Q {
        (Verdict::Hint(direction), None)
    } else {
        (Verdict::NoClearLink, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(effect: f64, q: f64) -> Link {
        Link {
            effect,
            low: effect - 1.0,
            high: effect + 1.0,
            p: q / 10.0,
            q,
            is_linked: q <= HINT_Q,
            rivals: Vec::new(),
            is_reactive: false,
            is_echo: false,
            mirror: None,
            n_pairs: 100,
        }
    }

    #[test]
    fn a_claim_takes_a_look_and_a_small_q_and_stands_until_it_has_faded() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (today, first) = (day("2026-03-15"), day("2026-02-01"));
        let claimed = Claim { direction: Direction::Less, since: first };
        let less = Verdict::Claim(Direction::Less);
        let maybe = Verdict::Hint(Direction::Less);
        let cases = [
            // Effect, q, claimed before, whether it is a look: what is said, since when.
            (-0.8, 0.0100, None, true, less, Some(today)),
            (-0.8, 0.0101, None, true, maybe, None),
            (-0.8, 0.0001, None, false, maybe, None),
            (-0.8, 0.0500, None, true, maybe, None),
            (-0.8, 0.0501, None, true, Verdict::NoClearLink, None),
            (0.8, 0.0010, None, true, Verdict::Claim(Direction::More), Some(today)),
            (-0.8, 0.1000, Some(&claimed), true, less, Some(first)),
            (-0.8, 0.0800, Some(&claimed), false, less, Some(first)),
            (-0.8, 0.1001, Some(&claimed), true, Verdict::NoClearLink, None),
            (0.8, 0.0800, Some(&claimed), true, Verdict::NoClearLink, None),
            (0.8, 0.0050, Some(&claimed), true, Verdict::Claim(Direction::More), Some(today)),
            (0.8, 0.0050, Some(&claimed), false, Verdict::Hint(Direction::More), None),
        ];
        for (effect, q, before, is_look, verdict, since) in cases {
            let found = judge(Some(&link(effect, q)), before, is_look.then_some(0.01), today);
            assert_eq!(found, (verdict, since), "{effect} {q} {before:?} {is_look}");
        }
        // After many looks a new claim takes more; one that stands needs no more than before.
        let later = |q, before| judge(Some(&link(-0.8, q)), before, Some(0.002), today);
        assert_eq!(later(0.0021, None), (maybe, None));
        assert_eq!(later(0.0020, None), (less, Some(today)));
        assert_eq!(later(0.1, Some(&claimed)), (less, Some(first)));
        // What the same day explains is not said of the day after.
        let echo = Link { is_echo: true, ..link(0.8, 0.001) };
        assert_eq!(judge(Some(&echo), None, Some(0.01), today), (Verdict::NoClearLink, None));
        // One that is not linked beside the others is no more than small on its own.
        let alone = Link { is_linked: false, ..link(-0.8, 0.001) };
        assert_eq!(judge(Some(&alone), None, Some(0.01), today), (Verdict::NoClearLink, None));
        assert_eq!(judge(None, Some(&claimed), Some(0.01), today), (Verdict::NotEnough, None));
    }
}
