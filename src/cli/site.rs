//! One site of the body alone: its pain, with every other entry.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use clap::Args;

use crate::cli::draft::read_place;
use crate::cli::failure::Failure;
use crate::journal::fields::{self, pain};
use crate::journal::{FieldRef, Journal, Kind, SITES, Word};

/// Which site.
#[derive(Args, Debug)]
pub(crate) struct SiteArg {
    /// Only the pain of this site, like neck [default: the highest of all sites]
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
}

impl SiteArg {
    /// The journal with no other pain than that of the site, and the site's id; the whole of it
    /// where none was said. Refused where no score of these days is of it.
    pub(crate) fn applied_to(
        &self,
        journal: Journal,
    ) -> Result<(Journal, Option<&'static str>), Failure> {
        let Some(site) = self.site.as_deref().map(read_site).transpose()? else {
            return Ok((journal, None));
        };
        let days = days_by_site(&journal);
        if !days.contains_key(site) {
            return Err(none_of(site, &days));
        }
        let at_site = journal.changed(|kind, values| {
            if kind == Kind::Pain && values.text(&pain::SITE) != Some(site) {
                for field in fields::of(kind) {
                    values.remove(&FieldRef::Known(field));
                }
            }
        });
        Ok((at_site, Some(site)))
    }
}

/// The site that a word means.
pub(crate) fn read_site(said: &str) -> Result<&'static str, Failure> {
    match Word::find(SITES, said) {
        Some(word) => Ok(word.id),
        None => Err(read_place(said)
            .err()
            .unwrap_or_else(|| Failure::usage(format!("there is no site {said:?}")))),
    }
}

/// What a site is called.
pub(crate) fn site_name(id: &str) -> &str {
    Word::find(SITES, id).map_or(id, |word| word.means)
}

/// On how many days each site has a score.
fn days_by_site(journal: &Journal) -> BTreeMap<&'static str, usize> {
    let mut days: BTreeMap<&'static str, BTreeSet<NaiveDate>> = BTreeMap::new();
    for entry in journal.of_kind(Kind::Pain) {
        let has_score = pain::SCORES.iter().any(|field| entry.values.score(field).is_some());
        let site = entry.values.text(&pain::SITE).and_then(|id| Word::find(SITES, id));
        if let Some(site) = site.filter(|_| has_score) {
            days.entry(site.id).or_default().insert(entry.day);
        }
    }
    days.into_iter().map(|(site, days)| (site, days.len())).collect()
}

fn none_of(site: &str, days: &BTreeMap<&'static str, usize>) -> Failure {
    let name = site_name(site);
    let failure = Failure::usage(format!("no score of these days is of the {name}"));
    let mut known: Vec<(&&str, &usize)> = days.iter().collect();
    known.sort_by_key(|(site, n)| (std::cmp::Reverse(**n), **site));
    let known: Vec<String> = known
        .into_iter()
        .map(|(site, n)| format!("{} ({n} {})", site, if *n == 1 { "day" } else { "days" }))
        .collect();
    if known.is_empty() {
        return failure.hint(format!("no score names a site; `twinge log 4 --site {site}` does"));
    }
    failure.hint(format!("sites with scores: {}", known.join(", ")))
}
