//! The small language in which rules say what they ask of the entries, and its English.
//!
//! A criterion is data: it is evaluated, said in English and serialised, never run. A rule
//! that outgrows the language adds a variant: an arm in `evaluate`, one in `say`. A variant
//! that is more than a few numbers is a struct in a file of its own.

use std::fmt::Write as _;

use serde::{Serialize, Serializer};

use crate::journal::{SYMPTOMS, Score};
use crate::redflag::body::{Temperature, WeightLoss};
use crate::redflag::happened::{Happened, PainAtSite};
use crate::redflag::improvement::NotImproving;
use crate::redflag::medicine::MedicineDays;
use crate::redflag::pain_days::{AnyPain, PainInEach};
use crate::redflag::person::{AgeAtLeast, AgeAtOnset, ProfileFact};
use crate::redflag::share::AnswerShare;
use crate::redflag::struggle::Struggling;
use crate::redflag::ticked::Ticked;
use crate::redflag::trend::MeanRise;

/// What a rule asks of the entries. Each answer is met, not met or not enough entries.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum Criterion {
    /// Each of them. One no is a no; else one unknown is not enough.
    All(&'static [Self]),
    /// At least one of them. One yes is a yes; else one unknown is not enough.
    Any(&'static [Self]),
    /// Several ways of asking one question. One yes is a yes; else one no is a no: who
    /// answered one way need not answer the other.
    FirstAnswered(&'static [Self]),
    /// At least so many of them. One that is not known may be either.
    AtLeast {
        /// How many.
        n: u32,
        /// Of these.
        of: &'static [Self],
    },
    /// A warning sign was ticked, or denied.
    Ticked(Ticked),
    /// A fact of the profile.
    ProfileFact(ProfileFact),
    /// The person's age today.
    AgeAtLeast(AgeAtLeast),
    /// The person's age when the pain began.
    AgeAtOnset(AgeAtOnset),
    /// Something happened.
    Happened(Happened),
    /// Pain at certain sites.
    PainAtSite(PainAtSite),
    /// Pain on some day.
    AnyPain(AnyPain),
    /// Pain in each of several stretches of days.
    PainInEach(PainInEach),
    /// A rising mean.
    MeanRise(MeanRise),
    /// No improvement since the first week.
    NotImproving(NotImproving),
    /// Most answers to a question were of one sort.
    AnswerShare(AnswerShare),
    /// Severe pain that took the day or the night.
    Struggling(Struggling),
    /// Body weight fell.
    WeightLoss(WeightLoss),
    /// A high temperature.
    Temperature(Temperature),
    /// A sort of medicine on many days.
    MedicineDays(MedicineDays),
    /// The pain began less than so many days ago.
    NewPain {
        /// Days from the start to today are fewer than this.
        within_days: u32,
        /// A pain-free time lasts at least so many days in a row without a day of pain …
        gap_days: u32,
        /// … of which at least so many are recorded as 0.
        gap_zeros: u32,
    },
    /// Pain (a score of 1 or more) on at least this share of the last days, today included.
    /// Days without a score may be either.
    PainDays {
        /// How many days, ending today.
        window_days: u32,
        /// Percent of all days of the window, recorded or not.
        at_least_percent: u32,
    },
    /// The pain's start lies this many days back or further.
    EpisodeAge {
        /// Days from the start to today.
        at_least_days: u32,
        /// A pain-free time lasts at least so many days in a row without a day of pain …
        gap_days: u32,
        /// … of which at least so many are recorded as 0.
        gap_zeros: u32,
    },
    /// The night's pain is above that of the days on either side of it.
    NightAboveDay {
        /// Nights of the last so many days, today's included.
        window_days: u32,
        /// At least so many nights with a score, with the day before and the day after.
        min_pairs: u32,
        /// The mean of night minus day, in points, at least.
        #[serde(serialize_with = "points")]
        mean_above: Score,
        /// A night counts as above when it is so many points above its days …
        #[serde(serialize_with = "points")]
        night_above: Score,
        /// … and at least this share of the paired nights must be.
        nights_percent: u32,
        /// The mean of the nights' pain, in points, at least.
        #[serde(serialize_with = "points")]
        mean_night: Score,
    },
    /// One of the signs was reported on several of the last recorded days.
    ReportedOften {
        /// Any of them makes the day one on which it was reported.
        signs: &'static [Sign],
        /// On at least so many days …
        at_least_days: u32,
        /// … of the last so many with an entry of pain, of the day or of a warning sign …
        of_last_days: u32,
        /// … no further back than so many days, today included.
        within_days: u32,
    },
}

impl Criterion {
    /// Whether something holds for this criterion or a part of it.
    pub(crate) fn any(&self, holds: &dyn Fn(&Self) -> bool) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) | Self::FirstAnswered(parts) => {
                parts.iter().any(|part| part.any(holds))
            }
            Self::AtLeast { of, .. } => of.iter().any(|part| part.any(holds)),
            single => holds(single),
        }
    }
}

impl Criterion {
    /// Whether it is met when its single parts for which `holds` says so are.
    pub(crate) fn follows_from(&self, holds: &dyn Fn(&Self) -> bool) -> bool {
        let n_of = |parts: &[Self]| parts.iter().filter(|part| part.follows_from(holds)).count();
        match self {
            Self::All(parts) => n_of(parts) == parts.len(),
            Self::Any(parts) | Self::FirstAnswered(parts) => n_of(parts) > 0,
            Self::AtLeast { n, of } => n_of(of) >= usize::try_from(*n).unwrap_or(usize::MAX),
            single => holds(single),
        }
    }
}

/// What a person can report of a day.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// A warning sign was ticked, by its id in the table of symptoms.
    Symptom(&'static str),
    /// Pain woke the person at least so many times.
    Woken(u32),
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde asks for")]
pub(crate) fn points<S: Serializer>(score: &Score, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64(score.points())
}

/// Says a criterion in plain English with every threshold. The parts of a compound one follow
/// its first line as a list, two spaces deeper each.
pub fn say(criterion: &Criterion) -> String {
    let mut text = String::new();
    say_at(criterion, 0, &mut text);
    text
}

fn say_at(criterion: &Criterion, depth: usize, text: &mut String) {
    let parts = match criterion {
        Criterion::All(parts) => {
            text.push_str("All of these hold:");
            *parts
        }
        Criterion::Any(parts) => {
            text.push_str("At least one of these holds:");
            *parts
        }
        Criterion::FirstAnswered(parts) => {
            text.push_str(
                "At least one of these holds. They are ways of asking one question: where none \
                 holds, a clear no to one of them is a no.",
            );
            *parts
        }
        Criterion::AtLeast { n, of } => {
            // Writing to a String cannot fail.
            write!(text, "At least {n} of these hold:").ok();
            *of
        }
        single => {
            text.push_str(&say_one(single));
            &[]
        }
    };
    for part in parts {
        // Writing to a String cannot fail.
        write!(text, "\n{:depth$}- ", "", depth = depth * 2).ok();
        say_at(part, depth + 1, text);
    }
}

fn say_one(criterion: &Criterion) -> String {
    match criterion {
        Criterion::All(_)
        | Criterion::Any(_)
        | Criterion::FirstAnswered(_)
        | Criterion::AtLeast { .. } => String::new(),
        Criterion::Ticked(asked) => asked.say(),
        Criterion::ProfileFact(asked) => asked.say(),
        Criterion::AgeAtLeast(asked) => asked.say(),
        Criterion::AgeAtOnset(asked) => asked.say(),
        Criterion::Happened(asked) => asked.say(),
        Criterion::PainAtSite(asked) => asked.say(),
        Criterion::AnyPain(asked) => asked.say(),
        Criterion::PainInEach(asked) => asked.say(),
        Criterion::MeanRise(asked) => asked.say(),
        Criterion::NotImproving(asked) => asked.say(),
        Criterion::AnswerShare(asked) => asked.say(),
        Criterion::Struggling(asked) => asked.say(),
        Criterion::WeightLoss(asked) => asked.say(),
        Criterion::Temperature(asked) => asked.say(),
        Criterion::MedicineDays(asked) => asked.say(),
        Criterion::NewPain { within_days, gap_days, gap_zeros } => format!(
            "The pain began less than {within_days} days ago: on the day that you gave, or on the \
             first day with pain after the last pain-free time ({gap_days} days or more in a row \
             without a day of pain, at least {gap_zeros} of them recorded as 0)."
        ),
        Criterion::PainDays { window_days, at_least_percent } => format!(
            "Pain (a highest score of 1 or more) was recorded on at least {at_least_percent} % \
             of the last {window_days} days, today included: on {} days or more. A day without \
             a score may be either, so it is a no only when the days with pain and the days \
             without a score together are fewer.",
            days_of_percent(*window_days, *at_least_percent)
        ),
        Criterion::EpisodeAge { at_least_days, gap_days, gap_zeros } => {
            say_episode_age(*at_least_days, *gap_days, *gap_zeros)
        }
        Criterion::NightAboveDay { .. } => say_night(criterion).unwrap_or_default(),
        Criterion::ReportedOften { signs, at_least_days, of_last_days, within_days } => format!(
            "You recorded {} on at least {at_least_days} of the last {of_last_days} days with \
             an entry, all within the last {within_days} days, today included. A day on which \
             nothing of it was answered may be either.",
            say_signs(signs)
        ),
    }
}

fn say_episode_age(at_least_days: u32, gap_days: u32, gap_zeros: u32) -> String {
    format!(
        "The pain began {at_least_days} days ago or earlier. It began on the day that you \
             gave (of a month or a year, at the latest on the first day with pain recorded in \
             it, else on its last day), or, where a pain-free time came later, on the first day \
             with pain after it; with neither, at the latest on the first day with pain on \
             record. A pain-free time is {gap_days} days or more in a row without a day of \
             pain, at least {gap_zeros} of them recorded as 0: days without a score alone end \
             nothing."
    )
}

fn say_night(criterion: &Criterion) -> Option<String> {
    let Criterion::NightAboveDay {
        window_days,
        min_pairs,
        mean_above,
        night_above,
        nights_percent,
        mean_night,
    } = criterion
    else {
        return None;
    };
    Some(format!(
        "In the last {window_days} nights, at least {min_pairs} have a score together with \
             the day before and the day after (a day counts with its average, else the mean of \
             its moments, else its worst). Over these, night minus the mean of the two days is \
             {mean_above} points or more on average; it is {night_above} point or more on at \
             least {nights_percent} % of them; and the night's pain is {mean_night} or more on \
             average."
    ))
}

fn say_signs(signs: &[Sign]) -> String {
    let said = signs.iter().map(|sign| match sign {
        Sign::Symptom(id) => {
            let means = SYMPTOMS.iter().find(|w| w.id == *id).map_or(*id, |w| w.means);
            format!("“{means}”")
        }
        Sign::Woken(1) => "that pain woke you at least 1 time".into(),
        Sign::Woken(times) => format!("that pain woke you at least {times} times"),
    });
    said.collect::<Vec<_>>().join(" or ")
}

/// The smallest number of days that is at least `percent` of `window_days`.
pub(crate) fn days_of_percent(window_days: u32, percent: u32) -> u32 {
    (window_days * percent).div_ceil(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    static PART: Criterion = Criterion::PainDays { window_days: 183, at_least_percent: 50 };

    #[test]
    fn half_of_an_odd_number_of_days_is_rounded_up() {
        assert_eq!(days_of_percent(183, 50), 92); // 91.5
        assert_eq!(days_of_percent(182, 50), 91);
        assert_eq!(days_of_percent(7, 100), 7);
    }

    #[test]
    fn parts_are_an_indented_list() {
        static INNER: &[Criterion] = &[
            Criterion::PainDays { window_days: 10, at_least_percent: 50 },
            Criterion::PainDays { window_days: 20, at_least_percent: 50 },
        ];
        static OUTER: Criterion = Criterion::Any(&[
            Criterion::All(INNER),
            Criterion::PainDays { window_days: 30, at_least_percent: 50 },
        ]);
        let text = say(&OUTER);
        let starts: Vec<&str> = text.lines().map(|l| l.get(..8).unwrap_or(l)).collect();
        assert_eq!(starts, ["At least", "- All of", "  - Pain", "  - Pain", "- Pain ("]);
    }

    #[test]
    fn a_criterion_is_data() {
        let json = serde_json::to_string(&PART).unwrap();
        assert_eq!(json, r#"{"pain-days":{"window_days":183,"at_least_percent":50}}"#);
    }
}
