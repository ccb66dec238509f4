//! Entries as JSON and as lines: the view that many commands show.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::cli::lines;
use crate::journal::{Answer, Entry, FieldRef, Score, Value};

/// An entry as it is shown.
#[derive(Debug, Serialize)]
pub(crate) struct EntryView {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: &'static str,
    /// The day it is about.
    pub day: String,
    /// Its values: scores in points, hours and minutes as numbers, yes/no as booleans.
    pub values: BTreeMap<String, Json>,
    /// When it was first written down, RFC 3339; null where that is not known.
    pub written: Option<String>,
    /// The short id and the line for people.
    #[serde(skip)]
    pub line: (String, String),
}

impl EntryView {
    /// Makes the view of an entry.
    pub(crate) fn new(entry: &Entry, written: Option<String>) -> Self {
        let values = entry.values.iter().map(|(f, v)| (f.id(), json_of(f, v))).collect();
        Self {
            id: entry.id.to_string(),
            kind: entry.kind.id(),
            day: entry.day.to_string(),
            values,
            written,
            line: (entry.id.short(), lines::line(entry)),
        }
    }
}

/// A value as JSON, in the unit that a person would say.
pub(crate) fn json_of(field: &FieldRef, value: &Value) -> Json {
    let answer = match field {
        FieldRef::Known(known) => Some(known.answer),
        FieldRef::Own(_) => Some(Answer::YesNo),
    };
    match (answer, value) {
        (Some(Answer::Score), Value::Int(tenths)) => {
            Score::from_tenths(*tenths).map_or(Json::Null, |s| json!(s.points()))
        }
        (Some(Answer::YesNo), Value::Int(n)) => json!(*n != 0),
        (_, Value::Int(n)) => json!(n),
        (_, Value::Real(x)) => json!(x),
        (_, Value::Text(t)) => json!(t),
    }
}
