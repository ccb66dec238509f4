//! Where the axis of days has its rules and labels: at starts of weeks, months or years.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::chart::figure::{days_after, edges};
use crate::journal::Span;
use crate::language::{Language, year};

/// Days from the start of the span to a px on the paper.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    /// The first day.
    pub(super) start: NaiveDate,
    /// Number of days.
    pub(super) days: f64,
    /// Left end in px.
    pub(super) left: f64,
    /// Right end in px.
    pub(super) right: f64,
}

impl Axis {
    /// Returns the axis of a span between two px.
    pub(super) fn new(span: Span, left: f64, right: f64) -> Self {
        let (_, days) = edges(span, span.first());
        Self { start: span.first(), days: days.max(1.0), left, right }
    }

    /// Returns the px of a number of days after the start.
    pub(super) fn px(&self, day: f64) -> f64 {
        self.left + (self.right - self.left) * day / self.days
    }

    /// Returns how many px one day has.
    pub(super) fn px_per_day(&self) -> f64 {
        (self.right - self.left) / self.days
    }
}

/// Words below the axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TickLabel {
    /// Its middle in px.
    pub(super) at: f64,
    /// What is written there.
    pub(super) text: String,
}

/// Everything that the axis shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Ticks {
    /// Rules through all panels, px.
    pub(super) rules: Vec<f64>,
    /// Short ticks on the axis, px.
    pub(super) minor: Vec<f64>,
    /// First line of labels.
    pub(super) labels: Vec<TickLabel>,
    /// Second line of labels: years.
    pub(super) years: Vec<TickLabel>,
}

/// What the axis counts in.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    Days,
    Weeks(i64),
    Months(u32),
    Years(u32),
}

/// Room that a label such as "30 Mar" needs, px.
const DAY_LABEL: f64 = 46.0;
/// Room that a label such as "Mar" needs, px.
const MONTH_LABEL: f64 = 30.0;
/// Room that a label such as "2026" needs, px.
const YEAR_LABEL: f64 = 38.0;
/// Longest span in days that is labelled by weeks.
const WEEKS_UP_TO_DAYS: f64 = 75.0;

/// Longest span in days that is labelled by months.
const MONTHS_UP_TO_DAYS: f64 = 800.0;

/// Returns the rules and labels of an axis; `width` measures a text in px.
pub(super) fn ticks(axis: &Axis, language: &Language, width: impl Fn(&str) -> f64) -> Ticks {
    let step = step(axis);
    let starts = starts(axis, step);
    let mut ticks = Ticks { minor: minor(axis, step), ..Ticks::default() };
    ticks.rules = starts
        .iter()
        .map(|day| axis.px(days_after(axis.start, *day)))
        .filter(|x| *x > axis.left + 0.5)
        .collect();
    let mut free_from = f64::NEG_INFINITY;
    for (place, day) in starts.iter().enumerate() {
        let text = match step {
            Step::Days | Step::Weeks(_) => language.short_day(*day),
            Step::Months(_) => language.short_month(*day).into(),
            Step::Years(_) => year(*day),
        };
        let from = axis.px(days_after(axis.start, *day).max(0.0));
        let segment = match step {
            Step::Days | Step::Weeks(_) => axis.px_per_day(),
            Step::Months(1) | Step::Years(1) => {
                starts
                    .get(place + 1)
                    .map_or(axis.right, |next| axis.px(days_after(axis.start, *next)))
                    - from
            }
            Step::Months(_) => axis.px_per_day() * 30.0,
            Step::Years(_) => 0.0,
        };
        let text_width = width(&text);
        if matches!(step, Step::Months(1) | Step::Years(1))
            && segment < text_width + 2.0
            && starts.len() > 1
        {
            continue;
        }
        let half = text_width / 2.0;
        let at = (from + segment / 2.0).max(axis.left + half).min(axis.right - half);
        if at - half < free_from {
            continue;
        }
        free_from = at + half + 6.0;
        if !matches!(step, Step::Years(_)) {
            push_year(&mut ticks.years, at, *day, &width);
        }
        ticks.labels.push(TickLabel { at, text });
    }
    ticks
}

fn push_year(years: &mut Vec<TickLabel>, at: f64, day: NaiveDate, width: &impl Fn(&str) -> f64) {
    let text = year(day);
    if years.last().is_some_and(|last| last.text == text) {
        return;
    }
    // The first label's year gives way to a January close to it, which says more.
    if years.last().is_some_and(|last| at - last.at < width(&text) + 6.0) {
        years.pop();
    }
    years.push(TickLabel { at, text });
}

fn step(axis: &Axis) -> Step {
    let day = axis.px_per_day();
    if axis.days <= 14.0 && day >= DAY_LABEL {
        return Step::Days;
    }
    if axis.days <= WEEKS_UP_TO_DAYS {
        for weeks in [1, 2] {
            if day * 7.0 * f64::from(weeks) >= DAY_LABEL {
                return Step::Weeks(i64::from(weeks));
            }
        }
    }
    for months in [1, 3, 6] {
        if axis.days <= MONTHS_UP_TO_DAYS && day * 30.4 * f64::from(months) >= MONTH_LABEL {
            return Step::Months(months);
        }
    }
    let mut years: u32 = 1;
    for factor in [2, 5, 10].iter().cycle() {
        if day * 365.0 * f64::from(years) >= YEAR_LABEL || years >= 1_000_000 {
            break;
        }
        let decade = 10_u32.pow(years.ilog10());
        years = if *factor == 10 { decade * 10 } else { decade * factor };
    }
    Step::Years(years)
}

/// Returns the starts of all steps that touch the span, in order; the first may lie before it.
fn starts(axis: &Axis, step: Step) -> Vec<NaiveDate> {
    let first = match step {
        Step::Days => Some(axis.start),
        Step::Weeks(weeks) => {
            let monday = axis.start.checked_add_days(Days::new(u64::from(
                (7 - axis.start.weekday().num_days_from_monday()) % 7,
            )));
            // Too short for a Monday: then its first day.
            monday
                .filter(|day| days_after(axis.start, *day) < axis.days || weeks > 1)
                .or(Some(axis.start))
        }
        Step::Months(months) => {
            let quarter = axis.start.month0() / months * months;
            NaiveDate::from_ymd_opt(axis.start.year(), quarter + 1, 1)
        }
        Step::Years(years) => {
            let per = i32::try_from(years).unwrap_or(1);
            NaiveDate::from_ymd_opt(axis.start.year().div_euclid(per) * per, 1, 1)
        }
    };
    let next = |day: &NaiveDate| match step {
        Step::Days => day.checked_add_days(Days::new(1)),
        Step::Weeks(weeks) => day.checked_add_days(Days::new(7 * weeks.unsigned_abs())),
        Step::Months(months) => day.checked_add_months(Months::new(months)),
        Step::Years(years) => day.checked_add_months(Months::new(12 * years)),
    };
    let touching = std::iter::successors(first, next)
        .take_while(|day| days_after(axis.start, *day) < axis.days);
    let mut starts: Vec<NaiveDate> = touching.collect();
    if starts.is_empty() {
        starts.push(axis.start);
    }
    // A label of a step of several months or years stands at its start, which has to be visible.
    let at_start = matches!(step, Step::Months(2..) | Step::Years(2..));
    if at_start && starts.len() > 1 && starts.first().is_some_and(|day| *day < axis.start) {
        starts.remove(0);
    }
    starts
}

fn minor(axis: &Axis, step: Step) -> Vec<f64> {
    let finer = match step {
        Step::Days => return vec![],
        Step::Weeks(_) => Step::Days,
        Step::Months(1) => Step::Weeks(1),
        Step::Months(_) => Step::Months(1),
        Step::Years(1) => Step::Months(3),
        Step::Years(_) => Step::Years(1),
    };
    let finer_starts = starts(axis, finer);
    let px: Vec<f64> =
        finer_starts.iter().map(|day| axis.px(days_after(axis.start, *day))).collect();
    let close = px.windows(2).any(|pair| matches!(pair, [one, two] if two - one < 5.0));
    if close { vec![] } else { px.into_iter().filter(|x| *x >= axis.left).collect() }
}

#[cfg(test)]
mod tests {
    use crate::draw::axis::{Axis, Ticks, ticks};
    use crate::journal::Span;
    use crate::language::ENGLISH;

    fn over(first: &str, last: &str, px: f64) -> Ticks {
        let span = Span::new(first.parse().unwrap(), last.parse().unwrap()).unwrap();
        let width = |text: &str| 6.0 * f64::from(u16::try_from(text.len()).unwrap());
        ticks(&Axis::new(span, 0.0, px), &ENGLISH, width)
    }

    fn texts(ticks: &Ticks) -> (Vec<&str>, Vec<&str>) {
        let say = |labels: &'_ [crate::draw::axis::TickLabel]| labels.len();
        assert!(say(&ticks.labels) > 0);
        (
            ticks.labels.iter().map(|l| l.text.as_str()).collect(),
            ticks.years.iter().map(|l| l.text.as_str()).collect(),
        )
    }

    #[test]
    fn half_a_year_has_months() {
        let found = over("2026-03-01", "2026-08-31", 780.0);
        assert_eq!(texts(&found), (vec!["Mar", "Apr", "May", "Jun", "Jul", "Aug"], vec!["2026"]));
        assert_eq!(found.rules.len(), 5);
        assert!((found.rules[0] - 780.0 * 31.0 / 184.0).abs() < 1e-9);
    }

    #[test]
    fn january_has_its_year() {
        let found = over("2025-11-20", "2026-02-10", 780.0);
        assert_eq!(texts(&found), (vec!["Nov", "Dec", "Jan", "Feb"], vec!["2025", "2026"]));
    }

    #[test]
    fn long_spans_have_years() {
        assert_eq!(texts(&over("2024-03-01", "2026-02-28", 400.0)).0.len(), 8);
        let decade = over("2026-03-01", "2036-02-29", 780.0);
        assert_eq!(texts(&decade).0.len(), 10);
        let fifty = over("1976-03-01", "2026-02-28", 780.0);
        assert_eq!(
            texts(&fifty).0,
            ["1980", "1985", "1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"]
        );
        assert!(texts(&over("0001-01-01", "9999-12-31", 780.0)).0.len() < 30);
    }

    #[test]
    fn short_spans_have_weeks_and_days() {
        assert_eq!(
            texts(&over("2026-03-01", "2026-03-31", 780.0)).0,
            ["2 Mar", "9 Mar", "16 Mar", "23 Mar", "30 Mar"]
        );
        assert_eq!(
            texts(&over("2026-03-10", "2026-03-12", 780.0)).0,
            ["10 Mar", "11 Mar", "12 Mar"]
        );
        assert_eq!(texts(&over("2026-03-15", "2026-03-15", 780.0)), (vec!["15 Mar"], vec!["2026"]));
    }

    #[test]
    fn labels_never_touch() {
        for (first, last) in [
            ("2025-12-30", "2026-12-31"),
            ("2020-12-31", "2026-01-01"),
            ("1900-06-01", "2026-01-01"),
        ] {
            for px in [300.0, 500.0, 780.0, 1500.0] {
                let found = over(first, last, px);
                for pair in found.labels.windows(2) {
                    let halves = 3.0
                        * f64::from(
                            u16::try_from(pair[0].text.len() + pair[1].text.len()).unwrap(),
                        );
                    assert!(pair[1].at - pair[0].at >= halves, "{pair:?}");
                }
            }
        }
    }
}
