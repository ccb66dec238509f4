//! What stands above the charts: events, visits and warning signs, each once.

use twinge::chart::figure::EventKind;
use twinge::chart::{Read, Request, find};
use twinge::journal::fields::{event, symptom, treatment};
use twinge::journal::{Journal, Kind, Value};
use twinge::language::ENGLISH;

use crate::chart::pain::{march, of, timeline};
use crate::draw::sample::{date, entry, happened, span, warning};

#[test]
fn what_happened_stands_above_once() {
    let visit = |day: &str, what: &str| {
        entry(Kind::Treatment, date(day), what, &[(&treatment::TREATMENT, Value::text(what))])
    };
    let sign = |day: &str, there: bool| {
        let fields = [
            (&symptom::SYMPTOM, Value::text("fever-unwell")),
            (&symptom::PRESENT, Value::from(there)),
        ];
        entry(Kind::Symptom, date(day), "", &fields)
    };
    let journal = Journal::new(vec![
        happened(date("2026-03-04"), "New chair"),
        happened(date("2026-03-09"), "Fell on the stairs"),
        entry(Kind::Event, date("2026-03-05"), "", &[(&event::EVENT, Value::text("heavy-lift"))]),
        happened(date("2026-04-01"), "after the span"),
        visit("2026-03-06", "physiotherapist"),
        visit("2026-03-08", "physiotherapist"),
        sign("2026-02-20", false),
        sign("2026-03-10", true),
        sign("2026-03-11", true),
        sign("2026-03-30", true),
    ]);
    let warnings = [warning("2026-03-09", "Fell on the stairs")];
    let request = Request {
        span: span("2026-03-01", "2026-03-31"),
        today: date("2026-03-31"),
        site: None,
        warnings: &warnings,
        language: &ENGLISH,
        read: Read::AtOnce,
    };
    let figure = (find("pain").unwrap().figure)(&journal, &request);
    let said: Vec<(u32, EventKind, &str)> = timeline(&figure)
        .events
        .iter()
        .map(|event| (chrono::Datelike::day(&event.date), event.kind, event.label.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (4, EventKind::Plain, "New chair"),
            (5, EventKind::Plain, "Lifting something heavy"),
            (6, EventKind::Plain, "Physiotherapist"),
            (9, EventKind::Warning, "Fell on the stairs"),
            (10, EventKind::Warning, "Fever or unwell"),
            (30, EventKind::Warning, "Fever or unwell"),
        ]
    );
}

#[test]
fn a_sign_that_began_before_the_picture_is_on_it() {
    let sign = |day: &str| {
        let fields = [(&symptom::SYMPTOM, Value::text("fever-unwell"))];
        entry(Kind::Symptom, date(day), "", &fields)
    };
    let signs = |days: &[&str]| {
        let journal = Journal::new(days.iter().map(|day| sign(day)).collect());
        let figure = of(&journal, span("2026-03-01", "2026-03-31"), "2026-03-31", None);
        let events = &timeline(&figure).events;
        events.iter().map(|it| format!("{} {}", it.date, it.in_full())).collect::<Vec<_>>()
    };
    let one = signs(&["2026-02-20", "2026-02-28", "2026-03-05"]);
    assert_eq!(one, ["2026-03-05 Fever or unwell"]);
    let run = signs(&["2026-02-28", "2026-03-05", "2026-03-05", "2026-03-12", "2026-03-19"]);
    assert_eq!(run, ["2026-03-05 Fever or unwell, on 3 days to 19 Mar"]);
    // Fourteen days after another it is the same, fifteen days after it a new one.
    assert_eq!(signs(&["2026-03-01", "2026-03-15"]).len(), 1);
    assert_eq!(signs(&["2026-03-01", "2026-03-16"]).len(), 2);
}

#[test]
fn an_event_is_told_by_its_kind_and_the_words_of_the_person() {
    let label = |kind: &str, text: &str| {
        let mut values = vec![(&event::EVENT, Value::text(kind))];
        if !text.is_empty() {
            values.push((&event::TEXT, Value::text(text)));
        }
        let figure = march(vec![entry(Kind::Event, date("2026-03-04"), "", &values)]);
        timeline(&figure).events.first().map(|event| event.label.clone()).unwrap_or_default()
    };
    for (kind, text, want) in [
        ("accident", "fell off the bike", "Accident: fell off the bike"),
        ("accident", "Bike accident", "Bike accident"),
        ("fall", "fell off the bike", "fell off the bike"),
        ("visit", "GP", "Visit: GP"),
        ("started", "physiotherapy", "Started: physiotherapy"),
        ("started", "started physiotherapy", "started physiotherapy"),
        ("stopped", "swimming", "Stopped: swimming"),
        ("new-bed", "pillow", "New: pillow"),
        ("new-chair", "", "A new chair or desk"),
        ("new-bed", "", "A new bed, mattress or pillow"),
        ("other", "moved house", "moved house"),
        ("other", "", "Event"),
        // A note of the day is for the day's list, not for the chart.
        ("note", "slept badly", ""),
    ] {
        assert_eq!(label(kind, text), want, "{kind} {text}");
    }
}

#[test]
fn a_picture_or_test_is_called_what_the_person_called_it() {
    let label = |name: Option<&str>| {
        let mut values = vec![(&treatment::TREATMENT, Value::text("imaging"))];
        values.extend(name.map(|name| (&treatment::NAME, Value::text(name))));
        let figure = march(vec![entry(Kind::Treatment, date("2026-03-04"), "", &values)]);
        timeline(&figure).events[0].label.clone()
    };
    assert_eq!(label(None), "Imaging");
    assert_eq!(label(Some("MRI")), "Imaging: MRI");
}
