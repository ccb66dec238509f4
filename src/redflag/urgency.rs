//! How soon public guidance says to be seen.

use std::fmt;

use serde::Serialize;

/// How soon public guidance says to be seen, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// No alert: a line on the report for the next visit.
    Discuss,
    /// Within days to about two weeks.
    Soon,
    /// The same day.
    Urgent,
    /// Now.
    Emergency,
}

impl Urgency {
    /// All of them, the most urgent first.
    pub const ALL: [Self; 4] = [Self::Emergency, Self::Urgent, Self::Soon, Self::Discuss];

    /// The id in JSON, for ever.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Urgent => "urgent",
            Self::Soon => "soon",
            Self::Discuss => "discuss",
        }
    }

    /// What it means, in a few words.
    pub const fn means(self) -> &'static str {
        match self {
            Self::Emergency => "call an ambulance or go to an emergency department now",
            Self::Urgent => "ask for an appointment on the same day, or call an advice line",
            Self::Soon => "see a doctor within days to about two weeks",
            Self::Discuss => "no alert; a line on the report for the next visit",
        }
    }
}

impl fmt::Display for Urgency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_urgent_is_the_greatest() {
        assert!(Urgency::ALL.is_sorted_by(|a, b| a > b));
        for urgency in Urgency::ALL {
            assert_eq!(serde_json::to_value(urgency).unwrap(), urgency.id());
        }
    }
}
