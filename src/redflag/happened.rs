//! Something dated that happened, and where it hurt.

use chrono::NaiveDate;
use serde::Serialize;

use crate::journal::{EVENTS, SITES, Word};
use crate::redflag::record::Record;
use crate::redflag::ticked::{days, listed};
use crate::redflag::verdict::{Evidence, Finding};

/// Something happened lately. What is not recorded may have happened.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Happened {
    /// One of these, by their ids in the table of events.
    pub events: &'static [&'static str],
    /// Within the last so many days, today included.
    pub within_days: u32,
    /// Which of them count.
    pub which: Which,
}

/// Which events count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Which {
    /// Each of them.
    All,
    /// Those of which you did not say that a clinician has looked at it since.
    NotExamined,
}

impl Happened {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let first = record.first_of(self.within_days);
        let mut dates: Vec<NaiveDate> = Vec::new();
        let mut evidence: Vec<Evidence> = Vec::new();
        let mut n_examined = 0;
        let mut names: Vec<&str> = Vec::new();
        for event in self.events {
            let of_kind = record.answers().happenings.iter();
            let of_kind = of_kind.filter(|h| h.event == *event && h.date >= first);
            let (examined, counted): (Vec<_>, Vec<_>) =
                of_kind.partition(|h| self.which == Which::NotExamined && h.examined == Some(true));
            n_examined += examined.len();
            if !counted.is_empty() {
                let on: Vec<NaiveDate> = counted.iter().map(|h| h.date).collect();
                evidence.push(Evidence::text(event, days(&on)));
                names.push(means(EVENTS, event));
                dates.extend(on);
            }
        }
        dates.sort_unstable();
        dates.dedup();
        if !dates.is_empty() {
            let says = format!("You recorded {} on {}.", names.join(" and "), listed(&dates));
            return Finding::met(dates).with(evidence, says);
        }
        if n_examined > 0 {
            let says = "You recorded it, and that a clinician has looked at it since.".into();
            return Finding::not_met().with(evidence, says);
        }
        let commands: Vec<String> =
            self.events.iter().map(|event| format!("twinge event {event}")).collect();
        Finding::not_enough(
            format!("an entry of it, if it happened: {}", commands.join(", or ")),
            None,
        )
    }

    pub(crate) fn say(&self) -> String {
        let names: Vec<&str> = self.events.iter().map(|event| means(EVENTS, event)).collect();
        let but = match self.which {
            Which::All => "",
            Which::NotExamined => ", and did not say that a clinician has looked at it since",
        };
        format!(
            "You recorded {} within the last {} days, today included{but}.",
            names.join(" or "),
            self.within_days
        )
    }
}

/// Pain was recorded at one of these sites. A record of other sites only is a no.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct PainAtSite {
    /// Any of these, by their ids in the table of sites.
    pub sites: &'static [&'static str],
    /// Within the last so many days, today included.
    pub within_days: u32,
}

impl PainAtSite {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let first = record.first_of(self.within_days);
        let said: Vec<_> =
            record.answers().sites.iter().filter(|(date, _)| *date >= first).collect();
        let mut dates: Vec<NaiveDate> = said
            .iter()
            .filter(|(_, site)| self.sites.contains(site))
            .map(|(date, _)| *date)
            .collect();
        dates.dedup();
        if let Some(first) = dates.first() {
            let says = format!("You recorded pain there on {}.", listed(&dates));
            let evidence = vec![Evidence::date("there_since", *first)];
            return Finding::met(dates).with(evidence, says);
        }
        if said.is_empty() {
            let sites = self.sites.first().copied().unwrap_or_default();
            let sentence = format!("a word on where it hurts: twinge log 4 --site {sites}");
            return Finding::not_enough(sentence, None);
        }
        Finding::not_met().with(Vec::new(), "You recorded pain at other sites only.".into())
    }

    pub(crate) fn say(&self) -> String {
        let names: Vec<&str> = self.sites.iter().map(|site| means(SITES, site)).collect();
        format!(
            "You recorded a score of pain at one of these sites within the last {} days, today \
             included: {}.",
            self.within_days,
            names.join(", ")
        )
    }
}

fn means(table: &'static [Word], id: &'static str) -> &'static str {
    table.iter().find(|w| w.id == id).map_or(id, |w| w.means)
}
