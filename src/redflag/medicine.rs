//! On how many days medicines with certain names were recorded.

use chrono::NaiveDate;
use serde::Serialize;

use crate::redflag::pain_days::{count, plural};
use crate::redflag::record::Record;
use crate::redflag::verdict::{Evidence, Finding};

/// Words in the names of anti-inflammatory medicines, and of brands of them; general knowledge.
pub(crate) const ANTI_INFLAMMATORY: &[&str] = &[
    "ibuprofen",
    "naproxen",
    "diclofenac",
    "aspirin",
    "ketoprofen",
    "celecoxib",
    "etoricoxib",
    "meloxicam",
    "indometacin",
    "indomethacin",
    "piroxicam",
    "nurofen",
    "advil",
    "aleve",
    "voltaren",
    "voltarol",
];

/// Whether a medicine's name has one of the words.
pub(crate) fn is_named(name: Option<&str>, words: &[&str]) -> bool {
    let Some(name) = name.map(str::to_lowercase) else { return false };
    words.iter().any(|word| name.contains(word))
}

/// A medicine with one of these words in its name was recorded on many days. Days without an
/// entry may be either, so there is no clear no.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct MedicineDays {
    /// Any of these words, lower case.
    pub names: &'static [&'static str],
    /// On at least so many days …
    pub at_least_days: u32,
    /// … of the last so many, today included.
    pub window_days: u32,
}

impl MedicineDays {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let first = record.first_of(self.window_days);
        let doses = record.answers().doses.iter().filter(|dose| dose.date >= first);
        let mut dates: Vec<NaiveDate> =
            doses.filter(|dose| is_named(dose.name, self.names)).map(|dose| dose.date).collect();
        dates.dedup();
        let n = count(dates.len());
        let evidence = vec![Evidence::count("medicine_days", n)];
        let says = format!(
            "You recorded such a medicine on {n} {} of the last {}.",
            plural(n, "day", "days"),
            self.window_days
        );
        let more = i64::from(self.at_least_days) - n;
        let finding = if more <= 0 {
            Finding::met(dates)
        } else {
            let sentence = format!(
                "{more} more {} of the last {} with such a medicine, if it was so",
                plural(more, "day", "days"),
                self.window_days
            );
            Finding::not_enough(sentence, Some(more))
        };
        finding.with(evidence, says)
    }

    pub(crate) fn say(&self) -> String {
        format!(
            "You recorded a medicine whose name has one of these words on at least {} of the last \
             {} days: {}. Days without an entry may be either.",
            self.at_least_days,
            self.window_days,
            self.names.join(", ")
        )
    }
}
