//! The life of an alert: raised, told, answered, no longer met, raised again.
//!
//! A notice is one time that the person was told of a rule, unasked, or answered it. What was
//! told and answered is on record; the rest follows from it and from the entries, on any day.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::journal::fields::notice;
use crate::journal::{Entry, Journal};
use crate::redflag::evaluate::evaluate;
use crate::redflag::record::{self, Record, back};
use crate::redflag::verdict::{Status, Verdict};
use crate::redflag::{RedFlag, Urgency};

/// A person who is told again and again stops reading: each further notice within a year waits
/// twice as long as the one before, up to this many times as long. This project's own choice.
const LONGEST_WAIT_TIMES: u32 = 8;

/// How long a doctor's look, or a mistake, keeps an alert quiet that is met all the time, in
/// days. This project's own choice.
pub const QUIET_DAYS: u32 = 365;

/// What is not met for so many days in a row is over, and what was said to it is of the past;
/// met again sooner, it is the same episode: as long as it takes until it would be told again.
/// This project's own choice.
const fn lapse_days(urgency: Urgency) -> u32 {
    match urgency {
        Urgency::Emergency | Urgency::Urgent => 14,
        Urgency::Soon | Urgency::Discuss => 30,
    }
}

/// How many days, ending today, lives read at most: whether a quiet alert was met is asked of
/// days of the last year, and on each of them rules read what they read today. A year is nearly
/// always enough; see [`wants_earlier`].
pub const LOOKBACK_DAYS: u64 = record::LOOKBACK_DAYS + QUIET_DAYS as u64;

/// What a person said to an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// They will call, or make an appointment: the alert stays open.
    WillCall,
    /// A doctor has looked at it: quiet while it goes on.
    Seen,
    /// The entries are a mistake: quiet while they meet it.
    Mistake,
}

impl Reply {
    /// The id in the table of replies.
    pub const fn id(self) -> &'static str {
        match self {
            Self::WillCall => "will-call",
            Self::Seen => "seen",
            Self::Mistake => "mistake",
        }
    }

    /// The reply with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::WillCall, Self::Seen, Self::Mistake].into_iter().find(|r| r.id() == id)
    }
}

/// What was said to an alert, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// What was said.
    pub reply: Reply,
    /// On which day it was said.
    #[serde(serialize_with = "as_text")]
    pub on: NaiveDate,
    /// When a doctor looked at it: a day, a month or a year; `None` where that was not said.
    pub seen: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn as_text<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(day)
}

#[expect(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde calls it so")]
fn as_text_or_null<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => to.collect_str(day),
        None => to.serialize_none(),
    }
}

/// Why an answer keeps an alert quiet no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Past {
    /// It was not met for a while since.
    Lapsed,
    /// It is an emergency, and was recorded again since.
    RecordedAgain,
    /// It is a year old.
    YearOld,
}

/// Where an alert stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Met, and never told before.
    Raised,
    /// Met and told; nothing was said to it.
    Told,
    /// Met, and answered.
    Answered,
    /// Met, told before, and to be told again.
    RaisedAgain,
    /// Told before, and no longer met.
    Resolved,
}

/// The life of one rule's alert up to a day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Life {
    /// Where it stands; `None`: not met, and never told.
    pub stage: Option<Stage>,
    /// Whether the person is to be told now, unasked.
    pub is_due: bool,
    /// Whether it asks for something still: met, and neither seen by a doctor nor a mistake.
    pub is_open: bool,
    /// On which day it was told last; `None`: never.
    #[serde(serialize_with = "as_text_or_null")]
    pub told: Option<NaiveDate>,
    /// How many times it was told in the last year.
    pub n_told: u32,
    /// What was last said to it; `None`: nothing.
    pub answer: Option<Answer>,
    /// Why the answer keeps it quiet no longer; `None`: it does, or never did.
    #[serde(skip)]
    past: Option<Past>,
    /// Whether days before the loaded ones may change it.
    #[serde(skip)]
    wants_earlier: bool,
}

impl Life {
    /// What was told and said so far, as a sentence; `None`: nothing.
    pub fn sentence(&self) -> Option<String> {
        let met_again = match self.past {
            None => "",
            Some(Past::Lapsed) => ", and it was not met for a while since",
            Some(Past::RecordedAgain) => ", and it was recorded again since",
            Some(Past::YearOld) => ", a year ago or longer",
        };
        match (&self.answer, self.told) {
            (Some(Answer { reply: Reply::WillCall, on, .. }), _) => {
                Some(format!("You said on {on} that you will call."))
            }
            (Some(Answer { reply: Reply::Seen, on, seen }), _) => {
                let seen = seen.as_ref().map_or_else(String::new, |day| format!(" ({day})"));
                Some(format!("You said on {on} that a doctor has seen it{seen}{met_again}."))
            }
            (Some(Answer { reply: Reply::Mistake, on, .. }), _) => {
                Some(format!("You said on {on} that it is a mistake{met_again}."))
            }
            (None, Some(told)) => Some(format!("You were told on {told}.")),
            (None, None) => None,
        }
    }
}

/// One notice as it was known on the day of asking.
struct Notice<'j> {
    day: NaiveDate,
    rule: &'j str,
    told: bool,
    answer: Option<Answer>,
}

impl<'j> Notice<'j> {
    /// `None` for what is of a later day.
    fn of(entry: &'j Entry, today: NaiveDate) -> Option<Self> {
        let values = &entry.values;
        let rule = values.text(&notice::RULE)?;
        let answer = || {
            let reply = Reply::from_id(values.text(&notice::REPLY)?)?;
            let said = values.text(&notice::REPLIED).and_then(|day| day.parse().ok());
            let on = said.unwrap_or(entry.day);
            let seen = values.text(&notice::SEEN).map(String::from);
            (on <= today).then_some(Answer { reply, on, seen })
        };
        let told = values.yes(&notice::TOLD) == Some(true);
        let notice = Self { day: entry.day, rule, told, answer: answer() };
        (entry.day <= today && (notice.told || notice.answer.is_some())).then_some(notice)
    }
}

/// The life of each rule's alert, in the order of the verdicts, which are of `today`.
///
/// The notices of the journal must all be there, whatever days were loaded.
pub fn lives(journal: &Journal, verdicts: &[Verdict], today: NaiveDate) -> Vec<Life> {
    let notices: Vec<Notice<'_>> =
        journal.notices().iter().filter_map(|entry| Notice::of(entry, today)).collect();
    let mut lives: Vec<Life> =
        verdicts.iter().map(|verdict| so_far(verdict, &notices, today)).collect();
    end_what_is_past(journal, verdicts, &mut lives, today);
    for (life, verdict) in lives.iter_mut().zip(verdicts) {
        settle(life, verdict, today);
    }
    lives
}

/// Whether a life may change when the days before the loaded ones are loaded too: then load
/// [`LOOKBACK_DAYS`] and ask again.
pub fn wants_earlier(lives: &[Life]) -> bool {
    lives.iter().any(|life| life.wants_earlier)
}

/// What was told and said of a rule.
fn so_far(verdict: &Verdict, notices: &[Notice<'_>], today: NaiveDate) -> Life {
    let of_rule = || notices.iter().filter(|n| n.rule == verdict.id());
    let told = || of_rule().filter(|n| n.told).map(|n| n.day);
    let last_told = told().max();
    let year_ago = back(today, QUIET_DAYS);
    // What was answered before the last telling answers an earlier one.
    let answer = of_rule().filter_map(|n| n.answer.clone()).max_by_key(|answer| answer.on);
    let answer = answer.filter(|answer| last_told.is_none_or(|told| told <= answer.on));
    Life {
        stage: None,
        is_due: false,
        is_open: verdict.is_met(),
        told: last_told,
        n_told: u32::try_from(told().filter(|day| *day > year_ago).count()).unwrap_or(u32::MAX),
        answer,
        past: None,
        wants_earlier: false,
    }
}

/// Sets apart the quiet alerts that are still of one episode: of the others, what was said is of
/// the past.
fn end_what_is_past(journal: &Journal, verdicts: &[Verdict], lives: &mut [Life], today: NaiveDate) {
    let mut days = PastDays { journal, today, records: BTreeMap::new() };
    for (life, verdict) in lives.iter_mut().zip(verdicts).filter(|(_, v)| v.is_met()) {
        let Some(Answer { reply: Reply::Seen | Reply::Mistake, on, .. }) = life.answer else {
            continue;
        };
        let is_again = verdict.rule.again_after_days() == Some(0)
            && verdict.dates.last().is_some_and(|recorded| *recorded > on);
        life.past = if is_again {
            Some(Past::RecordedAgain)
        } else if on <= back(today, QUIET_DAYS) {
            Some(Past::YearOld)
        } else {
            let has_lapsed = days.has_lapsed(verdict.rule, on);
            life.wants_earlier = has_lapsed.is_none();
            (has_lapsed == Some(true)).then_some(Past::Lapsed)
        };
        life.is_open = life.past.is_some();
    }
}

/// What rules said on days of the past, each day's record made once for all rules.
struct PastDays<'j> {
    journal: &'j Journal,
    today: NaiveDate,
    /// By how many days ago.
    records: BTreeMap<u32, Record<'j>>,
}

impl PastDays<'_> {
    /// Whether a rule that is met today was not met for its [`lapse_days`] in a row after
    /// `since`; `None` when that depends on days that were not loaded.
    ///
    /// Of so many days in a row one is a multiple of so many days ago, whatever day it is today:
    /// only around those of them on which it was not met are the other days asked.
    fn has_lapsed(&mut self, rule: &RedFlag, since: NaiveDate) -> Option<bool> {
        let said_ago = u32::try_from((self.today - since).num_days()).unwrap_or(0);
        let lapse_days = lapse_days(rule.urgency);
        let mut is_known = true;
        for looks in 1..=said_ago.saturating_sub(1) / lapse_days {
            let at = looks * lapse_days;
            let mut is_off = |ago: &u32| {
                let met = self.was_met(rule, *ago);
                is_known &= met.is_some();
                met == Some(false)
            };
            if !is_off(&at) {
                continue;
            }
            let before = at + 1..said_ago.min(at + lapse_days);
            let first = before.take_while(&mut is_off).last().unwrap_or(at);
            let last = (1..at).rev().take_while(&mut is_off).last().unwrap_or(at);
            if first - last + 1 >= lapse_days {
                return Some(true);
            }
        }
        is_known.then_some(false)
    }

    /// Whether a rule was met so many days ago; `None` when that depends on days that were not
    /// loaded.
    fn was_met(&mut self, rule: &RedFlag, ago: u32) -> Option<bool> {
        let (journal, day) = (self.journal, back(self.today, ago));
        let record = self.records.entry(ago).or_insert_with(|| Record::new(journal, day));
        let found = evaluate(&rule.when, record);
        let is_known = !found.wants_earlier && !record.is_cut_short();
        is_known.then_some(found.status == Status::Met)
    }
}

/// Decides where it stands and whether it is told.
fn settle(life: &mut Life, verdict: &Verdict, today: NaiveDate) {
    if !verdict.is_met() {
        life.stage = life.told.map(|_| Stage::Resolved);
        return;
    }
    life.is_due = life.is_open && is_due(life, verdict, today);
    let was_there = life.told.is_some() || life.answer.is_some();
    life.stage = Some(match &life.answer {
        _ if life.is_due && was_there => Stage::RaisedAgain,
        _ if !was_there => Stage::Raised,
        Some(_) => Stage::Answered,
        None => Stage::Told,
    });
}

fn is_due(life: &Life, verdict: &Verdict, today: NaiveDate) -> bool {
    let rule: &RedFlag = verdict.rule;
    // An answer is never older than the last telling.
    let last = life.answer.as_ref().map(|a| a.on).or(life.told);
    match (rule.again_after_days(), last) {
        _ if rule.urgency == Urgency::Discuss => false,
        (_, None) => true,
        (None, Some(_)) => false,
        // Each time that it is recorded.
        (Some(0), Some(last)) => verdict.dates.last().is_some_and(|recorded| *recorded > last),
        (Some(days), Some(last)) => {
            let doubled = 1 << life.n_told.saturating_sub(1).min(LONGEST_WAIT_TIMES.ilog2());
            last <= back(today, days * doubled)
        }
    }
}
