//! The person's own rating of change.

use twinge::journal::fields::questionnaire::CHANGES;
use twinge::scales::change::{Way, history, this_week};

use crate::scales::{Diary, ago};

#[test]
fn it_is_a_word_with_a_way() {
    let ways: Vec<_> = CHANGES
        .iter()
        .map(|word| {
            let rated = history(&Diary::default().change(ago(0), word.id).journal());
            (word.id, rated[0].steps(), rated[0].way())
        })
        .collect();
    assert_eq!(
        ways,
        [
            ("much-better", 3, Some(Way::Better)),
            ("better", 2, Some(Way::Better)),
            ("a-little-better", 1, Some(Way::Better)),
            ("same", 0, None),
            ("a-little-worse", -1, Some(Way::Worse)),
            ("worse", -2, Some(Way::Worse)),
            ("much-worse", -3, Some(Way::Worse)),
        ]
    );
}

#[test]
fn a_day_without_it_has_none() {
    let mut diary = Diary::default();
    diary.peg(ago(0), [40, 40, 40]).change(ago(8), "worse");
    let all = history(&diary.journal());
    assert_eq!(all.iter().map(|rated| rated.day).collect::<Vec<_>>(), [ago(8)]);
    assert_eq!(this_week(&all, ago(2)).map(|rated| rated.word.id), Some("worse"));
    assert_eq!(this_week(&all, ago(1)), None);
}
