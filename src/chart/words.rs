//! The words of the pain chart: title, subtitle, newest values, and the whole in words.

use chrono::{Datelike as _, NaiveDate};

use crate::chart::Request;
use crate::chart::figure::{Coverage, Event, EventKind, Gap};
use crate::chart::smooth::{MONTH_NEEDS, WINDOW_DAYS, WINDOW_NEEDS, median};
use crate::facts::places;
use crate::journal::series::DayPain;
use crate::journal::{Journal, Span};
use crate::language::{Language, Spread, begin_large};

/// Most events that the words for a screen reader name.
const MOST_EVENTS: usize = 12;

/// One of the values of a day.
type ValueOf = fn(&DayPain) -> Option<f64>;

/// What the words are made of.
pub(super) struct Facts<'a> {
    /// Everything recorded.
    pub(super) journal: &'a Journal,
    /// What was asked for.
    pub(super) request: &'a Request<'a>,
    /// The days that are drawn.
    pub(super) pain: &'a [DayPain],
    /// How many of how many.
    pub(super) coverage: Coverage,
    /// How many months one value covers; `None` for single days.
    pub(super) months_per_value: Option<u32>,
    /// Stretches without an entry.
    pub(super) gaps: &'a [Gap],
    /// Events and warnings.
    pub(super) events: &'a [Event],
    /// What is said where there is no series.
    pub(super) nothing: &'static str,
}

/// Returns the title, such as "Neck and upper back pain, day and night".
pub(super) fn title(facts: &Facts<'_>) -> String {
    let words = &facts.request.language.chart;
    let pain = pain(facts);
    let has = |of: ValueOf| facts.pain.iter().any(|day| of(day).is_some());
    match (has(|day| day.day), has(|day| day.night)) {
        (true, true) => (words.day_and_night)(&pain),
        (false, true) => (words.at_night)(&pain),
        _ => pain,
    }
}

/// Returns what is shown, such as "Neck and upper back pain".
pub(super) fn pain(facts: &Facts<'_>) -> String {
    let sites = match facts.request.site {
        Some(asked) => vec![asked],
        None => places::usual(facts.journal, facts.request.span),
    };
    begin_large(&(facts.request.language.chart.pain_at)(&sites))
}

/// Returns the facts below the title.
pub(super) fn subtitle(facts: &Facts<'_>) -> Vec<String> {
    let Coverage { recorded_days, total_days } = facts.coverage;
    let language = facts.request.language;
    let words = &language.chart;
    let mut parts = vec![];
    if facts.journal.is_sample() {
        parts.push(words.sample.into());
    }
    parts.push(language.span(facts.request.span));
    parts.push((words.days_scored)(recorded_days, total_days));
    if recorded_days > 0 && facts.request.site.is_none() && has_several_places(facts) {
        parts.push(words.highest_of_places.into());
    }
    parts
}

/// Returns how to read the dots and lines.
pub(super) fn reading(facts: &Facts<'_>) -> Vec<String> {
    let words = &facts.request.language.chart;
    let n_worst_only = facts.pain.iter().filter(|day| day.worst_only().is_some()).count();
    let mut reading: Vec<String> = match facts.months_per_value {
        _ if facts.coverage.recorded_days == 0 => vec![],
        None => vec![(words.reading_days)(WINDOW_DAYS, WINDOW_NEEDS)],
        Some(months) => vec![(words.reading_months)(months), (words.mean_needs)(MONTH_NEEDS)],
    };
    if n_worst_only > 0 {
        let by_day = facts.months_per_value.is_none();
        let said = if by_day { words.worst_in_no_line } else { words.worst_in_no_mean };
        reading.push(said.into());
    }
    reading
}

/// Returns the newest value in words, such as "today 3" or "31 Aug: 3"; `now` is what today is
/// called where it may be.
pub(super) fn newest(request: &Request<'_>, date: NaiveDate, value: f64, now: &str) -> String {
    let value = request.language.score(value);
    if request.tells_from_today() && date == request.today {
        return format!("{now} {value}");
    }
    format!("{}: {value}", say(date, request))
}

/// Returns the newest worst in words where nothing but the worst was recorded.
pub(super) fn newest_worst(request: &Request<'_>, date: NaiveDate, value: f64) -> String {
    let words = &request.language.chart;
    let value = request.language.score(value);
    if request.tells_from_today() && date == request.today {
        return format!("{} {value}", words.worst_today);
    }
    format!("{}: {} {value}", say(date, request), words.worst)
}

/// Returns a date in words, without the year where that is this year.
pub(super) fn say(date: NaiveDate, request: &Request<'_>) -> String {
    let language = request.language;
    let this_year = date.year() == request.today.year();
    if this_year { language.short_day(date) } else { language.short_date(date) }
}

/// Returns the newest mean in words, such as "Feb 2026: 3.1", of several months "Jan–Mar 2026: 3.1".
pub(super) fn newest_mean(language: &Language, months: Span, mean: f64) -> String {
    format!("{}: {}", language.short_months(months), language.score(mean))
}

/// Returns the whole chart in words for someone who cannot see it.
pub(super) fn alt(facts: &Facts<'_>) -> String {
    let Coverage { recorded_days, total_days } = facts.coverage;
    let language = facts.request.language;
    let words = &language.chart;
    let scored = (words.days_scored)(recorded_days, total_days);
    let mut said = vec![
        format!("{}, {}.", title(facts), language.span(facts.request.span)),
        format!("{}.", if recorded_days == 0 { facts.nothing } else { &scored }),
    ];
    said.extend(spreads(facts));
    let worst: Vec<f64> = facts.pain.iter().filter_map(DayPain::worst_only).collect();
    if let Some(highest) = worst.iter().copied().max_by(f64::total_cmp) {
        said.push((words.only_worst)(worst.len(), &language.score(highest)));
    }
    said.extend(longest_gap(facts));
    said.extend(all_happened(facts));
    said.join(" ")
}

/// Returns warnings and events in words, each where there is one.
pub(super) fn all_happened(facts: &Facts<'_>) -> Vec<String> {
    let words = &facts.request.language.chart;
    let kinds = [(EventKind::Warning, words.warnings), (EventKind::Plain, words.events)];
    kinds.into_iter().filter_map(|(kind, name)| happened(facts, kind, name)).collect()
}

/// Returns the longest stretch without entries in words; `None` where there is none, or nothing
/// else.
pub(super) fn longest_gap(facts: &Facts<'_>) -> Option<String> {
    let language = facts.request.language;
    let gaps = facts.gaps.iter().map(|gap| gap.period).filter(|gap| *gap != facts.request.span);
    let longest = gaps.max_by_key(Span::n_days)?;
    let n_days = usize::try_from(longest.n_days()).unwrap_or_default();
    Some((language.chart.longest_gap)(n_days, &language.date(longest.first())))
}

/// Returns the spread of day and night in words, each where there is any of it.
pub(super) fn spreads(facts: &Facts<'_>) -> Vec<String> {
    let words = &facts.request.language.chart;
    let of: [(&str, ValueOf); 2] =
        [(words.pain_by_day, DayPain::typical), (words.pain_by_night, |day| day.night)];
    of.into_iter().filter_map(|(name, of)| spread(facts, name, of)).collect()
}

/// Returns the spread of a series in words; `None` where there is nothing of it.
fn spread(facts: &Facts<'_>, name: &str, of: ValueOf) -> Option<String> {
    let language = facts.request.language;
    let values: Vec<f64> = facts.pain.iter().filter_map(of).collect();
    let spread = Spread {
        name,
        median: language.score(median(&values)?),
        lowest: language.score(values.iter().copied().fold(f64::INFINITY, f64::min)),
        highest: language.score(values.iter().copied().fold(f64::NEG_INFINITY, f64::max)),
        newest: language.score(*values.last()?),
    };
    Some((language.chart.spread)(&spread))
}

/// Returns the events of a kind in words; `None` where there is none.
pub(super) fn happened(facts: &Facts<'_>, kind: EventKind, name: &str) -> Option<String> {
    let language = facts.request.language;
    let named: Vec<&Event> = facts.events.iter().filter(|event| event.kind == kind).collect();
    let short = |label: &str| label.chars().take(60).collect::<String>();
    let mut said: Vec<String> = named
        .iter()
        .take(MOST_EVENTS)
        .map(|event| format!("{} {}", language.date(event.date), short(&event.in_full())))
        .collect();
    if named.len() > MOST_EVENTS {
        said.push((language.chart.and_more)(named.len() - MOST_EVENTS));
    }
    (!named.is_empty()).then(|| format!("{name}: {}.", said.join("; ")))
}

fn has_several_places(facts: &Facts<'_>) -> bool {
    places::places(facts.journal, facts.request.span).len() > 1
}
