//! The journal: entries in order of their days, with the person's profile and own habits.

use chrono::NaiveDate;

use crate::journal::entry::{Entry, EntryId, Kind, Values};
use crate::journal::field::Answer;
use crate::journal::fields::habit;
use crate::journal::span::Span;

/// A habit, an exercise or an activity of the person's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnHabit {
    /// Its id, as in `habit:<id>`.
    pub id: Box<str>,
    /// Its definition.
    pub values: Values,
}

impl OwnHabit {
    /// Type and range of its answers; `None` for an own exercise, which has a dose instead.
    pub fn answer(&self) -> Option<Answer> {
        match self.values.text(&habit::ANSWER)? {
            "yes-no" => Some(Answer::YesNo),
            "amount" => Some(Answer::Amount { min: -1e9, max: 1e9, unit: "" }),
            // In points, so that the file says what it is without its definition.
            "score" | "activity" => Some(Answer::Amount { min: 0.0, max: 10.0, unit: "" }),
            "words" => Some(Answer::OwnWord(&[])),
            _ => None,
        }
    }

    /// Whether it is an exercise.
    pub fn is_exercise(&self) -> bool {
        self.values.text(&habit::ANSWER) == Some("exercise")
    }

    /// Whether it is an activity that pain makes hard: asked with the weekly questions.
    pub fn is_activity(&self) -> bool {
        self.values.text(&habit::ANSWER) == Some("activity")
    }

    /// Whether it is a habit that is asked each day.
    pub fn is_daily(&self) -> bool {
        !self.is_retired() && !self.is_exercise() && !self.is_activity()
    }

    /// Whether it is no longer asked.
    pub fn is_retired(&self) -> bool {
        self.values.yes(&habit::RETIRED) == Some(true)
    }
}

/// Everything one person recorded, or the part of it that was loaded.
///
/// A day that is not there has nothing recorded; it is not a day without pain.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Journal {
    entries: Vec<Entry>,
    profile: Values,
    habits: Vec<OwnHabit>,
    notices: Vec<Entry>,
    looks: Vec<Entry>,
    experiments: Vec<Entry>,
    stops: Vec<(EntryId, NaiveDate)>,
    loaded: Option<Span>,
    has_earlier: bool,
    is_sample: bool,
}

impl Journal {
    /// Makes a journal of entries in any order. Profile, own habits, notices, looks at habits and
    /// experiments are set apart.
    pub fn new(mut all: Vec<Entry>) -> Self {
        let mut journal = Self::default();
        all.retain(|entry| match entry.kind {
            Kind::Profile => {
                journal.profile.clone_from(&entry.values);
                false
            }
            Kind::Habit => {
                if let Some(id) = entry.values.text(&habit::HABIT) {
                    journal.habits.push(OwnHabit { id: id.into(), values: entry.values.clone() });
                }
                false
            }
            Kind::Notice => {
                journal.notices.push(entry.clone());
                false
            }
            Kind::Insight => {
                journal.looks.push(entry.clone());
                false
            }
            Kind::Experiment => {
                journal.experiments.push(entry.clone());
                false
            }
            _ => true,
        });
        journal.notices.sort_by_key(|n| (n.day, n.id));
        journal.looks.sort_by_key(|n| (n.day, n.id));
        journal.experiments.sort_by_key(|e| (e.day, e.id));
        all.sort_by_key(|e| (e.day, e.kind, e.id));
        journal.habits.sort_by(|a, b| a.id.cmp(&b.id));
        journal.entries = all;
        journal
    }

    /// Says that only the days of `span` were loaded, and whether there are earlier ones.
    #[must_use]
    pub fn windowed(mut self, span: Span, has_earlier: bool) -> Self {
        self.loaded = Some(span);
        self.has_earlier = has_earlier;
        self
    }

    /// Says on which days experiments were ever stopped, whether that was taken back or not.
    #[must_use]
    pub fn stopped(mut self, stops: Vec<(EntryId, NaiveDate)>) -> Self {
        self.stops = stops;
        self
    }

    /// The journal with entries of days, or of the profile, added: where one is there already,
    /// the new values stand in place of its old ones.
    #[must_use]
    pub fn with(mut self, more: &[Entry]) -> Self {
        for new in more {
            if new.kind == Kind::Profile {
                for (field, value) in new.values.iter() {
                    self.profile.set(field.clone(), value.clone());
                }
                continue;
            }
            match self.entries.iter_mut().find(|e| e.id == new.id && e.day == new.day) {
                Some(old) => {
                    for (field, value) in new.values.iter() {
                        old.values.set(field.clone(), value.clone());
                    }
                }
                None => self.entries.push(new.clone()),
            }
        }
        self.entries.sort_by_key(|e| (e.day, e.kind, e.id));
        self
    }

    /// The journal with the values of each entry, of the profile, of own habits, looks and
    /// experiments as `change` leaves them; what is nothing after that is not there.
    #[must_use]
    pub fn changed(mut self, change: impl Fn(Kind, &mut Values)) -> Self {
        for entry in self.looks.iter_mut().chain(&mut self.experiments) {
            change(entry.kind, &mut entry.values);
        }
        for entry in &mut self.entries {
            change(entry.kind, &mut entry.values);
        }
        self.entries.retain(Entry::is_something);
        change(Kind::Profile, &mut self.profile);
        for own in &mut self.habits {
            change(Kind::Habit, &mut own.values);
        }
        self
    }

    /// Says that it is a sample, made by `twinge demo`, of nobody's pain.
    #[must_use]
    pub fn sample(mut self, is_sample: bool) -> Self {
        self.is_sample = is_sample;
        self
    }

    /// Whether it is a sample of nobody's pain.
    pub fn is_sample(&self) -> bool {
        self.is_sample
    }

    /// The days that were loaded; `None` when all were.
    pub fn loaded(&self) -> Option<Span> {
        self.loaded
    }

    /// Whether days before the loaded ones have entries.
    pub fn has_earlier(&self) -> bool {
        self.has_earlier
    }

    /// All entries of days, in order of day, kind and id.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries of one kind.
    pub fn of_kind(&self, kind: Kind) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(move |e| e.kind == kind)
    }

    /// The entries of one day.
    pub fn on(&self, day: NaiveDate) -> &[Entry] {
        let from = self.entries.partition_point(|e| e.day < day);
        let to = self.entries.partition_point(|e| e.day <= day);
        &self.entries[from..to]
    }

    /// The entries from the first to the last day of a span.
    pub fn within(&self, span: Span) -> &[Entry] {
        let from = self.entries.partition_point(|e| e.day < span.first());
        let to = self.entries.partition_point(|e| e.day <= span.last());
        &self.entries[from..to]
    }

    /// Each day that has entries, with them.
    pub fn days(&self) -> impl DoubleEndedIterator<Item = (NaiveDate, &[Entry])> {
        let mut groups: Vec<&[Entry]> = Vec::new();
        groups.extend(self.entries.chunk_by(|a, b| a.day == b.day));
        groups.into_iter().map(|group| (group[0].day, group))
    }

    /// The first and the last day with an entry; `None` when there is none.
    pub fn recorded_span(&self) -> Option<Span> {
        Span::new(self.entries.first()?.day, self.entries.last()?.day)
    }

    /// Facts about the person.
    pub fn profile(&self) -> &Values {
        &self.profile
    }

    /// What the person was told of warning signs, and what they said to it, in order of days.
    /// It is no entry of a day: a day on which the program spoke is not a day recorded.
    pub fn notices(&self) -> &[Entry] {
        &self.notices
    }

    /// When all habits were looked at, and what was then claimed of which, in order of days.
    pub fn looks(&self) -> &[Entry] {
        &self.looks
    }

    /// Experiments on oneself, in order of the days they were drawn on. They are no
    /// entries of a day: what was drawn for it is not yet lived.
    pub fn experiments(&self) -> &[Entry] {
        &self.experiments
    }

    /// The days on which an experiment was ever stopped, whether that was taken back or not.
    pub fn stops_of(&self, experiment: EntryId) -> impl Iterator<Item = NaiveDate> {
        self.stops.iter().filter(move |(id, _)| *id == experiment).map(|(_, day)| *day)
    }

    /// Own habits and exercises, by id.
    pub fn habits(&self) -> &[OwnHabit] {
        &self.habits
    }

    /// The own habit with this id.
    pub fn habit(&self, id: &str) -> Option<&OwnHabit> {
        self.habits.iter().find(|h| &*h.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::entry::FieldRef;
    use crate::journal::fields::{pain, profile};
    use crate::journal::value::Value;

    fn pain_on(day: &str, tenths: i64) -> Entry {
        let day = day.parse().unwrap();
        let mut values = Values::default();
        values.push(FieldRef::Known(&pain::WORST), Value::Int(tenths));
        Entry { id: EntryId::of_day_pain(day, (None, None)), kind: Kind::Pain, day, values }
    }

    #[test]
    fn days_come_in_order_and_missing_days_are_not_there() {
        let journal = Journal::new(vec![pain_on("2026-03-03", 40), pain_on("2026-03-01", 0)]);
        let days: Vec<String> = journal.days().map(|(d, _)| d.to_string()).collect();
        assert_eq!(days, ["2026-03-01", "2026-03-03"]);
        assert!(journal.on("2026-03-02".parse().unwrap()).is_empty());
        assert_eq!(journal.recorded_span().map(|s| s.n_days()), Some(3));
        assert_eq!(Journal::default().recorded_span(), None);
    }

    #[test]
    fn what_is_added_stands_in_place_of_what_was_there() {
        let of_profile = |id: &str, value: i64| {
            let mut values = Values::default();
            values.set(FieldRef::from_id(Kind::Profile, id).unwrap(), Value::Int(value));
            let day = NaiveDate::default();
            Entry { id: EntryId::of_profile(), kind: Kind::Profile, day, values }
        };
        let journal = Journal::new(vec![pain_on("2026-03-01", 30), of_profile("birth_year", 1981)])
            .with(&[
                pain_on("2026-03-01", 50),
                pain_on("2026-02-01", 10),
                of_profile("steroids", 1),
            ]);
        let worst: Vec<Option<i64>> =
            journal.entries().iter().map(|e| e.values.int(&pain::WORST)).collect();
        assert_eq!(worst, [Some(10), Some(50)]);
        assert_eq!(journal.profile().int(&profile::BIRTH_YEAR), Some(1981));
        assert_eq!(journal.profile().yes(&profile::STEROIDS), Some(true));
    }
}
