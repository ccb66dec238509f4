//! The chart of an experiment: which one it shows, and what it says.

use twinge::chart::figure::{Body, Figure, Groups, Tone};
use twinge::chart::{Read, Request, find};
use twinge::experiment::{Plan, entry_of};
use twinge::journal::{Entry, Journal, Span};
use twinge::language::{ENGLISH, GERMAN, Language};

use crate::experiment::{date, drawn, experiment, lived, plan};

fn figure(language: &'static Language, journal: &Journal, today: &str) -> Figure {
    let today = date(today);
    let span = Span::ending(today, 100);
    let request = Request { span, today, site: None, warnings: &[], language, read: Read::AtOnce };
    (find("experiment").unwrap().figure)(journal, &request)
}

fn journal() -> Journal {
    Journal::new([vec![drawn()], lived(&experiment(&plan()))].concat())
}

fn groups(figure: &Figure) -> &Groups {
    let Body::Groups(groups) = &figure.body else { panic!("no groups") };
    groups
}

#[test]
fn pain_with_each_and_the_difference_between_them() {
    let figure = figure(&ENGLISH, &journal(), "2026-02-01");
    assert_eq!(figure.title, "Experiment: foam roller or no foam roller");
    // 2 of 2^8 orders show as much: 1 time in 128.
    assert_eq!(
        figure.subtitle,
        [
            "6 Jan 2026 – 21 Jan 2026",
            "pain on 16 of 16 days, on both sides of 8 pairs",
            "less pain with foam roller in 8 of 8 pairs",
            "chance alone does as much 1 time in 128",
        ]
    );
    let found = groups(&figure);
    let rows: Vec<(&str, Tone, &str, usize)> = found
        .groups
        .iter()
        .map(|it| (it.name.as_str(), it.tone, it.count.as_str(), it.values.len()))
        .collect();
    assert_eq!(
        rows,
        [("Foam roller", Tone::Day, "8 days", 8), ("No foam roller", Tone::Night, "8 days", 8)]
    );
    let difference = found.groups[0].around.unwrap();
    let range = difference.interval.unwrap();
    assert!((difference.mean + 4.0).abs() < 0.4, "{difference:?}");
    assert!(range.low < difference.mean && difference.mean < range.high && range.high < 0.0);
    assert!(found.groups[1].around.is_none());
    assert!(figure.alt.contains(". Foam roller: mean 2.") && figure.alt.contains("Difference −"));
    let german = self::figure(&GERMAN, &journal(), "2026-02-01");
    assert!(german.alt.contains("Zufall allein macht so viel 1 Mal von 128."), "{}", german.alt);
    // To do without is said in the language; what the person wrote stays as it is.
    assert_eq!(german.title, "Versuch: foam roller oder ohne foam roller");
    assert_eq!(groups(&german).groups[1].name, "Ohne foam roller");
    assert!(!german.alt.contains(" no foam"), "{}", german.alt);
}

#[test]
fn nothing_is_shown_before_the_end_or_of_days_that_are_not_there() {
    for (day, said) in [
        ("2026-01-21", "An experiment is under way: what it shows can be seen from 22 Jan 2026"),
        ("2026-01-04", "An experiment is under way: what it shows can be seen from 22 Jan 2026"),
    ] {
        let figure = figure(&ENGLISH, &journal(), day);
        assert!(groups(&figure).groups.is_empty(), "{day}");
        assert_eq!(groups(&figure).nothing, said);
        assert!(!figure.alt.contains("mean"), "{}", figure.alt);
    }
    // Of an experiment of which only the end was loaded nothing can be said.
    let part = journal().windowed(Span::ending(date("2026-02-01"), 20), true);
    let figure = figure(&ENGLISH, &part, "2026-02-01");
    assert_eq!(groups(&figure).nothing, "No experiment that is over lies wholly in this period");
}

#[test]
fn the_newest_that_is_over_is_shown() {
    let later = Plan { a: "tea".into(), b: "no tea".into(), name: "tea".into(), ..plan() };
    let later = Plan { first: date("2026-01-25"), ..later };
    let entries: Vec<Entry> = [
        vec![drawn(), entry_of(&later, 6, date("2026-01-24"))],
        lived(&experiment(&plan())),
        lived(&experiment(&later)),
    ]
    .concat();
    let of = |day| figure(&ENGLISH, &Journal::new(entries.clone()), day).title;
    assert_eq!(of("2026-02-01"), "Experiment: foam roller or no foam roller");
    assert_eq!(of("2026-02-20"), "Experiment: tea or no tea");
}
