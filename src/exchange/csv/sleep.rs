//! A column called sleep: hours, or how the person lay. Its cells decide, all together.

use crate::exchange::csv::columns::Column;
use crate::exchange::csv::header::Target;
use crate::exchange::csv::source::Source;
use crate::exchange::error::ReadError;
use crate::journal::fields::day;
use crate::journal::quote;

/// The first cell of each sort.
#[derive(Debug, Default)]
pub(super) struct SleepSeen {
    hours: Option<String>,
    word: Option<String>,
}

impl SleepSeen {
    /// Looks at a cell; what is neither says nothing, and is refused with its line.
    pub(super) fn look(&mut self, cell: &str) {
        let first = |seen: &mut Option<String>| {
            if seen.is_none() {
                *seen = Some(cell.trim().into());
            }
        };
        if day::SLEEP_HOURS.answer.read(cell).is_ok() {
            first(&mut self.hours);
        } else if day::SLEEP_POSITION.answer.read(cell).is_ok() {
            first(&mut self.word);
        }
    }

    /// What the column of this name holds.
    pub(super) fn target(self, column: &str) -> Result<Target, ReadError> {
        match (self.hours, self.word) {
            (Some(hours), Some(word)) => Err(ReadError::BadColumn {
                column: column.into(),
                why: format!(
                    "it has hours, like {}, and positions, like {}: each needs a column of its \
                     own, sleep_hours and sleep_position",
                    quote(&hours),
                    quote(&word)
                ),
                meant: None,
            }),
            (Some(_), None) => Ok(Target::Day(&day::SLEEP_HOURS)),
            (None, _) => Ok(Target::Day(&day::SLEEP_POSITION)),
        }
    }
}

/// Decides what each column called sleep of a table of days holds.
pub(super) fn decide(columns: &mut [Column], text: &str) -> Result<(), ReadError> {
    for (i, column) in columns.iter_mut().enumerate() {
        if !matches!(column.target, Target::Sleep) {
            continue;
        }
        let mut seen = SleepSeen::default();
        let mut source = Source::new(text);
        source.next()?;
        while source.next()?.is_some() {
            seen.look(source.record().get(i).unwrap_or_default());
        }
        column.target = seen.target(&column.name)?;
    }
    Ok(())
}
