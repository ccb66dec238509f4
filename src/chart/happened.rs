//! What stands above a chart: events, first visits, and warning signs.

use chrono::NaiveDate;

use crate::chart::Request;
use crate::chart::figure::{Event, EventKind};
use crate::journal::fields::event::{EVENT, TEXT};
use crate::journal::fields::symptom::{PRESENT, SYMPTOM};
use crate::journal::fields::treatment::TREATMENT;
use crate::journal::{EVENTS, Entry, Journal, Kind, NOTE, SYMPTOMS, TREATMENTS, Word};

/// Treatments of which only the first is shown: they go on for weeks.
const FIRST_ONLY: &[&str] = &["physiotherapist", "chiropractor", "osteopath", "acupuncture"];
/// Treatments that are shown every time.
const EACH: &[&str] = &["doctor", "injection", "imaging", "test"];
/// A warning sign that was ticked again within these days is the same one.
const SAME_SIGN_DAYS: i64 = 14;

/// Returns what happened in the span, in order of date: warnings of the caller, warning signs
/// that the person ticked, events and visits.
pub(super) fn events(journal: &Journal, request: &Request<'_>) -> Vec<Event> {
    let mut found: Vec<Event> = request
        .warnings
        .iter()
        .filter(|event| request.span.contains(event.date))
        .cloned()
        .collect();
    found.extend(signs(journal).filter(|event| request.span.contains(event.date)));
    for entry in journal.within(request.span) {
        let label = match entry.kind {
            Kind::Event if entry.values.text(&EVENT) != Some(NOTE) => label_of(entry),
            Kind::Treatment => visit(journal, entry),
            Kind::Pain
            | Kind::Event
            | Kind::Day
            | Kind::Exercise
            | Kind::Symptom
            | Kind::Profile
            | Kind::Habit => None,
        };
        let event = label.map(|label| Event { date: entry.day, label, kind: EventKind::Plain });
        // A warning of the caller about the same thing says it already.
        found.extend(event.filter(|event| {
            !found.iter().any(|it| it.date == event.date && it.label == event.label)
        }));
    }
    found.sort_by_key(|event| event.date);
    found
}

fn label_of(entry: &Entry) -> Option<String> {
    let written = entry.values.text(&TEXT).map(str::trim).filter(|text| !text.is_empty());
    let kind = || entry.values.text(&EVENT).and_then(|id| meaning(EVENTS, id));
    written.map(Into::into).or_else(|| kind().map(begin_large))
}

fn visit(journal: &Journal, entry: &Entry) -> Option<String> {
    let id = entry.values.text(&TREATMENT)?;
    if EACH.contains(&id) {
        return meaning(TREATMENTS, id).map(begin_large);
    }
    let first = || {
        let mut same =
            journal.of_kind(Kind::Treatment).filter(|it| it.values.text(&TREATMENT) == Some(id));
        !journal.has_earlier() && same.next().is_some_and(|it| it.id == entry.id)
    };
    (FIRST_ONLY.contains(&id) && first()).then(|| format!("{}: first visit", begin_large(id)))
}

/// Returns the warning signs that were ticked, each at the first day of a run.
fn signs(journal: &Journal) -> impl Iterator<Item = Event> {
    let mut last_seen: Vec<(&str, NaiveDate)> = vec![];
    let ticked =
        journal.of_kind(Kind::Symptom).filter(|entry| entry.values.yes(&PRESENT) != Some(false));
    ticked.filter_map(move |entry| {
        let id = entry.values.text(&SYMPTOM)?;
        let before = last_seen.iter_mut().find(|(seen, _)| *seen == id);
        let again = before
            .as_ref()
            .is_some_and(|(_, date)| (entry.day - *date).num_days() <= SAME_SIGN_DAYS);
        if let Some((_, date)) = before {
            *date = entry.day;
        } else {
            last_seen.push((id, entry.day));
        }
        let called = || SYMPTOMS.iter().find(|w| w.id == id).map_or_else(|| id.into(), Word::name);
        (!again).then(|| Event {
            date: entry.day,
            label: begin_large(&called()),
            kind: EventKind::Warning,
        })
    })
}

/// Returns what a word means, up to the first comma or colon.
fn meaning(table: &'static [Word], id: &str) -> Option<&'static str> {
    let means = table.iter().find(|word| word.id == id)?.means;
    means.split([',', ':']).next()
}

fn begin_large(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
