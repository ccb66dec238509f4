//! How `twinge check` asks: the warning signs in groups, and how often each is asked.
//!
//! People do not speak of these signs unasked. Which stand together, and how often each is asked,
//! is this project's own choice: each day for what is an emergency or can begin in an hour, every
//! week for the rest, every two weeks for what changes slowly. No answer is asked for less often
//! than it counts: a rule reads ticks of 14 days.

use chrono::NaiveDate;

use crate::journal::fields::{profile, symptom};
use crate::journal::{Answer, Entry, Field, Journal, Kind, SYMPTOMS, Span, Word};
use crate::redflag::pain_days::AnyPain;
use crate::redflag::record::{LOOKBACK_DAYS, Record};
use crate::redflag::verdict::Status;
use crate::redflag::{Criterion, RULES};

/// How often a sign is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Every {
    /// Each day.
    Day,
    /// Every week.
    Week,
    /// Every two weeks.
    TwoWeeks,
}

impl Every {
    /// After how many days it is asked again.
    pub const fn days(self) -> u32 {
        match self {
            Self::Day => 1,
            Self::Week => 7,
            Self::TwoWeeks => 14,
        }
    }

    /// How often, in words.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Day => "each day",
            Self::Week => "every week",
            Self::TwoWeeks => "every two weeks",
        }
    }
}

/// Signs that are asked together, with one question.
#[derive(Debug)]
pub struct SignGroup {
    /// Kebab-case.
    pub id: &'static str,
    /// The question that stands above them.
    pub question: &'static str,
    /// The signs by their ids in the table of symptoms, and how often each is asked.
    pub signs: &'static [(&'static str, Every)],
}

/// All groups, those with an emergency first.
pub static SIGN_GROUPS: &[SignGroup] = &[
    SignGroup {
        id: "below-the-waist",
        question: "Below the waist: is any of this there, and new?",
        signs: &[
            ("saddle-numbness", Every::Day),
            ("bladder-bowel", Every::Day),
            ("legs-both", Every::Day),
            ("sexual-function", Every::Day),
        ],
    },
    SignGroup {
        id: "chest",
        question: "In the chest and upper back: is any of this there?",
        signs: &[
            ("chest-pain", Every::Day),
            ("chest-tight", Every::Day),
            ("tearing-pain", Every::Day),
        ],
    },
    SignGroup {
        id: "head-and-neck",
        question: "In the head and neck: is any of this there?",
        signs: &[
            ("sudden-headache", Every::Day),
            ("stiff-neck-fever", Every::Day),
            ("dizzy-neck", Every::Week),
        ],
    },
    SignGroup {
        id: "coping",
        question: "How you are getting through it: is any of this so?",
        signs: &[
            ("severe-struggling", Every::Week),
            ("cannot-cope", Every::Week),
            ("self-harm", Every::Day),
        ],
    },
    SignGroup {
        id: "in-general",
        question: "How you are in general: is any of this there?",
        signs: &[
            ("fever-unwell", Every::Day),
            ("weight-loss", Every::TwoWeeks),
            ("lump-shape", Every::TwoWeeks),
            ("glands-bone", Every::TwoWeeks),
        ],
    },
    SignGroup {
        id: "arms-and-legs",
        question: "Arms, hands, legs and walking: is any of this there?",
        signs: &[
            ("limb-weakness", Every::Week),
            ("clumsy-hands", Every::Week),
            ("unsteady-walking", Every::Week),
            ("neck-shock", Every::Week),
            ("arm-tingle", Every::Week),
        ],
    },
    SignGroup {
        id: "the-pain",
        question: "How the pain behaves: is any of this so?",
        signs: &[
            ("worse-at-night", Every::Week),
            ("no-rest-relief", Every::Week),
            ("strain-pain", Every::Week),
            ("not-controlled", Every::Week),
            ("morning-stiffness", Every::TwoWeeks),
        ],
    },
];

/// Something that may have happened lately.
#[derive(Debug, PartialEq, Eq)]
pub struct Happening {
    /// Its id in the table of events.
    pub event: &'static str,
    /// How it is asked.
    pub asks: &'static str,
    /// Whether it matters that a clinician has looked at it since.
    pub is_examined: bool,
}

const fn happening(event: &'static str, asks: &'static str, is_examined: bool) -> Happening {
    Happening { event, asks, is_examined }
}

/// What may have happened: the events that rules read.
pub static HAPPENINGS: &[Happening] = &[
    happening("accident", "A serious accident, as in traffic or from a height", true),
    happening("fall", "A fall", true),
    happening("injury", "An injury of the back or neck", true),
    happening("heavy-lift", "Lifting something heavy", true),
    happening("infection", "An infection", false),
    happening("procedure", "An operation, or an injection into the back or neck", false),
];

/// Within how many days an event counts in any rule.
pub const HAPPENED_DAYS: u32 = 42;

/// The facts of the profile, answered with yes or no, that rules read.
pub fn facts() -> impl Iterator<Item = &'static Field> {
    profile::FIELDS.iter().copied().filter(|field| {
        let reads =
            |part: &Criterion| matches!(part, Criterion::ProfileFact(f) if f.fact == field.id);
        field.answer == Answer::YesNo && RULES.iter().any(|rule| rule.when.any(&reads))
    })
}

/// When a sign was last asked, and what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// On which day.
    pub on: NaiveDate,
    /// Whether it was there.
    pub present: bool,
}

/// One sign, and whether it is to be asked.
#[derive(Debug)]
pub struct Asking {
    /// Its row in the table of symptoms.
    pub sign: &'static Word,
    /// How often it is asked.
    pub every: Every,
    /// When it was last asked. `None`: never, in the days that were loaded.
    pub last: Option<Asked>,
    /// Whether it is to be asked again.
    pub is_due: bool,
}

/// What of each group is to be asked on a day; later entries are not read.
pub fn due(journal: &Journal, today: NaiveDate) -> Vec<(&'static SignGroup, Vec<Asking>)> {
    let answers = answers(journal, today);
    let asking = |(id, every): &(&'static str, Every)| {
        let sign = SYMPTOMS.iter().find(|w| w.id == *id)?;
        let of_sign = answers.iter().filter(|(word, _)| std::ptr::eq(*word, sign));
        // Of two answers on one day, the yes.
        let last = of_sign.map(|(_, asked)| *asked).max_by_key(|asked| (asked.on, asked.present));
        let is_due = last.is_none_or(|asked| has_passed(asked.on, every.days(), today));
        Some(Asking { sign, every: *every, last, is_due })
    };
    SIGN_GROUPS
        .iter()
        .map(|group| (group, group.signs.iter().filter_map(asking).collect()))
        .collect()
}

/// On a day with answers to signs of so many groups, the signs were gone through; fewer are a
/// sign told by the way. This project's own choice.
const GROUPS_OF_A_CHECK: usize = 3;

/// The last day on which the warning signs were gone through. `None`: never, in the days that
/// were loaded.
pub fn last_check(journal: &Journal, today: NaiveDate) -> Option<NaiveDate> {
    let mut answers = answers(journal, today);
    answers.sort_by_key(|(_, asked)| asked.on);
    let is_check = |day: &&[(&'static Word, Asked)]| {
        let was_asked = |group: &&SignGroup| {
            day.iter().any(|(word, _)| group.signs.iter().any(|(id, _)| *id == word.id))
        };
        SIGN_GROUPS.iter().filter(was_asked).count() >= GROUPS_OF_A_CHECK
    };
    answers.chunk_by(|a, b| a.1.on == b.1.on).rfind(is_check).map(|day| day[0].1.on)
}

/// Whether the person is to be reminded, once a week and while there is pain: a weekly sign is
/// due, the last check is a week ago, and pain was recorded within four weeks.
pub fn wants_check(journal: &Journal, today: NaiveDate) -> bool {
    let week = Every::Week.days();
    let is_due = |asking: &Asking| asking.is_due && asking.every != Every::Day;
    last_check(journal, today).is_none_or(|day| has_passed(day, week, today))
        && due(journal, today).iter().any(|(_, signs)| signs.iter().any(is_due))
        && AnyPain { within_days: 28 }.find(&Record::new(journal, today)).status == Status::Met
}

fn has_passed(day: NaiveDate, n_days: u32, today: NaiveDate) -> bool {
    today.signed_duration_since(day).num_days() >= n_days.into()
}

/// The answers to all signs, in order of days, from the look back of the rules.
fn answers(journal: &Journal, today: NaiveDate) -> Vec<(&'static Word, Asked)> {
    let entries = journal.within(Span::ending(today, LOOKBACK_DAYS)).iter();
    let of_entry = |entry: &Entry| {
        let id = entry.values.text(&symptom::SYMPTOM)?;
        // What an older file calls it counts too.
        let word = SYMPTOMS.iter().find(|w| w.id == id || w.also.contains(&id))?;
        let present = entry.values.yes(&symptom::PRESENT)?;
        Some((word, Asked { on: entry.day, present }))
    };
    entries.filter(|e| e.kind == Kind::Symptom).filter_map(of_entry).collect()
}
