//! Exercise beside pain, on paper and in a terminal.

use chrono::NaiveDate;
use twinge::chart::figure::{Body, Figure, Panel};
use twinge::draw::{Letters, Size, pdf, svg, terminal};
use twinge::journal::fields::exercise::{DONE, EXERCISE, HOLD, MINUTES, REPS};
use twinge::journal::fields::pain;
use twinge::journal::{EXERCISES, Entry, Field, Kind, Span, Value};
use twinge::language::{ENGLISH, LANGUAGES, Language};
use unicode_width::UnicodeWidthStr as _;

use crate::draw::pdf::made;
use crate::draw::pictures::{check_texts, options};
use crate::draw::sample::{Dice, HOSTILE, chart_of, date, entry};

/// The last day of all of these.
fn last() -> NaiveDate {
    date("2026-03-15")
}

/// These exercises on so many days: with minutes, with repetitions, just done, not done, not said.
fn diary(names: &[&str], n_days: u64) -> Vec<Entry> {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut entries = vec![];
    for day in Span::ending(last(), n_days).days() {
        // A week away after every seven.
        if (last() - day).num_days() / 7 % 8 == 5 {
            continue;
        }
        let score = Value::Int(i64::try_from(dice.below(11) * 10).unwrap());
        entries.push(entry(Kind::Pain, day, "", &[(&pain::AVERAGE, score)]));
        for (place, name) in names.iter().enumerate() {
            let mut said: Vec<(&'static Field, Value)> = vec![(&EXERCISE, Value::text(name))];
            match (dice.below(6), place % 3) {
                (0, _) => continue,
                (1 | 2, _) => said.push((&DONE, Value::from(false))),
                (n, 0) => {
                    let tens = f64::from(u32::try_from(n).unwrap());
                    said.push((&MINUTES, Value::Real(tens * 10.0)));
                }
                (_, 1) => said.extend([(&REPS, Value::Int(5)), (&HOLD, Value::Real(10.0))]),
                (_, _) => {}
            }
            entries.push(entry(Kind::Exercise, day, name, &said));
        }
    }
    entries
}

pub(crate) fn figures(language: &'static Language) -> Vec<(&'static str, Figure)> {
    let ten: Vec<&str> = EXERCISES.iter().map(|word| word.id).take(10).collect();
    let of = |names: &[&str], n_entries, n_days| {
        let entries = diary(names, n_entries);
        chart_of("exercise", language, entries, Span::ending(last(), n_days), &[])
    };
    vec![
        ("half a year of three", of(&ten[..3], 184, 184)),
        ("none", of(&[], 184, 184)),
        ("one once", of(&ten[..1], 1, 184)),
        ("three for three days", of(&ten[..3], 3, 3)),
        ("ten in four weeks", of(&ten, 28, 28)),
        ("ten in two years", of(&ten, 731, 731)),
        ("ten in ten years", of(&ten, 3650, 3650)),
    ]
}

fn hostile() -> Figure {
    let long = "w".repeat(2_000);
    let names: Vec<&str> = HOSTILE.iter().copied().chain([long.as_str()]).collect();
    chart_of("exercise", &ENGLISH, diary(&names, 90), Span::ending(last(), 91), &[])
}

#[test]
fn no_text_is_lost_cut_or_on_top_of_another() {
    let options = options();
    let all = LANGUAGES.iter().flat_map(|language| figures(language));
    for (name, figure) in all.chain([("hostile words", hostile())]) {
        for (width, height) in [(960, 600), (700, 440), (320, 320), (1600, 700)] {
            let size = Size::new(width, height).unwrap();
            assert!(check_texts(name, &figure, size, &options) < 256 * 1024, "{name}");
        }
    }
}

#[test]
fn every_exercise_is_named_and_each_week_has_its_number() {
    let figure = &figures(&ENGLISH)[0].1;
    let drawn = svg(figure, Size::USUAL).unwrap();
    for words in [">Neck tilt<", ">Neck turn<", ">Foam roller<", ">Any exercise<", ">days/week<"] {
        assert!(drawn.contains(words), "{words}");
    }
    // Each whole week that has an entry says on how many of how many days.
    assert!(drawn.matches("/7<").count() > 15, "{}", drawn.matches("/7<").count());
    assert_eq!(pdf(figure, Size::USUAL, made()).unwrap().lack, None);
    let nothing = svg(&figures(&ENGLISH)[1].1, Size::USUAL).unwrap();
    assert!(nothing.contains(">No exercise recorded in this period<"));
}

#[test]
fn what_was_not_done_is_drawn_and_what_was_not_said_is_not() {
    let of = |said: &[(&'static Field, Value)]| {
        let fields = [&[(&EXERCISE, Value::text("walk"))], said].concat();
        let figure = chart_of(
            "exercise",
            &ENGLISH,
            vec![
                entry(Kind::Exercise, date("2026-03-01"), "", &[(&EXERCISE, Value::text("walk"))]),
                entry(Kind::Exercise, date("2026-03-10"), "", &fields),
            ],
            Span::ending(last(), 28),
            &[],
        );
        let Body::Timeline(timeline) = figure.body.clone() else { panic!("no timeline") };
        let Panel::Bars(walk) = timeline.panels[2].clone() else { panic!("no strip") };
        (svg(&figure, Size::USUAL).unwrap(), terminal(&figure, 80, Letters::Ascii), walk)
    };
    let (no, no_line, strip) = of(&[(&DONE, Value::from(false))]);
    assert_eq!((strip.done.len(), strip.not_done.len()), (1, 1));
    let (yes, yes_line, _) = of(&[]);
    assert_ne!(no, yes);
    let line =
        |drawn: &str| drawn.lines().find(|line| line.starts_with("Walk ")).unwrap().to_owned();
    assert_eq!(line(&no_line).matches('-').count(), 2, "{no_line}");
    assert_eq!(line(&yes_line).matches('-').count(), 0, "{yes_line}");
    assert!(no_line.contains("- is said not to be done"), "{no_line}");
}

#[test]
fn what_is_no_number_is_not_drawn() {
    let mut figure = figures(&ENGLISH)[0].1.clone();
    let Body::Timeline(timeline) = &mut figure.body else { panic!("no timeline") };
    for panel in &mut timeline.panels {
        let Panel::Bars(strip) = panel else { continue };
        let points = strip.bars.iter_mut().map(|bar| &mut bar.point).chain(&mut strip.whole);
        for (place, point) in points.enumerate() {
            point.value = [f64::NAN, f64::INFINITY, -1e300, 3.0][place % 4];
        }
    }
    check_texts("no numbers", &figure, Size::USUAL, &options());
    terminal(&figure, 80, Letters::Blocks);
}

#[test]
fn a_terminal_is_never_wider_than_asked_and_shows_every_exercise() {
    let all = LANGUAGES.iter().flat_map(|language| figures(language));
    for (name, figure) in all.chain([("hostile words", hostile())]) {
        for width in [1, 40, 80, 1000] {
            for letters in [Letters::Blocks, Letters::Ascii] {
                let drawn = terminal(&figure, width, letters);
                for line in drawn.lines() {
                    assert!(line.width() <= width.max(40), "{name} at {width}: {line:?}");
                    assert!(!line.chars().any(char::is_control), "{name}: {line:?}");
                    assert!(letters == Letters::Blocks || line.is_ascii(), "{name}: {line:?}");
                }
            }
        }
    }
    let four_weeks = figures(&ENGLISH).swap_remove(4).1;
    insta::assert_snapshot!(terminal(&four_weeks, 80, Letters::Ascii), @"
    Exercise and pain
    16 Feb 2026 - 15 Mar 2026; exercise on 28 of 28 days with an entry
    last 7 days: 7 of 7 with an entry; 2 columns are one day; . is not recorded

    day      10 ==              ==  ==    ==                  ##
    today 3     ##      ==      ##  ##  ####  ##  ##      ==######
                ##      ##      ##==########  ##==####    ########  ##
                ##      ##  ==  ############  ########====########==##==
              0 ##____==##==##==########################################

    Any         ########################################################
    Walk        --##========##==  ##--==##--====##--  ====--##--  --##==
    Foam roller   ++++++++++----  --++  ++++++  ++++++++++++++    --++--
    Neck turn   ++--++++++++    ++++--++++++++--++++--++    ++++--------
    Stretching      ++++++------  ++++++++--++--++--++++--++++----++++--
    Neck tilt       --##--  ====##--==  ----####==--==----##==--====--==
    Run         ++++  ++--------++++  ++----++++++  ++++++    ++--++
    Swim        ++++++++    --++----  --  ++++  ++--++++++++--  --    ++
    Bike        --==  ##      ##==  ==--==--==--==--==--  ==  --==  ##--
    Back wheel  --##==##--==--##------==----##  ##--##--  ==--  ==------
    Yoga        --++    ++++--------++++++------++------------++    ++++
                --------------------------------------------------------
                16 Feb       23 Feb        2 Mar         9 Mar
                2026

    + is done; - is said not to be done
    Any exercise: # is 7 days/week, 28 days, last 7: 7
    Walk: # is 60 min, median 40 min, 18 days, last 7: 3
    Foam roller: 17 days, last 7: 3; Neck turn: 5 x 10 s, 16 days, last 7: 2
    Stretching: 15 days, last 7: 4
    Neck tilt: # is 60 min, median 40 min, 14 days, last 7: 5
    Run: 5 x 10 s, 14 days, last 7: 2; Swim: 13 days, last 7: 2
    Bike: # is 60 min, median 30 min, 12 days, last 7: 3
    Back wheel: # is 60 min, median 50 min, 11 days, last 7: 2
    Yoga: 5 x 10 s, 10 days, last 7: 3
    ");
}
