//! Pain by hours of sitting: of the same day, and of the night after it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::chart::figure::{Counted, Figure, Group, Tone};
use crate::chart::grouping::{self, Grouping, Parts};
use crate::chart::{Chart, Request};
use crate::facts::habits::LONG_SITTING_HOURS;
use crate::journal::fields::day::SITTING_HOURS;
use crate::journal::series::{DayPain, pain_of};
use crate::journal::{Journal, Kind};

/// This chart in the table of charts.
pub(super) const CHART: Chart = Chart {
    id: "sitting",
    title: "Pain by hours of sitting",
    help: "the day's pain and that of the night after, for days of little and much sitting, with \
           the difference to the days around",
    window: None,
    figure,
};

/// Hours at which the next group begins: halves of a working day, and more than one; this
/// project's own choice.
const BEGIN: [f64; 3] = [4.0, 6.0, LONG_SITTING_HOURS];

/// Returns the chart of pain by hours of sitting.
fn figure(journal: &Journal, request: &Request<'_>) -> Figure {
    let span = request.until_today().span;
    let language = request.language;
    let words = &language.groups;
    let days = journal.within(span).iter().filter(|entry| entry.kind == Kind::Day);
    let group_of: BTreeMap<NaiveDate, usize> = days
        .filter_map(|entry| Some((entry.day, group_of(entry.values.real(&SITTING_HOURS)?))))
        .collect();
    let pain = pain_of(journal.within(span), request.site);
    let by_day: Vec<(NaiveDate, f64)> =
        pain.iter().filter_map(|day| Some((day.date, day.typical()?))).collect();
    // A night belongs to the day of waking up: the one after a day is that of the next day.
    let after = |day: &DayPain| Some((day.date.pred_opt()?, day.night?));
    let by_night: Vec<(NaiveDate, f64)> = pain.iter().filter_map(after).collect();

    let [low, middle, high] = BEGIN.map(|hours| language.number(hours));
    let names = [
        (words.hours_under)(&low),
        (words.hours_between)(&low, &middle),
        (words.hours_between)(&middle, &high),
        (words.hours_over)(&high),
    ];
    let of = |pain, tone, count| Grouping {
        pain,
        group_of: &group_of,
        names: &names,
        tone,
        count,
        language,
    };
    let of_day = of(&by_day, Tone::Day, words.days);
    let of_night = of(&by_night, Tone::Night, words.nights_after);
    let groups: Vec<Group> = of_day.groups().into_iter().chain(of_night.groups()).collect();

    let scored: BTreeSet<NaiveDate> = by_day.iter().chain(&by_night).map(|(day, _)| *day).collect();
    let total_days = usize::try_from(span.n_days()).unwrap_or_default();
    let recorded_days = group_of.keys().filter(|day| scored.contains(day)).count();
    let parts = Parts {
        title: words.pain_by_sitting,
        span,
        recorded_days,
        said: (words.days_with_sitting)(recorded_days, total_days),
        nothing: words.no_days_with_sitting,
        label: words.day_and_night_after,
        around: words.both_around,
        counted: Counted::Days,
        groups,
    };
    grouping::figure(journal, language, parts)
}

/// Returns the number of the group of so many hours: 8 hours are still in the third.
fn group_of(hours: f64) -> usize {
    let [low, middle, high] = BEGIN;
    match hours {
        hours if hours < low => 0,
        hours if hours < middle => 1,
        hours if hours <= high => 2,
        _ => 3,
    }
}
