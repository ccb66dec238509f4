//! One recorded value, typed.

/// A recorded value. "Not recorded" is the absence of a value, never one of these.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A whole number: a score in tenths, a count, a year, or yes (1) / no (0).
    Int(i64),
    /// An amount: hours, minutes, kilograms, degrees.
    Real(f64),
    /// A word from a table, a date, a time or the person's own words.
    Text(Box<str>),
}

impl Value {
    /// Makes a text value.
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Int(i64::from(yes))
    }
}
