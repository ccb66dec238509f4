//! Whether the days of a file are written with the day or the month first: settled once, by
//! what the person said, or by a day that can be read in one way only.

use chrono::NaiveDate;

use crate::exchange::ReadOptions;
use crate::exchange::csv::columns::Column;
use crate::exchange::csv::header::Target;
use crate::exchange::csv::moment::{Days, Order, either, is_date};
use crate::exchange::csv::source::Source;
use crate::exchange::error::ReadError;
use crate::journal::quote;

/// How the days of a file are read, with a note if its own days settle the order.
pub(super) fn settle(
    text: &str,
    columns: &[Column],
    options: &ReadOptions<'_>,
) -> Result<(Days, Option<String>), ReadError> {
    let today = options.today;
    let date = columns.iter().enumerate().find_map(|(i, column)| match column.target {
        Target::Date(order) => Some((i, order)),
        _ => None,
    });
    let Some((column, None)) = date else {
        let order = date.and_then(|(_, order)| order);
        return Ok((Days { today, order, is_said: order.is_some() }, None));
    };
    let mut seen = Seen::default();
    let mut source = Source::new(text);
    source.next()?;
    while source.next()?.is_some() {
        let cell = source.record().get(column).unwrap_or_default().trim();
        if either(cell).is_some() {
            seen.look(cell);
        } else if is_date(cell) && !text.contains('/') {
            // The common case: days that no other way of writing is mixed with.
            break;
        }
    }
    let name = &columns[column].name;
    let (order, note) = seen.order(name)?;
    Ok((Days { today, order, is_said: false }, note))
}

/// The first cell of each sort.
#[derive(Debug, Default)]
struct Seen {
    day_first: Option<String>,
    month_first: Option<String>,
    open: Option<(String, NaiveDate, NaiveDate)>,
}

impl Seen {
    fn look(&mut self, cell: &str) {
        match either(cell) {
            Some((Some(_), None)) if self.day_first.is_none() => {
                self.day_first = Some(cell.into());
            }
            Some((None, Some(_))) if self.month_first.is_none() => {
                self.month_first = Some(cell.into());
            }
            Some((Some(one), Some(other))) if one != other && self.open.is_none() => {
                self.open = Some((cell.into(), one, other));
            }
            _ => {}
        }
    }

    fn order(self, column: &str) -> Result<(Option<Order>, Option<String>), ReadError> {
        let column = column.to_string();
        let (order, cell) = match (self.day_first, self.month_first, self.open) {
            (Some(one), Some(other), _) => {
                let why =
                    format!("{} has the day first, but {} the month", quote(&one), quote(&other));
                return Err(ReadError::DayOrMonth { column, why });
            }
            (None, None, Some((cell, one, other))) => {
                let why = format!(
                    "{} can be {} or {}, and no day of the file tells which",
                    quote(&cell),
                    one.format("%-d %B"),
                    other.format("%-d %B")
                );
                return Err(ReadError::DayOrMonth { column, why });
            }
            (Some(cell), None, _) => (Order::Day, cell),
            (None, Some(cell), _) => (Order::Month, cell),
            (None, None, None) => return Ok((None, None)),
        };
        let note = format!("days are read with {}, as {} must be", order.means(), quote(&cell));
        Ok((Some(order), Some(note)))
    }
}
