//! Which earlier answer is compared with.

use chrono::NaiveDate;
use twinge::scales::nearest_before;

use crate::scales::{ago, date};

fn nearest(day: NaiveDate, answers: &[NaiveDate]) -> Option<NaiveDate> {
    nearest_before(answers, day, |on| *on).copied()
}

#[test]
fn an_answer_counts_from_21_to_35_days_before() {
    for (days, counts) in [(20, false), (21, true), (28, true), (35, true), (36, false)] {
        let found = nearest(ago(0), &[ago(days)]);
        assert_eq!(found, counts.then(|| ago(days)), "{days} days before");
    }
    assert_eq!(nearest(ago(0), &[]), None);
    // Neither itself nor a later one.
    assert_eq!(nearest(ago(28), &[ago(28), ago(0)]), None);
}

#[test]
fn the_nearest_to_four_weeks_is_taken_and_of_two_as_near_the_later() {
    assert_eq!(nearest(ago(0), &[ago(35), ago(27), ago(22)]), Some(ago(27)));
    assert_eq!(nearest(ago(0), &[ago(22), ago(30), ago(35)]), Some(ago(30)));
    for answers in [[ago(26), ago(30)], [ago(30), ago(26)]] {
        assert_eq!(nearest(ago(0), &answers), Some(ago(26)));
    }
}

#[test]
fn a_leap_day_is_a_day() {
    // From 1 February to 29 February 2024 are 28 days; to 1 March of 2023 as well.
    let leap = date("2024-02-29");
    let answers = [date("2024-01-31"), date("2024-02-01"), date("2024-02-02")];
    assert_eq!(nearest(leap, &answers), Some(date("2024-02-01")));
    // 35 days before 7 March 2024 is 1 February; in 2023 it is 31 January.
    assert_eq!(nearest(date("2024-03-07"), &[date("2024-02-01")]), Some(date("2024-02-01")));
    assert_eq!(nearest(date("2024-03-07"), &[date("2024-01-31")]), None);
    assert_eq!(nearest(date("2023-03-07"), &[date("2023-01-31")]), Some(date("2023-01-31")));
}
