//! Pain by day and by night, with what the days were like: the chart a doctor asks for.

use chrono::NaiveDate;

use crate::chart::figure::{
    Body, Coverage, Event, Figure, Gap, Panel, Point, ScorePanel, Series, Timeline, Tone,
};
use crate::chart::smooth::{self, GAP_DAYS, MONTH_NEEDS};
use crate::chart::{Chart, Request, happened, strips, words};
use crate::journal::fields::pain::{NOW, SITE, TIME};
use crate::journal::series::{DayFrom, DayPain, pain_of};
use crate::journal::{Entry, Journal, Kind, Span};
use crate::language::Language;

/// This chart in the table of charts.
pub(super) const CHART: Chart = Chart {
    id: "pain",
    title: "Pain by day and night",
    help: "every score with 7-day medians, events, exercise, sitting, sleep position and medicine; \
           by month when it covers more than two years",
    window: None,
    figure,
};

/// Longest span that is drawn day by day.
pub(super) const DAILY_UP_TO_DAYS: i64 = 731;
/// Most values of one series; longer spans put more months into one value.
const MOST_VALUES: i64 = 720;
/// Days in a row without an entry that are shown as a gap where a value covers months.
const MONTHLY_GAP_DAYS: i64 = 28;

/// Returns the chart of pain by day and night.
pub(super) fn figure(journal: &Journal, request: &Request<'_>) -> Figure {
    let request = &request.until_today();
    let span = request.span;
    let pain = pain_of(journal.within(span), request.site);
    let months_per_value = months_per_value(span, &pain);
    let recorded = recorded_days(journal, span);
    let gaps = gaps(span, &recorded, months_per_value);
    let events = happened::events(journal, request);

    let series = series(journal, request, months_per_value, &pain, &gaps);
    let mut panels = strips::all(journal, request, months_per_value);

    let n_days = usize::try_from(span.n_days()).unwrap_or_default();
    let coverage = Coverage { recorded_days: pain.len(), total_days: n_days };
    let facts = words::Facts {
        journal,
        request,
        pain: &pain,
        coverage,
        months_per_value,
        gaps: &gaps,
        events: &events,
        nothing: nothing(request.language, &pain, Besides::of(&recorded, &events)),
    };
    let scores = ScorePanel {
        label: request.language.chart.pain_score.into(),
        series,
        nothing: facts.nothing.into(),
    };
    panels.insert(0, Panel::Scores(scores));
    Figure {
        language: request.language,
        title: words::title(&facts),
        subtitle: words::subtitle(&facts),
        reading: words::reading(&facts),
        alt: words::alt(&facts),
        span,
        coverage,
        body: Body::Timeline(Timeline { months_per_value, panels, gaps, events }),
    }
}

/// Returns how many months one value covers: `None` up to two years, then 1, and more where there
/// would be too many values to tell apart, or most would have too few days to be drawn.
pub(super) fn months_per_value(span: Span, pain: &[DayPain]) -> Option<u32> {
    if span.n_days() <= DAILY_UP_TO_DAYS {
        return None;
    }
    let n_months = span.n_days() / 30 + 1;
    let averaged = pain.iter().filter(|day| day.typical().is_some() || day.night.is_some());
    let days: Vec<(NaiveDate, f64)> = averaged.map(|day| (day.date, 1.0)).collect();
    let mut months = 1;
    while n_months / i64::from(months) > MOST_VALUES
        || (months < 12 && most_are_thin(span, months, &days))
    {
        months = match months {
            1 => 3,
            3 => 6,
            more => more * 2,
        };
    }
    Some(months)
}

/// Returns the stretches without any entry.
pub(super) fn gaps(span: Span, recorded: &[NaiveDate], months_per_value: Option<u32>) -> Vec<Gap> {
    let gap_days = if months_per_value.is_some() { MONTHLY_GAP_DAYS } else { GAP_DAYS };
    smooth::gaps(span, recorded, gap_days)
}

fn most_are_thin(span: Span, months: u32, days: &[(NaiveDate, f64)]) -> bool {
    let buckets = smooth::fill(&smooth::month_spans(span, months), days);
    let n_with =
        |needs: usize| buckets.iter().filter(|bucket| bucket.values.len() >= needs).count();
    2 * n_with(MONTH_NEEDS) < n_with(1)
}

/// Returns the days with any entry, in order, some of them twice.
pub(super) fn recorded_days(journal: &Journal, span: Span) -> Vec<NaiveDate> {
    let entries = journal.within(span).iter();
    entries.filter(|entry| Kind::OF_A_DAY.contains(&entry.kind)).map(|entry| entry.day).collect()
}

/// Whether there is anything besides pain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Besides {
    /// There is an entry or an event.
    Something,
    /// There is not.
    Nothing,
}

impl Besides {
    pub(super) fn of(recorded: &[NaiveDate], events: &[Event]) -> Self {
        if recorded.is_empty() && events.is_empty() { Self::Nothing } else { Self::Something }
    }
}

/// Returns what is said where there is nothing to draw of pain.
pub(super) fn nothing(language: &Language, pain: &[DayPain], besides: Besides) -> &'static str {
    match (pain, besides) {
        ([], Besides::Nothing) => language.chart.nothing_recorded,
        ([], Besides::Something) => language.chart.no_scores,
        (_, _) => language.chart.no_day_or_night,
    }
}

/// Returns day and night, each where it was recorded: each day, or means of so many months.
pub(super) fn series(
    journal: &Journal,
    request: &Request<'_>,
    months_per_value: Option<u32>,
    pain: &[DayPain],
    gaps: &[Gap],
) -> Vec<Series> {
    match months_per_value {
        None => by_day(journal, request, pain, gaps),
        Some(months) => {
            by_month(request.language, &smooth::month_spans(request.span, months), pain)
        }
    }
}

fn by_day(journal: &Journal, request: &Request<'_>, pain: &[DayPain], gaps: &[Gap]) -> Vec<Series> {
    let words = &request.language.chart;
    let named = [
        (
            empty(words.day, Tone::Day),
            scored(pain, DayPain::typical),
            scored(pain, DayPain::worst_only),
        ),
        (empty(words.night, Tone::Night), scored(pain, |day| day.night), vec![]),
    ];
    let recorded =
        named.into_iter().filter(|(_, told, worst)| !told.is_empty() || !worst.is_empty());
    recorded
        .map(|(series, told, worst)| Series {
            newest: newest(journal, series.tone, pain, request),
            lines: smooth::moving_medians(request.span, &told, gaps),
            points: points(&told),
            worst_only: points(&worst),
            ..series
        })
        .collect()
}

/// Returns the newest value in words; of days the newest that tells more than the worst, if any.
fn newest(
    journal: &Journal,
    tone: Tone,
    pain: &[DayPain],
    request: &Request<'_>,
) -> Option<String> {
    let words = &request.language.chart;
    let last =
        |of: fn(&DayPain) -> Option<f64>| pain.iter().rev().find_map(|day| Some((day, of(day)?)));
    if tone == Tone::Night {
        return last(|day| day.night)
            .map(|(day, value)| words::newest(request, day.date, value, words.last_night));
    }
    let told = last(DayPain::typical).map(|(day, value)| {
        let time = Some(day).filter(|day| day.day_from == Some(DayFrom::Moment));
        let time = time.and_then(|day| time_of(journal, request, day.date, value));
        let today = time.map_or_else(|| words.today.into(), words.today_at);
        words::newest(request, day.date, value, &today)
    });
    told.or_else(|| {
        last(DayPain::worst_only).map(|(day, value)| words::newest_worst(request, day.date, value))
    })
}

/// Returns the time of the moment of that score, as it was written; `None` where it has none.
fn time_of<'a>(
    journal: &'a Journal,
    request: &Request<'_>,
    day: NaiveDate,
    points: f64,
) -> Option<&'a str> {
    let of_site = |it: &&Entry| request.site.is_none() || it.values.text(&SITE) == request.site;
    let moments = journal.on(day).iter().filter(|it| it.kind == Kind::Pain).filter(of_site);
    let mut same = moments
        .filter(|it| it.values.score(&NOW).is_some_and(|now| (now.points() - points).abs() < 0.05));
    same.find_map(|it| it.values.text(&TIME))
}

fn by_month(language: &Language, months: &[Span], pain: &[DayPain]) -> Vec<Series> {
    let named = [
        (empty(language.chart.day, Tone::Day), scored(pain, DayPain::typical)),
        (empty(language.chart.night, Tone::Night), scored(pain, |day| day.night)),
    ];
    let recorded = named.into_iter().filter(|(_, values)| !values.is_empty()).enumerate();
    recorded
        .map(|(place, (series, values))| {
            let buckets = smooth::fill(months, &values);
            let lines = smooth::bucket_means(&buckets, MONTH_NEEDS);
            let with_ribbon = if place == 0 { buckets.as_slice() } else { &[] };
            let ribbon = smooth::bucket_ranges(with_ribbon, MONTH_NEEDS);
            let newest = lines.last().and_then(|line| line.last());
            let newest =
                newest.map(|point| words::newest_mean(language, point.period, point.value));
            Series { lines, ribbon, newest, ..series }
        })
        .collect()
}

fn scored(pain: &[DayPain], of: fn(&DayPain) -> Option<f64>) -> Vec<(NaiveDate, f64)> {
    pain.iter().filter_map(|day| Some((day.date, of(day)?))).collect()
}

fn empty(name: &str, tone: Tone) -> Series {
    Series {
        name: name.into(),
        tone,
        points: vec![],
        worst_only: vec![],
        lines: vec![],
        ribbon: vec![],
        newest: None,
    }
}

fn points(values: &[(NaiveDate, f64)]) -> Vec<Point> {
    values
        .iter()
        .map(|(date, value)| Point { period: Span::ending(*date, 1), value: *value })
        .collect()
}
