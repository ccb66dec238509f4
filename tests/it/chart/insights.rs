//! The chart of habits and pain: what it says is what `insights` says, in its order.

use chrono::{Days, NaiveDate};
use twinge::chart::figure::{Amount, Body, Effects, Figure, Mark};
use twinge::chart::{Read, Request, find};
use twinge::insights::ledger::entries;
use twinge::insights::{insights, window};
use twinge::journal::fields::{day, exercise, pain};
use twinge::journal::{Entry, Field, Journal, Kind, Value};
use twinge::language::{ENGLISH, GERMAN, Language};

use crate::draw::sample::{date, entry};

fn today() -> NaiveDate {
    date("2026-03-15")
}

fn figure(language: &'static Language, journal: &Journal) -> Figure {
    let (span, today) = (window(today()), today());
    let request = Request { span, today, site: None, warnings: &[], language, read: Read::AtOnce };
    (find("insights").unwrap().figure)(journal, &request)
}

fn effects(figure: &Figure) -> &Effects {
    let Body::Effects(effects) = &figure.body else { panic!("no effects") };
    effects
}

/// So many days up to today: after a day with a backpack pain is 7, else it is 2, and a little
/// more or less by a rule that goes with nothing. Hours of sitting go with nothing too.
pub(crate) fn diary(n_days: u64) -> Vec<Entry> {
    let mut found = vec![];
    let is_carried = |n: u64| (n * 7 + n / 5).is_multiple_of(3);
    for n in 0..n_days {
        let on = today() - Days::new(n_days - 1 - n);
        let score = if n > 0 && is_carried(n - 1) { 70 } else { 20 };
        let score = score + i64::try_from(n * n % 7).unwrap();
        found.push(entry(Kind::Pain, on, "", &[(&pain::AVERAGE, Value::Int(score))]));
        let sitting = f64::from(u32::try_from(n * 5 % 11).unwrap());
        let values: [(&'static Field, Value); 2] = [
            (&day::BACKPACK, Value::from(is_carried(n))),
            (&day::SITTING_HOURS, Value::Real(sitting)),
        ];
        found.push(entry(Kind::Day, on, "", &values));
    }
    for ago in [3, 9] {
        let yoga = [(&exercise::EXERCISE, Value::text("yoga"))];
        found.push(entry(Kind::Exercise, today() - Days::new(ago), "yoga", &yoga));
    }
    found
}

/// The same, with what a look today keeps.
pub(crate) fn looked(n_days: u64) -> Vec<Entry> {
    let mut all = diary(n_days);
    let found = insights(&Journal::new(all.clone()), today());
    all.extend(entries(&found, today()));
    all
}

#[test]
fn nothing_is_claimed_that_was_not_kept() {
    // What `insights` would claim today may be, no more, until it is kept: looking at a chart
    // every day would else find something by chance.
    let before = figure(&ENGLISH, &Journal::new(diary(120)));
    assert_eq!(effects(&before).rows[0].mark, Mark::Maybe);
    assert_eq!(effects(&before).rows[0].verdict, "maybe more pain, too early to say");
    assert!(before.subtitle.iter().any(|fact| fact.contains("is due to decide")));
    let after = figure(&ENGLISH, &Journal::new(looked(120)));
    assert_eq!(effects(&after).rows[0].mark, Mark::Claim);
    assert_eq!(effects(&after).rows[0].verdict, "goes with more pain");
    assert!(!after.alt.contains("is due"));
}

#[test]
fn rows_are_those_of_insights_in_its_order() {
    let journal = Journal::new(looked(120));
    let figure = figure(&ENGLISH, &journal);
    let rows: Vec<(&str, Mark)> =
        effects(&figure).rows.iter().map(|row| (row.name.as_str(), row.mark)).collect();
    assert_eq!(
        rows,
        [("Carrying a backpack", Mark::Claim), ("Sitting", Mark::Unclear), ("Yoga", Mark::Lacking)]
    );
    let found = insights(&journal, today());
    let link = found.findings.iter().find(|it| it.subject.id == "backpack").unwrap();
    let link = link.link.as_ref().unwrap();
    let shown = effects(&figure).rows[0].estimate.unwrap();
    let range = shown.interval.unwrap();
    assert_eq!((shown.n, shown.mean), (link.n_pairs, link.effect));
    assert_eq!((range.low, range.high), (link.low, link.high));
    // By hand: 7 points after a day with it, 2 after one without.
    assert!((shown.mean - 5.0).abs() < 0.3 && range.low > 4.0, "{shown:?}");
    assert!(effects(&figure).rows[1].facts.starts_with("each hour more, "));
    let yoga = &effects(&figure).rows[2];
    assert_eq!((yoga.estimate, yoga.verdict.as_str()), (None, "not enough entries yet"));
    // 26 days with pain and an answer are the least; the 2 of yoga are yeses.
    assert_eq!(yoga.said, "24 more days with it recorded");
    assert!(figure.alt.ends_with("Goes with; does not show cause."));
    assert!(figure.alt.contains("Yoga, 2 days: not enough entries yet; 24 more days with it"));
}

#[test]
fn a_short_diary_says_how_much_is_lacking_and_an_empty_one_that_it_is() {
    // 42 days are the least.
    let short = figure(&ENGLISH, &Journal::new(diary(20)));
    assert!(effects(&short).rows.iter().all(|row| row.mark == Mark::Lacking));
    assert!(effects(&short).rows.iter().all(|row| row.said == "22 more days of diary"));
    assert!(!short.alt.contains("is due"));
    let empty = figure(&ENGLISH, &Journal::new(vec![]));
    assert!(effects(&empty).rows.is_empty());
    assert_eq!(effects(&empty).nothing, "No day of the last year has a pain score");
    let only = diary(50).into_iter().filter(|entry| entry.kind == Kind::Pain).collect();
    let only = figure(&ENGLISH, &Journal::new(only));
    assert_eq!(effects(&only).nothing, "No habit is recorded beside pain");
}

#[test]
fn german_names_habits_and_verdicts() {
    let german = figure(&GERMAN, &Journal::new(looked(120)));
    let row = &effects(&german).rows[0];
    assert_eq!(
        (row.name.as_str(), row.verdict.as_str()),
        ("Rucksack tragen", "geht mit mehr Schmerz einher")
    );
    assert!(german.alt.ends_with("Geht miteinander einher; zeigt keine Ursache."));
}

#[test]
fn each_claim_has_a_small_picture_by_week() {
    let figure = figure(&ENGLISH, &Journal::new(looked(120)));
    let multiples = effects(&figure).multiples.as_ref().unwrap();
    assert_eq!(multiples.title, "Pain with and without it, each week");
    // Sitting has no clear link and yoga too few days: neither has one.
    let [panel] = multiples.panels.as_slice() else { panic!("{multiples:?}") };
    let said = (panel.name.as_str(), panel.verdict.as_str());
    assert_eq!(said, ("Carrying a backpack", "goes with more pain"));
    // 120 days are seventeen weeks and a day.
    assert_eq!((panel.with.means.len(), panel.without.means.len()), (17, 17));
    // By hand: 7.0 to 7.6 after a day with it, 2.0 to 2.6 after one without.
    assert!(panel.with.means.iter().all(|it| (7.0..=7.6).contains(&it.mean.unwrap())));
    assert!(panel.without.means.iter().all(|it| (2.0..=2.6).contains(&it.mean.unwrap())));
    // One day of three is with it.
    assert!(panel.with.means.iter().any(|it| it.amount == Amount::Few));
    assert!(panel.without.means.iter().all(|it| it.amount == Amount::Enough));
    let counts: Vec<usize> = [&panel.with, &panel.without]
        .map(|side| side.count.split(' ').next().unwrap().parse().unwrap())
        .into();
    assert_eq!(counts.iter().sum::<usize>(), 119);
    assert!(
        figure.alt.contains("higher with it in 17 of 17 stretches that have both."),
        "{}",
        figure.alt
    );
    assert!(multiples.reading.contains(&"not the effect above".into()));
}

#[test]
fn what_may_be_has_one_and_is_called_so_and_an_amount_says_where_it_is_parted() {
    let before = figure(&ENGLISH, &Journal::new(diary(120)));
    let panel = &effects(&before).multiples.as_ref().unwrap().panels[0];
    assert_eq!(panel.verdict, "maybe more pain, too early to say");
    // Pain that follows hours of sitting.
    let mut sat = vec![];
    for n in 0..100_u64 {
        let on = today() - Days::new(99 - n);
        let hours = |n: u64| n * 5 % 11;
        let score = i64::try_from(hours(n.saturating_sub(1))).unwrap() * 6 + 20;
        sat.push(entry(Kind::Pain, on, "", &[(&pain::AVERAGE, Value::Int(score))]));
        let hours = f64::from(u32::try_from(hours(n)).unwrap());
        sat.push(entry(Kind::Day, on, "", &[(&day::SITTING_HOURS, Value::Real(hours))]));
    }
    for (language, much, less, parted) in [
        (
            &ENGLISH,
            "after 5 hours or more",
            "after less than 5 hours",
            "an amount is parted at the middle of your days",
        ),
        (
            &GERMAN,
            "nach 5 Stunden oder mehr",
            "nach weniger als 5 Stunden",
            "eine Menge ist in der Mitte der Tage geteilt",
        ),
    ] {
        let found = figure(language, &Journal::new(sat.clone()));
        let multiples = effects(&found).multiples.as_ref().unwrap();
        let panel = &multiples.panels[0];
        assert_eq!((panel.with.name.as_str(), panel.without.name.as_str()), (much, less));
        assert!(multiples.reading.iter().any(|words| words == parted));
    }
}

#[test]
fn nothing_claimed_has_no_small_pictures() {
    for journal in [Journal::new(diary(20)), Journal::new(vec![])] {
        assert_eq!(effects(&figure(&ENGLISH, &journal)).multiples, None);
    }
}

#[test]
fn twins_flat_pain_and_two_positions_say_what_they_are() {
    let put = |score: &dyn Fn(u64) -> i64, values: &dyn Fn(u64) -> Vec<(&'static Field, Value)>| {
        let of = |n: u64| {
            let on = today() - Days::new(119 - n);
            let pain = [(&pain::AVERAGE, Value::Int(score(n) * 10))];
            [entry(Kind::Pain, on, "", &pain), entry(Kind::Day, on, "", &values(n))]
        };
        figure(&ENGLISH, &Journal::new((0..120).flat_map(of).collect()))
    };
    let is_so = |n: u64| (n * 7 + n / 5).is_multiple_of(3);
    let twins = |n: u64| -> Vec<(&'static Field, Value)> {
        [&day::BACKPACK, &day::LIFTING].map(|field| (field, Value::from(is_so(n)))).into()
    };
    let after = |n: u64| if n > 0 && is_so(n - 1) { 7 } else { 2 } + i64::from(n.is_multiple_of(2));
    let found = put(&after, &twins);
    let apart = effects(&found).rows.iter().find(|row| row.mark == Mark::Lacking).unwrap();
    assert!(apart.said.starts_with("always with "), "{apart:?}");
    assert!(apart.said.ends_with("; 6 more days with one alone"), "{apart:?}");
    let flat = put(&|_| 3, &twins);
    assert!(effects(&flat).rows.iter().all(|row| row.said == "pain was the same on all days"));
    assert_eq!(effects(&flat).multiples, None);
    // Two rows, the other way round, and one small picture of both.
    let slept = |n: u64| {
        let position = if is_so(n) { "back" } else { "side" };
        vec![(&day::SLEEP_POSITION, Value::text(position))]
    };
    let same = |n: u64| if is_so(n) { 7 } else { 2 } + i64::from(n.is_multiple_of(2));
    let found = put(&same, &slept);
    let said: Vec<&str> = effects(&found).rows.iter().map(|row| row.verdict.as_str()).collect();
    assert_eq!(said, ["maybe more pain, too early to say", "maybe less pain, too early to say"]);
    assert_eq!(effects(&found).multiples.as_ref().unwrap().panels.len(), 1);
}
