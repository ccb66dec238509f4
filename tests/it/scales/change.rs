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
            (word.id, rated[0].way())
        })
        .collect();
    assert_eq!(
        ways,
        [
            ("much-better", Some(Way::Better)),
            ("better", Some(Way::Better)),
            ("a-little-better", Some(Way::Better)),
            ("same", None),
            ("a-little-worse", Some(Way::Worse)),
            ("worse", Some(Way::Worse)),
            ("much-worse", Some(Way::Worse)),
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
