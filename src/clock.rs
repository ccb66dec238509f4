//! The moment a command runs: the only caller of the system clock.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Timelike as _, Utc};

/// When a command runs, by the clock on the wall, with its offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment(DateTime<FixedOffset>);

impl Moment {
    /// The system's clock and time zone, now.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the system")]
    pub fn now() -> Self {
        Self(chrono::Local::now().fixed_offset())
    }

    /// A stated moment, RFC 3339: `2026-03-15T07:30:00+01:00`.
    pub fn read(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text.trim()).ok().map(Self)
    }

    /// The civil local date.
    pub fn today(&self) -> NaiveDate {
        self.0.date_naive()
    }

    /// The local time of day, `HH:MM`.
    pub fn time_of_day(&self) -> String {
        self.0.format("%H:%M").to_string()
    }

    /// The civil local date and time, to the second.
    pub fn civil(&self) -> NaiveDateTime {
        let whole = self.0.naive_local();
        whole.with_nanosecond(0).unwrap_or(whole)
    }

    /// Milliseconds since 1970 UTC; negative before.
    pub fn unix_ms(&self) -> i64 {
        self.0.timestamp_millis()
    }

    /// The same moment in UTC.
    pub fn utc(&self) -> DateTime<Utc> {
        self.0.to_utc()
    }

    /// RFC 3339 with the offset, to the second.
    pub fn stamp(&self) -> String {
        self.0.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_the_local_one() {
        let late = Moment::read("2026-03-15T23:30:00-05:00").unwrap();
        assert_eq!(late.today().to_string(), "2026-03-15");
        assert_eq!(late.time_of_day(), "23:30");
        assert_eq!(late.stamp(), "2026-03-15T23:30:00-05:00");
        assert_eq!(Moment::read("yesterday"), None);
    }
}
