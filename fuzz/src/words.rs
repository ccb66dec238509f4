//! What a person says: days, times, spans, doses, answers, signs, ids. It is read or refused, and
//! what was read is written so that it is read again.

use std::sync::LazyLock;

use twinge::experiment::DoneBy;
use twinge::journal::fields;
use twinge::journal::{
    Answer, EVENTS, EXERCISES, EntryId, FieldRef, Heard, Kind, PartialDate, QUALITIES, SIDES,
    SITES, SYMPTOMS, Span, TREATMENTS, Word, hear, named_apart, nearest, read_day, read_dose,
    read_moment_of_day, show_dose,
};

use super::given::Given;
use super::today;

const TABLES: &[&[Word]] = &[SITES, SIDES, QUALITIES, EXERCISES, SYMPTOMS, TREATMENTS, EVENTS];

/// Bytes as texts, each said in every place.
pub fn words(bytes: &[u8]) {
    let mut given = Given::new(bytes);
    while !given.is_empty() {
        let said = given.text();
        days(&said);
        dose(&said);
        answers(&said);
        signs(&said);
        ids(&said);
    }
}

fn days(said: &str) {
    if let Ok(day) = read_day(said, today()) {
        assert!(day <= today());
        assert_eq!(read_day(&day.to_string(), today()), Ok(day), "{said:?}");
    }
    if let Some(date) = PartialDate::read(said) {
        assert_eq!(PartialDate::read(&date.to_string()), Some(date), "{said:?}");
        assert!(date.first_day() <= date.latest_day());
    }
    if let Some(span) = Span::read(said, today()) {
        assert!(span.n_days() >= 1 && span.first() <= span.last(), "{said:?}");
        let shown = format!("{}..{}", span.first(), span.last());
        // A span may begin long before the first day that can be said.
        if let Some(again) = Span::read(&shown, today()) {
            assert_eq!(again, span, "{said:?}");
        }
    }
    if let Ok(time) = read_moment_of_day(said) {
        let shown = time.format("%H:%M").to_string();
        let again = read_moment_of_day(&shown).unwrap();
        assert_eq!(again.format("%H:%M").to_string(), shown, "{said:?}");
    }
}

fn dose(said: &str) {
    let Ok(values) = read_dose(said) else { return };
    for (field, value) in values.iter() {
        let FieldRef::Known(known) = field else { panic!("{said:?}") };
        assert!(known.answer.accepts(value), "{said:?}: {values:?}");
    }
    let shown = show_dose(&values);
    let again = read_dose(&shown).unwrap_or_else(|e| panic!("{said:?}, {shown:?}: {e}"));
    assert_eq!(show_dose(&again), shown, "{said:?}");
}

/// Each answer that a field takes, once: many fields take the same.
static ANSWERS: LazyLock<Vec<(&str, Answer)>> = LazyLock::new(|| {
    let mut answers: Vec<(&str, Answer)> = Vec::new();
    for field in Kind::ALL.into_iter().flat_map(|kind| fields::of(kind).iter()) {
        if !answers.iter().any(|(_, answer)| *answer == field.answer) {
            answers.push((field.id, field.answer));
        }
    }
    answers
});

fn answers(said: &str) {
    for (id, answer) in ANSWERS.iter() {
        match answer.read(said) {
            Err(misread) => assert!(misread.to_string().len() < 4000, "{said:?}"),
            Ok(value) => {
                assert!(answer.accepts(&value), "{said:?}: {value:?}");
                let written = answer.write(&value);
                let again = answer
                    .read(&written)
                    .unwrap_or_else(|e| panic!("{id}: {said:?}, {written:?}: {e}"));
                // What is said in hours is rounded once.
                assert_eq!(answer.read(&answer.write(&again)), Ok(again), "{id}: {said:?}");
                assert!(!answer.show(&value).is_empty() || *answer == Answer::Text);
            }
        }
    }
}

fn signs(said: &str) {
    let is_sign = |word: &&'static Word| SYMPTOMS.iter().any(|sign| sign.id == word.id);
    match hear(said) {
        Heard::Named(word) | Heard::Meant(word) => assert!(is_sign(&word), "{said:?}"),
        Heard::Perhaps(words) | Heard::Denied(words) => {
            assert!(!words.is_empty() && words.iter().all(is_sign), "{said:?}");
        }
        Heard::Happened(word) => {
            assert!(EVENTS.iter().any(|event| event.id == word.id), "{said:?}");
        }
        Heard::Nothing => {}
    }
    if let Some(words) = named_apart(said) {
        assert!(words.iter().all(is_sign), "{said:?}");
    }
    for table in TABLES {
        let found = Word::find(table, said);
        assert!(found.is_none_or(|word| table.iter().any(|w| w.id == word.id)));
        nearest(said, table.iter().map(|word| word.id));
    }
}

fn ids(said: &str) {
    if let Some(id) = EntryId::read(said) {
        assert_eq!(EntryId::read(&id.to_string()), Some(id), "{said:?}");
        assert_eq!(id.short().len(), 7);
    }
    for kind in Kind::ALL {
        if let Some(field) = FieldRef::from_id(kind, said) {
            assert_eq!(FieldRef::from_id(kind, &field.id()), Some(field), "{said:?}");
        }
    }
    if let Some(kind) = Kind::from_id(said) {
        assert_eq!(kind.id(), said);
    }
    if let Some(done) = DoneBy::read(said) {
        assert_eq!(DoneBy::read(&done.id()), Some(done), "{said:?}");
    }
}
