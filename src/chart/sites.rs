//! Where it hurts: each place with how often and how much, its sides apart.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::chart::figure::{Body, Coverage, Figure, Place, Places};
use crate::chart::pain::recorded_days;
use crate::chart::{Chart, Request};
use crate::facts::{Share, places as facts};
use crate::journal::Journal;
use crate::journal::fields::pain::{SIDE, SITE};
use crate::journal::series::{DayPain, pain_of};
use crate::language::{Language, begin_large};

/// This chart in the table of charts.
pub(super) const CHART: Chart = Chart {
    id: "sites",
    title: "Where it hurts",
    help: "the body from the front and the back, each place shaded by its share of the days",
    window: None,
    figure,
};

/// Returns the chart of places.
fn figure(journal: &Journal, request: &Request<'_>) -> Figure {
    let span = request.until_today().span;
    let language = request.language;
    let words = &language.sites;
    let pain = pain_of(journal.within(span), request.site);
    let n_days = pain.len();
    let mut found = facts::places(journal, span);
    found.retain(|place| request.site.is_none_or(|asked| asked == place.site));
    let hurts: BTreeSet<NaiveDate> =
        found.iter().flat_map(|place| place.days.iter().copied()).collect();
    let without = |day: &&DayPain| day.has_pain() && !hurts.contains(&day.date);
    let n_without = pain.iter().filter(without).count();
    let places: Vec<Place> = found.iter().map(|found| place(language, found, n_days)).collect();

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

fn place(language: &Language, found: &facts::Place, n_days: usize) -> Place {
    let words = &language.sites;
    let mean = language.tenths(found.mean.map_or(0.0, |mean| mean.value));
    let n = found.days.len();
    let percent = Share { n, of: n_days }.percent();
    let sides = found.sides.iter();
    let sides = sides.map(|(side, n)| (words.on_side)(&language.name(&SIDE, side), *n));
    Place {
        site: found.site.clone(),
        name: begin_large(&language.name(&SITE, &found.site)),
        facts: (words.facts)(n, percent, &mean),
        sides: sides.collect::<Vec<_>>().join(", "),
        share: share(n, n_days),
        left: share(found.left, n_days),
        right: share(found.right, n_days),
    }
}

#[expect(clippy::cast_precision_loss, reason = "fewer days than 2^53")]
fn share(n: usize, of: usize) -> f64 {
    n as f64 / of.max(1) as f64
}
