//! The strips below pain: exercise, sitting, sleep position, medicine. What was never recorded has none.

use chrono::NaiveDate;

use crate::chart::figure::{Bar, BarStrip, Panel, Point, Row, RowStrip, Strength};
use crate::chart::smooth::{MONTH_NEEDS, fill, mean, month_spans};
use crate::journal::fields::day::{SITTING_HOURS, SLEEP_POSITION};
use crate::journal::fields::exercise::{DONE, MINUTES};
use crate::journal::fields::treatment::TREATMENT;
use crate::journal::{Entry, Journal, Kind, Span};

/// Hours of sitting that are worth a look: bars above are dark.
const LONG_SITTING_HOURS: f64 = 8.0;
/// Full heights of a strip of bars, so that the number beside it is round.
const ROUND_TOPS: &[f64] =
    &[10.0, 15.0, 20.0, 30.0, 45.0, 60.0, 90.0, 120.0, 180.0, 240.0, 360.0, 480.0, 720.0, 1440.0];
/// Rows of the sleep strip: id, letter.
const SLEEP_ROWS: &[(&str, char)] = &[
    ("left", 'L'),
    ("right", 'R'),
    ("side", 'S'),
    ("back", 'B'),
    ("front", 'F'),
    ("mixed", 'M'),
    ("sitting", 'H'),
];

/// Returns every strip that has something recorded in the span, from top to bottom.
pub(super) fn all(journal: &Journal, span: Span, months_per_value: Option<u32>) -> Vec<Panel> {
    let months = months_per_value.map(|months| month_spans(span, months));
    let months = months.as_deref();
    let strips = [
        exercise(journal, span, months),
        sitting(journal, span, months),
        sleep(journal, span, months),
        medicine(journal, span, months),
    ];
    strips.into_iter().flatten().collect()
}

fn of_kind(journal: &Journal, span: Span, kind: Kind) -> impl Iterator<Item = &Entry> {
    journal.within(span).iter().filter(move |entry| entry.kind == kind)
}

fn exercise(journal: &Journal, span: Span, months: Option<&[Span]>) -> Option<Panel> {
    let mut minutes: Vec<(NaiveDate, f64)> = vec![];
    let mut without: Vec<NaiveDate> = vec![];
    for entry in of_kind(journal, span, Kind::Exercise) {
        let done = entry.values.yes(&DONE);
        match (entry.values.real(&MINUTES), minutes.last_mut()) {
            _ if done == Some(false) => {}
            (Some(more), Some((date, sum))) if more > 0.0 && *date == entry.day => *sum += more,
            (Some(more), _) if more > 0.0 => minutes.push((entry.day, more)),
            // No minutes at all is what some write for a day without it.
            (Some(_), _) if done.is_none() => {}
            (Some(_) | None, _) => without.push(entry.day),
        }
    }
    let timed = minutes.iter().map(|(date, _)| *date);
    let mut days: Vec<NaiveDate> = timed.chain(without.iter().copied()).collect();
    days.sort_unstable();
    days.dedup();
    if days.is_empty() {
        return None;
    }
    // Minutes that were not recorded are unknown, so months have no sum of them: only days.
    if let Some(months) = months {
        return Some(days_by_month("Exercise", &days, months, Strength::Plain));
    }
    let points = each_day(&minutes);
    let is_timed = |day: &NaiveDate| minutes.binary_search_by_key(day, |(date, _)| *date).is_ok();
    let done = days.iter().filter(|day| !is_timed(day)).map(|day| Span::ending(*day, 1));
    let highest = points.iter().map(|point| point.value).fold(0.0, f64::max);
    Some(Panel::Bars(BarStrip {
        name: "Exercise".into(),
        unit: if without.is_empty() { "min" } else { "timed min" }.into(),
        bars: points.into_iter().map(|point| Bar { point, strength: Strength::Plain }).collect(),
        done: done.collect(),
        top: round_top(highest),
        mark: None,
        summary: Some(say_days(days.len())),
    }))
}

/// Returns on how many days of each month something was recorded; months without are left out.
fn days_by_month(name: &str, days: &[NaiveDate], months: &[Span], strength: Strength) -> Panel {
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
        unit: if longest <= 31 { "days/month" } else { "days" }.into(),
        bars: sums.map(|point| Bar { point, strength }).collect(),
        done: vec![],
        top: f64::from(longest),
        mark: None,
        summary: Some(say_days(days.len())),
    })
}

fn sitting(journal: &Journal, span: Span, months: Option<&[Span]>) -> Option<Panel> {
    let hours: Vec<(NaiveDate, f64)> = of_kind(journal, span, Kind::Day)
        .filter_map(|entry| Some((entry.day, entry.values.real(&SITTING_HOURS)?)))
        .collect();
    if hours.is_empty() {
        return None;
    }
    let points = months.map_or_else(|| each_day(&hours), |months| monthly_means(&hours, months));
    let highest = points.iter().map(|point| point.value).fold(LONG_SITTING_HOURS, f64::max);
    let bar = |point: Point| {
        let strength =
            if point.value > LONG_SITTING_HOURS { Strength::Dark } else { Strength::Light };
        Bar { point, strength }
    };
    let unit = if months.is_some() { "hours/day" } else { "hours" };
    Some(Panel::Bars(BarStrip {
        name: "Sitting".into(),
        unit: unit.into(),
        bars: points.into_iter().map(bar).collect(),
        done: vec![],
        top: highest.max(10.0),
        mark: Some((LONG_SITTING_HOURS, "8 h; dark: over".into())),
        summary: None,
    }))
}

fn sleep(journal: &Journal, span: Span, months: Option<&[Span]>) -> Option<Panel> {
    let nights: Vec<(NaiveDate, &str)> = of_kind(journal, span, Kind::Day)
        .filter_map(|entry| Some((entry.day, entry.values.text(&SLEEP_POSITION)?)))
        .collect();
    let mut seen: Vec<&str> = nights.iter().map(|(_, position)| *position).collect();
    seen.sort_unstable();
    seen.dedup();
    let occurring = SLEEP_ROWS.iter().filter(|(id, _)| seen.contains(id));
    let rows: Vec<Row> = occurring
        .map(|(id, letter)| {
            // 1 for a night in this position, 0 for a night in another.
            let is: Vec<(NaiveDate, f64)> = nights
                .iter()
                .map(|(date, position)| (*date, f64::from(u8::from(position == id))))
                .collect();
            let cells = months.map_or_else(|| each_day(&is), |months| monthly_means(&is, months));
            let cells = cells.into_iter().filter(|cell| cell.value > 0.0).collect();
            Row { name: (*id).into(), letter: *letter, cells }
        })
        .collect();
    let unit = if months.is_some() { "share" } else { "" };
    (!rows.is_empty())
        .then(|| Panel::Rows(RowStrip { name: "Sleep position".into(), unit: unit.into(), rows }))
}

fn medicine(journal: &Journal, span: Span, months: Option<&[Span]>) -> Option<Panel> {
    let taken = of_kind(journal, span, Kind::Treatment);
    let taken = taken.filter(|entry| entry.values.text(&TREATMENT) == Some("medicine"));
    let mut days: Vec<NaiveDate> = taken.map(|entry| entry.day).collect();
    days.dedup();
    if days.is_empty() {
        return None;
    }
    if let Some(months) = months {
        return Some(days_by_month("Medicine", &days, months, Strength::Dark));
    }
    let values: Vec<(NaiveDate, f64)> = days.iter().map(|day| (*day, 1.0)).collect();
    let row = Row { name: say_days(days.len()), letter: '*', cells: each_day(&values) };
    let name = "Medicine".into();
    Some(Panel::Rows(RowStrip { name, unit: String::new(), rows: vec![row] }))
}

fn each_day(values: &[(NaiveDate, f64)]) -> Vec<Point> {
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

fn round_top(highest: f64) -> f64 {
    ROUND_TOPS.iter().copied().find(|top| *top >= highest).unwrap_or(highest.ceil())
}

fn say_days(n: usize) -> String {
    if n == 1 { "on 1 day".into() } else { format!("on {n} days") }
}

#[cfg(test)]
mod tests {
    use crate::chart::strips::{SLEEP_ROWS, round_top, say_days};
    use crate::journal::fields::day::SLEEP_POSITIONS;

    #[test]
    fn every_sleep_position_has_a_row_with_its_own_letter() {
        let mut letters: Vec<char> = SLEEP_ROWS.iter().map(|(_, letter)| *letter).collect();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), SLEEP_ROWS.len());
        for word in SLEEP_POSITIONS {
            assert!(SLEEP_ROWS.iter().any(|(id, _)| *id == word.id), "{} has no row", word.id);
        }
    }

    #[test]
    fn tops_are_round() {
        assert_eq!(round_top(0.0).to_string(), "10");
        assert_eq!(round_top(61.0).to_string(), "90");
        assert_eq!(round_top(2000.5).to_string(), "2001");
        assert_eq!(say_days(1), "on 1 day");
    }
}
