//! Pain by weekday and by time of day: when it is worse, and of how many values that is known.

use chrono::{Datelike as _, Timelike as _};

use crate::chart::figure::{Body, BoxPanel, Coverage, Figure, Quartiles, ScoreBox};
use crate::chart::pain::Besides;
use crate::chart::smooth::percentile;
use crate::chart::{Chart, Request, pain, words};
use crate::journal::fields::pain::{NOW, SITE, TIME};
use crate::journal::series::{DayPain, pain_of};
use crate::journal::{Entry, Journal, Kind, read_moment_of_day};

/// This chart in the table of charts.
pub(super) const CHART: Chart = Chart {
    id: "week",
    title: "Pain by weekday and time of day",
    help: "median and middle half of each weekday, and of readings with a time in four parts of \
           the day",
    window: None,
    figure,
};

/// Below so many values a group says little; this project's own choice.
const FEW: usize = 10;
/// Hours of a part of the day.
const PART_HOURS: u32 = 6;

/// Returns the chart of pain by weekday and time of day.
fn figure(journal: &Journal, request: &Request<'_>) -> Figure {
    let request = &request.until_today();
    let (span, language) = (request.span, request.language);
    let words = &language.chart;
    let pain = pain_of(journal.within(span), request.site);
    let besides = Besides::of(&pain::recorded_days(journal, span), &[]);
    let n_days = usize::try_from(span.n_days()).unwrap_or_default();
    let facts = words::Facts {
        journal,
        request,
        pain: &pain,
        coverage: Coverage { recorded_days: pain.len(), total_days: n_days },
        months_per_value: None,
        gaps: &[],
        events: &[],
        nothing: pain::nothing(language, &pain, besides),
    };
    let readings = readings(journal, request);
    let title = (words.by_week)(&words::pain(&facts));
    let mut subtitle = words::subtitle(&facts);
    subtitle.push((words.readings_with_time)(readings.len()));
    let panels = vec![
        BoxPanel {
            title: words.by_weekday.into(),
            boxes: weekdays(request, &pain),
            nothing: facts.nothing.into(),
        },
        BoxPanel {
            title: words.by_time.into(),
            boxes: times(request, &readings),
            nothing: words.no_times.into(),
        },
    ];
    Figure {
        language,
        alt: alt(&title, &facts, &panels),
        title,
        subtitle,
        reading: reading(request, &pain, &panels),
        span,
        coverage: facts.coverage,
        body: Body::Boxes(panels),
    }
}

/// Returns the hour and the score of each reading with a time; of several places at one moment
/// the highest.
fn readings(journal: &Journal, request: &Request<'_>) -> Vec<(u32, f64)> {
    let of_site =
        |entry: &&Entry| request.site.is_none() || entry.values.text(&SITE) == request.site;
    let entries = journal.within(request.span).iter();
    let timed = entries.filter(|entry| entry.kind == Kind::Pain).filter(of_site);
    let mut found: Vec<_> = timed
        .filter_map(|entry| {
            let time = read_moment_of_day(entry.values.text(&TIME)?).ok()?;
            Some((entry.day, time, entry.values.score(&NOW)?))
        })
        .collect();
    found.sort_unstable();
    // The last of a moment is the highest.
    let moments = found.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1));
    let highest = moments.filter_map(|moment| moment.last());
    highest.map(|(_, time, score)| (time.hour(), score.points())).collect()
}

fn weekdays(request: &Request<'_>, pain: &[DayPain]) -> Vec<ScoreBox> {
    let names = request.language.short_weekdays();
    let boxes = (0_u32..).zip(names).map(|(weekday, name)| {
        let days = pain.iter().filter(|day| day.date.weekday().num_days_from_monday() == weekday);
        let values: Vec<f64> = days.filter_map(DayPain::typical).collect();
        score_box(name.into(), String::new(), &values)
    });
    boxes.collect()
}

fn times(request: &Request<'_>, readings: &[(u32, f64)]) -> Vec<ScoreBox> {
    let names = request.language.chart.times_of_day;
    let boxes = (0_u32..).zip(names).map(|(part, name)| {
        let (from, to) = (part * PART_HOURS, (part + 1) * PART_HOURS);
        let inside = readings.iter().filter(|(hour, _)| (from..to).contains(hour));
        let values: Vec<f64> = inside.map(|(_, score)| *score).collect();
        score_box(format!("{from}–{to}"), name.into(), &values)
    });
    boxes.collect()
}

fn score_box(name: String, more: String, values: &[f64]) -> ScoreBox {
    let quartiles = || {
        let (low, median) = (percentile(values, 0.25)?, percentile(values, 0.5)?);
        Some(Quartiles { low, median, high: percentile(values, 0.75)? })
    };
    let n = values.len();
    ScoreBox { name, more, n, is_few: (1..FEW).contains(&n), spread: quartiles() }
}

fn reading(request: &Request<'_>, pain: &[DayPain], panels: &[BoxPanel]) -> Vec<String> {
    let words = &request.language.chart;
    let mut reading = vec![];
    if panels.iter().flat_map(|panel| &panel.boxes).any(|it| it.n > 0) {
        reading.push((words.reading_boxes)(FEW));
        reading.push(words.weekdays_are_of_days.into());
        reading.push(words.when_not_why.into());
    }
    if pain.iter().any(|day| day.worst_only().is_some()) {
        reading.push(words.worst_left_out.into());
    }
    reading
}

/// Returns the whole chart in words for someone who cannot see it.
fn alt(title: &str, facts: &words::Facts<'_>, panels: &[BoxPanel]) -> String {
    let language = facts.request.language;
    let words = &language.chart;
    let Coverage { recorded_days, total_days } = facts.coverage;
    let scored = (words.days_scored)(recorded_days, total_days);
    let mut said = vec![
        format!("{title}, {}.", language.span(facts.request.span)),
        format!("{}.", if recorded_days == 0 { facts.nothing } else { &scored }),
    ];
    for panel in panels {
        let boxes = panel.boxes.iter().filter_map(|it| {
            let Quartiles { low, median, high } = it.spread?;
            let scores = [median, low, high].map(|value| language.score(value));
            let name = [it.name.as_str(), &it.more].join(" ");
            Some((words.group)(name.trim(), scores.each_ref().map(String::as_str), it.n))
        });
        let boxes: Vec<String> = boxes.collect();
        if !boxes.is_empty() {
            said.push(format!("{}: {}.", panel.title, boxes.join("; ")));
        } else if recorded_days > 0 {
            said.push(format!("{}.", panel.nothing));
        }
    }
    said.join(" ")
}
