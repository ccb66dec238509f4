//! What the person said of themselves: facts of the profile, age now and when the pain began.

use chrono::Datelike as _;
use serde::Serialize;

use crate::journal::Kind;
use crate::journal::fields::{self, profile};
use crate::redflag::episode;
use crate::redflag::record::Record;
use crate::redflag::verdict::{Evidence, Finding};

/// A yes-or-no fact of the profile is as asked.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct ProfileFact {
    /// Its id in the table of the profile's fields.
    pub fact: &'static str,
    /// What it must be.
    pub is: bool,
}

impl ProfileFact {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let field = fields::find(Kind::Profile, self.fact);
        let said = field.and_then(|field| record.journal().profile().yes(field));
        let Some(said) = said else {
            let flag = self.fact.replace('_', "-");
            let sentence = format!("a yes or no: twinge profile {flag} yes, or no");
            return Finding::not_enough(sentence, None)
                .with(vec![Evidence::text(self.fact, "not recorded")], String::new());
        };
        let word = if said { "yes" } else { "no" };
        let evidence = vec![Evidence::text(self.fact, word)];
        let says = format!("Your profile says “{}”: {word}.", self.means());
        // A fact of the profile belongs to no day; what it is joined with has the dates.
        let finding = if said == self.is { Finding::met(Vec::new()) } else { Finding::not_met() };
        finding.with(evidence, says)
    }

    pub(crate) fn say(&self) -> String {
        let word = if self.is { "yes" } else { "no" };
        format!("Your profile says “{}”: {word}.", self.means())
    }

    fn means(&self) -> &'static str {
        fields::find(Kind::Profile, self.fact).map_or(self.fact, |field| field.means)
    }
}

/// The person's age today.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct AgeAtLeast {
    /// In whole years.
    pub years: u32,
}

impl AgeAtLeast {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let Some(born) = birth_year(record) else { return not_born() };
        // Of the year of birth alone, the birthday of this year may be still to come.
        let oldest = i64::from(record.today().year()) - born;
        let evidence = vec![Evidence::count("age_at_most_years", oldest)];
        let years = i64::from(self.years);
        if oldest < years {
            return Finding::not_met().with(evidence, String::new());
        }
        if oldest > years {
            let says = format!("By your year of birth you are {} or {oldest}.", oldest - 1);
            return Finding::met(Vec::new()).with(evidence, says);
        }
        Finding::not_enough(format!("the birthday on which you are {years}"), None)
            .with(evidence, String::new())
    }

    pub(crate) fn say(&self) -> String {
        format!(
            "You are {} years old or older, by your year of birth, whenever in it your birthday \
             is.",
            self.years
        )
    }
}

/// The person's age when this pain began.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct AgeAtOnset {
    /// Younger than so many years. `None`: not asked.
    pub younger_than_years: Option<u32>,
    /// Older than so many years, a whole year at least. `None`: not asked.
    pub older_than_years: Option<u32>,
    /// A pain-free time lasts at least so many days …
    pub gap_days: u32,
    /// … of which at least so many are recorded as 0.
    pub gap_zeros: u32,
}

impl AgeAtOnset {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let Some(born) = birth_year(record) else { return not_born() };
        let Some((earliest, latest)) = episode::began(self.gap_days, self.gap_zeros, record) else {
            return Finding { wants_earlier: true, ..unknown_onset() };
        };
        let (at_least, at_most) = (
            earliest.map(|day| i64::from(day.year()) - born - 1),
            i64::from(latest.unwrap_or(record.today()).year()) - born,
        );
        let younger = self.younger_than_years.map(|years| {
            let years = i64::from(years);
            if at_most < years {
                Some(true)
            } else {
                at_least.is_some_and(|age| age >= years).then_some(false)
            }
        });
        let older = self.older_than_years.map(|years| {
            let years = i64::from(years);
            if at_least.is_some_and(|age| age > years) {
                Some(true)
            } else {
                (at_most <= years).then_some(false)
            }
        });
        let mut evidence: Vec<Evidence> = at_least
            .map(|age| Evidence::count("age_at_onset_at_least_years", age))
            .into_iter()
            .collect();
        evidence.push(Evidence::count("age_at_onset_at_most_years", at_most));
        let says = match at_least {
            Some(age) => {
                format!("By your year of birth you were {age} to {at_most} when it began.")
            }
            None => format!("By your year of birth you were at most {at_most} when it began."),
        };
        let answers: Vec<Option<bool>> = younger.into_iter().chain(older).collect();
        let finding = if answers.contains(&Some(true)) {
            Finding::met(Vec::new())
        } else if answers.contains(&None) {
            unknown_onset()
        } else {
            Finding::not_met()
        };
        finding.with(evidence, says)
    }

    pub(crate) fn say(&self) -> String {
        let younger = self.younger_than_years.map(|n| format!("younger than {n}"));
        let older = self.older_than_years.map(|n| format!("older than {n}"));
        let bands: Vec<String> = younger.into_iter().chain(older).collect();
        format!(
            "You were {} when it began, by your year of birth, whenever in it your birthday is. \
             It began on the day that you gave, or after the last pain-free time: {} days in a \
             row without a day of pain, at least {} of them recorded as 0.",
            bands.join(" or "),
            self.gap_days,
            self.gap_zeros
        )
    }
}

fn birth_year(record: &Record<'_>) -> Option<i64> {
    let today = i64::from(record.today().year());
    record.journal().profile().int(&profile::BIRTH_YEAR).filter(|year| *year <= today)
}

fn not_born() -> Finding {
    Finding::not_enough("your year of birth: twinge profile birth-year YEAR", None)
}

fn unknown_onset() -> Finding {
    Finding::not_enough("the day that it began: twinge profile onset DATE", None)
}
