//! What a rule says of a journal, with its evidence.

use std::fmt;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::redflag::{RedFlag, Source, Urgency};

/// The three answers of every rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The entries meet it, whatever was not recorded.
    Met,
    /// The entries do not meet it, whatever was not recorded.
    NotMet,
    /// It depends on what was not recorded.
    NotEnough,
}

impl Status {
    /// The id in JSON, for ever.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::NotEnough => "not-enough",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

/// A value of evidence.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// A count, of days unless the name says otherwise.
    Count(i64),
    /// Points on the 0–10 scale, rounded down to tenths so that a figure never looks as if it
    /// reached a threshold that it does not reach.
    Points(f64),
    /// A civil date.
    Date(NaiveDate),
    /// Words.
    Text(String),
}

impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Count(n) => to.serialize_i64(*n),
            Self::Points(x) => to.serialize_f64(*x),
            Self::Date(day) => to.collect_str(day),
            Self::Text(text) => to.serialize_str(text),
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(n) => n.fmt(f),
            Self::Points(x) => write!(f, "{x:.1}"),
            Self::Date(day) => day.fmt(f),
            Self::Text(text) => f.pad(text),
        }
    }
}

/// One named value that a verdict rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// Its name, the unit last: `pain_days`, `mean_difference_points`.
    pub name: &'static str,
    /// Its value.
    pub value: Fact,
}

impl Evidence {
    /// A count, of days unless the name says otherwise.
    pub(crate) fn count(name: &'static str, n: i64) -> Self {
        Self { name, value: Fact::Count(n) }
    }

    /// A civil date.
    pub(crate) fn date(name: &'static str, day: NaiveDate) -> Self {
        Self { name, value: Fact::Date(day) }
    }

    /// Words.
    pub(crate) fn text(name: &'static str, text: impl Into<String>) -> Self {
        Self { name, value: Fact::Text(text.into()) }
    }

    /// Points on the 0–10 scale, from tenths that were rounded down.
    pub(crate) fn points(name: &'static str, tenths: i64) -> Self {
        let tenths = i32::try_from(tenths).unwrap_or(i32::MAX);
        Self { name, value: Fact::Points(f64::from(tenths) / 10.0) }
    }
}

/// What is missing for a yes or no.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Needs {
    /// A plain sentence.
    pub sentence: String,
    /// At least how many more days, where that is a number; `None` where something else is
    /// asked for.
    pub days: Option<i64>,
}

impl Needs {
    /// The parts as one sentence for a person.
    fn in_a_sentence(self) -> Self {
        let sentence = format!("Not enough entries to say; it takes {}.", self.sentence);
        Self { sentence, ..self }
    }
}

/// What evaluating a criterion found.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) status: Status,
    /// The days that meet it, in order; empty unless met.
    pub(crate) dates: Vec<NaiveDate>,
    pub(crate) evidence: Vec<Evidence>,
    /// The evidence as plain sentences.
    pub(crate) says: Vec<String>,
    /// `Some` exactly when there is not enough; the sentence is what follows "it takes".
    pub(crate) needs: Option<Needs>,
    /// Whether days before the loaded ones may change the answer.
    pub(crate) wants_earlier: bool,
}

impl Finding {
    /// A yes, on these days.
    pub(crate) fn met(dates: Vec<NaiveDate>) -> Self {
        Self { dates, ..Self::of(Status::Met) }
    }

    /// A no.
    pub(crate) fn not_met() -> Self {
        Self::of(Status::NotMet)
    }

    /// Not enough; the sentence is what follows "it takes".
    pub(crate) fn not_enough(sentence: impl Into<String>, days: Option<i64>) -> Self {
        let needs = Some(Needs { sentence: sentence.into(), days });
        Self { needs, ..Self::of(Status::NotEnough) }
    }

    /// The answer of another, without its evidence.
    pub(crate) fn like(other: &Self) -> Self {
        Self::of(other.status)
    }

    fn of(status: Status) -> Self {
        Self {
            status,
            dates: Vec::new(),
            evidence: Vec::new(),
            says: Vec::new(),
            needs: None,
            wants_earlier: false,
        }
    }

    /// The same with evidence and its sentence.
    #[must_use]
    pub(crate) fn with(self, evidence: Vec<Evidence>, says: String) -> Self {
        Self { evidence, says: if says.is_empty() { Vec::new() } else { vec![says] }, ..self }
    }
}

/// What one rule says of a journal as of a day.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The rule: id, version, title, criterion, advice, sources.
    pub rule: &'static RedFlag,
    /// Yes, no, or not enough entries.
    pub status: Status,
    /// The days that meet it, in order; empty unless met.
    pub dates: Vec<NaiveDate>,
    /// Named values, in order; the first is `summary`, plain sentences.
    pub evidence: Vec<Evidence>,
    /// What is missing; `None` unless there is not enough.
    pub needs: Option<Needs>,
    /// Whether days before the loaded ones may change the answer.
    pub wants_earlier: bool,
}

impl Verdict {
    pub(crate) fn new(rule: &'static RedFlag, found: Finding) -> Self {
        let said = match found.says.as_slice() {
            [] => "Nothing of it is on record.".into(),
            says => says.join(" "),
        };
        let mut dates = found.dates;
        dates.sort_unstable();
        dates.dedup();
        let summary = Evidence::text("summary", said);
        Self {
            rule,
            status: found.status,
            dates,
            evidence: std::iter::once(summary).chain(found.evidence).collect(),
            needs: found.needs.map(Needs::in_a_sentence),
            wants_earlier: found.wants_earlier,
        }
    }

    /// The rule's id.
    pub fn id(&self) -> &'static str {
        self.rule.id
    }

    /// How soon public guidance says to be seen when it is met.
    pub fn urgency(&self) -> Urgency {
        self.rule.urgency
    }

    /// Who says so.
    pub fn sources(&self) -> &'static [&'static Source] {
        self.rule.sources
    }

    /// Whether the entries meet it.
    pub fn is_met(&self) -> bool {
        self.status == Status::Met
    }

    /// The named value; `None` where it could not be computed.
    pub fn fact(&self, name: &str) -> Option<&Fact> {
        self.evidence.iter().find(|e| e.name == name).map(|e| &e.value)
    }

    /// The evidence as plain sentences.
    pub fn summary(&self) -> String {
        self.fact("summary").map(ToString::to_string).unwrap_or_default()
    }
}
