//! A warning sign that the person ticked, or was asked and denied.

use chrono::NaiveDate;
use serde::Serialize;

use crate::journal::SYMPTOMS;
use crate::redflag::record::Record;
use crate::redflag::verdict::{Evidence, Finding};

/// A warning sign was ticked. A day on which it was denied is a no; never asked is neither.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Ticked {
    /// Its id in the table of symptoms.
    pub symptom: &'static str,
    /// Within the last so many days, today included; older ticks are history.
    pub within_days: u32,
}

impl Ticked {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let ticks = record.answers().ticks(self.symptom, record.first_of(self.within_days));
        let on = |yes| ticks.iter().filter(move |(_, y)| *y == yes).map(|(date, _)| *date);
        let (mut present, mut absent): (Vec<NaiveDate>, Vec<NaiveDate>) =
            (on(true).collect(), on(false).collect());
        // Two files may both have said it.
        present.dedup();
        absent.dedup();
        let means = self.means();
        if !present.is_empty() {
            let since = match (present.last(), absent.last()) {
                (Some(yes), Some(no)) if no > yes => format!(" You said no to it on {no}."),
                _ => String::new(),
            };
            let says = format!("You recorded “{means}” on {}.{since}", listed(&present));
            let evidence = vec![Evidence::text(self.symptom, format!("yes: {}", days(&present)))];
            return Finding::met(present).with(evidence, says);
        }
        if !absent.is_empty() {
            let says = format!("You said no to “{means}” on {}.", listed(&absent));
            let evidence = vec![Evidence::text(self.symptom, format!("no: {}", days(&absent)))];
            return Finding::not_met().with(evidence, says);
        }
        let id = self.symptom;
        Finding::not_enough(
            format!("a yes or no: twinge symptom {id}, or twinge symptom {id} --no"),
            None,
        )
        .with(vec![Evidence::text(id, "not asked")], String::new())
    }

    pub(crate) fn say(&self) -> String {
        format!(
            "You recorded “{}” within the last {} days, today included. A no within them is a \
             no, unless a yes is among them too; without an answer it is neither.",
            self.means(),
            self.within_days
        )
    }

    fn means(&self) -> &'static str {
        SYMPTOMS.iter().find(|w| w.id == self.symptom).map_or(self.symptom, |w| w.means)
    }
}

/// Days in a sentence: all of a few, else how many, and the first and the last.
pub(crate) fn listed(dates: &[NaiveDate]) -> String {
    match dates {
        [] => "no day".into(),
        [day] => day.to_string(),
        [first, last] => format!("{first} and {last}"),
        [first, .., last] => format!("{} days from {first} to {last}", dates.len()),
    }
}

/// Days one after the other.
pub(crate) fn days(dates: &[NaiveDate]) -> String {
    dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
