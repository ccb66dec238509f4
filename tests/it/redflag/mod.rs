//! Red flags: one file for each rule, and what holds for all of them.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod asking;
mod computed;
mod joined;
mod lapses;
mod life;
mod page;
mod pain_6_months;
mod rows;
mod table;
mod together;
mod vignettes;
mod window;
mod words;
mod worse_at_night;

use chrono::{Days, NaiveDate};
use twinge::journal::fields::{day, find, notice, pain, profile, symptom};
use twinge::journal::{Entry, EntryId, Field, FieldRef, Journal, Kind, Span, Value, Values};
use twinge::redflag::help_lines::HelpLines;
use twinge::redflag::{Status, Verdict, check};

use self::words::check_words;

/// The fixed day of the tests, a Sunday.
fn today() -> NaiveDate {
    date("2026-03-15")
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The day so many days before the fixed day.
fn ago(days: i64) -> NaiveDate {
    before(today(), days)
}

fn before(day: NaiveDate, days: i64) -> NaiveDate {
    day - Days::new(days.try_into().unwrap())
}

/// Entries being written down, in any order.
#[derive(Clone, Debug, Default)]
struct Diary(Vec<Entry>);

impl Diary {
    fn put(&mut self, kind: Kind, day: NaiveDate, values: &[(&'static Field, Value)]) -> &mut Self {
        let mut set = Values::default();
        for (field, value) in values {
            set.set(FieldRef::Known(field), value.clone());
        }
        let id = EntryId::named(&format!("entry {}", self.0.len()));
        self.0.push(Entry { id, kind, day, values: set });
        self
    }

    /// The day's worst pain, in tenths.
    fn worst(&mut self, day: NaiveDate, tenths: i64) -> &mut Self {
        self.put(Kind::Pain, day, &[(&pain::WORST, Value::Int(tenths))])
    }

    /// The same worst pain, in points, on each day from so many days ago to so many days ago.
    fn days(&mut self, from_ago: i64, to_ago: i64, points: i64) -> &mut Self {
        for n in (to_ago..=from_ago).rev() {
            self.worst(ago(n), points * 10);
        }
        self
    }

    /// The day's average, in tenths.
    fn average(&mut self, day: NaiveDate, tenths: i64) -> &mut Self {
        self.put(Kind::Pain, day, &[(&pain::AVERAGE, Value::Int(tenths))])
    }

    /// A moment's pain, in tenths.
    fn moment(&mut self, day: NaiveDate, tenths: i64) -> &mut Self {
        self.put(Kind::Pain, day, &[(&pain::NOW, Value::Int(tenths))])
    }

    /// The night that ended on the day, in tenths.
    fn night(&mut self, day: NaiveDate, tenths: i64) -> &mut Self {
        self.put(Kind::Pain, day, &[(&pain::NIGHT, Value::Int(tenths))])
    }

    fn woken(&mut self, day: NaiveDate, times: i64) -> &mut Self {
        self.put(Kind::Day, day, &[(&day::WOKEN, Value::Int(times))])
    }

    fn tick(&mut self, day: NaiveDate, sign: &str, present: bool) -> &mut Self {
        let values =
            [(&symptom::SYMPTOM, Value::text(sign)), (&symptom::PRESENT, Value::from(present))];
        self.put(Kind::Symptom, day, &values)
    }

    fn onset(&mut self, said: &str) -> &mut Self {
        self.put(Kind::Profile, date("1970-01-01"), &[(&profile::ONSET, Value::text(said))])
    }

    /// Facts of the profile by id; `onset_days_ago` stands for the onset.
    fn profile(&mut self, facts: &[(&str, Value)]) -> &mut Self {
        let mut values: Vec<(&'static Field, Value)> = Vec::new();
        for (fact, value) in facts {
            values.push(match (*fact, value) {
                ("onset_days_ago", Value::Int(n)) => {
                    (&profile::ONSET, Value::text(&ago(*n).to_string()))
                }
                _ => (find(Kind::Profile, fact).unwrap(), value.clone()),
            });
        }
        if values.is_empty() { self } else { self.put(Kind::Profile, date("1970-01-01"), &values) }
    }

    fn profile_of(&mut self, values: Values) -> &mut Self {
        let id = EntryId::of_profile();
        self.0.push(Entry { id, kind: Kind::Profile, day: date("1970-01-01"), values });
        self
    }

    /// That the person was told of a rule.
    fn told(&mut self, day: NaiveDate, rule: &str) -> &mut Self {
        let values = [(&notice::RULE, Value::text(rule)), (&notice::TOLD, Value::from(true))];
        self.put(Kind::Notice, day, &values)
    }

    /// What the person said on a day to a notice of another; told, unless they answered a list.
    fn said(&mut self, of: (NaiveDate, bool), rule: &str, reply: &str, on: NaiveDate) -> &mut Self {
        let mut values = vec![
            (&notice::RULE, Value::text(rule)),
            (&notice::REPLY, Value::text(reply)),
            (&notice::REPLIED, Value::text(&on.to_string())),
        ];
        let (day, is_told) = of;
        values.extend(is_told.then(|| (&notice::TOLD, Value::from(true))));
        self.put(Kind::Notice, day, &values)
    }

    fn journal(&self) -> Journal {
        Journal::new(self.0.clone())
    }

    /// The journal of the last so many days alone, as the program loads it.
    fn last(&self, n_days: u64, as_of: NaiveDate) -> Journal {
        let span = Span::ending(as_of, n_days);
        let is_of_a_day = |e: &Entry| Kind::OF_A_DAY.contains(&e.kind);
        let (days, about): (Vec<Entry>, Vec<Entry>) = self.0.iter().cloned().partition(is_of_a_day);
        let has_earlier = days.iter().any(|e| e.day < span.first());
        let loaded = days.into_iter().filter(|e| span.contains(e.day)).chain(about);
        Journal::new(loaded.collect()).windowed(span, has_earlier)
    }

    fn says(&self, rule: &str, as_of: NaiveDate) -> Verdict {
        the(rule, check(&self.journal(), as_of))
    }
}

fn the(rule: &str, verdicts: Vec<Verdict>) -> Verdict {
    verdicts.into_iter().find(|v| v.id() == rule).unwrap()
}

/// What a verdict says, for comparing.
fn essence(v: &Verdict) -> String {
    format!("{} {:?} {:?} {:?}", v.status, v.dates, v.evidence, v.needs)
}

/// Checks what holds for every verdict, and gives it back.
#[track_caller]
fn sound(v: Verdict) -> Verdict {
    assert_eq!(v.needs.is_some(), v.status == Status::NotEnough);
    assert_eq!(v.dates.is_empty(), v.status != Status::Met, "an alert carries its dates");
    assert!(v.dates.is_sorted_by(|a, b| a < b), "each day once, in order");
    let mut names: Vec<&str> = v.evidence.iter().map(|e| e.name).collect();
    assert_eq!(names.first(), Some(&"summary"));
    names.sort_unstable();
    assert!(names.is_sorted_by(|a, b| a < b), "a name stands twice: {names:?}");
    let needs = v.needs.as_ref().map_or("", |n| n.sentence.as_str());
    let advice = v.rule.advice(&HelpLines::UNKNOWN);
    check_words(&format!("{} {advice} {needs}", v.summary()));
    v
}
