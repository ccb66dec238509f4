//! An entry: one thing recorded, as values by field.

use std::cmp::Ordering;
use std::fmt;

use chrono::NaiveDate;

use crate::journal::field::Field;
use crate::journal::fields;
use crate::journal::score::Score;
use crate::journal::value::Value;

/// What kind of thing an entry records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Pain scores, at one moment or for a day, at one site.
    Pain,
    /// A day's habits and answers; one entry a day.
    Day,
    /// An exercise done, or said not to be done.
    Exercise,
    /// A treatment or a medicine taken.
    Treatment,
    /// A warning sign, ticked or said to be absent.
    Symptom,
    /// Something dated that happened.
    Event,
    /// The answers to the weekly questions; one entry a day.
    Questionnaire,
    /// Facts about the person; one entry in all.
    Profile,
    /// The definition of a habit of the person's own.
    Habit,
    /// That the person was told of a warning sign, and what they said to it.
    Notice,
    /// That all habits were looked at, or what was then claimed of one.
    Insight,
    /// An experiment on oneself: what is compared, and the schedule that was drawn.
    Experiment,
}

impl Kind {
    /// All kinds, in the order of a day's listing.
    pub const ALL: [Self; 12] = [
        Self::Pain,
        Self::Day,
        Self::Exercise,
        Self::Treatment,
        Self::Symptom,
        Self::Event,
        Self::Questionnaire,
        Self::Profile,
        Self::Habit,
        Self::Notice,
        Self::Insight,
        Self::Experiment,
    ];

    /// The kinds that record a day. Of the others, two are about the person, notices and insights
    /// are what the program said, and an experiment is what it drew.
    pub const OF_A_DAY: [Self; 7] = [
        Self::Pain,
        Self::Day,
        Self::Exercise,
        Self::Treatment,
        Self::Symptom,
        Self::Event,
        Self::Questionnaire,
    ];

    /// The id in the file, for ever.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Pain => "pain",
            Self::Day => "day",
            Self::Exercise => "exercise",
            Self::Treatment => "treatment",
            Self::Symptom => "symptom",
            Self::Event => "event",
            Self::Questionnaire => "questionnaire",
            Self::Profile => "profile",
            Self::Habit => "habit",
            Self::Notice => "notice",
            Self::Insight => "insight",
            Self::Experiment => "experiment",
        }
    }

    /// The kind with this id; `None` for one of a newer twinge.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.id() == id)
    }
}

/// The 16-byte id of an entry: UUIDv7 for one recorded once, UUIDv8 derived from its name for
/// one that two machines must agree on (a day's habits, the profile, an imported row).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub [u8; 16]);

impl EntryId {
    /// A new UUIDv7 (RFC 9562, 5.7) from milliseconds since 1970 and ten random bytes.
    pub fn fresh(unix_ms: i64, random: [u8; 10]) -> Self {
        let mut bytes = [0; 16];
        bytes[..6].copy_from_slice(&unix_ms.max(0).to_be_bytes()[2..]);
        bytes[6..].copy_from_slice(&random);
        Self(marked(bytes, 7))
    }

    /// The UUIDv8 (RFC 9562, 5.8) that stands for a name: the same on every machine.
    pub fn named(name: &str) -> Self {
        Self(marked(xxhash_rust::xxh3::xxh3_128(name.as_bytes()).to_be_bytes(), 8))
    }

    /// The entry of a day's habits.
    pub fn of_day(day: NaiveDate) -> Self {
        Self::named(&format!("day {day}"))
    }

    /// The entry of a day's worst, average, night and morning scores at one place.
    pub fn of_day_pain(day: NaiveDate, place: (Option<&str>, Option<&str>)) -> Self {
        let (site, side) = place;
        Self::named(&format!("pain {day} {} {}", site.unwrap_or(""), side.unwrap_or("")))
    }

    /// The entry of facts about the person.
    pub fn of_profile() -> Self {
        Self::named("profile")
    }

    /// The entry that defines an own habit.
    pub fn of_habit(habit: &str) -> Self {
        Self::named(&format!("habit {habit}"))
    }

    /// The entry of a symptom on a day: one answer a day.
    pub fn of_symptom(day: NaiveDate, symptom: &str) -> Self {
        Self::named(&format!("symptom {day} {symptom}"))
    }

    /// The entry of a day's weekly questions.
    pub fn of_questionnaire(day: NaiveDate) -> Self {
        Self::named(&format!("questionnaire {day}"))
    }

    /// The entry of what was told of a warning sign on a day: once a day, on every machine.
    pub fn of_notice(day: NaiveDate, rule: &str) -> Self {
        Self::named(&format!("notice {day} {rule}"))
    }

    /// The entry of what was claimed of a habit on a day; of no habit, that all were looked at.
    pub fn of_insight(day: NaiveDate, habit: Option<&str>) -> Self {
        Self::named(&format!("insight {day} {}", habit.unwrap_or("")))
    }

    /// The entry of an experiment of this name that was drawn on a day.
    pub fn of_experiment(drawn: NaiveDate, name: &str) -> Self {
        Self::named(&format!("experiment {drawn} {name}"))
    }

    /// The last seven characters of the long form: enough to point at an entry by hand.
    pub fn short(&self) -> String {
        let long = self.to_string();
        long[long.len() - 7..].into()
    }

    /// Reads the long form.
    pub fn read(text: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        let mut n_digits = 0;
        for c in text.chars().filter(|c| *c != '-') {
            let digit = u8::try_from(c.to_digit(16)?).ok()?;
            let byte = bytes.get_mut(n_digits / 2)?;
            *byte = *byte << 4 | digit;
            n_digits += 1;
        }
        (n_digits == 32).then_some(Self(bytes))
    }
}

fn marked(mut bytes: [u8; 16], version: u8) -> [u8; 16] {
    bytes[6] = (bytes[6] & 0x0f) | (version << 4);
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    bytes
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = [b'-'; 36];
        let mut at = 0;
        for (i, byte) in self.0.iter().enumerate() {
            at += usize::from(matches!(i, 4 | 6 | 8 | 10));
            text[at] = DIGITS[usize::from(byte >> 4)];
            text[at + 1] = DIGITS[usize::from(byte & 15)];
            at += 2;
        }
        f.write_str(str::from_utf8(&text).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Which field of an entry: a row of the table of fields, or an own habit.
#[derive(Clone, Debug)]
pub enum FieldRef {
    /// A row of the table.
    Known(&'static Field),
    /// An own habit, by its id.
    Own(Box<str>),
}

impl FieldRef {
    /// The field with this id in the file; `None` for one of a newer twinge.
    pub fn from_id(kind: Kind, id: &str) -> Option<Self> {
        if let Some(habit) = id.strip_prefix("habit:")
            && kind == Kind::Day
            && !habit.is_empty()
        {
            return Some(Self::Own(habit.into()));
        }
        fields::find(kind, id).map(Self::Known)
    }

    /// The id in the file: `sleep_hours`, `habit:caffeine`.
    pub fn id(&self) -> String {
        match self {
            Self::Known(field) => field.id.into(),
            Self::Own(habit) => format!("habit:{habit}"),
        }
    }

    /// The two halves of the id, joined by nothing.
    fn halves(&self) -> (&str, &str) {
        match self {
            Self::Known(field) => ("", field.id),
            Self::Own(habit) => ("habit:", habit),
        }
    }

    /// Compares by id.
    pub fn cmp_id(&self, other: &Self) -> Ordering {
        if let (Self::Known(a), Self::Known(b)) = (self, other) {
            return a.id.cmp(b.id);
        }
        let ((a, b), (x, y)) = (self.halves(), other.halves());
        a.bytes().chain(b.bytes()).cmp(x.bytes().chain(y.bytes()))
    }
}

impl PartialEq for FieldRef {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Known(a), Self::Known(b)) => std::ptr::eq(*a, *b),
            (Self::Own(a), Self::Own(b)) => a == b,
            _ => false,
        }
    }
}

/// Values by field, in the order of their ids. A field that is not there was not recorded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values(Vec<(FieldRef, Value)>);

/// Gathers values that come in the order of their ids.
impl FromIterator<(FieldRef, Value)> for Values {
    fn from_iter<I: IntoIterator<Item = (FieldRef, Value)>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

impl Values {
    /// Makes room for so many values.
    pub fn with_capacity(n: usize) -> Self {
        Self(Vec::with_capacity(n))
    }

    /// Records one value; the caller keeps the order of ids, or calls [`Values::set`].
    pub fn push(&mut self, field: FieldRef, value: Value) {
        self.0.push((field, value));
    }

    /// Records a value for a field, in place of one already there.
    pub fn set(&mut self, field: FieldRef, value: Value) {
        self.0.retain(|(f, _)| *f != field);
        let at = self.0.partition_point(|(f, _)| f.cmp_id(&field).is_lt());
        self.0.insert(at, (field, value));
    }

    /// Takes the value of a field out: it is not recorded.
    pub fn remove(&mut self, field: &FieldRef) {
        self.0.retain(|(f, _)| f != field);
    }

    /// All recorded values.
    pub fn iter(&self) -> impl Iterator<Item = (&FieldRef, &Value)> {
        self.0.iter().map(|(f, v)| (f, v))
    }

    /// How many values are recorded.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is recorded.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a field; `None` when not recorded.
    pub fn get(&self, field: &'static Field) -> Option<&Value> {
        self.0
            .iter()
            .find(|(f, _)| matches!(f, FieldRef::Known(k) if std::ptr::eq(*k, field)))
            .map(|(_, v)| v)
    }

    /// The value of an own habit; `None` when not recorded.
    pub fn own(&self, habit: &str) -> Option<&Value> {
        self.0.iter().find(|(f, _)| matches!(f, FieldRef::Own(h) if &**h == habit)).map(|(_, v)| v)
    }

    /// A score; `None` when not recorded.
    pub fn score(&self, field: &'static Field) -> Option<Score> {
        self.int(field).and_then(Score::from_tenths)
    }

    /// A whole number; `None` when not recorded.
    pub fn int(&self, field: &'static Field) -> Option<i64> {
        match self.get(field)? {
            Value::Int(n) => Some(*n),
            Value::Real(_) | Value::Text(_) => None,
        }
    }

    /// An amount in the field's unit; `None` when not recorded.
    pub fn real(&self, field: &'static Field) -> Option<f64> {
        match self.get(field)? {
            Value::Real(x) => Some(*x),
            Value::Int(_) | Value::Text(_) => None,
        }
    }

    /// A word or text; `None` when not recorded.
    pub fn text(&self, field: &'static Field) -> Option<&str> {
        match self.get(field)? {
            Value::Text(t) => Some(t),
            Value::Int(_) | Value::Real(_) => None,
        }
    }

    /// Yes or no; `None` when not recorded.
    pub fn yes(&self, field: &'static Field) -> Option<bool> {
        self.int(field).map(|n| n != 0)
    }
}

/// One thing recorded, as it stands now: the newest fact of each field.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// What kind of thing it is.
    pub kind: Kind,
    /// The civil local date it is about; a night belongs to the date of waking up. For
    /// profile and own habits, which belong to no day, 1970-01-01.
    pub day: NaiveDate,
    /// What was recorded.
    pub values: Values,
}

impl Entry {
    /// Whether enough is recorded for it to be anything; see [`fields::makes`].
    pub fn is_something(&self) -> bool {
        self.values.iter().any(|(field, _)| match field {
            FieldRef::Known(known) => fields::makes(known),
            FieldRef::Own(_) => true,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fresh_ids_are_version_7_and_carry_the_time() {
        let id = EntryId::fresh(0x0190_0000_0001, [0xff; 10]).to_string();
        assert!(id.starts_with("01900000-0001-7fff-bfff-"), "{id}");
        assert_eq!(EntryId::read(&id).map(|i| i.to_string()), Some(id.clone()));
        assert_eq!(EntryId::read(&id.replace('-', "").to_uppercase()), EntryId::read(&id));
        for text in ["", &id[1..], &format!("{id}0"), &id.replace('f', "g"), &id.replace('f', "é")]
        {
            assert_eq!(EntryId::read(text), None, "{text}");
        }
    }

    #[test]
    fn named_ids_are_version_8_and_never_change() {
        // From the reference xxHash: a change here would tear apart what two machines record.
        let id = EntryId::of_day("2026-03-15".parse().unwrap()).to_string();
        assert_eq!(id, "b99a4b6e-4b16-8682-98a9-b85524ce1d79");
        assert_ne!(EntryId::of_profile(), EntryId::of_habit("profile"));
    }

    #[test]
    fn values_are_kept_in_the_order_of_ids_with_own_habits_among_them() {
        let mut values = Values::default();
        for id in ["woken", "habit:zumba", "lifting", "habit:coffee", "ate_well"] {
            values.set(FieldRef::from_id(Kind::Day, id).unwrap(), Value::Int(1));
        }
        let ids: Vec<String> = values.iter().map(|(f, _)| f.id()).collect();
        assert_eq!(ids, ["ate_well", "habit:coffee", "habit:zumba", "lifting", "woken"]);
    }

    #[test]
    fn every_kind_has_an_id_that_finds_it() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_id(kind.id()), Some(kind));
        }
        assert_eq!(Kind::from_id("mood"), None);
    }
}
