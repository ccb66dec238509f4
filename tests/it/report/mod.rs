//! The page for the doctor: worked by hand from small diaries.

mod found;
mod numbers;
mod page;
mod redact;
mod signs;
mod visit;

use chrono::{Days, NaiveDate};
use twinge::draw::page::document::Paper;
use twinge::draw::page::plain;
use twinge::facts::Share;
use twinge::facts::coverage::scored_days;
use twinge::journal::fields::pain;
use twinge::journal::{Entry, EntryId, Field, FieldRef, Journal, Kind, Span, Value, Values};
use twinge::language::{ENGLISH, Language};
use twinge::redflag::check;
use twinge::redflag::life::lives;
use twinge::report::{Redact, Report, Wanted, page as report_page, report};

use crate::tools::on_one_line;

/// A Sunday.
fn today() -> NaiveDate {
    "2026-03-15".parse().unwrap()
}

/// Entries by how many days ago they were.
#[derive(Default)]
struct Diary(Vec<Entry>);

impl Diary {
    fn put(&mut self, kind: Kind, days: u64, values: &[(&'static Field, Value)]) -> &mut Self {
        let mut set = Values::default();
        for (field, value) in values {
            set.set(FieldRef::Known(field), value.clone());
        }
        let id = EntryId::named(&format!("entry {}", self.0.len()));
        self.0.push(Entry { id, kind, day: today() - Days::new(days), values: set });
        self
    }

    /// A fact about the person.
    fn fact(&mut self, field: &'static Field, value: Value) -> &mut Self {
        self.put(Kind::Profile, 0, &[(field, value)])
    }

    /// Average and night of a day in points, in the neck.
    fn scored(&mut self, days: u64, average: i64, night: i64) -> &mut Self {
        let scores = [
            (&pain::AVERAGE, Value::Int(average * 10)),
            (&pain::NIGHT, Value::Int(night * 10)),
            (&pain::SITE, Value::text("neck")),
        ];
        self.put(Kind::Pain, days, &scores)
    }

    fn journal(&self) -> Journal {
        // The profile is one entry.
        let (facts, mut entries): (Vec<Entry>, Vec<Entry>) =
            self.0.iter().cloned().partition(|entry| entry.kind == Kind::Profile);
        let mut values = Values::default();
        for (field, value) in facts.iter().flat_map(|entry| entry.values.iter()) {
            values.set(field.clone(), value.clone());
        }
        let day = NaiveDate::default();
        entries.push(Entry { id: EntryId::of_profile(), kind: Kind::Profile, day, values });
        Journal::new(entries)
    }

    fn report(&self, days: u64, redact: Redact) -> Report {
        self.report_in(&ENGLISH, days, redact)
    }

    fn report_in(&self, language: &'static Language, days: u64, redact: Redact) -> Report {
        let journal = self.journal();
        let asked = redact.applied_to(&journal);
        let verdicts = check(&asked, today());
        let lives = lives(&asked, &verdicts, today());
        let found: Vec<_> = verdicts.into_iter().zip(lives).collect();
        let all = scored_days(&journal, Span::ending(today(), 10_000));
        let wanted = Wanted {
            span: Span::ending(today(), days),
            today: today(),
            redact,
            language,
            own_day: Some(Share { n: 2, of: 3 }),
            first_pain: all.iter().find(|day| day.has_pain()).map(|day| day.date),
        };
        report(&journal, &found, wanted)
    }
}

/// What stands on the page and in its appendix, on one line.
fn said(report: &Report) -> String {
    on_one_line(&plain(&report_page::document(report, Paper::A4, true).unwrap()))
}
