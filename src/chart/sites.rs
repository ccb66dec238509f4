//! Where it hurts: each place with how often and how much, its sides apart.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::chart::figure::{Body, Coverage, Figure, Place, Places};
use crate::chart::pain::recorded_days;
use crate::chart::smooth::mean;
use crate::chart::words::begin_large;
use crate::chart::{Chart, Request};
use crate::journal::fields::pain::{SCORES, SIDE, SITE};
use crate::journal::series::{DayPain, pain_of};
use crate::journal::{Journal, Kind, Score, Span};
use crate::language::Language;

/// This chart in the table of charts.
pub(super) const CHART: Chart = Chart {
    id: "sites",
    title: "Where it hurts",
    help: "the body from the front and the back, each place shaded by its share of the days",
    figure,
};

/// What was recorded of a place.
#[derive(Default)]
struct Found<'a> {
    /// The highest score of each day that hurts.
    days: BTreeMap<NaiveDate, f64>,
    /// The days of each side that was said.
    sides: BTreeMap<&'a str, BTreeSet<NaiveDate>>,
    /// Days of the left half, and of the right.
    halves: [BTreeSet<NaiveDate>; 2],
}

/// Returns the chart of places.
fn figure(journal: &Journal, request: &Request<'_>) -> Figure {
    let span = request.until_today().span;
    let language = request.language;
    let words = &language.sites;
    let pain = pain_of(journal.within(span), request.site);
    let n_days = pain.len();
    let mut found: Vec<(&str, Found<'_>)> =
        found(journal, span, request.site).into_iter().collect();
    found.sort_by_key(|(_, place)| std::cmp::Reverse(place.days.len()));
    let hurts: BTreeSet<NaiveDate> =
        found.iter().flat_map(|(_, place)| place.days.keys().copied()).collect();
    let without = |day: &&DayPain| day.has_pain() && !hurts.contains(&day.date);
    let n_without = pain.iter().filter(without).count();
    let places: Vec<Place> =
        found.iter().map(|(site, found)| place(language, site, found, n_days)).collect();

    let with = (words.days_with_place)(hurts.len(), n_days);
    let without = (n_without > 0).then(|| (words.days_without_place)(n_without));
    let nothing = if recorded_days(journal, span).is_empty() {
        language.chart.nothing_recorded
    } else {
        words.no_places
    };
    let title = words.where_it_hurts;
    let mut alt = vec![format!("{title}, {}.", language.span(span))];
    alt.push(format!("{}.", if places.is_empty() { nothing } else { &with }));
    alt.extend(places.iter().map(|place| {
        let sides =
            if place.sides.is_empty() { String::new() } else { format!("; {}", place.sides) };
        format!("{}: {}{sides}.", place.name, place.facts)
    }));
    alt.extend(without.iter().map(|it| format!("{}.", begin_large(it))));
    let mut subtitle: Vec<String> =
        journal.is_sample().then(|| language.chart.sample.into()).into_iter().collect();
    subtitle.extend([language.span(span), with]);
    subtitle.extend(without);
    let reading = [words.reading, words.reading_sides].map(Into::into);
    let reading = if places.is_empty() { vec![] } else { reading.to_vec() };
    let total_days = usize::try_from(span.n_days()).unwrap_or_default();
    Figure {
        language,
        title: title.into(),
        subtitle,
        reading,
        alt: alt.join(" "),
        span,
        coverage: Coverage { recorded_days: n_days, total_days },
        body: Body::Places(Places { places, nothing: nothing.into() }),
    }
}

/// Returns the places that hurt, a score of 1 or more, at one site or at any.
fn found<'a>(
    journal: &'a Journal,
    span: Span,
    asked: Option<&str>,
) -> BTreeMap<&'a str, Found<'a>> {
    let mut found: BTreeMap<&str, Found<'_>> = BTreeMap::new();
    for entry in journal.within(span).iter().filter(|entry| entry.kind == Kind::Pain) {
        let Some(site) = entry.values.text(&SITE) else { continue };
        let highest = SCORES.iter().filter_map(|field| entry.values.score(field)).max();
        let Some(highest) = highest.filter(|score| *score >= Score::whole(1)) else { continue };
        if asked.is_some_and(|asked| asked != site) {
            continue;
        }
        let place = found.entry(site).or_default();
        let of_day = place.days.entry(entry.day).or_insert(0.0);
        *of_day = of_day.max(highest.points());
        let side = entry.values.text(&SIDE);
        if let Some(side) = side {
            place.sides.entry(side).or_default().insert(entry.day);
        }
        let [left, right] = &mut place.halves;
        if side != Some("right") {
            left.insert(entry.day);
        }
        if side != Some("left") {
            right.insert(entry.day);
        }
    }
    found
}

fn place(language: &Language, site: &str, found: &Found<'_>, n_days: usize) -> Place {
    let words = &language.sites;
    let scores: Vec<f64> = found.days.values().copied().collect();
    let mean = language.tenths(mean(&scores).unwrap_or_default());
    let n = found.days.len();
    let percent = (200 * n + n_days) / (2 * n_days).max(1);
    let side = |(side, days): (&&str, &BTreeSet<NaiveDate>)| {
        (words.on_side)(&language.name(&SIDE, side), days.len())
    };
    let sides: Vec<String> = found.sides.iter().map(side).collect();
    let [left, right] = &found.halves;
    Place {
        site: site.into(),
        name: begin_large(&language.name(&SITE, site)),
        facts: (words.facts)(n, percent, &mean),
        sides: sides.join(", "),
        share: share(n, n_days),
        left: share(left.len(), n_days),
        right: share(right.len(), n_days),
    }
}

#[expect(clippy::cast_precision_loss, reason = "fewer days than 2^53")]
fn share(n: usize, of: usize) -> f64 {
    n as f64 / of.max(1) as f64
}
