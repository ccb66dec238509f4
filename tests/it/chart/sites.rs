//! The chart of places: days, halves, sides, and days without a place.

use twinge::chart::figure::{Body, Figure, Place, Places};
use twinge::chart::{Read, Request, find};
use twinge::draw::{Letters, Size, svg, terminal};
use twinge::facts::places::places as facts_of;
use twinge::journal::fields::pain;
use twinge::journal::{Entry, Journal, Kind, SITES, Span, Value};
use twinge::language::{ENGLISH, GERMAN, LANGUAGES, Language};

use crate::draw::sample::{date, entry, span};

fn hurt(day: &str, site: &str, side: &str, points: i64) -> Entry {
    let mut fields = vec![(&pain::AVERAGE, Value::Int(points * 10))];
    fields.extend((!site.is_empty()).then(|| (&pain::SITE, Value::text(site))));
    fields.extend((!side.is_empty()).then(|| (&pain::SIDE, Value::text(side))));
    entry(Kind::Pain, date(day), &format!("{site} {side}"), &fields)
}

fn march() -> Span {
    span("2026-03-01", "2026-03-15")
}

fn figure(language: &'static Language, entries: Vec<Entry>) -> Figure {
    let request = Request {
        span: march(),
        today: march().last(),
        site: None,
        warnings: &[],
        language,
        read: Read::AtOnce,
    };
    (find("sites").unwrap().figure)(&Journal::new(entries), &request)
}

fn places(figure: &Figure) -> &Places {
    let Body::Places(places) = &figure.body else { panic!("no places") };
    places
}

fn some() -> Vec<Entry> {
    vec![
        hurt("2026-03-01", "upper-back", "left", 6),
        hurt("2026-03-02", "upper-back", "right", 2),
        hurt("2026-03-02", "upper-back", "left", 4),
        hurt("2026-03-03", "upper-back", "both", 5),
        hurt("2026-03-03", "neck", "", 1),
        hurt("2026-03-04", "upper-back", "left", 0),
        hurt("2026-03-05", "", "", 3),
    ]
}

#[test]
fn halves_are_those_of_the_person() {
    let figure = figure(&ENGLISH, some());
    let [upper, neck] = places(&figure).places.as_slice() else { panic!("not two") };
    // Five days have a score; a score of 0 is no day that hurts.
    let fifths =
        |it: &Place| [it.share, it.left, it.right].map(|share| format!("{:.3}", share * 5.0));
    assert_eq!(fifths(upper), ["3.000", "3.000", "2.000"]);
    assert_eq!(fifths(neck), ["1.000", "1.000", "1.000"]);
    assert_eq!(
        (upper.name.as_str(), upper.facts.as_str()),
        ("Upper back", "3 days, 60 %, mean 5.0")
    );
    assert_eq!(upper.sides, "left 2, both sides 1, right 1");
    assert_eq!(
        figure.subtitle[1..],
        [
            "3 of 5 days with a score have a place that hurts",
            "days of pain recorded without a place: 1"
        ]
    );
}

#[test]
fn it_says_what_the_facts_say() {
    let journal = Journal::new(some());
    let facts = facts_of(&journal, march());
    let drawn = figure(&ENGLISH, some());
    for (place, fact) in places(&drawn).places.iter().zip(&facts) {
        let mean = ENGLISH.tenths(fact.mean.unwrap().value);
        assert_eq!(place.site, fact.site);
        assert!(place.facts.starts_with(&format!("{} day", fact.days.len())), "{place:?}");
        assert!(place.facts.ends_with(&mean), "{place:?}");
    }
}

#[test]
fn the_left_is_on_the_left_from_the_back_and_on_the_right_from_the_front() {
    // Where the first shape of a shade begins, left or right of the middle of its body.
    let side_of = |site: &str, side: &str| {
        let drawn =
            svg(&figure(&ENGLISH, vec![hurt("2026-03-01", site, side, 5)]), Size::USUAL).unwrap();
        let shade = drawn.split("fill=\"#173F73\" d=\"M").nth(1).unwrap();
        let x: f64 = shade.split([' ', 'l', 'h', 'v', '-']).next().unwrap().parse().unwrap();
        let middle = |name: &str| -> f64 {
            let text = drawn.split(&format!(">{name}</text>")).next().unwrap();
            let text = text.rsplit("<text x=\"").next().unwrap();
            text.split('"').next().unwrap().parse().unwrap()
        };
        if site == "knee" { x - middle("front") } else { x - middle("back") }
    };
    assert!(side_of("hip", "left") < 0.0 && side_of("hip", "right") > 0.0);
    assert!(side_of("knee", "left") > 0.0 && side_of("knee", "right") < 0.0);
}

#[test]
fn every_place_is_labelled_on_every_surface() {
    for language in LANGUAGES {
        let all = SITES.iter().map(|site| hurt("2026-03-02", site.id, "both", 4)).collect();
        let figure = figure(language, all);
        let drawn = svg(&figure, Size::USUAL).unwrap();
        let text = terminal(&figure, 80, Letters::Blocks);
        for place in &places(&figure).places {
            assert!(drawn.contains(&format!(">{}<", place.name)), "{}", place.name);
            let name: String = place.name.chars().take(20).collect();
            assert!(text.contains(&name), "{name}\n{text}");
            assert!(figure.alt.contains(&place.name));
        }
    }
}

#[test]
fn nothing_is_said_to_be_nothing() {
    assert_eq!(places(&figure(&ENGLISH, vec![])).nothing, "Nothing recorded in this period");
    let free = figure(&GERMAN, vec![hurt("2026-03-01", "neck", "", 0)]);
    assert!(places(&free).places.is_empty() && free.reading.is_empty());
    assert!(free.alt.ends_with("In diesem Zeitraum ist keine schmerzende Stelle eingetragen."));
}
