//! What stands above a chart: events, visits, and warning signs.

use chrono::NaiveDate;

use crate::chart::Request;
use crate::chart::figure::{Event, EventKind};
use crate::chart::words::say;
use crate::journal::fields::event::{EVENT, TEXT};
use crate::journal::fields::symptom::{PRESENT, SYMPTOM};
use crate::journal::fields::treatment::{NAME, TREATMENT};
use crate::journal::{EVENTS, Entry, Journal, Kind, NOTE, Word};
use crate::language::{EventWords, Language, begin_large};

/// Treatments of which only the first is shown: they go on for weeks.
const FIRST_ONLY: &[&str] = &["physiotherapist", "chiropractor", "osteopath", "acupuncture"];
/// Treatments that are shown every time.
const EACH: &[&str] = &["doctor", "injection", "imaging", "test"];
/// Events of several things, of which the person's own words say which one it was.
const SEVERAL: &[&str] = &["new-chair", "new-bed"];
/// The kind of what is of no other kind: it has no name.
const OTHER: &str = "other";
/// A warning sign that was ticked again within these days is the same one.
const SAME_SIGN_DAYS: i64 = 14;

/// Returns what happened in the span, in order of date: warnings of the caller, warning signs
/// that the person ticked, events and visits.
pub(super) fn events(journal: &Journal, request: &Request<'_>) -> Vec<Event> {
    let language = request.language;
    let mut found: Vec<Event> = request
        .warnings
        .iter()
        .filter(|event| request.span.contains(event.date))
        .cloned()
        .collect();
    found.extend(signs(journal, request));
    for entry in journal.within(request.span) {
        let label = match entry.kind {
            Kind::Event if entry.values.text(&EVENT) != Some(NOTE) => label_of(entry, language),
            Kind::Treatment => visit(journal, entry, language),
            Kind::Pain
            | Kind::Event
            | Kind::Day
            | Kind::Exercise
            | Kind::Symptom
            | Kind::Profile
            | Kind::Questionnaire
            | Kind::Habit
            | Kind::Notice
            | Kind::Insight
            | Kind::Experiment => None,
        };
        let event = label.map(|label| Event {
            date: entry.day,
            label,
            more: String::new(),
            kind: EventKind::Plain,
        });
        // A warning of the caller about the same thing says it already.
        let written = written(entry);
        found.extend(event.filter(|event| {
            let says = |it: &Event| it.label == event.label || Some(it.label.as_str()) == written;
            !found.iter().any(|it| it.date == event.date && says(it))
        }));
    }
    found.sort_by_key(|event| event.date);
    found
}

fn written(entry: &Entry) -> Option<&str> {
    entry.values.text(&TEXT).map(str::trim).filter(|text| !text.is_empty())
}

/// Returns the kind of an event and what the person wrote, such as "Visit: GP"; where the words
/// of the person say the kind, only those.
fn label_of(entry: &Entry, language: &Language) -> Option<String> {
    let kind = entry.values.text(&EVENT).and_then(|id| EVENTS.iter().find(|word| word.id == id));
    match (kind, written(entry)) {
        (Some(kind), None) if kind.id == OTHER => Some(language.chart.event.into()),
        (Some(kind), None) => Some(begin_large(&language.name(&EVENT, kind.id))),
        (None, text) => text.map(Into::into),
        (Some(kind), Some(text)) => {
            let words = language.chart.event_kinds.iter().find(|words| words.id == kind.id);
            Some(match words.filter(|words| !says(text, kind, words)) {
                Some(words) => format!("{}: {text}", words.called),
                None => text.into(),
            })
        }
    }
}

/// Tells whether a text has one of the words for a kind.
fn says(text: &str, kind: &Word, words: &EventWords) -> bool {
    let spaced = |text: &str| {
        let lower = text.to_lowercase();
        let words: Vec<&str> =
            lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        format!(" {} ", words.join(" "))
    };
    let text = spaced(text);
    let of_journal = std::iter::once(&kind.id).chain(kind.also);
    let of_journal = of_journal.filter(|_| !SEVERAL.contains(&kind.id));
    let mut names = std::iter::once(&words.called).chain(words.also).chain(of_journal);
    names.any(|name| text.contains(&spaced(name)))
}

fn visit(journal: &Journal, entry: &Entry, language: &Language) -> Option<String> {
    let id = entry.values.text(&TREATMENT)?;
    let called = || begin_large(&language.name(&TREATMENT, id));
    if EACH.contains(&id) {
        let name = entry.values.text(&NAME).map(str::trim).filter(|name| !name.is_empty());
        return Some(match name {
            Some(name) => format!("{}: {name}", called()),
            None => called(),
        });
    }
    let first = || {
        let mut same =
            journal.of_kind(Kind::Treatment).filter(|it| it.values.text(&TREATMENT) == Some(id));
        !journal.has_earlier() && same.next().is_some_and(|it| it.id == entry.id)
    };
    // It is the first in the journal, which need not be the first there was.
    (FIRST_ONLY.contains(&id) && first()).then(called)
}

/// A warning sign on days that belong together.
struct Run<'a> {
    id: &'a str,
    first: NaiveDate,
    last: NaiveDate,
    /// Days on which it was ticked.
    n_days: usize,
}

/// Returns the warning signs that were ticked in the span, each at the first day of a run: what
/// was ticked before the span is not on the picture, and what went on in it is.
fn signs(journal: &Journal, request: &Request<'_>) -> Vec<Event> {
    let language = request.language;
    let mut runs: Vec<Run<'_>> = vec![];
    for entry in journal.within(request.span).iter().filter(|entry| entry.kind == Kind::Symptom) {
        let Some(id) = entry.values.text(&SYMPTOM) else { continue };
        if entry.values.yes(&PRESENT) == Some(false) {
            continue;
        }
        let same = |run: &&mut Run<'_>| {
            run.id == id && (entry.day - run.last).num_days() <= SAME_SIGN_DAYS
        };
        match runs.iter_mut().rev().find(same) {
            Some(run) => {
                run.n_days += usize::from(run.last != entry.day);
                run.last = entry.day;
            }
            None => runs.push(Run { id, first: entry.day, last: entry.day, n_days: 1 }),
        }
    }
    let more = |run: &Run<'_>| {
        let until = || (language.chart.until)(run.n_days, &say(run.last, request));
        if run.n_days > 1 { until() } else { String::new() }
    };
    let event = |run: Run<'_>| Event {
        date: run.first,
        label: begin_large(&language.name(&SYMPTOM, run.id)),
        more: more(&run),
        kind: EventKind::Warning,
    };
    runs.into_iter().map(event).collect()
}

#[cfg(test)]
mod tests {
    use crate::chart::happened::{EACH, FIRST_ONLY, OTHER, says};
    use crate::journal::{EVENTS, NOTE, TREATMENTS};
    use crate::language::{ENGLISH, GERMAN, LANGUAGES, Language};

    #[test]
    fn every_kind_of_event_has_a_name() {
        let kinds = EVENTS.iter().map(|word| word.id).filter(|id| ![OTHER, NOTE].contains(id));
        let kinds: Vec<&str> = kinds.collect();
        for language in LANGUAGES {
            let named: Vec<&str> = language.chart.event_kinds.iter().map(|it| it.id).collect();
            assert_eq!(named, kinds, "{language:?}");
        }
        let is_known = |id: &&str| TREATMENTS.iter().any(|word| word.id == *id);
        assert!(EACH.iter().chain(FIRST_ONLY).all(is_known));
    }

    #[test]
    fn a_text_says_its_kind_in_whole_words() {
        let says = |language: &Language, text: &str, id: &str| {
            let kind = EVENTS.iter().find(|word| word.id == id).unwrap();
            let words = language.chart.event_kinds.iter().find(|words| words.id == id).unwrap();
            says(text, kind, words)
        };
        assert!(says(&ENGLISH, "Car-accident, A4", "accident"));
        assert!(says(&ENGLISH, "I fell.", "fall"));
        assert!(!says(&ENGLISH, "waterfall", "fall"));
        assert!(!says(&ENGLISH, "standing desk", "new-chair"));
        assert!(says(&ENGLISH, "a NEW desk", "new-chair"));
        assert!(says(&ENGLISH, "flare up at work", "flare"));
        assert!(says(&GERMAN, "Gestürzt auf der Treppe", "fall"));
        assert!(says(&GERMAN, "I fell.", "fall"));
        assert!(!says(&GERMAN, "Rückfall", "fall"));
        assert!(says(&GERMAN, "ein neuer Stuhl", "new-chair"));
        assert!(!says(&GERMAN, "Stehpult", "new-chair"));
    }
}
