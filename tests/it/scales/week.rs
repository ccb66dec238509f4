//! A week's answers beside those of four weeks before.

use twinge::journal::Value;
use twinge::journal::fields::questionnaire;
use twinge::scales::week;

use crate::scales::{Diary, ago};

/// PEG, its earlier answer, and the rating, as they are shown.
fn shown(diary: &Diary, days_ago: u64) -> String {
    let week = week(&diary.journal(), ago(days_ago));
    let score = |peg: Option<twinge::scales::peg::Peg>| match peg {
        Some(peg) => format!("{} on {}", peg.score(), peg.day),
        None => "–".into(),
    };
    let word = week.rated.map_or("–", |rated| rated.word.id);
    format!("{}, before {}, {word}", score(week.peg), score(week.peg_before))
}

#[test]
fn what_was_not_answered_is_not_there() {
    assert_eq!(shown(&Diary::default(), 0), "–, before –, –");
    let mut diary = Diary::default();
    diary.peg(ago(28), [70, 60, 60]).change(ago(0), "better");
    assert_eq!(shown(&diary, 0), "–, before –, better");
    diary.peg(ago(2), [60, 50, 40]);
    assert_eq!(shown(&diary, 0), "5.0 on 2026-03-13, before 6.3 on 2026-02-15, better");
}

#[test]
fn what_is_written_down_later_counts_on_its_own_day() {
    let mut diary = Diary::default();
    diary.peg(ago(0), [60, 50, 40]);
    assert_eq!(shown(&diary, 0), "5.0 on 2026-03-15, before –, –");
    // Said today of a day four weeks ago.
    diary.peg(ago(28), [70, 60, 60]);
    assert_eq!(shown(&diary, 0), "5.0 on 2026-03-15, before 6.3 on 2026-02-15, –");
    assert_eq!(shown(&diary, 28), "6.3 on 2026-02-15, before –, –");
    assert_eq!(shown(&diary, 29), "–, before –, –");
}

#[test]
fn words_and_numbers_can_be_at_odds() {
    for (word, before, now, is_at_odds) in [
        ("better", 60, 40, false),
        ("worse", 60, 40, true),
        ("same", 60, 40, true),
        ("better", 40, 60, true),
        ("a-little-worse", 40, 60, false),
        // What nobody notices speaks against nothing.
        ("worse", 60, 51, false),
        ("worse", 60, 50, true),
    ] {
        let mut diary = Diary::default();
        diary.peg(ago(28), [before; 3]);
        diary.weekly(
            ago(0),
            &[
                (&questionnaire::PEG_PAIN, Value::Int(now)),
                (&questionnaire::PEG_ENJOYMENT, Value::Int(now)),
                (&questionnaire::PEG_ACTIVITY, Value::Int(now)),
                (&questionnaire::CHANGE, Value::text(word)),
            ],
        );
        let week = week(&diary.journal(), ago(0));
        assert_eq!(week.is_at_odds(), is_at_odds, "{word}, {before} to {now}");
    }
}

#[test]
fn activities_go_the_other_way_round() {
    for (word, now, is_at_odds) in
        [("better", 8.0, false), ("worse", 8.0, true), ("worse", 4.0, false), ("better", 4.0, true)]
    {
        let mut diary = Diary::default();
        diary.activity("shop").did(ago(28), &[("shop", 6.0)]).did(ago(0), &[("shop", now)]);
        diary.change(ago(0), word);
        assert_eq!(week(&diary.journal(), ago(0)).is_at_odds(), is_at_odds, "{word}, {now}");
    }
    // Without a word there is nothing to be at odds with.
    let mut diary = Diary::default();
    diary.activity("shop").did(ago(28), &[("shop", 2.0)]).did(ago(0), &[("shop", 8.0)]);
    assert!(!week(&diary.journal(), ago(0)).is_at_odds());
}

#[test]
fn the_days_pain_stands_beside_what_was_said() {
    for (word, before, now, is_at_odds) in [
        ("better", 60, 40, false),
        ("same", 60, 40, true),
        ("worse", 60, 50, false),
        ("worse", 60, 45, true),
        ("better", 40, 60, true),
    ] {
        let mut diary = Diary::default();
        diary.averages(55, 28, before.into()).averages(27, 0, now.into()).change(ago(0), word);
        let week = week(&diary.journal(), ago(0));
        let points = week.diary.map(|change| change.points());
        assert_eq!(points, Some(f64::from(now - before) / 10.0));
        assert_eq!(week.is_at_odds(), is_at_odds, "{word}, {before} to {now}");
    }
}
