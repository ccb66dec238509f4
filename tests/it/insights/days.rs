//! Days and what stands for their pain.

use twinge::insights::days::{Days, Measure};
use twinge::insights::window;
use twinge::journal::fields::pain;

use crate::insights::{Diary, ago, today};

#[test]
fn days_go_from_the_first_score_to_the_last_and_gaps_stay_empty() {
    let mut diary = Diary::default();
    diary.average(10, 4).average(7, 0).sitting(12, 8.0).sitting(1, 8.0);
    let days = Days::of(&diary.journal(), window(today())).unwrap();
    assert_eq!((days.first, days.last()), (ago(10), ago(7)));
    assert_eq!(days.diary.pain, [Some(4.0), None, None, Some(0.0)]);
    // 5 March 2026 is a Thursday.
    assert_eq!(days.diary.weekday(0), 3);
    assert_eq!((days.place(ago(10)), days.place(ago(7))), (Some(0), Some(3)));
    assert_eq!((days.place(ago(11)), days.place(ago(6))), (None, None));
}

#[test]
fn a_worst_among_averages_is_left_out_and_an_average_among_worsts_too() {
    let mut diary = Diary::default();
    diary.average(5, 3).average(4, 3).scored(3, &pain::WORST, 9).average(2, 4);
    let days = Days::of(&diary.journal(), window(today())).unwrap();
    assert_eq!(days.measure, Measure::Typical);
    assert_eq!(days.diary.pain, [Some(3.0), Some(3.0), None, Some(4.0)]);
    diary.scored(1, &pain::WORST, 8).scored(0, &pain::WORST, 7).scored(6, &pain::WORST, 6);
    let days = Days::of(&diary.journal(), window(today())).unwrap();
    assert_eq!(days.measure, Measure::Worst);
    let worst = [Some(6.0), None, None, Some(9.0), None, Some(8.0), Some(7.0)];
    assert_eq!(days.diary.pain, worst);
}

#[test]
fn nothing_is_made_of_nights_alone_or_of_days_before_the_window() {
    let mut diary = Diary::default();
    diary.scored(5, &pain::NIGHT, 3).average(365, 4);
    assert_eq!(Days::of(&diary.journal(), window(today())), None);
    diary.average(364, 4);
    assert!(Days::of(&diary.journal(), window(today())).is_some());
}
