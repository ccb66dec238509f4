//! No figure in another language has an English word left, on any surface.

use std::collections::BTreeSet;

use twinge::chart::figure::{Body, Figure, Panel};
use twinge::chart::{Read, Request, find};
use twinge::draw::{Letters, Size, svg, terminal};
use twinge::journal::fields::{event, pain, symptom, treatment};
use twinge::journal::{
    EVENTS, Entry, Field, Journal, Kind, SITES, SYMPTOMS, Span, TREATMENTS, Value,
};
use twinge::language::{ENGLISH, LANGUAGES, Language};

use crate::draw::pdf::labels;
use crate::draw::sample::{date, days, entry, span, strange_in, worst_only};
use crate::draw::{answers, boxes, calendar, doses, effects, trial};

/// Words that are the same in English and another language.
const SAME: &[(&str, &[&str])] = &[(
    "de",
    &[
        "jan",
        "feb",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "nov",
        "h",
        "n",
        "krebs",
        "was",
        "min",
        "median",
        "in",
        "an",
        "arm",
        "hand",
        "operation",
        "yoga",
        "ring",
        "stress",
        "insights",
        "twinge",
    ],
)];

/// The words of a text, in small letters, without what is of large letters alone: those are
/// letters of a drawing.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphabetic());
    words.filter(|word| word.chars().any(char::is_lowercase)).map(str::to_lowercase).collect()
}

fn labels_of(figure: &Figure) -> String {
    let Body::Timeline(timeline) = &figure.body else { return String::new() };
    let activities = timeline.panels.iter().filter_map(|panel| match panel {
        Panel::Answers(panel) => Some(panel.name.as_str()),
        _ => None,
    });
    let events = timeline.events.iter().map(|event| event.label.as_str());
    events.chain(activities).collect::<Vec<_>>().join("; ")
}

/// Everything that a person or a screen reader is shown of a figure.
fn shown(figure: &Figure) -> String {
    let picture = svg(figure, Size::USUAL).unwrap();
    let in_terminal = terminal(figure, 100, Letters::Blocks);
    let drawn = [labels(&picture).join(" "), labels_of(figure), in_terminal];
    [drawn.join(" "), figure.title.clone(), figure.alt.clone()].join(" ")
}

fn of(language: &'static Language, entries: Vec<Entry>, span: Span) -> Figure {
    let request = Request {
        span,
        today: date("2026-03-15"),
        site: None,
        warnings: &[],
        language,
        read: Read::AtOnce,
    };
    (find("pain").unwrap().figure)(&Journal::new(entries).sample(true), &request)
}

fn score(day: &str, field: &'static Field, tenths: i64) -> Entry {
    entry(Kind::Pain, date(day), field.id, &[(field, Value::Int(tenths))])
}

/// What happens once of each kind, with words of the person's own and without.
fn everything() -> Vec<Entry> {
    let mut found = vec![];
    let mut days = date("2026-02-01").iter_days();
    for word in EVENTS {
        for own in ["", "zzz"] {
            let mut values = vec![(&event::EVENT, Value::text(word.id))];
            values.extend((!own.is_empty()).then(|| (&event::TEXT, Value::text(own))));
            found.push(entry(Kind::Event, days.next().unwrap(), own, &values));
        }
    }
    for (day, word) in date("2026-02-01").iter_days().zip(TREATMENTS) {
        found.push(entry(
            Kind::Treatment,
            day,
            word.id,
            &[(&treatment::TREATMENT, Value::text(word.id))],
        ));
    }
    for (day, word) in date("2026-02-01").iter_days().zip(SYMPTOMS) {
        let there = (&symptom::PRESENT, Value::from(true));
        found.push(entry(
            Kind::Symptom,
            day,
            word.id,
            &[(&symptom::SYMPTOM, Value::text(word.id)), there],
        ));
    }
    found
}

fn figures(language: &'static Language) -> Vec<Figure> {
    let march = || span("2026-03-01", "2026-03-15");
    let today = "2026-03-15";
    let odd = ["hostile words", "a month of warnings"];
    let strange = strange_in(language).into_iter().filter(|(name, _)| !odd.contains(name));
    let mut figures: Vec<Figure> = strange.map(|(_, figure)| figure).collect();
    let single: [&[Entry]; 6] = [
        &[score(today, &pain::NOW, 35), score(today, &pain::NIGHT, 40)],
        &[score(today, &pain::AVERAGE, 35)],
        &[score(today, &pain::WORST, 60)],
        &[score("2026-03-14", &pain::WORST, 60)],
        &[score("2026-03-14", &pain::MORNING, 60)],
        &[score("2026-03-14", &pain::NIGHT, 60)],
    ];
    figures.extend(single.into_iter().map(|entries| of(language, entries.to_vec(), march())));
    for site in SITES {
        let fields = [(&pain::AVERAGE, Value::Int(40)), (&pain::SITE, Value::text(site.id))];
        let at_site = vec![entry(Kind::Pain, date(today), "", &fields)];
        figures.push(of(language, at_site, march()));
    }
    figures.push(of(language, everything(), span("2026-01-01", today)));
    let long = || span("2021-01-01", "2026-03-15");
    let mut by_month = days(date("2021-01-01"), 1900, |n| n % 40 > 35);
    by_month.extend(worst_only(date("2022-01-01"), 3));
    figures.push(of(language, by_month, long()));
    figures.push(of(language, days(date("2021-01-01"), 1900, |n| n % 7 != 0), long()));
    let of_others = [
        answers::figures,
        boxes::figures,
        calendar::figures,
        doses::figures,
        effects::figures,
        trial::figures,
    ]
    .into_iter()
    .flat_map(|of| of(language));
    figures.extend(of_others.map(|(_, figure)| figure));
    figures
}

#[test]
fn no_english_word_is_left() {
    let english = figures(&ENGLISH);
    let in_english = words(&english.iter().map(shown).collect::<String>());
    assert!(in_english.contains("recorded") && in_english.len() > 150);
    for language in LANGUAGES.iter().filter(|language| language.id != ENGLISH.id) {
        let same = SAME.iter().find(|(id, _)| *id == language.id).map_or(&[][..], |(_, it)| it);
        let (mut shown_words, mut own) = (BTreeSet::new(), BTreeSet::new());
        for (figure, english) in figures(language).iter().zip(&english) {
            shown_words.extend(words(&shown(figure)));
            // The person's own words are in both; names that are not are tested by themselves.
            let both = words(&labels_of(figure));
            own.extend(both.intersection(&words(&labels_of(english))).cloned());
        }
        let left: Vec<&String> = shown_words
            .intersection(&in_english)
            .filter(|word| !same.contains(&word.as_str()))
            // Of such letters are the names of made-up experiments.
            .filter(|word| word.chars().any(|letter| letter != 'z'))
            // A word of the person's own may be cut.
            .filter(|word| !own.iter().any(|own| own.starts_with(word.as_str())))
            .collect();
        assert!(left.is_empty(), "{language:?}: {left:?}");
    }
}

#[test]
fn what_happened_is_named_in_the_language() {
    let labels =
        |language| words(&labels_of(&of(language, everything(), span("2026-01-01", "2026-03-15"))));
    let english = labels(&ENGLISH);
    for language in LANGUAGES.iter().filter(|language| language.id != ENGLISH.id) {
        let same = SAME.iter().find(|(id, _)| *id == language.id).map_or(&[][..], |(_, it)| it);
        let theirs = labels(language);
        let left = theirs.intersection(&english).filter(|word| !same.contains(&word.as_str()));
        assert_eq!(left.collect::<Vec<_>>(), ["zzz"], "{language:?}");
    }
}

#[test]
fn every_letter_of_a_language_can_be_drawn() {
    for language in LANGUAGES {
        let figure = of(language, everything(), span("2026-01-01", "2026-03-15"));
        assert!(!svg(&figure, Size::USUAL).unwrap().contains('□'), "{language:?}");
        let plain = terminal(&figure, 100, Letters::Ascii);
        let unknown = plain.lines().find(|line| line.contains('?'));
        assert_eq!(unknown, None, "{language:?}");
    }
}
