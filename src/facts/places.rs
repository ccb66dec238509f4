//! Where it hurt.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::facts::Mean;
use crate::journal::fields::pain;
use crate::journal::{Entry, Journal, Kind, Span};

/// One place that hurt.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The id of the site, a word of the table or the person's own.
    pub site: String,
    /// On how many days it was scored 1 or more.
    pub days: usize,
    /// On how many of these each side was said, by its id, the most first.
    pub sides: Vec<(String, usize)>,
    /// The mean of the highest score of each of these days.
    pub mean: Option<Mean>,
}

/// The places that hurt in a span, those with the most days first; then by name.
pub fn places(journal: &Journal, span: Span) -> Vec<Place> {
    #[derive(Default)]
    struct Found<'j> {
        days: BTreeMap<NaiveDate, f64>,
        sides: BTreeMap<&'j str, BTreeSet<NaiveDate>>,
    }
    let mut found: BTreeMap<&str, Found<'_>> = BTreeMap::new();
    for entry in journal.within(span).iter().filter(|e| e.kind == Kind::Pain) {
        let Some(site) = entry.values.text(&pain::SITE) else { continue };
        let Some(highest) = highest(entry).filter(|score| *score >= 1.0) else { continue };
        let place = found.entry(site).or_default();
        let of_day = place.days.entry(entry.day).or_insert(highest);
        *of_day = of_day.max(highest);
        if let Some(side) = entry.values.text(&pain::SIDE) {
            place.sides.entry(side).or_default().insert(entry.day);
        }
    }
    let mut places: Vec<Place> = found
        .into_iter()
        .map(|(site, place)| {
            let mut sides: Vec<(String, usize)> =
                place.sides.into_iter().map(|(side, days)| (side.into(), days.len())).collect();
            sides.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
            Place {
                site: site.into(),
                days: place.days.len(),
                sides,
                mean: Mean::of(place.days.into_values()),
            }
        })
        .collect();
    places.sort_by_key(|place| std::cmp::Reverse(place.days));
    places
}

fn highest(entry: &Entry) -> Option<f64> {
    let scores = pain::SCORES.iter().filter_map(|field| entry.values.score(field));
    scores.max().map(crate::journal::Score::points)
}
