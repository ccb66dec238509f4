//! The words of the pain chart: title, subtitle, newest values, and the whole in words.

use std::fmt::Write as _;

use chrono::{Datelike as _, NaiveDate};

use crate::chart::Request;
use crate::chart::figure::{Coverage, Event, EventKind, Gap, say_date};
use crate::chart::smooth::{MONTH_NEEDS, median};
use crate::journal::fields::pain::{SCORES, SITE};
use crate::journal::series::DayPain;
use crate::journal::{Entry, Journal, Kind, SITES, Span};

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
    let sites = match facts.request.site {
        Some(asked) => vec![site_words(asked)],
        None => usual_sites(facts),
    };
    let pain = match sites.as_slice() {
        [] => "Pain".to_string(),
        [one] => format!("{} pain", begin_large(one)),
        [most @ .., last] => format!("{} and {last} pain", begin_large(&most.join(", "))),
    };
    let has = |of: ValueOf| facts.pain.iter().any(|day| of(day).is_some());
    let when = match (has(|day| day.day), has(|day| day.night)) {
        (true, true) => ", day and night",
        (false, true) => " at night",
        _ => "",
    };
    format!("{pain}{when}")
}

/// Returns the facts below the title.
pub(super) fn subtitle(facts: &Facts<'_>) -> Vec<String> {
    let Coverage { recorded_days, total_days } = facts.coverage;
    let mut parts = vec![];
    if facts.journal.is_sample() {
        parts.push("sample data, nobody’s pain".into());
    }
    parts.push(facts.request.span.to_string());
    parts.push(format!(
        "{recorded_days} of {total_days} {} with a pain score",
        if total_days == 1 { "day" } else { "days" }
    ));
    if recorded_days > 0 && facts.request.site.is_none() && sites(facts).len() > 1 {
        parts.push("of several places the highest".into());
    }
    parts
}

/// Returns how to read the dots and lines.
pub(super) fn reading(facts: &Facts<'_>) -> Vec<String> {
    let n_worst_only = facts.pain.iter().filter(|day| day.worst_only().is_some()).count();
    let mut reading: Vec<String> = match facts.months_per_value {
        _ if facts.coverage.recorded_days == 0 => vec![],
        None => vec![
            "dots: each day; lines: centred 7-day medians, at least 4 days; 0 none – 10 worst"
                .into(),
        ],
        Some(months) => {
            let means = if months == 1 {
                "monthly means".into()
            } else {
                format!("means of {months} months")
            };
            vec![
                format!("lines: {means}; ribbon: 10th–90th percentile"),
                format!("a mean needs {MONTH_NEEDS} days"),
            ]
        }
    };
    if n_worst_only > 0 {
        reading.push(match facts.months_per_value {
            None => "^ only the worst is known, in no line".into(),
            Some(_) => "days of which only the worst is known are in no mean".into(),
        });
    }
    reading
}

/// Returns the newest value in words, such as "today 3" or "31 Aug: 3"; `now` is what today is
/// called.
pub(super) fn newest(date: NaiveDate, value: f64, today: NaiveDate, now: &str) -> String {
    let value = say_score(value);
    if date == today { format!("{now} {value}") } else { format!("{}: {value}", say(date, today)) }
}

/// Returns the newest worst in words where nothing but the worst was recorded.
pub(super) fn newest_worst(date: NaiveDate, value: f64, today: NaiveDate) -> String {
    let value = say_score(value);
    if date == today {
        return format!("worst today {value}");
    }
    format!("{}: worst {value}", say(date, today))
}

/// Returns a date in words, without the year where that is this year.
fn say(date: NaiveDate, today: NaiveDate) -> String {
    let pattern = if date.year() == today.year() { "%-d %b" } else { "%-d %b %Y" };
    date.format(pattern).to_string()
}

/// Returns the newest mean in words, such as "Feb 2026: 3.1".
pub(super) fn newest_mean(last_day: NaiveDate, mean: f64) -> String {
    format!("{}: {}", last_day.format("%b %Y"), say_score(mean))
}

/// Returns the whole chart in words for someone who cannot see it.
pub(super) fn alt(facts: &Facts<'_>) -> String {
    let Coverage { recorded_days, total_days } = facts.coverage;
    let mut alt = format!("{}, {}. ", title(facts), facts.request.span);
    if recorded_days == 0 {
        put(&mut alt, format_args!("{}. ", facts.nothing));
    } else {
        let days = if total_days == 1 { "day" } else { "days" };
        put(&mut alt, format_args!("{recorded_days} of {total_days} {days} with a pain score. "));
    }
    let of: [(&str, ValueOf); 2] = [("Day", DayPain::typical), ("Night", |day| day.night)];
    for (name, of) in of {
        let values: Vec<f64> = facts.pain.iter().filter_map(of).collect();
        let (Some(middle), Some(newest)) = (median(&values), values.last()) else { continue };
        let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        put(&mut alt, format_args!("{name} pain: median {}, ", say_score(middle)));
        put(&mut alt, format_args!("from {} to {}, ", say_score(lowest), say_score(highest)));
        put(&mut alt, format_args!("newest {}, of 10. ", say_score(*newest)));
    }
    let worst: Vec<f64> = facts.pain.iter().filter_map(DayPain::worst_only).collect();
    if let Some(highest) = worst.iter().copied().max_by(f64::total_cmp) {
        let days = if worst.len() == 1 { "day" } else { "days" };
        put(&mut alt, format_args!("Only the worst is known of {} {days}, ", worst.len()));
        put(&mut alt, format_args!("at most {}. ", say_score(highest)));
    }
    let gaps = facts.gaps.iter().map(|gap| gap.period).filter(|gap| *gap != facts.request.span);
    if let Some(longest) = gaps.max_by_key(Span::n_days) {
        let (n, from) = (longest.n_days(), say_date(longest.first()));
        put(&mut alt, format_args!("Longest stretch without entries: {n} days from {from}. "));
    }
    for (kind, name) in [(EventKind::Warning, "Warnings"), (EventKind::Plain, "Events")] {
        let named: Vec<&Event> = facts.events.iter().filter(|event| event.kind == kind).collect();
        if named.is_empty() {
            continue;
        }
        let short = |label: &str| label.chars().take(60).collect::<String>();
        let said: Vec<String> = named
            .iter()
            .take(MOST_EVENTS)
            .map(|event| format!("{} {}", say_date(event.date), short(&event.label)))
            .collect();
        put(&mut alt, format_args!("{name}: {}", said.join("; ")));
        if named.len() > MOST_EVENTS {
            put(&mut alt, format_args!("; and {} more", named.len() - MOST_EVENTS));
        }
        alt.push_str(". ");
    }
    alt.truncate(alt.trim_end().len());
    alt
}

/// Returns a score to a tenth, whole numbers without ".0".
fn say_score(value: f64) -> String {
    let tenths = format!("{value:.1}");
    tenths.strip_suffix(".0").map_or(tenths.clone(), Into::into)
}

/// Returns what is said where there is nothing to draw of pain.
pub(super) fn nothing(pain: &[DayPain], anything_else: bool) -> &'static str {
    match (pain, anything_else) {
        ([], false) => "Nothing recorded in this period",
        ([], true) => "No pain scores in this period",
        (_, _) => "No day or night scores in this period",
    }
}

/// Returns where it hurts and in how many readings, in order of the table of sites.
fn sites(facts: &Facts<'_>) -> Vec<(&'static str, usize)> {
    let mut found: Vec<(&'static str, usize)> = vec![];
    for site in readings(facts).filter_map(|entry| entry.values.text(&SITE)) {
        let Some(word) = SITES.iter().find(|word| word.id == site) else { continue };
        match found.iter_mut().find(|(means, _)| *means == word.means) {
            Some((_, n)) => *n += 1,
            None => found.push((word.means, 1)),
        }
    }
    found.sort_by_key(|(means, _)| SITES.iter().position(|word| word.means == *means));
    found
}

/// Returns the sites that stand for the whole: those of half of the readings that have a site,
/// where half of all readings have one.
fn usual_sites(facts: &Facts<'_>) -> Vec<&'static str> {
    let sites = sites(facts);
    let with_site: usize = sites.iter().map(|(_, n)| n).sum();
    if with_site * 2 < readings(facts).count() {
        return vec![];
    }
    sites.into_iter().filter(|(_, n)| n * 2 >= with_site).map(|(means, _)| means).collect()
}

/// Returns the entries of the span with a pain score.
fn readings<'a>(facts: &Facts<'a>) -> impl Iterator<Item = &'a Entry> {
    let entries = facts.journal.within(facts.request.span).iter();
    entries.filter(|entry| {
        entry.kind == Kind::Pain && SCORES.iter().any(|it| entry.values.score(it).is_some())
    })
}

fn site_words(id: &str) -> &str {
    SITES.iter().find(|site| site.id == id).map_or(id, |site| site.means)
}

/// Returns the text with its first letter large.
pub(super) fn begin_large(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn put(text: &mut String, more: std::fmt::Arguments<'_>) {
    // Writing into a String cannot fail.
    text.write_fmt(more).unwrap_or_default();
}
