//! When to call someone: published warning signs, and which of them the entries meet.
//!
//! Rules are data: one file each in `rules/`, one row each in [`RULES`]. What a rule asks of
//! the entries is a [`Criterion`]; one function evaluates it, one says it in plain English,
//! and it serialises. Each answer is yes, no or not enough entries, with its dates.

pub mod advice;
mod answers;
pub mod asking;
mod body;
mod criterion;
mod episode;
mod evaluate;
mod happened;
pub mod help_lines;
mod improvement;
pub mod life;
mod mean;
mod medicine;
mod night;
pub mod page;
mod pain_days;
mod person;
mod record;
mod reported;
mod rules;
pub mod seeds;
mod share;
mod source;
mod struggle;
pub mod tick;
mod ticked;
pub mod together;
mod trend;
mod urgency;
mod verdict;

use chrono::NaiveDate;
use serde::Serialize;

use crate::journal::Journal;
use crate::redflag::advice::Advice;
use crate::redflag::evaluate::evaluate;
use crate::redflag::help_lines::HelpLines;
use crate::redflag::record::Record;

pub use body::{Temperature, WeightLoss};
pub use criterion::{Criterion, Sign, say};
pub use happened::{Happened, PainAtSite, Which};
pub use improvement::NotImproving;
pub use medicine::MedicineDays;
pub use pain_days::{AnyPain, PainInEach};
pub use person::{AgeAtLeast, AgeAtOnset, ProfileFact};
pub use record::LOOKBACK_DAYS;
pub use rules::RULES;
pub use share::{AnswerShare, Question};
pub use source::{Read, Source};
pub use struggle::Struggling;
pub use ticked::Ticked;
pub use together::Group;
pub use trend::MeanRise;
pub use urgency::Urgency;
pub use verdict::{Evidence, Fact, Needs, Status, Verdict};

/// The line that closes any list of warning signs: most are not serious (Henschke 2009,
/// doi 10.1002/art.24853: 80.4 % of 1,172 people had at least one, 0.9 % a serious cause).
pub const CLOSING: &str = "Most people who record one of these do not turn out to have a \
                           serious cause; clinicians still want to know about them.";

/// What the program is for, as it says of itself; it bounds what a rule may say.
pub const PURPOSE: &str =
    "a diary to record and show; does not diagnose, monitor a disease or recommend treatment";

/// A published warning sign, as data.
#[derive(Debug, Serialize)]
pub struct RedFlag {
    /// Kebab-case, for ever.
    pub id: &'static str,
    /// Counts up when what it asks for changes.
    pub version: u32,
    /// What it is about, in a few words.
    pub title: &'static str,
    /// How soon public guidance says to be seen.
    pub urgency: Urgency,
    /// What it is about, for telling several signs of one thing from signs of several.
    pub group: Group,
    /// Whether it is told once, when it is first met, and is no news after that: it is about
    /// the person or the place of the pain, which do not change from day to day.
    pub once: bool,
    /// What it asks of the entries.
    pub when: Criterion,
    /// What to say to the person when it is met, with places for whom to call.
    pub advice: Advice<'static>,
    /// Where its numbers come from, and which of them are this project's own choice.
    pub basis: &'static str,
    /// Who says so; at least one.
    pub sources: &'static [&'static Source],
}

impl RedFlag {
    /// After how many days a person who was told of it is told again while it is met (see
    /// [`life`]); 0 is each time that it is recorded. `None`: never again, or (to discuss) never
    /// but on the report. The days are this project's own choice.
    pub fn again_after_days(&self) -> Option<u32> {
        match self.urgency {
            _ if self.once => None,
            Urgency::Emergency => Some(0),
            Urgency::Urgent => Some(14),
            Urgency::Soon => Some(30),
            Urgency::Discuss => None,
        }
    }

    /// What to say to the person when it is met, as a notice that stands alone.
    pub fn advice(&self, lines: &HelpLines) -> String {
        self.advice.alone(lines)
    }

    /// Whether it only says that one sign was ticked, which is said at once by
    /// [`tick::Tick::says`].
    pub fn is_one_tick(&self) -> bool {
        self.sign().is_some()
    }

    /// The sign whose tick it is, in the table of symptoms; `None`: it is more than one tick.
    pub fn sign(&self) -> Option<&'static str> {
        match &self.when {
            Criterion::Ticked(asked) => Some(asked.symptom),
            _ => None,
        }
    }

    /// Whether a tick of this sign alone meets it, whatever else is on record.
    pub fn is_met_by_tick(&self, symptom: &str) -> bool {
        let is_it =
            |part: &Criterion| matches!(part, Criterion::Ticked(asked) if asked.symptom == symptom);
        self.when.follows_from(&is_it)
    }

    /// What it asks of the entries, in plain English with every threshold: the first line is
    /// a sentence, parts follow as an indented list.
    pub fn criterion(&self) -> String {
        say(&self.when)
    }
}

/// The rule with this id.
pub fn find(id: &str) -> Option<&'static RedFlag> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

/// What each rule says of the entries up to and including `today`; later ones are not read.
///
/// A journal of the last [`LOOKBACK_DAYS`] days is nearly always enough; see
/// [`wants_earlier`].
pub fn check(journal: &Journal, today: NaiveDate) -> Vec<Verdict> {
    let record = Record::new(journal, today);
    RULES
        .iter()
        .map(|rule| {
            let mut found = evaluate(&rule.when, &record);
            found.wants_earlier |= record.is_cut_short();
            Verdict::new(rule, found)
        })
        .collect()
}

/// Whether a verdict may change when the days before the loaded ones are loaded too: then
/// load them all and check again.
pub fn wants_earlier(verdicts: &[Verdict]) -> bool {
    verdicts.iter().any(|v| v.wants_earlier)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_an_id_a_version_advice_a_basis_and_a_source() {
        for rule in RULES {
            assert!(
                rule.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit())
            );
            assert_eq!(RULES.iter().filter(|r| r.id == rule.id).count(), 1, "{}", rule.id);
            assert!(rule.version >= 1);
            assert!(!rule.sources.is_empty(), "{} cites nobody", rule.id);
            for text in [rule.title, rule.advice.said, rule.advice.action, rule.basis] {
                assert!(!text.is_empty());
                assert!(!text.contains("  "), "{text}");
            }
            let advice = rule.advice(&HelpLines::UNKNOWN);
            // These two are told as what they are, and have no cause to be looked for.
            let is_of_the_mind = matches!(rule.id, "self-harm" | "cannot-cope");
            match rule.urgency {
                Urgency::Emergency => {
                    let call = "call 112 (or your local emergency number)";
                    assert!(advice.contains(call), "{}", rule.id);
                }
                Urgency::Discuss => assert!(advice.contains("report"), "{}", rule.id),
                Urgency::Urgent | Urgency::Soon => {
                    let most = "do not turn out to have a serious cause";
                    assert_eq!(advice.contains(most), !is_of_the_mind, "{}", rule.id);
                }
            }
            if rule.urgency >= Urgency::Urgent && !is_of_the_mind {
                assert!(advice.contains(advice::CANNOT_JUDGE), "{}", rule.id);
            }
            assert!(std::ptr::eq(find(rule.id).unwrap(), *rule));
        }
        assert!(find("mood").is_none());
    }

    #[test]
    fn the_english_names_every_threshold() {
        for rule in RULES {
            let english = rule.criterion();
            let mut numbers = Vec::new();
            collect(&serde_json::to_value(&rule.when).unwrap(), &mut numbers);
            assert!(!numbers.is_empty());
            for number in numbers {
                let there = english
                    .split(|c: char| !(c.is_ascii_digit() || c == '.'))
                    .any(|word| word.trim_end_matches('.').parse() == Ok(number));
                assert!(there, "{} does not say {number}:\n{english}", rule.id);
            }
        }
    }

    #[test]
    fn no_rule_reads_further_back_than_what_is_loaded() {
        fn longest(criterion: &Criterion) -> u32 {
            match criterion {
                Criterion::All(parts) | Criterion::Any(parts) | Criterion::FirstAnswered(parts) => {
                    parts.iter().map(longest).max().unwrap_or(0)
                }
                Criterion::PainDays { window_days, .. } => *window_days,
                Criterion::AtLeast { of, .. } => of.iter().map(longest).max().unwrap_or(0),
                // The start itself, and the pain-free time before it.
                Criterion::EpisodeAge { at_least_days, gap_days, .. } => at_least_days + gap_days,
                Criterion::NewPain { within_days, gap_days, .. } => within_days + gap_days,
                Criterion::Ticked(asked) => as_answers(asked.within_days),
                Criterion::AnswerShare(asked) => as_answers(asked.window_days),
                Criterion::Struggling(asked) => as_answers(asked.within_days),
                Criterion::MedicineDays(asked) => as_answers(asked.window_days),
                Criterion::ProfileFact(_)
                | Criterion::AgeAtLeast(_)
                | Criterion::AgeAtOnset(_)
                | Criterion::NotImproving(_) => 0,
                Criterion::Happened(asked) => asked.within_days,
                Criterion::PainAtSite(asked) => asked.within_days,
                Criterion::AnyPain(asked) => asked.within_days,
                Criterion::PainInEach(asked) => asked.stretches * asked.stretch_days,
                Criterion::MeanRise(asked) => 2 * asked.window_days,
                Criterion::WeightLoss(asked) => {
                    asked.earlier_days_ago.iter().map(|[_, far]| *far).max().unwrap_or(0)
                }
                Criterion::Temperature(asked) => asked.within_days,
                // The day before the first night.
                Criterion::NightAboveDay { window_days, .. } => window_days + 1,
                Criterion::ReportedOften { within_days, .. } => *within_days,
            }
        }
        /// Ticks, and the answers of days, are kept for fewer days.
        fn as_answers(days: u32) -> u32 {
            assert!(u64::from(days) <= answers::ANSWER_DAYS);
            days
        }
        for rule in RULES {
            assert!(u64::from(longest(&rule.when)) < LOOKBACK_DAYS, "{}", rule.id);
        }
    }

    fn collect(value: &serde_json::Value, into: &mut Vec<f64>) {
        match value {
            serde_json::Value::Number(n) => into.extend(n.as_f64()),
            serde_json::Value::Array(items) => items.iter().for_each(|v| collect(v, into)),
            serde_json::Value::Object(map) => map.values().for_each(|v| collect(v, into)),
            _ => {}
        }
    }

    #[test]
    fn an_empty_journal_is_not_enough_and_never_a_no() {
        let today = "2026-03-15".parse().unwrap();
        for verdict in check(&Journal::default(), today) {
            assert_eq!(verdict.status, Status::NotEnough, "{}", verdict.id());
            assert!(verdict.needs.is_some() && verdict.dates.is_empty());
            assert!(!verdict.wants_earlier);
        }
        // The ends of the calendar are no reason to stop.
        for today in [NaiveDate::MIN, NaiveDate::MAX] {
            assert_eq!(check(&Journal::default(), today).len(), RULES.len());
        }
    }
}
