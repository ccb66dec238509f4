//! Night pain by sleep position: what goes with what, for someone who wonders how to lie.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::chart::figure::{Counted, Figure, Group, Tone};
use crate::chart::grouping::{self, Grouping, Parts};
use crate::chart::{Chart, Request};
use crate::journal::fields::day::{SLEEP_POSITION, SLEEP_POSITIONS};
use crate::journal::series::pain_of;
use crate::journal::{Journal, Kind};
use crate::language::begin_large;

/// This chart in the table of charts.
pub(super) const CHART: Chart = Chart {
    id: "sleep",
    title: "Night pain by sleep position",
    help: "each night, the mean of each position with its 95 % range, and the difference to the \
           nights around",
    window: None,
    figure,
};

/// Returns the chart of night pain by sleep position.
fn figure(journal: &Journal, request: &Request<'_>) -> Figure {
    let span = request.until_today().span;
    let language = request.language;
    let words = &language.groups;
    let pain: Vec<(NaiveDate, f64)> = pain_of(journal.within(span), request.site)
        .iter()
        .filter_map(|day| Some((day.date, day.night?)))
        .collect();
    let days = journal.within(span).iter().filter(|entry| entry.kind == Kind::Day);
    let group_of: BTreeMap<NaiveDate, usize> = days
        .filter_map(|entry| {
            let position = entry.values.text(&SLEEP_POSITION)?;
            Some((entry.day, SLEEP_POSITIONS.iter().position(|word| word.id == position)?))
        })
        .collect();
    let names =
        SLEEP_POSITIONS.iter().map(|it| begin_large(&language.name(&SLEEP_POSITION, it.id)));
    let names: Vec<String> = names.collect();
    let (tone, count) = (Tone::Night, words.nights);
    let grouping =
        Grouping { pain: &pain, group_of: &group_of, names: &names, tone, count, language };

    let mut groups = grouping.groups();
    let mean = |of: &Group| of.mean.map_or(0.0, |it| it.mean);
    groups.sort_by(|one, other| mean(other).total_cmp(&mean(one)));
    let total_days = usize::try_from(span.n_days()).unwrap_or_default();
    let recorded_days = grouping.n_days();
    let parts = Parts {
        title: words.night_pain_by_position,
        span,
        recorded_days,
        said: (words.nights_with_position)(recorded_days, total_days),
        nothing: words.no_nights_with_position,
        label: words.night_pain,
        around: words.nights_around,
        counted: Counted::Nights,
        groups,
    };
    grouping::figure(journal, language, parts)
}
