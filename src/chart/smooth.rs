//! What a chart computes from single values: moving medians, means and percentiles by month, gaps.

use chrono::{Datelike as _, Months, NaiveDate};

use crate::chart::figure::{Gap, Point, Range};
use crate::journal::Span;

/// Days on each side of the middle of a moving median.
const HALF_WINDOW_DAYS: i64 = 3;
/// Days of a moving median: 3 + 1 + 3.
pub const WINDOW_DAYS: i64 = 2 * HALF_WINDOW_DAYS + 1;
/// Values that such a window needs; with fewer its median would be mostly chance.
pub const WINDOW_NEEDS: usize = 4;
/// Values that a month needs to be shown.
pub const MONTH_NEEDS: usize = 8;
/// Days in a row without an entry that count as a gap.
pub const GAP_DAYS: i64 = 3;

/// Returns the middle value, or the mean of the two middle ones; `None` of no values.
pub fn median(values: &[f64]) -> Option<f64> {
    percentile(values, 0.5)
}

/// Returns the mean; `None` of no values.
pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() { None } else { Some(values.iter().sum::<f64>() / count(values.len())) }
}

/// Returns a percentile (`share` from 0 to 1) with straight lines between the order statistics,
/// Hyndman and Fan's type 7 (<https://doi.org/10.1080/00031305.1996.10473566>); `None` of no values.
pub fn percentile(values: &[f64], share: f64) -> Option<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    let place = share.clamp(0.0, 1.0) * count(last);
    let below = floor_index(place);
    let low = *sorted.get(below)?;
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    Some(low + (high - low) * (place - count(below)))
}

/// Returns the centred 7-day median of each day of a span, in pieces that break where fewer than
/// 4 of the 7 days have a value or the day lies in a gap; `values` are in order of date.
pub fn moving_medians(span: Span, values: &[(NaiveDate, f64)], gaps: &[Gap]) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = vec![];
    let mut open = false;
    for day in span.days() {
        let near = |date: NaiveDate| (date - day).num_days();
        let from = values.partition_point(|(date, _)| near(*date) < -HALF_WINDOW_DAYS);
        let to = values.partition_point(|(date, _)| near(*date) <= HALF_WINDOW_DAYS);
        let window = values.get(from..to).unwrap_or(&[]).iter().map(|(_, value)| *value);
        let window: Vec<f64> = window.filter(|value| value.is_finite()).collect();
        let in_gap = gaps.iter().any(|gap| gap.period.contains(day));
        match median(&window).filter(|_| window.len() >= WINDOW_NEEDS && !in_gap) {
            Some(value) => {
                push(&mut pieces, &mut open, Point { period: Span::ending(day, 1), value });
            }
            None => open = false,
        }
    }
    pieces
}

/// Returns the mean of each bucket that has at least `needs` values, in pieces that break where
/// one has fewer.
pub fn bucket_means(buckets: &[Bucket], needs: usize) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = vec![];
    let mut open = false;
    for bucket in buckets {
        match mean(&bucket.values).filter(|_| bucket.values.len() >= needs) {
            Some(value) => push(&mut pieces, &mut open, Point { period: bucket.period, value }),
            None => open = false,
        }
    }
    pieces
}

/// Returns the 10th–90th percentile of each bucket that has at least `needs` values.
pub fn bucket_ranges(buckets: &[Bucket], needs: usize) -> Vec<Range> {
    let ranges = buckets.iter().filter(|bucket| bucket.values.len() >= needs);
    ranges
        .filter_map(|bucket| {
            let (low, high) = (percentile(&bucket.values, 0.1)?, percentile(&bucket.values, 0.9)?);
            Some(Range { period: bucket.period, low, high })
        })
        .collect()
}

/// The values of some whole calendar months (cut at the ends of the span).
#[derive(Debug, Clone, PartialEq)]
pub struct Bucket {
    /// Its days.
    pub period: Span,
    /// What was recorded on them, in order.
    pub values: Vec<f64>,
}

/// Splits a span at every `months`-th month start, counted from January of year 0.
pub fn month_spans(span: Span, months: u32) -> Vec<Span> {
    let mut spans = vec![];
    let mut from = Some(span.first());
    while let Some(first) = from.filter(|first| *first <= span.last()) {
        let next = next_month_start(first, months.max(1));
        let last = next.and_then(|day| day.pred_opt()).unwrap_or(span.last()).min(span.last());
        spans.extend(Span::new(first, last));
        from = last.succ_opt();
    }
    spans
}

/// Sorts dated values (in order of date) into spans (in order).
pub fn fill(spans: &[Span], values: &[(NaiveDate, f64)]) -> Vec<Bucket> {
    let mut rest = values.iter().filter(|(_, value)| value.is_finite()).peekable();
    let filled = spans.iter().map(|period| {
        let mut inside = vec![];
        while let Some((_, value)) = rest.next_if(|(date, _)| *date <= period.last()) {
            inside.push(*value);
        }
        Bucket { period: *period, values: inside }
    });
    filled.collect()
}

/// Returns the stretches of at least `at_least` days in a row that have no entry; `recorded` is
/// in order and may name a day twice.
pub fn gaps(span: Span, recorded: &[NaiveDate], at_least: i64) -> Vec<Gap> {
    let mut found = vec![];
    let mut next = span.first();
    for day in recorded.iter().copied().filter(|day| span.contains(*day)) {
        push_gap(&mut found, next, day.pred_opt(), at_least);
        next = day.succ_opt().unwrap_or(day).max(next);
    }
    push_gap(&mut found, next, Some(span.last()), at_least);
    found
}

fn push_gap(found: &mut Vec<Gap>, first: NaiveDate, last: Option<NaiveDate>, at_least: i64) {
    let span = last.and_then(|last| Span::new(first, last));
    found.extend(span.filter(|span| span.n_days() >= at_least).map(|period| Gap { period }));
}

fn push(pieces: &mut Vec<Vec<Point>>, open: &mut bool, point: Point) {
    match pieces.last_mut().filter(|_| *open) {
        Some(piece) => piece.push(point),
        None => pieces.push(vec![point]),
    }
    *open = true;
}

fn next_month_start(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    let per = i64::from(months);
    let index = i64::from(day.year()) * 12 + i64::from(day.month0());
    let ahead = per - index.rem_euclid(per);
    day.with_day(1)?.checked_add_months(Months::new(u32::try_from(ahead).ok()?))
}

#[expect(clippy::cast_precision_loss, reason = "a count of values is far below 2^53")]
fn count(n: usize) -> f64 {
    n as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in a list: finite, not negative, below its length"
)]
fn floor_index(place: f64) -> usize {
    place.floor() as usize
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::chart::figure::Gap;
    use crate::chart::smooth::{
        Bucket, bucket_means, bucket_ranges, fill, gaps, mean, median, month_spans, moving_medians,
        percentile,
    };
    use crate::journal::Span;

    fn span(first: &str, last: &str) -> Span {
        Span::new(date(first), date(last)).unwrap()
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// One value for each day from 1 March on; a negative one was not recorded.
    fn march(values: &[i32]) -> Vec<(NaiveDate, f64)> {
        let days = date("2026-03-01").iter_days().zip(values);
        days.filter(|(_, value)| **value >= 0)
            .map(|(day, value)| (day, f64::from(*value)))
            .collect()
    }

    fn close(one: Option<f64>, other: f64) -> bool {
        one.is_some_and(|value| (value - other).abs() < 1e-9)
    }

    #[test]
    fn percentiles_by_hand() {
        // numpy.percentile([1, 2, 3, 4, 5, 6, 7, 8], [10, 50, 90]) = 1.7, 4.5, 7.3
        let values = [3.0, 1.0, 2.0, 8.0, 7.0, 6.0, 5.0, 4.0];
        assert!(close(percentile(&values, 0.1), 1.7));
        assert!(close(median(&values), 4.5));
        assert!(close(percentile(&values, 0.9), 7.3));
        assert!(close(mean(&values), 4.5));
        assert!(close(median(&[4.0]), 4.0));
        assert_eq!(median(&[]), None);
        assert_eq!(mean(&[]), None);
        assert_eq!(median(&[f64::NAN]), None);
        assert!(close(median(&[f64::NAN, 2.0, 3.0]), 2.5));
    }

    #[test]
    fn medians_need_four_of_seven_and_break() {
        let values = march(&[5, 5, 6, 7, -1, -1, -1, -1, 4, 4, 4, 2]);
        let pieces = moving_medians(span("2026-03-01", "2026-03-12"), &values, &[]);
        let days: Vec<Vec<(String, f64)>> = pieces
            .iter()
            .map(|piece| {
                piece.iter().map(|p| (p.period.first().format("%d").to_string(), p.value)).collect()
            })
            .collect();
        // Windows (days): 1: 1-4 = 5,5,6,7 → 5.5 ; 2, 3, 4: the same four values; 5: 2-8 = three values → no median;
        // 9: 6-12 = 4,4,4,2 → 4, and so on to the end.
        let want = |days: &[(&str, f64)]| {
            days.iter().map(|(d, v)| ((*d).to_string(), *v)).collect::<Vec<_>>()
        };
        assert_eq!(
            days,
            [
                want(&[("01", 5.5), ("02", 5.5), ("03", 5.5), ("04", 5.5)]),
                want(&[("09", 4.0), ("10", 4.0), ("11", 4.0), ("12", 4.0)])
            ]
        );
    }

    #[test]
    fn medians_are_not_drawn_inside_a_gap() {
        let gap = Gap { period: span("2026-03-04", "2026-03-06") };
        let values = march(&[5, 5, 5, -1, -1, -1, 5, 5, 5]);
        let pieces = moving_medians(span("2026-03-01", "2026-03-09"), &values, &[gap]);
        assert!(pieces.iter().flatten().all(|p| !gap.period.contains(p.period.first())));
    }

    #[test]
    fn months_are_cut_at_the_ends() {
        let whole = span("2026-01-20", "2026-04-02");
        let months: Vec<i64> = month_spans(whole, 1).iter().map(Span::n_days).collect();
        assert_eq!(months, [12, 28, 31, 2]);
        let quarters: Vec<i64> = month_spans(whole, 3).iter().map(Span::n_days).collect();
        assert_eq!(quarters, [12 + 28 + 31, 2]);
        assert_eq!(month_spans(Span::ending(NaiveDate::MAX, 1), 1).len(), 1);
    }

    #[test]
    fn buckets_need_enough_values() {
        let march = span("2026-03-01", "2026-03-31");
        let april = span("2026-04-01", "2026-04-30");
        let values: Vec<(NaiveDate, f64)> =
            (1..=8).map(|d| (date(&format!("2026-03-{d:02}")), f64::from(d))).collect();
        let buckets = fill(&[march, april], &values);
        assert_eq!(buckets[1], Bucket { period: april, values: vec![] });
        let means = bucket_means(&buckets, 8);
        assert_eq!(means.len(), 1);
        assert!(close(Some(means[0][0].value), 4.5));
        let ranges = bucket_ranges(&buckets, 8);
        assert!(close(Some(ranges[0].low), 1.7) && close(Some(ranges[0].high), 7.3));
        assert!(bucket_means(&buckets, 9).is_empty());
    }

    #[test]
    fn gaps_are_three_days_or_more_and_reach_the_ends() {
        let whole = span("2026-03-01", "2026-03-31");
        let recorded =
            [date("2026-03-04"), date("2026-03-04"), date("2026-03-07"), date("2026-03-11")];
        let found: Vec<(u32, i64)> = gaps(whole, &recorded, 3)
            .iter()
            .map(|gap| (chrono::Datelike::day(&gap.period.first()), gap.period.n_days()))
            .collect();
        assert_eq!(found, [(1, 3), (8, 3), (12, 20)]);
        assert_eq!(gaps(whole, &[], 3)[0].period, whole);
        assert!(gaps(whole, &whole.days().collect::<Vec<_>>(), 3).is_empty());
    }
}
