//! The share of a daily question's answers that are of one sort.

use chrono::NaiveDate;
use serde::Serialize;

use crate::redflag::answers::Dose;
use crate::redflag::medicine::{ANTI_INFLAMMATORY, is_named};
use crate::redflag::pain_days::{count, plural};
use crate::redflag::record::Record;
use crate::redflag::verdict::{Evidence, Finding};

/// Most answers to a question were of one sort. Days without an answer say nothing.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct AnswerShare {
    /// Which question.
    pub question: Question,
    /// At least this share of the answers.
    pub at_least_percent: u32,
    /// At least so many days have an answer …
    pub min_answers: u32,
    /// … and lie within no less than so many days, the first and the last included …
    pub over_days: u32,
    /// … of the last so many, today included.
    pub window_days: u32,
}

/// A question, with the answers that are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// What a rest did: the same or worse. "Did not rest" is no answer.
    NotBetterAfterRest,
    /// Whether pain was there all day.
    ThereAllDay,
    /// Whether a medicine helped: no, or worse; a day counts with its best.
    MedicineDidNotHelp,
    /// Whether an anti-inflammatory medicine helped: yes, or a little.
    AntiInflammatoryHelped,
}

impl Question {
    const fn words(self) -> Words {
        match self {
            Self::NotBetterAfterRest => Words {
                asked: "how resting changed the pain",
                counted: "the same or worse",
                how: "twinge log --after-rest same",
                names: ["rest_answers", "rest_not_better"],
            },
            Self::ThereAllDay => Words {
                asked: "whether pain was there all day",
                counted: "all day",
                how: "twinge log --pattern all-day",
                names: ["pattern_answers", "pattern_all_day"],
            },
            Self::MedicineDidNotHelp => Words {
                asked: "whether a medicine helped",
                counted: "no, or made it worse",
                how: "twinge edit DAY",
                names: ["helped_answers", "helped_not"],
            },
            Self::AntiInflammatoryHelped => Words {
                asked: "whether an anti-inflammatory medicine helped",
                counted: "yes, or a little",
                how: "twinge edit DAY",
                names: ["anti_inflammatory_answers", "anti_inflammatory_helped"],
            },
        }
    }

    /// The days with an answer from a day on, and whether it is one that is counted.
    fn answers(self, record: &Record<'_>, first: NaiveDate) -> Vec<(NaiveDate, bool)> {
        let days = record.answers().days_from(first).iter();
        match self {
            Self::NotBetterAfterRest => days
                .filter_map(|d| match d.after_rest? {
                    "same" | "worse" => Some((d.date, true)),
                    "better" => Some((d.date, false)),
                    _ => None,
                })
                .collect(),
            Self::ThereAllDay => {
                days.filter_map(|d| Some((d.date, d.pattern? == "all-day"))).collect()
            }
            Self::MedicineDidNotHelp => by_day(record, first, |dose| {
                dose.helped.map(|helped| matches!(helped, "no" | "worse"))
            }),
            Self::AntiInflammatoryHelped => by_day(record, first, |dose| {
                let helped = dose.helped.filter(|_| is_named(dose.name, ANTI_INFLAMMATORY))?;
                // As `by_day` keeps what holds for all of a day's, this asks for the contrary.
                Some(matches!(helped, "no" | "worse"))
            })
            .into_iter()
            .map(|(date, none_helped)| (date, !none_helped))
            .collect(),
        }
    }
}

/// Whether something holds for all of a day's medicines that say anything of it.
fn by_day(
    record: &Record<'_>,
    first: NaiveDate,
    says: impl Fn(&Dose<'_>) -> Option<bool>,
) -> Vec<(NaiveDate, bool)> {
    let doses = record.answers().doses.iter().filter(|dose| dose.date >= first);
    let mut found: Vec<(NaiveDate, bool)> = Vec::new();
    for (date, holds) in doses.filter_map(|dose| Some((dose.date, says(dose)?))) {
        match found.last_mut().filter(|(last, _)| *last == date) {
            Some((_, so_far)) => *so_far &= holds,
            None => found.push((date, holds)),
        }
    }
    found
}

/// How a question is spoken of.
struct Words {
    asked: &'static str,
    counted: &'static str,
    how: &'static str,
    names: [&'static str; 2],
}

impl AnswerShare {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let answers = self.question.answers(record, record.first_of(self.window_days));
        let dates: Vec<NaiveDate> =
            answers.iter().filter(|(_, yes)| *yes).map(|(d, _)| *d).collect();
        let (n, n_yes) = (count(answers.len()), count(dates.len()));
        let spread = match (answers.first(), answers.last()) {
            (Some((first, _)), Some((last, _))) => (*last - *first).num_days() + 1,
            _ => 0,
        };
        let Words { asked, counted, how, names: [n_name, yes_name] } = self.question.words();
        let evidence = vec![Evidence::count(n_name, n), Evidence::count(yes_name, n_yes)];
        let says = format!(
            "You said {asked} on {n} of the last {} days: {counted} on {n_yes}.",
            self.window_days
        );
        let more = (i64::from(self.min_answers) - n).max(0);
        if more > 0 || spread < i64::from(self.over_days) {
            let sentence = format!(
                "{} more {} with an answer to {asked}, over {} days or more: {how}",
                more.max(1),
                plural(more.max(1), "day", "days"),
                self.over_days
            );
            return Finding::not_enough(sentence, Some(more.max(1))).with(evidence, says);
        }
        let is_met = n_yes * 100 >= i64::from(self.at_least_percent) * n;
        let finding = if is_met { Finding::met(dates) } else { Finding::not_met() };
        finding.with(evidence, says)
    }

    pub(crate) fn say(&self) -> String {
        let Words { asked, counted, .. } = self.question.words();
        format!(
            "You said {asked} on at least {} days, over {} days or more, of the last {}, today \
             included; on at least {} % of them you said: {counted}.",
            self.min_answers, self.over_days, self.window_days, self.at_least_percent
        )
    }
}
