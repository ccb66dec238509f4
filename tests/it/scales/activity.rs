//! Own activities: answers, and those compared that were answered both times.

use twinge::scales::activity::{Activity, activities, compare};

use crate::scales::{Diary, ago};

fn told(activity: &Activity) -> String {
    let answers: Vec<String> =
        activity.answers.iter().map(|(day, score)| format!("{day} {score}")).collect();
    format!("{}: {}", activity.id, answers.join(", "))
}

/// The two means, and of how many activities.
fn compared(diary: &Diary) -> Option<(String, String, u32)> {
    let both = compare(&activities(&diary.journal()), ago(0))?;
    Some((both.now.to_string(), both.before.to_string(), both.now.n()))
}

#[test]
fn only_activities_are_activities() {
    let mut diary = Diary::default();
    diary.own("coffee", "amount", false).own("mood", "score", false).activity("shop");
    diary.did(ago(7), &[("coffee", 3.0), ("mood", 2.0), ("shop", 4.0)]);
    diary.did(ago(0), &[("shop", 0.0)]);
    let all = activities(&diary.journal());
    let told: Vec<String> = all.iter().map(told).collect();
    assert_eq!(told, ["shop: 2026-03-08 4, 2026-03-15 0"]);
    let habits = diary.journal().habits().to_vec();
    let daily: Vec<_> = habits.iter().filter(|h| h.is_daily()).map(|h| &*h.id).collect();
    assert_eq!(daily, ["coffee", "mood"]);
}

#[test]
fn answers_from_elsewhere_are_rounded_to_a_tenth_and_left_out_where_impossible() {
    let mut diary = Diary::default();
    diary.activity("shop");
    for (n, points) in [(4, 6.25), (3, 10.0), (2, 10.2), (1, -1.0), (0, f64::NAN)] {
        diary.did(ago(n), &[("shop", points)]);
    }
    let all = activities(&diary.journal());
    assert_eq!(told(&all[0]), "shop: 2026-03-11 6.3, 2026-03-12 10");
}

#[test]
fn the_mean_is_of_those_answered_both_times() {
    let mut diary = Diary::default();
    diary.activity("shop").activity("film").activity("garden").own("gone", "activity", true);
    diary.did(ago(28), &[("shop", 3.0), ("film", 4.0), ("gone", 1.0)]);
    diary.did(ago(0), &[("shop", 6.0), ("film", 5.0), ("garden", 9.0), ("gone", 9.0)]);
    // (6 + 5) / 2 and (3 + 4) / 2: the garden has nothing before, and what is retired is out.
    assert_eq!(compared(&diary), Some(("5.5".into(), "3.5".into(), 2)));
}

#[test]
fn each_is_compared_with_its_own_answer_of_four_weeks_before() {
    let mut diary = Diary::default();
    diary.activity("shop").activity("film");
    // Answered on different days of one week, then and now.
    diary.did(ago(33), &[("shop", 2.0)]).did(ago(29), &[("film", 4.0)]);
    diary.did(ago(6), &[("shop", 5.0)]).did(ago(0), &[("film", 4.0)]);
    assert_eq!(compared(&diary), Some(("4.5".into(), "3.0".into(), 2)));
}

#[test]
fn too_long_ago_or_too_lately_is_no_comparison() {
    for (now, before, is_there) in [
        (6, 34, true),
        (7, 35, false),
        (0, 21, true),
        (0, 20, false),
        (0, 35, true),
        (0, 36, false),
        (6, 41, true),
        (6, 42, false),
    ] {
        let mut diary = Diary::default();
        diary.activity("shop").did(ago(before), &[("shop", 3.0)]).did(ago(now), &[("shop", 5.0)]);
        assert_eq!(compared(&diary).is_some(), is_there, "{now} and {before} days ago");
    }
    assert_eq!(compared(&Diary::default()), None);
}
