//! The columns of a terminal: which days each one stands for, and what it shows of them.

use chrono::{Datelike as _, NaiveDate};
use unicode_width::UnicodeWidthStr as _;

use crate::chart::figure::{Point, days_after, middle};
use crate::chart::smooth::median;
use crate::journal::Span;
use crate::language::{Language, year};

/// Most columns for one value: a single day is no wall.
const WIDEST_VALUE: usize = 4;
/// Columns that a year needs with a space after it.
const YEAR_NAME: f64 = 5.0;

/// Names below the axis, each with the column where it begins.
pub(super) type Names = Vec<(usize, String)>;

/// The columns of a terminal.
pub(super) struct Columns {
    language: &'static Language,
    span: Span,
    months_per_value: Option<u32>,
    /// Days for each column; below 1 a day has several columns.
    days_per_column: f64,
    width: usize,
}

impl Columns {
    /// Divides a span over at most `most` columns: whole days to a column, or whole columns to a day.
    pub(super) fn new(
        language: &'static Language,
        span: Span,
        months_per_value: Option<u32>,
        most: usize,
    ) -> Self {
        let n_days = usize::try_from(span.n_days()).unwrap_or(usize::MAX);
        let days_per_column = if n_days > most {
            // Months are not all as long; a column of them need not have whole days.
            match months_per_value {
                Some(_) => number(n_days) / number(most),
                None => number(n_days.div_ceil(most)),
            }
        } else {
            1.0 / number((most / n_days.max(1)).clamp(1, WIDEST_VALUE))
        };
        let width = whole((number(n_days) / days_per_column).ceil()).clamp(1, most);
        Self { language, span, months_per_value, days_per_column, width }
    }

    /// Returns how many columns there are.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Returns what a column stands for, in words.
    pub(super) fn say(&self) -> String {
        let words = &self.language.drawing;
        let days = whole(self.days_per_column.round());
        match self.months_per_value {
            Some(_) => (words.column_of_about)(days),
            None if self.days_per_column > 1.0 => (words.column_of_days)(days),
            None if self.days_per_column < 1.0 => {
                (words.columns_are_a_day)(whole((1.0 / self.days_per_column).round()))
            }
            None => words.column_is_a_day.into(),
        }
    }

    /// Returns how many days a column stands for; `None` where it is one or less, or where values are
    /// of months.
    pub(super) fn n_days(&self) -> Option<usize> {
        let days = whole(self.days_per_column.round());
        (self.months_per_value.is_none() && days > 1).then_some(days)
    }

    /// Returns the column of a day; `None` outside the span.
    pub(super) fn of(&self, date: NaiveDate) -> Option<usize> {
        let days = days_after(self.span.first(), date);
        self.span.contains(date).then(|| self.at(days))
    }

    /// Returns the median of the values in each column; `None` where there is none.
    pub(super) fn medians(&self, points: &[Point]) -> Vec<Option<f64>> {
        self.gather(points).iter().map(|values| median(values)).collect()
    }

    /// Returns the sum of the values in each column.
    pub(super) fn sums(&self, points: &[Point]) -> Vec<f64> {
        self.gather(points).iter().map(|values| values.iter().sum()).collect()
    }

    /// Tells for each column whether one of the spans touches it.
    pub(super) fn touched(&self, spans: impl Iterator<Item = Span>) -> Vec<bool> {
        let points: Vec<Point> = spans.map(|period| Point { period, value: 1.0 }).collect();
        self.gather(&points).iter().map(|values| !values.is_empty()).collect()
    }

    /// Tells for each column whether one of the spans has all of its days.
    pub(super) fn filled(&self, spans: impl Iterator<Item = Span>) -> Vec<bool> {
        let mut columns = vec![false; self.width];
        for span in spans {
            let from = days_after(self.span.first(), span.first()) / self.days_per_column;
            let to = (days_after(self.span.first(), span.last()) + 1.0) / self.days_per_column;
            let whole_ones = whole(from.max(0.0).ceil())..whole(to.max(0.0) + 1e-9);
            columns
                .iter_mut()
                .enumerate()
                .filter(|(n, _)| whole_ones.contains(n))
                .for_each(|(_, it)| *it = true);
        }
        columns
    }

    /// Returns for each column the letter with the largest sum, a space where all are 0.
    pub(super) fn strongest(&self, rows: &[(char, Vec<f64>)]) -> Vec<char> {
        let letter = |column: usize| {
            let mut best = (' ', 0.0);
            for (letter, sums) in rows {
                let sum = sums.get(column).copied().unwrap_or(0.0);
                if sum > best.1 {
                    best = (*letter, sum);
                }
            }
            best.0
        };
        (0..self.width).map(letter).collect()
    }

    /// Returns the names below the axis with their columns: months, or years where months do not
    /// fit, and the years below months.
    pub(super) fn axis(&self) -> (Names, Names) {
        let by_week = self.days_per_column <= 1.0;
        // A name and a space after it.
        let month_name = number(self.language.month_columns() + 1);
        let by_month = by_week || 28.0 / self.days_per_column >= month_name;
        let fits = |years: &i32| 365.0 * f64::from(*years) / self.days_per_column >= YEAR_NAME;
        let years_per_name =
            [1, 2, 5, 10, 20, 50, 100, 1000].into_iter().find(fits).unwrap_or(10_000);
        let mut names: Names = vec![];
        let mut years: Names = vec![];
        let mut last = None;
        for column in 0..self.width {
            let date = self.first_day(column);
            let begins = match (by_week, by_month) {
                (true, _) => date.iso_week().week(),
                (false, true) => date.month(),
                (false, false) => 0,
            };
            if last == Some((date.year(), begins)) {
                continue;
            }
            last = Some((date.year(), begins));
            if !by_month {
                if date.year() % years_per_name == 0 || years_per_name == 1 {
                    names.push((column, year(date)));
                }
                continue;
            }
            let day = || self.language.short_day(date);
            let month = || self.language.short_month(date).into();
            names.push((column, if by_week { day() } else { month() }));
            let year = year(date);
            if years.last().is_none_or(|(_, last)| *last != year) {
                years.push((column, year));
            }
        }
        // A stub of a month or year at the left gives way to the first whole one.
        for labels in [&mut names, &mut years] {
            if let [(first, text), (second, _), ..] = labels.as_slice()
                && second - first <= text.width()
            {
                labels.remove(0);
            }
        }
        (names, years)
    }

    fn first_day(&self, column: usize) -> NaiveDate {
        let days = whole((number(column) * self.days_per_column).ceil());
        let days = u64::try_from(days).unwrap_or_default();
        self.span
            .first()
            .checked_add_days(chrono::Days::new(days))
            .unwrap_or(self.span.last())
            .min(self.span.last())
    }

    fn at(&self, days: f64) -> usize {
        whole(days / self.days_per_column).min(self.width - 1)
    }

    /// Sorts values into columns: each into all columns whose middle lies in its days, and at
    /// least into the column of its own middle.
    fn gather(&self, points: &[Point]) -> Vec<Vec<f64>> {
        let mut columns = vec![vec![]; self.width];
        for point in points.iter().filter(|point| point.value.is_finite()) {
            let from = days_after(self.span.first(), point.period.first());
            let to = days_after(self.span.first(), point.period.last()) + 1.0;
            let own = self.at(middle(point.period, self.span.first()));
            let first = self.at((from + self.days_per_column / 2.0 - 1e-9).max(0.0)).min(own);
            let last = self.at((to - self.days_per_column / 2.0 - 1e-9).max(0.0)).max(own);
            for column in columns.iter_mut().take(last + 1).skip(first) {
                column.push(point.value);
            }
        }
        columns
    }
}

/// Returns the whole part of a number that is not negative.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a column or a number of days; a cast stops at 0"
)]
pub(super) fn whole(n: f64) -> usize {
    n.floor() as usize
}

#[expect(clippy::cast_precision_loss, reason = "a number of columns or days is far below 2^53")]
fn number(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::chart::figure::Point;
    use crate::draw::columns::Columns;
    use crate::journal::Span;
    use crate::language::ENGLISH;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn columns(first: &str, last: &str, months: Option<u32>, most: usize) -> Columns {
        Columns::new(&ENGLISH, Span::new(date(first), date(last)).unwrap(), months, most)
    }

    fn names(columns: &Columns) -> Vec<String> {
        columns.axis().0.into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn days_are_binned_by_median_and_it_is_said() {
        let half = columns("2026-03-01", "2026-08-31", None, 68);
        assert_eq!(
            (half.width(), half.say().as_str()),
            (62, "each column is the median of 3 days")
        );
        let point = |day: &str, value| Point { period: Span::ending(date(day), 1), value };
        let points = [
            point("2026-03-01", 2.0),
            point("2026-03-02", 9.0),
            point("2026-03-03", 3.0),
            point("2026-03-07", 4.0),
        ];
        assert_eq!(half.medians(&points)[..4], [Some(3.0), None, Some(4.0), None]);
        assert_eq!(names(&half), ["Mar", "Apr", "May", "Jun", "Jul", "Aug"]);
    }

    #[test]
    fn a_few_days_are_wider() {
        let week = columns("2026-03-09", "2026-03-15", None, 68);
        assert_eq!((week.width(), week.say().as_str()), (28, "4 columns are one day"));
        let value = [Point { period: Span::ending(date("2026-03-10"), 1), value: 5.0 }];
        let shown: Vec<usize> = week
            .medians(&value)
            .iter()
            .enumerate()
            .filter_map(|(n, value)| value.map(|_| n))
            .collect();
        assert_eq!(shown, [4, 5, 6, 7]);
        assert_eq!(columns("2026-03-15", "2026-03-15", None, 68).width(), 4);
    }

    #[test]
    fn decades_are_named_by_round_years() {
        let fifty = columns("1976-03-01", "2026-02-28", Some(1), 68);
        assert_eq!(fifty.width(), 68);
        assert_eq!(
            names(&fifty),
            ["1980", "1985", "1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"]
        );
        assert_eq!(names(&columns("2024-12-30", "2026-02-28", None, 68)).first().unwrap(), "Jan");
    }

    #[test]
    fn gaps_fill_whole_columns_only() {
        let half = columns("2026-03-01", "2026-08-31", None, 68);
        let gap = Span::new(date("2026-03-02"), date("2026-03-09")).unwrap();
        assert_eq!(half.filled(std::iter::once(gap))[..4], [false, true, true, false]);
    }
}
