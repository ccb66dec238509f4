//! Where it hurt.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::facts::Mean;
use crate::journal::fields::pain;
use crate::journal::{Entry, Journal, Kind, SITES, Score, Span};

/// How many places stand for the whole at most; this project's own choice.
const USUAL_MOST: usize = 3;

/// One place that hurt.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The id of the site, a word of the table or the person's own.
    pub site: String,
    /// The days on which it was scored 1 or more.
    pub days: BTreeSet<NaiveDate>,
    /// On how many of these each side was said, by its id, the most first.
    pub sides: Vec<(String, usize)>,
    /// On how many of these its left half hurt; a day without a side counts for both halves.
    pub left: usize,
    /// The same of its right half.
    pub right: usize,
    /// The mean of the highest score of each of these days.
    pub mean: Option<Mean>,
}

/// The places that hurt in a span, those with the most days first; then by name.
pub fn places(journal: &Journal, span: Span) -> Vec<Place> {
    let mut found: BTreeMap<&str, Found<'_>> = BTreeMap::new();
    for (entry, highest) in hurting(journal, span) {
        if let Some(site) = entry.values.text(&pain::SITE) {
            found.entry(site).or_default().add(entry, highest);
        }
    }
    let mut places: Vec<Place> = found.into_iter().map(|(site, it)| it.place(site)).collect();
    places.sort_by_key(|place| std::cmp::Reverse(place.days.len()));
    places
}

/// The ids of the places that stand for the whole, in order of the table of sites: those of at
/// least half of the days with a place, where at least half of the days that hurt have one. A
/// place of the person's own is not named.
pub fn usual(journal: &Journal, span: Span) -> Vec<&'static str> {
    let places = places(journal, span);
    let hurts: BTreeSet<NaiveDate> = hurting(journal, span).map(|(entry, _)| entry.day).collect();
    let with_place: BTreeSet<NaiveDate> =
        places.iter().flat_map(|place| place.days.iter().copied()).collect();
    if with_place.len() * 2 < hurts.len() {
        return vec![];
    }
    let usual = places.iter().filter(|place| place.days.len() * 2 >= with_place.len());
    let known = usual.filter_map(|place| SITES.iter().position(|word| word.id == place.site));
    let mut known: Vec<usize> = known.take(USUAL_MOST).collect();
    known.sort_unstable();
    known.into_iter().filter_map(|place| SITES.get(place)).map(|word| word.id).collect()
}

/// What was recorded of a place.
#[derive(Default)]
struct Found<'j> {
    days: BTreeMap<NaiveDate, f64>,
    sides: BTreeMap<&'j str, BTreeSet<NaiveDate>>,
    left: BTreeSet<NaiveDate>,
    right: BTreeSet<NaiveDate>,
}

impl<'j> Found<'j> {
    fn add(&mut self, entry: &'j Entry, highest: f64) {
        let of_day = self.days.entry(entry.day).or_insert(highest);
        *of_day = of_day.max(highest);
        let side = entry.values.text(&pain::SIDE);
        if let Some(side) = side {
            self.sides.entry(side).or_default().insert(entry.day);
        }
        if side != Some("right") {
            self.left.insert(entry.day);
        }
        if side != Some("left") {
            self.right.insert(entry.day);
        }
    }

    fn place(self, site: &str) -> Place {
        let mut sides: Vec<(String, usize)> =
            self.sides.into_iter().map(|(side, days)| (side.into(), days.len())).collect();
        sides.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        Place {
            site: site.into(),
            days: self.days.keys().copied().collect(),
            sides,
            left: self.left.len(),
            right: self.right.len(),
            mean: Mean::of(self.days.into_values()),
        }
    }
}

/// The entries of pain with a score of 1 or more, each with its highest in points.
fn hurting(journal: &Journal, span: Span) -> impl Iterator<Item = (&Entry, f64)> {
    let entries = journal.within(span).iter().filter(|entry| entry.kind == Kind::Pain);
    entries.filter_map(|entry| {
        let scores = pain::SCORES.iter().filter_map(|field| entry.values.score(field));
        let highest = scores.max().filter(|score| *score >= Score::whole(1))?;
        Some((entry, highest.points()))
    })
}
