//! Pain so bad that sleeping or getting through the day is a struggle, from the day's figures.

use chrono::NaiveDate;
use serde::Serialize;

use crate::journal::Score;
use crate::journal::series::DayPain;
use crate::redflag::answers::DayAnswers;
use crate::redflag::pain_days::{count, plural};
use crate::redflag::record::Record;
use crate::redflag::verdict::{Evidence, Finding};

/// Severe pain that took the day or the night, on most of the last recorded days.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Struggling {
    /// The day's highest score is at least this …
    #[serde(serialize_with = "crate::redflag::criterion::points")]
    pub pain: Score,
    /// … and pain got in the way by at least this …
    #[serde(serialize_with = "crate::redflag::criterion::points")]
    pub interference: Score,
    /// … or woke the person at least so many times …
    pub woken: u32,
    /// … or woke the person, who slept less than so many hours …
    pub slept_below_hours: u32,
    /// … on at least so many days …
    pub at_least_days: u32,
    /// … of the last so many with a score …
    pub of_last_days: u32,
    /// … no further back than so many days, today included.
    pub within_days: u32,
}

impl Struggling {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let of_last = usize::try_from(self.of_last_days).unwrap_or(usize::MAX);
        let days: Vec<(NaiveDate, Option<bool>)> = record
            .last(self.within_days)
            .iter()
            .rev()
            .take(of_last)
            .map(|day| (day.date, self.is_one(day, record)))
            .collect();
        let mut dates: Vec<NaiveDate> =
            days.iter().filter(|(_, one)| *one == Some(true)).map(|(date, _)| *date).collect();
        dates.reverse();
        let n_yes = count(dates.len());
        let n_no = count(days.iter().filter(|(_, one)| *one == Some(false)).count());
        let (at_least, of_last) = (i64::from(self.at_least_days), i64::from(self.of_last_days));
        let evidence = vec![
            Evidence::count("last_days_with_a_score", count(days.len())),
            Evidence::count("struggling_days", n_yes),
            Evidence::count("other_days", n_no),
        ];
        let says = format!(
            "Pain of {} or more that got in the way or broke the night: {n_yes} of the last {} {} \
             with a score.",
            self.pain,
            days.len(),
            plural(count(days.len()), "day", "days")
        );
        let noes_needed = of_last - at_least + 1;
        let finding = if n_yes >= at_least {
            Finding::met(dates)
        } else if n_no >= noes_needed {
            Finding::not_met()
        } else {
            let more = (at_least - n_yes).min(noes_needed - n_no);
            let sentence = format!(
                "{more} more {} of the last {of_last} with a score, and, where it is {} or more, \
                 how much pain got in the way, how often it woke you and how long you slept",
                plural(more, "day", "days"),
                self.pain
            );
            Finding::not_enough(sentence, Some(more))
        };
        finding.with(evidence, says)
    }

    /// Whether a day is one of struggle; `None` where that depends on what was not recorded.
    fn is_one(&self, day: &DayPain, record: &Record<'_>) -> Option<bool> {
        if day.highest < self.pain {
            return Some(false);
        }
        let answers = record.answers().days_from(day.date);
        let ways: Vec<Option<bool>> = match answers.iter().find(|d| d.date == day.date) {
            Some(said) => self.ways(said).into(),
            None => vec![None],
        };
        if ways.contains(&Some(true)) {
            return Some(true);
        }
        (!ways.contains(&None)).then_some(false)
    }

    fn ways(&self, said: &DayAnswers<'_>) -> [Option<bool>; 3] {
        let in_the_way = said.interference_tenths.map(|t| t >= self.interference.tenths().into());
        let often = said.woken.map(|n| n >= self.woken.into());
        let is_short = said.slept_hours.map(|h| h < f64::from(self.slept_below_hours));
        let broken = match (is_short, said.woken.map(|n| n > 0)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        };
        [in_the_way, often, broken]
    }

    pub(crate) fn say(&self) -> String {
        format!(
            "On at least {} of the last {} days with a score, all within the last {} days, today \
             included, the day's highest score is {} or more, and pain got in the way by {} or \
             more, or woke you at least {} times, or woke you and you slept less than {} hours. A \
             day of which that was not recorded may be either.",
            self.at_least_days,
            self.of_last_days,
            self.within_days,
            self.pain,
            self.interference,
            self.woken,
            self.slept_below_hours
        )
    }
}
