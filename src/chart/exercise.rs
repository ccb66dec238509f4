//! Which exercises were done on which days, how much of each, on how many days of each week, and
//! pain on the same days.

use chrono::{Datelike as _, NaiveDate, Weekday};

use crate::chart::figure::{
    Bar, BarStrip, Body, Coverage, Figure, Panel, Point, ScorePanel, Strength, Timeline,
};
use crate::chart::pain::Besides;
use crate::chart::smooth::{fill, median, month_spans};
use crate::chart::strips::{each_day, round_top};
use crate::chart::{Chart, Request, happened, pain, words};
use crate::facts::exercise::{Dose, Exercise, exercises};
use crate::journal::fields::exercise::EXERCISE;
use crate::journal::series::pain_of;
use crate::journal::{Journal, Span};
use crate::language::{ExerciseSaid, Language, LastDays, begin_large};

/// This chart in the table of charts.
pub(super) const CHART: Chart = Chart {
    id: "exercise",
    title: "Exercise and pain",
    help: "each exercise with the days on which it was done and how much of it, the days of each \
           week with any, and pain on the same days; by month when it covers more than two years",
    window: None,
    figure,
};

/// Most exercises that have a strip: those done on the most days. This project's own choice.
const MOST_EXERCISES: usize = 10;
/// The last days that are counted by themselves: a week, and four.
const LAST_DAYS: [u64; 2] = [7, 28];
/// Weeks that the words for a screen reader name.
const WEEKS_SAID: usize = 8;

/// What the chart is made of.
struct Record<'a> {
    request: &'a Request<'a>,
    exercises: Vec<Exercise>,
    /// Days with any exercise, in order, each once.
    done: Vec<NaiveDate>,
    /// Days with any entry, in order, each once.
    recorded: Vec<NaiveDate>,
    months_per_value: Option<u32>,
}

/// Returns the chart of exercise.
fn figure(journal: &Journal, request: &Request<'_>) -> Figure {
    let request = &request.until_today();
    let (span, language) = (request.span, request.language);
    let pain = pain_of(journal.within(span), request.site);
    let record = Record::new(journal, request, pain::months_per_value(span, &pain));
    let months_per_value = record.months_per_value;
    let is_empty = record.exercises.is_empty();
    let gaps = pain::gaps(span, &record.recorded, months_per_value);
    let events = if is_empty { vec![] } else { happened::events(journal, request) };
    let n_days = usize::try_from(span.n_days()).unwrap_or_default();
    let facts = words::Facts {
        journal,
        request,
        pain: &pain,
        coverage: Coverage { recorded_days: pain.len(), total_days: n_days },
        months_per_value,
        gaps: &gaps,
        events: &events,
        nothing: if is_empty {
            language.moving.nothing
        } else {
            pain::nothing(language, &pain, Besides::Something)
        },
    };
    let scores = ScorePanel {
        label: language.chart.pain_score.into(),
        series: if is_empty {
            vec![]
        } else {
            pain::series(journal, request, months_per_value, &pain, &gaps)
        },
        nothing: facts.nothing.into(),
    };
    let mut panels = vec![Panel::Scores(scores)];
    panels.extend(record.strips().into_iter().map(Panel::Bars));
    Figure {
        language,
        title: language.moving.title.into(),
        subtitle: subtitle(&facts, &record),
        reading: if is_empty { vec![] } else { reading(&facts, &record) },
        alt: alt(&facts, &record),
        span,
        coverage: Coverage { recorded_days: record.answered().len(), total_days: n_days },
        body: Body::Timeline(Timeline { months_per_value, panels, gaps, events }),
    }
}

impl<'a> Record<'a> {
    fn new(journal: &Journal, request: &'a Request<'a>, months_per_value: Option<u32>) -> Self {
        let exercises = exercises(journal, request.span);
        let done = in_order(exercises.iter().flat_map(Exercise::done));
        let recorded = in_order(pain::recorded_days(journal, request.span).into_iter());
        Self { request, exercises, done, recorded, months_per_value }
    }

    fn language(&self) -> &'static Language {
        self.request.language
    }

    /// Returns the days on which exercise was said to be done or not, in order.
    fn answered(&self) -> Vec<NaiveDate> {
        in_order(self.exercises.iter().flat_map(|it| it.days.iter().map(|(day, _)| *day)))
    }

    /// Returns the last days of the span; fewer where it has fewer.
    fn last(&self, n_days: u64) -> Span {
        let last = Span::ending(self.request.span.last(), n_days);
        let first = last.first().max(self.request.span.first());
        Span::new(first, last.last()).unwrap_or(last)
    }

    /// Returns on how many of the last days there was exercise, and on how many any entry.
    fn of_last(&self, n_days: u64) -> (usize, usize) {
        let last = self.last(n_days);
        (n_within(&self.done, last), n_within(&self.recorded, last))
    }

    /// Returns what the last days are called; `since` is the first of them in words.
    fn called<'b>(&self, last: Span, since: &'b str) -> LastDays<'b> {
        if self.request.tells_from_today() {
            return LastDays::Counted(usize::try_from(last.n_days()).unwrap_or_default());
        }
        LastDays::Since(since)
    }

    /// Returns the weeks or months that are counted.
    fn periods(&self) -> Vec<Span> {
        let span = self.request.span;
        self.months_per_value.map_or_else(|| weeks(span), |months| month_spans(span, months))
    }

    /// Returns the strip of all exercise together, then one of each.
    fn strips(&self) -> Vec<BarStrip> {
        let together = (!self.exercises.is_empty()).then(|| self.together());
        let shown = self.exercises.iter().take(MOST_EXERCISES);
        together.into_iter().chain(shown.map(|it| self.strip(it))).collect()
    }

    fn together(&self) -> BarStrip {
        let periods = self.periods();
        let words = &self.language().moving;
        let unit = if self.months_per_value.is_none() {
            words.days_a_week
        } else {
            self.unit_of_months(&periods)
        };
        let dark = |point| Bar { point, strength: Strength::Dark };
        BarStrip {
            bars: counts(&periods, &self.done).into_iter().map(dark).collect(),
            whole: counts(&periods, &self.recorded),
            top: longest(&periods, if self.months_per_value.is_none() { 7 } else { 31 }),
            summary: Some(self.summary(&self.done)),
            ..empty(words.any, unit)
        }
    }

    fn strip(&self, exercise: &Exercise) -> BarStrip {
        let language = self.language();
        let name = begin_large(&language.name(&EXERCISE, &exercise.id));
        let done: Vec<NaiveDate> = exercise.done().collect();
        let plain = |point| Bar { point, strength: Strength::Plain };
        let summary = Some(self.summary(&done));
        if self.months_per_value.is_some() {
            let periods = self.periods();
            return BarStrip {
                bars: counts(&periods, &done).into_iter().map(plain).collect(),
                top: longest(&periods, 31),
                summary,
                ..empty(&name, self.unit_of_months(&periods))
            };
        }
        let minutes: Vec<(NaiveDate, f64)> = exercise.minutes().collect();
        let is_timed =
            |day: &NaiveDate| minutes.binary_search_by_key(day, |(date, _)| *date).is_ok();
        let one = |day: NaiveDate| Span::ending(day, 1);
        BarStrip {
            usual: usual(language, exercise),
            bars: each_day(&minutes).into_iter().map(plain).collect(),
            done: done.iter().filter(|day| !is_timed(day)).copied().map(one).collect(),
            not_done: exercise.not_done().map(one).collect(),
            top: round_top(minutes.iter().map(|(_, minutes)| *minutes).fold(0.0, f64::max)),
            summary,
            ..empty(&name, language.chart.minutes)
        }
    }

    fn summary(&self, done: &[NaiveDate]) -> String {
        let last = self.last(LAST_DAYS[0]);
        let since = words::say(last.first(), self.request);
        let called = self.called(last, &since);
        (self.language().moving.days_and_last)(done.len(), called, n_within(done, last))
    }

    fn unit_of_months(&self, periods: &[Span]) -> &'static str {
        let words = &self.language().chart;
        if longest(periods, 31) <= 31.0 { words.days_a_month } else { words.days }
    }
}

fn empty(name: &str, unit: &str) -> BarStrip {
    BarStrip {
        name: name.into(),
        unit: unit.into(),
        usual: String::new(),
        bars: vec![],
        whole: vec![],
        done: vec![],
        not_done: vec![],
        top: 1.0,
        mark: None,
        summary: None,
    }
}

fn in_order(days: impl Iterator<Item = NaiveDate>) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = days.collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn n_within(days: &[NaiveDate], span: Span) -> usize {
    days.iter().filter(|day| span.contains(**day)).count()
}

/// Splits a span at every Monday.
fn weeks(span: Span) -> Vec<Span> {
    let mut weeks: Vec<Span> = vec![];
    let mut first = span.first();
    for day in span.days() {
        if day.weekday() == Weekday::Sun || day == span.last() {
            weeks.extend(Span::new(first, day));
            first = day.succ_opt().unwrap_or(day);
        }
    }
    weeks
}

/// Returns how many days lie in each period, of those with any.
fn counts(periods: &[Span], days: &[NaiveDate]) -> Vec<Point> {
    let days: Vec<(NaiveDate, f64)> = days.iter().map(|day| (*day, 1.0)).collect();
    let counted = fill(periods, &days);
    let counted = counted.iter().filter(|it| !it.values.is_empty());
    counted.map(|it| Point { period: it.period, value: it.values.iter().sum() }).collect()
}

/// Returns how many days the longest of some periods has, or at least so many.
fn longest(periods: &[Span], at_least: i32) -> f64 {
    let longest = periods.iter().map(Span::n_days).max().and_then(|n| i32::try_from(n).ok());
    f64::from(longest.unwrap_or(at_least).max(at_least))
}

/// Returns the usual amount of an exercise in words; empty where none was said.
fn usual(language: &Language, exercise: &Exercise) -> String {
    let words = &language.moving;
    let counted = exercise.usual_dose().map(|(dose, is_always)| {
        let dose = say_dose(language, dose);
        if is_always { dose } else { (words.mostly)(&dose) }
    });
    let minutes: Vec<f64> = exercise.minutes().map(|(_, minutes)| minutes).collect();
    let timed = median(&minutes).map(|minutes| (words.median_minutes)(&language.score(minutes)));
    counted.into_iter().chain(timed).collect::<Vec<_>>().join(", ")
}

/// Returns a dose such as `2 × 5 × 10 s`.
fn say_dose(language: &Language, dose: Dose) -> String {
    let words = &language.moving;
    let hold = dose.hold.map(|seconds| format!("{} s", language.number(seconds)));
    match (dose.sets, dose.reps, hold) {
        (Some(sets), Some(reps), Some(hold)) => format!("{sets} × {reps} × {hold}"),
        (Some(sets), Some(reps), None) => format!("{sets} × {reps}"),
        (Some(n), None, Some(hold)) | (None, Some(n), Some(hold)) => format!("{n} × {hold}"),
        (Some(sets), None, None) => (words.sets)(sets),
        (None, Some(reps), None) => (words.reps)(reps),
        (None, None, hold) => hold.unwrap_or_default(),
    }
}

fn subtitle(facts: &words::Facts<'_>, record: &Record<'_>) -> Vec<String> {
    let language = record.language();
    let words = &language.moving;
    let mut parts: Vec<String> =
        facts.journal.is_sample().then(|| language.chart.sample.into()).into_iter().collect();
    parts.push(language.span(facts.request.span));
    if !record.exercises.is_empty() {
        parts.push((words.days_with)(record.done.len(), record.recorded.len()));
        parts.extend(of_last(record));
    }
    parts
}

/// Returns on how many of the last days there was exercise, where the span has more days.
fn of_last(record: &Record<'_>) -> Vec<String> {
    let has_more = |n: &u64| record.request.span.n_days() > i64::try_from(*n).unwrap_or(i64::MAX);
    let say = |n_days: u64| {
        let (n, of) = record.of_last(n_days);
        let last = record.last(n_days);
        let since = words::say(last.first(), record.request);
        (record.language().moving.of_last)(record.called(last, &since), n, of)
    };
    LAST_DAYS.into_iter().filter(has_more).map(say).collect()
}

fn reading(facts: &words::Facts<'_>, record: &Record<'_>) -> Vec<String> {
    let language = record.language();
    let words = &language.moving;
    let mut reading: Vec<String> = match record.months_per_value {
        None => vec![words.reading_days.into(), words.reading_weeks.into()],
        Some(_) => vec![words.reading_months.into(), words.reading_of_months.into()],
    };
    if record.exercises.len() > MOST_EXERCISES {
        reading.push((words.left_out)(record.exercises.len() - MOST_EXERCISES));
    }
    reading.extend(words::reading(facts));
    reading.push(language.groups.no_cause.into());
    reading
}

/// Returns the whole chart in words for someone who cannot see it.
fn alt(facts: &words::Facts<'_>, record: &Record<'_>) -> String {
    let language = record.language();
    let words = &language.moving;
    let mut said = vec![format!("{}, {}.", words.title, language.span(facts.request.span))];
    if record.exercises.is_empty() {
        said.push(format!("{}.", words.nothing));
        return said.join(" ");
    }
    let counted = (words.days_with)(record.done.len(), record.recorded.len());
    said.push(format!("{}.", begin_large(&counted)));
    said.extend(of_last(record).iter().map(|it| format!("{}.", begin_large(it))));
    if record.months_per_value.is_none() {
        said.push((words.newest_weeks)(&newest_weeks(record)));
    }
    said.extend(record.exercises.iter().take(MOST_EXERCISES).map(|it| say(record, it)));
    if record.exercises.len() > MOST_EXERCISES {
        said.push(format!("{}.", (words.left_out)(record.exercises.len() - MOST_EXERCISES)));
    }
    if facts.coverage.recorded_days == 0 {
        said.push(format!("{}.", facts.nothing));
    }
    said.extend(words::spreads(facts));
    said.push(language.groups.no_cause_said.into());
    said.extend(words::longest_gap(facts));
    said.extend(words::all_happened(facts));
    said.join(" ")
}

/// Returns an exercise in words.
fn say(record: &Record<'_>, exercise: &Exercise) -> String {
    let language = record.language();
    let name = begin_large(&language.name(&EXERCISE, &exercise.id));
    let name: String = name.chars().take(60).collect();
    let done: Vec<NaiveDate> = exercise.done().collect();
    let last = record.last(LAST_DAYS[0]);
    let since = words::say(last.first(), record.request);
    (language.moving.said)(&ExerciseSaid {
        name: &name,
        n_days: done.len(),
        of_last: (n_within(&done, last), record.called(last, &since)),
        n_not_done: exercise.not_done().count(),
        dose: &usual(language, exercise),
    })
}

/// Returns on how many days of each of the newest weeks there was exercise, and any entry.
fn newest_weeks(record: &Record<'_>) -> Vec<(usize, usize)> {
    let weeks = weeks(record.request.span);
    let newest = weeks.iter().skip(weeks.len().saturating_sub(WEEKS_SAID));
    newest.map(|week| (n_within(&record.done, *week), n_within(&record.recorded, *week))).collect()
}
