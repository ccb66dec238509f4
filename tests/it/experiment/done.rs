//! What was done, by what was recorded.

use twinge::experiment::{Adherence, Done, DoneBy, Plan, adherence, asked_on, done_on};
use twinge::journal::{Entry, Journal};
use twinge::stats::schedule::Arm;

use crate::experiment::{date, drawn, exercise_on, experiment, plan, slept_on};

fn done(plan: &Plan, entries: Vec<Entry>) -> Option<Done> {
    done_on(&experiment(plan), &Journal::new(entries), date("2026-01-06"))
}

#[test]
fn an_exercise_is_done_not_done_or_not_recorded() {
    let day = date("2026-01-06");
    assert_eq!(done(&plan(), vec![]), None);
    // Another exercise says nothing of this one.
    assert_eq!(done(&plan(), vec![exercise_on(day, "walk", true)]), None);
    let did = exercise_on(day, "foam-roller", true);
    assert_eq!(done(&plan(), vec![did]), Some(Done::Arm(Arm::A)));
    let not = exercise_on(day, "foam-roller", false);
    assert_eq!(done(&plan(), vec![not]), Some(Done::Arm(Arm::B)));
}

#[test]
fn a_word_for_each_arm_and_any_other() {
    let journal = Journal::default();
    let done_by = DoneBy::of(&journal, "back", Some("side")).unwrap();
    assert_eq!(done_by.id(), "sleep_position");
    let nights = Plan { a: "back".into(), b: "side".into(), done_by, lag_days: 0, ..plan() };
    let of = |position| done(&nights, vec![slept_on(date("2026-01-06"), position)]);
    assert_eq!(of("back"), Some(Done::Arm(Arm::A)));
    assert_eq!(of("side"), Some(Done::Arm(Arm::B)));
    assert_eq!(of("front"), Some(Done::Other));
}

#[test]
fn what_is_recorded_already_tells_by_its_name() {
    let journal = Journal::default();
    let of = |a, b| DoneBy::of(&journal, a, b).map(|by| by.id());
    assert_eq!(of("Foam roller", None).as_deref(), Some("exercise:foam-roller"));
    assert_eq!(of("heat pad", None), None);
    // To do without is not what is compared.
    assert_eq!(of("foam roller", Some("yoga")), None);
    assert_eq!(of("soft", Some("firm")).as_deref(), Some("sleep_surface"));
    assert_eq!(of("back", Some("back")), None);
    assert_eq!(DoneBy::read("no such field"), None);
}

#[test]
fn days_that_are_drawn_are_counted_by_what_was_done() {
    let one = experiment(&plan());
    let is_a = |n: usize| one.days[n] == Arm::A;
    let journal = Journal::new(vec![
        exercise_on(one.day(0), "foam-roller", is_a(0)),
        exercise_on(one.day(1), "foam-roller", !is_a(1)),
        exercise_on(one.day(3), "foam-roller", is_a(3)),
    ]);
    let of = |until| adherence(&one, &journal, date(until));
    assert_eq!(of("2026-01-04"), Adherence::default());
    let counts =
        |as_drawn, otherwise, not_recorded| Adherence { as_drawn, otherwise, not_recorded };
    assert_eq!(of("2026-01-08"), counts(2, 1, 1));
    assert_eq!(of("2026-12-31"), counts(2, 1, 13));
}

#[test]
fn a_day_is_asked_until_it_is_told() {
    let day = date("2026-01-06");
    let ask = |entries: Vec<Entry>, on: &str| {
        let all = [vec![drawn()], entries].concat();
        asked_on(&Journal::new(all), date(on)).map(|e| e.name)
    };
    assert_eq!(ask(vec![], "2026-01-06").as_deref(), Some("foam-roller"));
    assert_eq!(ask(vec![exercise_on(day, "foam-roller", false)], "2026-01-06"), None);
    assert_eq!(ask(vec![], "2026-01-04"), None);
    assert_eq!(ask(vec![], "2026-01-21"), None);
}
