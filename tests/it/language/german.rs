//! German as it is spoken: a whole figure, and what plain letters make of it.

use twinge::chart::figure::{Body, Figure, Panel};
use twinge::chart::{Read, Request, find};
use twinge::draw::{Letters, Size, svg, terminal};
use twinge::journal::fields::{day, event, exercise, pain, symptom};
use twinge::journal::{Entry, Field, Journal, Kind, Span, Value};
use twinge::language::GERMAN;

use crate::draw::pdf::labels;
use crate::draw::sample::{date, entry, span};

fn scored(day: &str, site: &str, scores: &[(&'static Field, i64)]) -> Entry {
    let mut values: Vec<(&'static Field, Value)> =
        scores.iter().map(|(field, tenths)| (*field, Value::Int(*tenths))).collect();
    values.push((&pain::SITE, Value::text(site)));
    entry(Kind::Pain, date(day), site, &values)
}

fn march() -> Figure {
    let walk =
        [(&exercise::EXERCISE, Value::text("walk")), (&exercise::MINUTES, Value::Real(20.0))];
    let tick = [
        (&symptom::SYMPTOM, Value::text("morning-stiffness")),
        (&symptom::PRESENT, Value::from(true)),
    ];
    let fall = [(&event::EVENT, Value::text("fall")), (&event::TEXT, Value::text("vom Rad"))];
    let habits =
        [(&day::SITTING_HOURS, Value::Real(9.5)), (&day::SLEEP_POSITION, Value::text("back"))];
    let journal = Journal::new(vec![
        scored("2026-03-01", "neck", &[(&pain::AVERAGE, 35), (&pain::NIGHT, 40)]),
        scored("2026-03-01", "upper-back", &[(&pain::AVERAGE, 20)]),
        entry(Kind::Day, date("2026-03-02"), "", &habits),
        entry(Kind::Exercise, date("2026-03-02"), "", &walk),
        entry(Kind::Symptom, date("2026-03-02"), "", &tick),
        entry(Kind::Event, date("2026-03-03"), "", &fall),
        scored("2026-03-14", "neck", &[(&pain::WORST, 70)]),
        scored("2026-03-15", "upper-back", &[(&pain::NOW, 45)]),
    ]);
    let request = Request {
        span: span("2026-03-01", "2026-03-15"),
        today: date("2026-03-15"),
        site: None,
        warnings: &[],
        language: &GERMAN,
        read: Read::AtOnce,
    };
    (find("pain").unwrap().figure)(&journal, &request)
}

#[test]
fn a_figure_is_in_german() {
    let figure = march();
    assert_eq!(figure.title, "Schmerzen im Nacken und im oberen Rücken, tagsüber und nachts");
    assert_eq!(
        figure.subtitle,
        [
            "1. März 2026 – 15. März 2026",
            "3 von 15 Tagen mit Schmerzwert",
            "bei mehreren Stellen der höchste Wert",
        ]
    );
    assert_eq!(figure.reading[1], "^ nur der Höchstwert ist bekannt, in keiner Linie");
    assert_eq!(
        figure.alt,
        "Schmerzen im Nacken und im oberen Rücken, tagsüber und nachts, \
         1. März 2026 – 15. März 2026. 3 von 15 Tagen mit Schmerzwert. \
         Schmerz am Tag: Median 4, von 3,5 bis 4,5, zuletzt 4,5, auf der Skala bis 10. \
         Schmerz in der Nacht: Median 4, von 4 bis 4, zuletzt 4, auf der Skala bis 10. \
         Von 1 Tag ist nur der Höchstwert bekannt, höchstens 7. \
         Längste Zeit ohne Einträge: 10 Tage ab dem 4. März 2026. \
         Warnzeichen: 2. März 2026 Steifigkeit am Morgen. \
         Ereignisse: 3. März 2026 Sturz: vom Rad."
    );
    let Body::Timeline(timeline) = &figure.body else { panic!("no timeline") };
    let Some(Panel::Scores(scores)) = timeline.panels.first() else { panic!("no scores") };
    let newest: Vec<&str> = scores.series.iter().filter_map(|it| it.newest.as_deref()).collect();
    assert_eq!(newest, ["heute 4,5", "1. Mär: 4"]);
    let drawn = labels(&svg(&figure, Size::USUAL).unwrap());
    for words in ["kein Eintrag, 10 Tage", "leicht", "2. Mär", "an 1 Tag", "8 h; dunkel: mehr"] {
        assert!(drawn.iter().any(|label| label == words), "{words}: {drawn:?}");
    }
}

#[test]
fn a_terminal_is_in_german() {
    let drawn = terminal(&march(), 80, Letters::Blocks);
    for words in [
        "4 Spalten sind ein Tag; · = nicht eingetragen\n",
        "\n1. Mär: 4\n",
        "\nSchlaflage    ",
        "Bewegung: █ = 20 min",
        "\n▲ 2. Mär 2026   Steifigkeit am Morgen\n│ 3. Mär 2026   Sturz: vom Rad\n",
    ] {
        assert!(drawn.contains(words), "{words}\n{drawn}");
    }
}

#[test]
fn plain_letters_spell_what_they_lack() {
    let drawn = terminal(&march(), 80, Letters::Ascii);
    assert!(drawn.is_ascii());
    for words in [
        "tagsueber und nachts\n",
        "1. Maerz 2026 - 15. Maerz 2026",
        "\n! 2. Maer 2026  Steifigkeit",
    ] {
        assert!(drawn.contains(words), "{words}\n{drawn}");
    }
}

#[test]
fn german_says_numbers_and_days() {
    assert_eq!(
        [GERMAN.number(8.0), GERMAN.number(11.75), GERMAN.score(3.45)],
        ["8", "11,75", "3,5"]
    );
    let day = date("2026-09-01");
    assert_eq!([GERMAN.date(day), GERMAN.short_date(day)], ["1. Sept. 2026", "1. Sep 2026"]);
    assert_eq!([GERMAN.short_day(day), GERMAN.short_month_of_year(day)], ["1. Sep", "Sep 2026"]);
    assert_eq!((GERMAN.short_month(day), GERMAN.weekday(day)), ("Sep", "Dienstag"));
    assert_eq!(GERMAN.span(Span::ending(day, 2)), "31. Aug. 2026 – 1. Sept. 2026");
}
