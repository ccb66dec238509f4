//! What a difference is beside the smallest one that means something to people.

use twinge::scales::{Difference, Noticed, activity, peg};

fn from(before: f64, now: f64) -> Difference {
    Difference { now, before }
}

/// The mean of three items whose sum is this, in points.
fn third(sum: f64) -> f64 {
    sum / 3.0
}

#[test]
fn peg_from_both_sides_of_1_and_of_1_75() {
    use Noticed::{About, Less, More};
    for (sum_before, sum_now, noticed) in [
        // Sums of three items: 19 and 15 are 6.33 and 5.00.
        (19.0, 15.0, About),
        (19.0, 17.0, Less),
        (19.0, 16.0, About),
        (19.0, 14.0, About),
        (19.0, 13.0, More),
        // In tenths: 2.9 / 3 = 0.967, 5.2 / 3 = 1.733, 5.3 / 3 = 1.767.
        (19.0, 16.1, Less),
        (19.0, 13.8, About),
        (19.0, 13.7, More),
        // Upwards the same.
        (15.0, 17.9, Less),
        (15.0, 18.0, About),
        (15.0, 20.2, About),
        (15.0, 20.3, More),
        (0.0, 3.0, About),
        (0.0, 0.0, Less),
    ] {
        let difference = from(third(sum_before), third(sum_now));
        assert_eq!(difference.beside(&peg::SMALLEST), noticed, "{sum_before} to {sum_now}");
    }
}

#[test]
fn activities_from_both_sides_of_2() {
    for (before, now, noticed) in [
        (4.0, 5.9, Noticed::Less),
        (4.0, 6.0, Noticed::About),
        (4.0, 6.1, Noticed::More),
        (6.0, 4.0, Noticed::About),
        // Thirds: 5.666… - 3.666… is 2, whatever binary fractions make of it.
        (third(11.0), third(17.0), Noticed::About),
        (third(17.0), third(11.0), Noticed::About),
    ] {
        assert_eq!(from(before, now).beside(&activity::SMALLEST), noticed, "{before} to {now}");
    }
}

#[test]
fn per_cent_are_of_the_earlier_score() {
    assert_eq!(from(0.0, 3.0).percent(), None);
    assert_eq!(from(0.0, 3.0).is_percent(30.0), None);
    assert_eq!(from(5.0, 3.5).is_percent(30.0), Some(true));
    assert_eq!(from(5.0, 3.6).is_percent(30.0), Some(false));
    assert_eq!(from(5.0, 6.5).is_percent(30.0), Some(true));
    // 7 of 10 thirds: 30 % exactly.
    assert_eq!(from(third(10.0), third(7.0)).is_percent(30.0), Some(true));
}

#[test]
fn it_is_said_with_one_decimal_unless_that_would_read_as_a_limit() {
    let peg = |before, now| from(third(before), third(now)).say(&peg::SMALLEST);
    assert_eq!(peg(19.0, 15.0), "1.3 lower, about the smallest difference that people notice");
    assert_eq!(peg(15.0, 19.0), "1.3 higher, about the smallest difference that people notice");
    assert_eq!(peg(19.0, 17.0), "0.7 lower, less than what people usually notice");
    assert_eq!(peg(19.0, 9.0), "3.3 lower, more than the smallest difference that people notice");
    assert_eq!(peg(19.0, 19.0), "the same");
    // 0.967 is not 1.0, 1.767 is not 1.7 and 0.033 is not 0.0.
    assert_eq!(peg(19.0, 16.1), "0.97 lower, less than what people usually notice");
    assert_eq!(peg(19.0, 13.7), "1.8 lower, more than the smallest difference that people notice");
    assert_eq!(peg(19.0, 18.9), "0.03 lower, less than what people usually notice");
    // 1.97 and 1.996 of activities are not 2.0.
    for (now, said) in [(5.97, "1.97"), (5.996, "1.996")] {
        assert_eq!(
            from(4.0, now).say(&activity::SMALLEST),
            format!("{said} higher, less than what people usually notice")
        );
    }
}

#[test]
fn every_number_says_where_it_is_from_and_nothing_is_called_an_improvement() {
    for smallest in [&peg::SMALLEST, &activity::SMALLEST] {
        assert!(!smallest.source.is_empty() && smallest.doi.starts_with("10."), "{smallest:?}");
    }
    for noticed in [Noticed::Less, Noticed::About, Noticed::More] {
        for never in ["improve", "clinical", "significant", "safe"] {
            assert!(!noticed.words().contains(never), "{}", noticed.words());
        }
    }
}
