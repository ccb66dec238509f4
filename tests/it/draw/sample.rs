//! Journals to draw: ordinary, empty, crowded, hostile.

use chrono::{Days, NaiveDate};
use twinge::chart::figure::{Event, EventKind, Figure};
use twinge::chart::{CHARTS, Read, Request, find};
use twinge::journal::fields::{day, event, exercise, pain, symptom, treatment};
use twinge::journal::{
    Entry, EntryId, Field, FieldRef, Journal, Kind, SIDES, SITES, Span, Value, Values, Word,
};
use twinge::language::{ENGLISH, Language};

/// Words that nobody should write, and somebody will.
pub(crate) const HOSTILE: &[&str] = &[
    "<b>&\"'</b>]]>",
    "\u{0}\u{b}\u{1b}[31m\u{fffe}\u{ffff}",
    "日本語のとても長い説明",
    "👨\u{200d}👩\u{200d}👧\u{fe0f} family",
    "שלום \u{202e}evil\u{202c} עולם",
    "z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}algo",
    "two\nlines\tand\r\nmore",
    "",
    "   ",
    "\u{301}",
];

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn span(first: &str, last: &str) -> Span {
    Span::new(date(first), date(last)).unwrap()
}

pub(crate) fn entry(
    kind: Kind,
    day: NaiveDate,
    name: &str,
    fields: &[(&'static Field, Value)],
) -> Entry {
    let mut values = Values::default();
    for (field, value) in fields {
        values.set(FieldRef::Known(field), value.clone());
    }
    Entry { id: EntryId::named(&format!("{kind:?} {day} {name}")), kind, day, values }
}

pub(crate) fn happened(day: NaiveDate, text: &str) -> Entry {
    entry(
        Kind::Event,
        day,
        text,
        &[(&event::EVENT, Value::text("other")), (&event::TEXT, Value::text(text))],
    )
}

/// Whole numbers that look random and are the same every time (xorshift).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) % n
    }

    fn amount(&mut self, n: u64) -> f64 {
        f64::from(u32::try_from(self.below(n)).unwrap())
    }
}

/// Everything that can be recorded, on each of `n_days` days that `missing` leaves.
pub(crate) fn days(first: NaiveDate, n_days: u64, missing: impl Fn(u64) -> bool) -> Vec<Entry> {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut entries = vec![];
    for n in (0..n_days).filter(|n| !missing(*n)) {
        let today = first + Days::new(n);
        let tenths = |dice: &mut Dice| Value::Int(i64::try_from(dice.below(101)).unwrap());
        let scores = [(&pain::AVERAGE, tenths(&mut dice)), (&pain::NIGHT, tenths(&mut dice))];
        entries.push(entry(Kind::Pain, today, "", &scores));
        let position =
            ["left", "right", "back", "front", "side"][usize::try_from(dice.below(5)).unwrap()];
        let habits = [
            (&day::SLEEP_POSITION, Value::text(position)),
            (&day::SITTING_HOURS, Value::Real(dice.amount(13))),
        ];
        entries.push(entry(Kind::Day, today, "", &habits));
        if dice.below(3) > 0 {
            let walk = [
                (&exercise::EXERCISE, Value::text("walk")),
                (&exercise::MINUTES, Value::Real(dice.amount(60))),
            ];
            entries.push(entry(Kind::Exercise, today, "", &walk));
        } else {
            entries.push(entry(
                Kind::Exercise,
                today,
                "",
                &[(&exercise::EXERCISE, Value::text("yoga"))],
            ));
        }
        if dice.below(2) > 0 {
            entries.push(entry(
                Kind::Treatment,
                today,
                "",
                &[(&treatment::TREATMENT, Value::text("medicine"))],
            ));
        }
    }
    entries
}

/// Days of which only the worst is known.
pub(crate) fn worst_only(first: NaiveDate, n_days: usize) -> impl Iterator<Item = Entry> {
    let worst = |day| entry(Kind::Pain, day, "", &[(&pain::WORST, Value::Int(70))]);
    first.iter_days().take(n_days).map(worst)
}

pub(crate) fn chart(entries: Vec<Entry>, span: Span, warnings: &[Event]) -> Figure {
    chart_in(&ENGLISH, entries, span, warnings)
}

fn chart_in(
    language: &'static Language,
    entries: Vec<Entry>,
    span: Span,
    warnings: &[Event],
) -> Figure {
    chart_of("pain", language, entries, span, warnings)
}

/// The chart of that id, on the last day of its span.
pub(crate) fn chart_of(
    id: &str,
    language: &'static Language,
    entries: Vec<Entry>,
    span: Span,
    warnings: &[Event],
) -> Figure {
    let request =
        Request { span, today: span.last(), site: None, warnings, language, read: Read::AtOnce };
    (find(id).unwrap().figure)(&Journal::new(entries), &request)
}

/// A warning sign that was ticked, or denied.
pub(crate) fn ticked(day: NaiveDate, is_there: bool) -> Entry {
    let sign =
        [(&symptom::SYMPTOM, Value::text("arm-tingle")), (&symptom::PRESENT, is_there.into())];
    entry(Kind::Symptom, day, "", &sign)
}

/// Half a year with a gap, events and a warning sign.
pub(crate) fn half_a_year() -> Figure {
    half_a_year_in(&ENGLISH)
}

fn half_a_year_in(language: &'static Language) -> Figure {
    half_a_year_of("pain", language)
}

/// The same as another chart.
pub(crate) fn half_a_year_of(id: &str, language: &'static Language) -> Figure {
    let mut entries = days(date("2026-03-01"), 184, |n| (118..128).contains(&n) || n % 31 == 5);
    entries.push(happened(date("2026-04-08"), "Physio starts"));
    entries.push(happened(date("2026-06-05"), "New chair, sit breaks"));
    entries.push(ticked(date("2026-08-30"), true));
    let warnings = [warning("2026-05-10", "Fall on stairs")];
    chart_of(id, language, entries, span("2026-03-01", "2026-08-31"), &warnings)
}

pub(crate) fn warning(day: &str, label: &str) -> Event {
    Event { date: date(day), label: label.into(), more: String::new(), kind: EventKind::Warning }
}

/// A day on which every place hurts, on a side each.
fn every_place() -> Vec<Entry> {
    let of = |(word, side): (&Word, &Word)| {
        let fields = [
            (&pain::AVERAGE, Value::Int(70)),
            (&pain::SITE, Value::text(word.id)),
            (&pain::SIDE, Value::text(side.id)),
        ];
        entry(Kind::Pain, date("2026-05-01"), word.id, &fields)
    };
    SITES.iter().zip(SIDES.iter().cycle()).map(of).collect()
}

/// Every figure that could go wrong, with its name.
pub(crate) fn strange() -> Vec<(&'static str, Figure)> {
    strange_in(&ENGLISH)
}

/// The same in a language.
pub(crate) fn strange_in(language: &'static Language) -> Vec<(&'static str, Figure)> {
    // A calendar draws every day: it is tested by itself.
    let charts = CHARTS.iter().filter(|chart| chart.id != "calendar");
    charts.flat_map(|chart| strange_of(chart.id, language)).collect()
}

/// The same of one chart.
fn strange_of(id: &str, language: &'static Language) -> Vec<(&'static str, Figure)> {
    let chart = |entries: Vec<Entry>, span: Span, warnings: &[Event]| {
        chart_of(id, language, entries, span, warnings)
    };
    let half = || span("2026-03-01", "2026-08-31");
    let few = |n: u64| days(date("2026-05-01"), n * 10, |day| day % 10 != 0);
    let mut hostile = days(date("2026-03-01"), 184, |n| n % 9 == 0);
    for (day, words) in date("2026-03-01").iter_days().step_by(17).zip(HOSTILE) {
        hostile.push(happened(day, words));
    }
    let mut long_story = days(date("2026-03-01"), 184, |n| n % 9 == 0);
    long_story.push(happened(date("2026-08-31"), &"w".repeat(10_000)));
    let mut crowd = days(date("2026-03-01"), 184, |_| false);
    crowd.extend((0..20).map(|n| {
        happened(date("2026-05-01") + Days::new(n * 2), &format!("what happened then, {n}"))
    }));
    let mut throng = days(date("2024-03-01"), 731, |_| false);
    throng.extend((0..700).map(|n| happened(date("2024-03-01") + Days::new(n), &format!("{n}"))));
    let worst = |n_days| {
        let mut entries = days(date("2026-03-20"), n_days, |_| false);
        entries.extend(worst_only(date("2026-03-01"), 12));
        entries
    };
    let red: Vec<Event> =
        (1..=28).map(|n| warning(&format!("2026-07-{n:02}"), HOSTILE[n % 10])).collect();
    vec![
        ("ordinary", half_a_year_of(id, language)),
        ("every place", chart(every_place(), half(), &[])),
        ("nothing", chart(vec![], half(), &[])),
        ("nothing in 300 years", chart(vec![], span("1726-01-01", "2026-08-31"), &[])),
        ("one entry", chart(few(1), half(), &[])),
        ("two entries", chart(few(2), half(), &[])),
        ("ten entries", chart(few(10), half(), &[])),
        ("one day", chart(few(1), span("2026-05-01", "2026-05-01"), &[])),
        ("two days", chart(few(1), span("2026-04-30", "2026-05-01"), &[])),
        ("hostile words", chart(hostile, half(), &[warning("2026-06-09", &"red ".repeat(900))])),
        ("a long story on the last day", chart(long_story, half(), &[])),
        (
            "no scores",
            chart(
                few(9).into_iter().filter(|entry| entry.kind != Kind::Pain).collect(),
                half(),
                &[warning("2026-06-09", "Fall")],
            ),
        ),
        ("only the worst", chart(worst(0), span("2026-03-01", "2026-03-12"), &[])),
        ("the worst at first", chart(worst(80), half(), &[])),
        ("a crowd", chart(crowd.clone(), half(), &[])),
        ("a month of warnings", chart(crowd, half(), &red)),
        ("a throng", chart(throng, span("2024-03-01", "2026-03-01"), &[])),
        (
            "every week of ten years",
            chart(
                days(date("2016-03-01"), 3650, |n| n % 7 != 0),
                span("2016-03-01", "2026-02-28"),
                &[],
            ),
        ),
    ]
}
