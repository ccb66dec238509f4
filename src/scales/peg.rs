//! PEG: pain, enjoyment of life, general activity, three questions about the past week.
//!
//! Krebs EE and others 2009, "Development and initial validation of the PEG, a three-item scale
//! assessing pain intensity and interference", J Gen Intern Med 24(6):733–738,
//! doi 10.1007/s11606-009-0981-1. The article is open; no licence of the questions themselves was
//! found, so that one is to be confirmed before a release (docs/decisions.md).

use chrono::NaiveDate;

use crate::journal::fields::questionnaire;
use crate::journal::{Entry, Field, Journal, Kind, Score, Span};
use crate::scales::before::{WEEK_DAYS, nearest_before};
use crate::scales::difference::{Difference, Smallest};
use crate::scales::mean::Mean;

/// Who made the questions, shown where they are asked.
pub const ATTRIBUTION: &str = "PEG: Krebs EE and others 2009, J Gen Intern Med 24(6):733–738, \
doi 10.1007/s11606-009-0981-1; its licence is to be confirmed before a release of twinge";

/// One question, in the words of the instrument.
#[derive(Debug)]
pub struct Item {
    /// Where the answer is kept.
    pub field: &'static Field,
    /// What it is called in a line.
    pub called: &'static str,
    /// The question.
    pub question: &'static str,
    /// What 0 means.
    pub low: &'static str,
    /// What 10 means.
    pub high: &'static str,
}

/// The three questions, in their order.
pub static ITEMS: [Item; 3] = [
    Item {
        field: &questionnaire::PEG_PAIN,
        called: "pain",
        question: "What number best describes your pain on average in the past week?",
        low: "no pain",
        high: "pain as bad as you can imagine",
    },
    Item {
        field: &questionnaire::PEG_ENJOYMENT,
        called: "enjoyment",
        question: "What number best describes how, during the past week, pain has interfered \
                   with your enjoyment of life?",
        low: "does not interfere",
        high: "completely interferes",
    },
    Item {
        field: &questionnaire::PEG_ACTIVITY,
        called: "activity",
        question: "What number best describes how, during the past week, pain has interfered \
                   with your general activity?",
        low: "does not interfere",
        high: "completely interferes",
    },
];

/// The smallest difference in PEG that people notice: 1.0 to 1.75 points, from those who called
/// their pain "a little better", in six trials with 1,710 people (Reed and others 2024,
/// doi 10.1016/j.jpain.2023.07.028, abstract read). That it holds for worse as for better is this
/// project's assumption.
pub static SMALLEST: Smallest = Smallest {
    from: 1.0,
    to: 1.75,
    source: "Reed and others, J Pain, 2024",
    doi: "10.1016/j.jpain.2023.07.028",
};

/// The share of the earlier PEG that is by convention a difference that matters, in per cent
/// (the 30 % of Farrar 2001, doi 10.1016/S0304-3959(01)00349-9, taken over from pain scores).
pub const CONVENTION_PERCENT: f64 = 30.0;

/// Three answers of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peg {
    /// The day; the answers are about the week up to it.
    pub day: NaiveDate,
    /// The answers, in the order of [`ITEMS`].
    pub answers: [Score; 3],
}

impl Peg {
    /// The PEG that an entry holds; `None` unless all three questions are answered.
    pub fn of(entry: &Entry) -> Option<Self> {
        let answer = |item: &Item| entry.values.score(item.field);
        let [pain, enjoyment, activity] = &ITEMS;
        let answers = [answer(pain)?, answer(enjoyment)?, answer(activity)?];
        Some(Self { day: entry.day, answers })
    }

    /// The score: the mean of the three. Higher is worse.
    pub fn score(&self) -> Mean {
        let [first, others @ ..] = self.answers;
        Mean::starting(first, others)
    }
}

/// Each day's PEG, in order; a day without all three answers has none.
pub fn history(journal: &Journal) -> Vec<Peg> {
    journal.of_kind(Kind::Questionnaire).filter_map(Peg::of).collect()
}

/// The last PEG of the week that ends with a day.
pub fn this_week(history: &[Peg], day: NaiveDate) -> Option<Peg> {
    let week = Span::ending(day, WEEK_DAYS);
    history.iter().filter(|peg| week.contains(peg.day)).max_by_key(|peg| peg.day).copied()
}

/// The PEG nearest to four weeks before another one; see [`nearest_before`].
pub fn before(history: &[Peg], peg: &Peg) -> Option<Peg> {
    nearest_before(history, peg.day, |earlier| earlier.day).copied()
}

/// How far a PEG is from an earlier one.
pub fn difference(now: &Peg, before: &Peg) -> Difference {
    Difference { now: now.score().points(), before: before.score().points() }
}
