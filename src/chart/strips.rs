//! The strips below pain: exercise, sitting, sleep position, medicine. What was never recorded has none.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::chart::Request;
use crate::chart::figure::{Bar, BarStrip, Panel, Point, Row, RowStrip, Strength};
use crate::chart::smooth::{MONTH_NEEDS, fill, mean, month_spans};
use crate::facts::exercise::{Amount, Exercise, exercises};
use crate::facts::habits::LONG_SITTING_HOURS;
use crate::journal::fields::day::{SITTING_HOURS, SLEEP_POSITION};
use crate::journal::fields::treatment::TREATMENT;
use crate::journal::{Entry, Journal, Kind, Span};
use crate::language::Language;

/// Full heights of a strip of bars, so that the number beside it is round.
const ROUND_TOPS: &[f64] =
    &[10.0, 15.0, 20.0, 30.0, 45.0, 60.0, 90.0, 120.0, 180.0, 240.0, 360.0, 480.0, 720.0, 1440.0];
/// Rows of the sleep strip, by the ids of its positions.
const SLEEP_ROWS: [&str; 7] = ["left", "right", "side", "back", "front", "mixed", "sitting"];

/// What a strip is made of.
struct Record<'a> {
    journal: &'a Journal,
    span: Span,
    /// The months that one value covers; `None` for single days.
    months: Option<&'a [Span]>,
    language: &'static Language,
}

impl<'a> Record<'a> {
    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &'a Entry> + use<'a> {
        self.journal.within(self.span).iter().filter(move |entry| entry.kind == kind)
    }
}

/// Returns every strip that has something recorded in the span, from top to bottom.
pub(super) fn all(
    journal: &Journal,
    request: &Request<'_>,
    months_per_value: Option<u32>,
) -> Vec<Panel> {
    let (span, language) = (request.span, request.language);
    let months = months_per_value.map(|months| month_spans(span, months));
    let record = Record { journal, span, months: months.as_deref(), language };
    let strips = [exercise(&record), sitting(&record), sleep(&record), medicine(&record)];
    strips.into_iter().flatten().collect()
}

fn exercise(record: &Record<'_>) -> Option<Panel> {
    let words = &record.language.chart;
    let exercises = exercises(record.journal, record.span);
    let days: BTreeSet<NaiveDate> = exercises.iter().flat_map(Exercise::done).collect();
    let days: Vec<NaiveDate> = days.into_iter().collect();
    let mut minutes: BTreeMap<NaiveDate, f64> = BTreeMap::new();
    for (day, more) in exercises.iter().flat_map(Exercise::minutes) {
        *minutes.entry(day).or_default() += more;
    }
    let is_untimed = |it: &Exercise| it.days.iter().any(|(_, amount)| *amount == Amount::Done);
    if days.is_empty() {
        return None;
    }
    // Minutes that were not recorded are unknown, so months have no sum of them: only days.
    if let Some(months) = record.months {
        return Some(days_by_month(
            record.language,
            words.exercise,
            (&days, Strength::Plain),
            months,
        ));
    }
    let done = days.iter().filter(|day| !minutes.contains_key(day));
    let done = done.map(|day| Span::ending(*day, 1)).collect();
    let points = each_day(&minutes.into_iter().collect::<Vec<_>>());
    let unit = if exercises.iter().any(is_untimed) { words.timed_minutes } else { words.minutes };
    let highest = points.iter().map(|point| point.value).fold(0.0, f64::max);
    Some(Panel::Bars(BarStrip {
        name: words.exercise.into(),
        unit: unit.into(),
        usual: String::new(),
        bars: points.into_iter().map(|point| Bar { point, strength: Strength::Plain }).collect(),
        whole: vec![],
        done,
        not_done: vec![],
        top: round_top(highest),
        mark: None,
        summary: Some((words.on_days)(days.len())),
    }))
}

/// Returns on how many days of each month something was recorded; months without are left out.
pub(super) fn days_by_month(
    language: &Language,
    name: &str,
    (days, strength): (&[NaiveDate], Strength),
    months: &[Span],
) -> Panel {
    let words = &language.chart;
    let days: Vec<(NaiveDate, f64)> = days.iter().map(|day| (*day, 1.0)).collect();
    let buckets = fill(months, &days);
    let sums = buckets
        .iter()
        .filter(|bucket| !bucket.values.is_empty())
        .map(|bucket| Point { period: bucket.period, value: bucket.values.iter().sum() });
    let longest =
        months.iter().map(Span::n_days).max().and_then(|n| i32::try_from(n).ok()).unwrap_or(31);
    Panel::Bars(BarStrip {
        name: name.into(),
        unit: if longest <= 31 { words.days_a_month } else { words.days }.into(),
        usual: String::new(),
        bars: sums.map(|point| Bar { point, strength }).collect(),
        whole: vec![],
        done: vec![],
        not_done: vec![],
        top: f64::from(longest),
        mark: None,
        summary: Some((words.on_days)(days.len())),
    })
}

fn sitting(record: &Record<'_>) -> Option<Panel> {
    let words = &record.language.chart;
    let hours: Vec<(NaiveDate, f64)> = record
        .of_kind(Kind::Day)
        .filter_map(|entry| Some((entry.day, entry.values.real(&SITTING_HOURS)?)))
        .collect();
    if hours.is_empty() {
        return None;
    }
    let points =
        record.months.map_or_else(|| each_day(&hours), |months| monthly_means(&hours, months));
    let highest = points.iter().map(|point| point.value).fold(LONG_SITTING_HOURS, f64::max);
    let bar = |point: Point| {
        let strength =
            if point.value > LONG_SITTING_HOURS { Strength::Dark } else { Strength::Light };
        Bar { point, strength }
    };
    let unit = if record.months.is_some() { words.hours_a_day } else { words.hours };
    let mark = (words.dark_over_hours)(&record.language.number(LONG_SITTING_HOURS));
    Some(Panel::Bars(BarStrip {
        name: words.sitting.into(),
        unit: unit.into(),
        usual: String::new(),
        bars: points.into_iter().map(bar).collect(),
        whole: vec![],
        done: vec![],
        not_done: vec![],
        top: highest.max(10.0),
        mark: Some((LONG_SITTING_HOURS, mark)),
        summary: None,
    }))
}

fn sleep(record: &Record<'_>) -> Option<Panel> {
    let words = &record.language.chart;
    let nights: Vec<(NaiveDate, &str)> = record
        .of_kind(Kind::Day)
        .filter_map(|entry| Some((entry.day, entry.values.text(&SLEEP_POSITION)?)))
        .collect();
    let mut seen: Vec<&str> = nights.iter().map(|(_, position)| *position).collect();
    seen.sort_unstable();
    seen.dedup();
    let rows = SLEEP_ROWS.iter().zip(words.sleep_letters);
    let occurring = rows.filter(|(id, _)| seen.contains(id));
    let rows: Vec<Row> = occurring
        .map(|(id, letter)| {
            // 1 for a night in this position, 0 for a night in another.
            let is: Vec<(NaiveDate, f64)> = nights
                .iter()
                .map(|(date, position)| (*date, f64::from(u8::from(position == id))))
                .collect();
            let cells =
                record.months.map_or_else(|| each_day(&is), |months| monthly_means(&is, months));
            let cells = cells.into_iter().filter(|cell| cell.value > 0.0).collect();
            Row { name: record.language.name(&SLEEP_POSITION, id), letter, cells }
        })
        .collect();
    let unit = if record.months.is_some() { words.share } else { "" };
    let strip = RowStrip { name: words.sleep_position.into(), unit: unit.into(), rows };
    (!strip.rows.is_empty()).then_some(Panel::Rows(strip))
}

fn medicine(record: &Record<'_>) -> Option<Panel> {
    let words = &record.language.chart;
    let taken = record.of_kind(Kind::Treatment);
    let taken = taken.filter(|entry| entry.values.text(&TREATMENT) == Some("medicine"));
    let mut days: Vec<NaiveDate> = taken.map(|entry| entry.day).collect();
    days.dedup();
    if days.is_empty() {
        return None;
    }
    if let Some(months) = record.months {
        return Some(days_by_month(
            record.language,
            words.medicine,
            (&days, Strength::Dark),
            months,
        ));
    }
    let values: Vec<(NaiveDate, f64)> = days.iter().map(|day| (*day, 1.0)).collect();
    let row = Row { name: (words.on_days)(days.len()), letter: '*', cells: each_day(&values) };
    let name = words.medicine.into();
    Some(Panel::Rows(RowStrip { name, unit: String::new(), rows: vec![row] }))
}

pub(super) fn each_day(values: &[(NaiveDate, f64)]) -> Vec<Point> {
    values
        .iter()
        .map(|(date, value)| Point { period: Span::ending(*date, 1), value: *value })
        .collect()
}

fn monthly_means(values: &[(NaiveDate, f64)], months: &[Span]) -> Vec<Point> {
    let buckets = fill(months, values);
    let enough = buckets.iter().filter(|bucket| bucket.values.len() >= MONTH_NEEDS);
    enough
        .filter_map(|bucket| Some(Point { period: bucket.period, value: mean(&bucket.values)? }))
        .collect()
}

pub(super) fn round_top(highest: f64) -> f64 {
    ROUND_TOPS.iter().copied().find(|top| *top >= highest).unwrap_or(highest.ceil())
}

#[cfg(test)]
mod tests {
    use crate::chart::strips::{SLEEP_ROWS, round_top};
    use crate::journal::fields::day::SLEEP_POSITIONS;

    #[test]
    fn every_sleep_position_has_a_row() {
        for word in SLEEP_POSITIONS {
            assert!(SLEEP_ROWS.contains(&word.id), "{} has no row", word.id);
        }
    }

    #[test]
    fn tops_are_round() {
        assert_eq!(round_top(0.0).to_string(), "10");
        assert_eq!(round_top(61.0).to_string(), "90");
        assert_eq!(round_top(2000.5).to_string(), "2001");
    }
}
