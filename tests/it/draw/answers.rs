//! The weekly answers, on paper and in a terminal.

use twinge::chart::figure::{Body, Figure, Panel};
use twinge::draw::{Letters, Size, pdf, svg, terminal};
use twinge::journal::fields::habit;
use twinge::journal::fields::questionnaire::{
    CHANGE, CHANGES, PEG_ACTIVITY, PEG_ENJOYMENT, PEG_PAIN,
};
use twinge::journal::{Field, Kind, Span, Value};
use twinge::language::{ENGLISH, LANGUAGES, Language};
use unicode_width::UnicodeWidthStr as _;

use crate::draw::pdf::made;
use crate::draw::pictures::{check_texts, options};
use crate::draw::sample::{Dice, HOSTILE, chart_of, entry};
use crate::scales::{Diary, ago};

/// Everything that can be answered in each of so many weeks that `missing` leaves.
fn weeks(n_weeks: u64, missing: impl Fn(u64) -> bool) -> Diary {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut diary = Diary::default();
    diary.activity("shopping").activity("film");
    for day in (0..n_weeks).filter(|n| !missing(*n)).map(|n| ago(7 * n)) {
        let word = CHANGES[usize::try_from(dice.below(7)).unwrap()].id;
        let mut said: Vec<(&'static Field, Value)> = vec![(&CHANGE, Value::text(word))];
        for item in [&PEG_PAIN, &PEG_ENJOYMENT, &PEG_ACTIVITY] {
            said.push((item, Value::Int(i64::try_from(dice.below(11) * 10).unwrap())));
        }
        diary.weekly(day, &said);
        diary.did(day, &[("shopping", 10.0), ("film", 0.0)]);
    }
    diary
}

pub(crate) fn figures(language: &'static Language) -> Vec<(&'static str, Figure)> {
    let of = |diary: Diary, n_days| {
        chart_of("peg", language, diary.0, Span::ending(ago(0), n_days), &[])
    };
    let mut only_change = Diary::default();
    only_change.weekly(ago(3), &[(&CHANGE, Value::text("worse"))]);
    vec![
        ("half a year", of(weeks(26, |n| n % 5 == 3 || (8..12).contains(&n)), 184)),
        ("nothing", of(Diary::default(), 184)),
        ("one answer", of(weeks(1, |_| false), 184)),
        ("three answers", of(weeks(3, |_| false), 184)),
        ("ten answers", of(weeks(10, |_| false), 184)),
        ("only a rating", of(only_change, 28)),
        ("ten years", of(weeks(520, |n| n % 9 == 3), 3650)),
    ]
}

/// Activities with words that nobody should write, and somebody will.
fn hostile() -> Figure {
    let mut diary = weeks(12, |_| false);
    for (n, words) in HOSTILE.iter().take(6).enumerate() {
        let id = format!("task-{n}");
        let said = [
            (&habit::HABIT, Value::text(&id)),
            (&habit::ANSWER, Value::text("activity")),
            (&habit::QUESTION, Value::text(&words.repeat(20))),
        ];
        diary.0.push(entry(Kind::Habit, ago(50), &id, &said));
        diary.did(ago(1), &[(&id, 5.0)]);
    }
    chart_of("peg", &ENGLISH, diary.0, Span::ending(ago(0), 91), &[])
}

#[test]
fn no_text_is_lost_cut_or_on_top_of_another() {
    let options = options();
    let all = LANGUAGES.iter().flat_map(|language| figures(language));
    for (name, figure) in all.chain([("hostile words", hostile())]) {
        for (width, height) in [(960, 600), (700, 440), (320, 320), (1600, 700)] {
            let size = Size::new(width, height).unwrap();
            assert!(check_texts(name, &figure, size, &options) < 128 * 1024, "{name}");
        }
    }
}

#[test]
fn every_series_is_named_in_the_picture() {
    let figure = &figures(&ENGLISH)[0].1;
    let drawn = svg(figure, Size::USUAL).unwrap();
    for words in
        [">PEG<", ">pain<", ">enjoyment<", ">activity<", ">Own rating<", ">film<", ">shopping<"]
    {
        assert!(drawn.contains(words), "{words}");
    }
    assert!(drawn.contains("url(#none-"));
    assert_eq!(pdf(figure, Size::USUAL, made()).unwrap().lack, None);
    let nothing = svg(&figures(&ENGLISH)[1].1, Size::USUAL).unwrap();
    assert!(nothing.contains(">No weekly answers in this period<"));
}

#[test]
fn what_is_no_number_is_not_drawn() {
    let mut figure = figures(&ENGLISH)[0].1.clone();
    let Body::Timeline(timeline) = &mut figure.body else { panic!("no timeline") };
    for panel in &mut timeline.panels {
        let Panel::Answers(panel) = panel else { panic!("no answers") };
        for series in &mut panel.series {
            for (place, point) in series.pieces.iter_mut().flatten().enumerate() {
                point.value = [f64::NAN, f64::INFINITY, -1e300, 3.0][place % 4];
            }
        }
    }
    check_texts("no numbers", &figure, Size::USUAL, &options());
    terminal(&figure, 80, Letters::Blocks);
}

#[test]
fn a_terminal_is_never_wider_than_asked_and_shows_every_series() {
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
    let half_a_year = figures(&ENGLISH).swap_remove(0).1;
    insta::assert_snapshot!(terminal(&half_a_year, 80, Letters::Ascii), @"
    PEG: pain, enjoyment of life, general activity
    13 Sep 2025 - 15 Mar 2026; 18 answers in 27 weeks; PEG: Krebs and others 2009
    each column is the median of 3 days; . is not recorded

    PEG      10                    ===
                               ==  ###==       ##                 ==       ==
                   ==       ___##  #####  ###  ##                 ##     ==##
                 __##   ==#######  #####  ###  ##          ##  #####  ___####
              0 .####...#########..#####==###..##..........#########..#######.
    pain        .____...==##===##..###==_____..##..........____=====..=======.
    enjoyment   .==__...____=====..===##__###..==..........##__===##.._____##.
    activity    .__##..._______##..###==__###..##..........__==___==..___##__.
    Own rating  .--++...--+++++++..+++==--+++..--..........--++---++..-----++.
    film        .____..._________..__________..__.........._________.._______.
    shopping    .####...#########..##########..##..........#########..#######.
                --------------------------------------------------------------
                Sep   Oct        Nov       Dec       Jan       Feb       Mar
                2025                                 2026

    PEG today 6.7, pain 7, enjoyment 10, activity 3
    Own rating: + is better, - is worse, = is about the same
    Own rating: 15 Mar: a little better; film: today 0; 10: as before
    shopping: today 10; 10: as before
    ");
}
