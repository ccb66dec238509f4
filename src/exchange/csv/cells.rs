//! Cells that hold a whole entry: a treatment, a symptom, an event, and texts.

use crate::exchange::csv::guard::unguard;
use crate::journal::fields::{event, treatment};
use crate::journal::{Answer, FieldRef, Misread, NOTE, Value, Values};

/// Reads a cell as the answer of a field.
pub(super) fn read_cell(answer: &Answer, cell: &str, raw: bool) -> Result<Value, Misread> {
    answer.read(plain(answer, cell, raw))
}

/// The cell without the mark that keeps a spreadsheet from running it. Numbers have none.
pub(super) fn plain<'c>(answer: &Answer, cell: &'c str, raw: bool) -> &'c str {
    let is_text = matches!(answer, Answer::Text | Answer::OwnWord(_));
    if raw || !is_text { cell } else { unguard(cell) }
}

/// Reads how much of a treatment there was: minutes, but of a medicine an amount; `None` when the cell says that there was none.
pub(super) fn read_treatment(
    which: &'static str,
    name: Option<&str>,
    cell: &str,
    raw: bool,
) -> Result<Option<Values>, Misread> {
    let is_medicine = which == "medicine";
    let mut values = Values::default();
    let mut minutes = None;
    match (Said::of(cell), cell.trim()) {
        (Some(Said::No), _) => return Ok(None),
        (Some(Said::Yes), _) => {}
        // One minute of heat is nobody's treatment, one tablet is.
        (None, "1") if !is_medicine => {}
        (None, _) => {
            minutes = treatment::MINUTES.answer.read(cell).ok().filter(|_| !is_medicine);
            if minutes.is_none() {
                let amount = read_cell(&treatment::AMOUNT.answer, cell, raw)?;
                values.push(FieldRef::Known(&treatment::AMOUNT), amount);
            }
        }
    }
    if let Some(minutes) = minutes {
        values.push(FieldRef::Known(&treatment::MINUTES), minutes);
    }
    if let Some(name) = name {
        values.push(FieldRef::Known(&treatment::NAME), Value::text(name));
    }
    values.push(FieldRef::Known(&treatment::TREATMENT), Value::text(which));
    Ok(Some(values))
}

/// Reads what happened; `None` when the cell says that nothing did.
pub(super) fn read_event(
    which: &'static str,
    cell: &str,
    raw: bool,
) -> Result<Option<Values>, Misread> {
    let text = match (Said::of(cell), cell.trim()) {
        // A note that says "no" is a note.
        (Some(Said::No), _) if which != NOTE => return Ok(None),
        (Some(Said::Yes), _) | (None, "1") if which != NOTE => None,
        _ => Some(read_cell(&event::TEXT.answer, cell, raw)?),
    };
    let mut values = Values::default();
    values.push(FieldRef::Known(&event::EVENT), Value::text(which));
    if let Some(text) = text {
        values.push(FieldRef::Known(&event::TEXT), text);
    }
    Ok(Some(values))
}

/// Yes or no where anything else is a text. 1 can be an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Yes,
    No,
}

impl Said {
    fn of(cell: &str) -> Option<Self> {
        let word = cell.trim();
        if word == "1" || word.len() > 8 {
            return None;
        }
        match Answer::YesNo.read(word) {
            Ok(Value::Int(0)) => Some(Self::No),
            Ok(_) => Some(Self::Yes),
            Err(_) => None,
        }
    }
}
