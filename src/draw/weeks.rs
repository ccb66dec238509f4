//! Days as a calendar has them: weeks as columns, Monday as the first row.

use chrono::{Datelike as _, NaiveDate};

use crate::chart::smooth::month_spans;
use crate::journal::Span;

/// Most weeks of one block: a year that does not begin on a Monday.
const MOST_WEEKS: usize = 54;
/// Months that a block can have, where all days do not fit into one.
const BLOCK_MONTHS: [u32; 4] = [12, 6, 3, 1];

/// Returns the blocks of at most so many weeks that a span can be drawn as: all of it in one, or
/// as many whole months as fit. `None` where not even a month fits.
pub(super) fn blocks(span: Span, most_weeks: usize) -> Option<Vec<Span>> {
    let most_weeks = most_weeks.min(MOST_WEEKS);
    let months = BLOCK_MONTHS.iter().map(|months| month_spans(span, *months));
    std::iter::once(vec![span])
        .chain(months)
        .find(|spans| spans.iter().all(|span| n_weeks(*span) <= most_weeks))
}

/// Returns in how many weeks a span has days.
pub(super) fn n_weeks(span: Span) -> usize {
    column(span, span.last()) + 1
}

/// Returns how many weeks after that of the first day of a span a day is.
pub(super) fn column(span: Span, date: NaiveDate) -> usize {
    let days = usize::try_from((date - span.first()).num_days()).unwrap_or_default();
    (days + row(span.first())) / 7
}

/// Returns how many days after Monday a day is.
pub(super) fn row(date: NaiveDate) -> usize {
    usize::try_from(date.weekday().num_days_from_monday()).unwrap_or_default()
}

/// Returns the column above which a month has its name: of the first week that is all of it,
/// except where the month begins before the span.
pub(super) fn name_column(span: Span, month: Span) -> usize {
    let is_inside = month.first() != span.first();
    column(span, month.first()) + usize::from(is_inside && row(month.first()) > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first: &str, last: &str) -> Span {
        Span::new(first.parse().unwrap(), last.parse().unwrap()).unwrap()
    }

    #[test]
    fn weeks_begin_on_monday() {
        // 1 March 2026 is a Sunday.
        let march = span("2026-03-01", "2026-03-31");
        assert_eq!((row(march.first()), n_weeks(march)), (6, 6));
        assert_eq!(column(march, "2026-03-02".parse().unwrap()), 1);
        let year = span("2026-01-01", "2026-12-31");
        assert_eq!(n_weeks(year), 53);
        let april = span("2026-04-01", "2026-04-30");
        assert_eq!([name_column(year, march), name_column(year, april)], [9, 14]);
        assert_eq!(name_column(april, april), 0);
    }

    #[test]
    fn blocks_are_as_long_as_fits() {
        let n = |span, most| blocks(span, most).map(|blocks| blocks.len());
        let half = span("2026-03-01", "2026-08-31");
        assert_eq!(
            [n(half, 28), n(half, 27), n(half, 15), n(half, 6)],
            [Some(1), Some(2), Some(3), Some(6)]
        );
        assert_eq!(n(half, 5), None);
        let decade = span("2016-03-01", "2026-02-28");
        assert_eq!([n(decade, 54), n(decade, 1000)], [Some(11), Some(11)]);
    }
}
