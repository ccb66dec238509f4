//! Every day as a square with its number: what a month was like, and which days were left out.

use chrono::{Datelike as _, NaiveDate};

use crate::chart::figure::{Body, Calendar, Coverage, DaySquare, EventKind, Figure};
use crate::chart::pain::Besides;
use crate::chart::smooth::{self, GAP_DAYS};
use crate::chart::{Chart, Request, happened, pain, words};
use crate::journal::fields::day::WOKEN;
use crate::journal::fields::symptom::PRESENT;
use crate::journal::series::{DayPain, pain_of};
use crate::journal::{Journal, Kind, Score, Span};

/// This chart in the table of charts.
pub(super) const CHART: Chart = Chart {
    id: "calendar",
    title: "Pain on each day",
    help: "one square for each day with its highest score, nights woken by pain, warning signs; \
           at most twenty years",
    window: None,
    figure,
};

/// Most years that are drawn: more squares would be no picture any more.
const MOST_YEARS: i32 = 20;

/// Returns the chart of every day.
fn figure(journal: &Journal, request: &Request<'_>) -> Figure {
    let asked = request.until_today();
    let request = &Request { span: newest_years(asked.span), ..asked };
    let (span, words) = (request.span, &request.language.chart);
    let pain = pain_of(journal.within(span), request.site);
    let recorded = pain::recorded_days(journal, span);
    let gaps = smooth::gaps(span, &recorded, GAP_DAYS);
    let mut events = happened::events(journal, request);
    let besides = Besides::of(&recorded, &events);
    events.retain(|event| event.kind == EventKind::Warning);

    let n_days = usize::try_from(span.n_days()).unwrap_or_default();
    let facts = words::Facts {
        journal,
        request,
        pain: &pain,
        coverage: Coverage { recorded_days: pain.len(), total_days: n_days },
        months_per_value: None,
        gaps: &gaps,
        events: &events,
        nothing: pain::nothing(request.language, &pain, besides),
    };
    let title = (words.every_day)(&words::pain(&facts));
    let mut subtitle = words::subtitle(&facts);
    if span != asked.span {
        subtitle.push((words.newest_years)(MOST_YEARS));
    }
    let days = squares(journal, request, &pain, &recorded);
    Figure {
        language: request.language,
        alt: alt(&title, &facts, &days),
        title,
        subtitle,
        reading: reading(request, &days, n_days),
        span,
        coverage: facts.coverage,
        body: Body::Calendar(Calendar {
            days,
            nothing: pain.is_empty().then(|| facts.nothing.into()),
        }),
    }
}

/// Returns the last years of a span that are drawn, whole ones but the last.
fn newest_years(span: Span) -> Span {
    let first = NaiveDate::from_ymd_opt(span.last().year() - MOST_YEARS + 1, 1, 1);
    let first = first.map_or(span.first(), |first| first.max(span.first()));
    Span::new(first, span.last()).unwrap_or(span)
}

/// Returns the square of each day with an entry.
fn squares(
    journal: &Journal,
    request: &Request<'_>,
    pain: &[DayPain],
    recorded: &[NaiveDate],
) -> Vec<DaySquare> {
    let mut dates: Vec<NaiveDate> = recorded.to_vec();
    let warned = request.warnings.iter().map(|event| event.date);
    dates.extend(warned.filter(|date| request.span.contains(*date)));
    dates.sort_unstable();
    dates.dedup();
    let of_day = |date: NaiveDate| {
        let entries = journal.on(date);
        let scored = pain.binary_search_by_key(&date, |day| day.date).ok();
        let is_ticked = entries
            .iter()
            .any(|entry| entry.kind == Kind::Symptom && entry.values.yes(&PRESENT) != Some(false));
        DaySquare {
            date,
            score: scored.and_then(|at| pain.get(at)).map(|day| whole_points(day.highest)),
            is_woken: entries.iter().any(|entry| entry.values.int(&WOKEN).is_some_and(|n| n > 0)),
            is_warned: is_ticked || request.warnings.iter().any(|event| event.date == date),
        }
    };
    dates.into_iter().map(of_day).collect()
}

/// Returns a score in whole points, halves up.
fn whole_points(score: Score) -> u8 {
    (score.tenths() + 5) / 10
}

/// Returns how to read the squares: only what occurs.
fn reading(request: &Request<'_>, days: &[DaySquare], n_days: usize) -> Vec<String> {
    let words = &request.language.chart;
    let has = |is: fn(&DaySquare) -> bool| days.iter().any(is);
    let said = [
        (has(|day| day.score.is_some()), words.reading_squares),
        (has(|day| day.is_woken), words.dot_is_woken),
        (has(|day| day.is_warned), words.frame_is_sign),
        (has(|day| day.score.is_none()), words.empty_is_no_score),
        (days.len() < n_days, words.slash_is_no_entry),
    ];
    said.into_iter().filter(|(occurs, _)| *occurs).map(|(_, words)| words.into()).collect()
}

/// Returns the whole chart in words for someone who cannot see it.
fn alt(title: &str, facts: &words::Facts<'_>, days: &[DaySquare]) -> String {
    let language = facts.request.language;
    let words = &language.chart;
    let Coverage { recorded_days, total_days } = facts.coverage;
    let scored = (words.days_scored)(recorded_days, total_days);
    let mut said = vec![
        format!("{title}, {}.", language.span(facts.request.span)),
        format!("{}.", if recorded_days == 0 { facts.nothing } else { &scored }),
    ];
    let with = |score: u8| days.iter().filter(|day| day.score == Some(score)).count();
    let counts: Vec<(u8, usize)> =
        (0..=10).map(|score| (score, with(score))).filter(|(_, n)| *n > 0).collect();
    if !counts.is_empty() {
        said.push((words.days_by_score)(&counts));
    }
    let entries = facts.journal.within(facts.request.span).iter();
    let nights: Vec<i64> = entries.filter_map(|entry| entry.values.int(&WOKEN)).collect();
    if !nights.is_empty() {
        let n_woken = nights.iter().filter(|times| **times > 0).count();
        said.push((words.woken_on)(n_woken, nights.len()));
    }
    said.extend(words::longest_gap(facts));
    said.extend(words::happened(facts, EventKind::Warning, words.warnings));
    said.join(" ")
}
