//! Habits as numbers.

use chrono::NaiveDate;
use twinge::insights::days::Days;
use twinge::insights::habits::{Asked, asked};
use twinge::insights::subject::{Scale, When};
use twinge::insights::window;
use twinge::journal::fields::{day, exercise, habit};
use twinge::journal::{Entry, EntryId, FieldRef, Kind, Value, Values};

use crate::insights::{Diary, today};

/// Pain on the last three days.
fn three_days() -> Diary {
    let mut diary = Diary::default();
    diary.average(2, 4).average(1, 5).average(0, 6);
    diary
}

fn of(diary: &Diary) -> Vec<Asked> {
    let journal = diary.journal();
    asked(&journal, &Days::of(&journal, window(today())).unwrap())
}

fn define(diary: &mut Diary, id: &str, answer: &str, unit: Option<&str>) {
    let mut values = Values::default();
    values.set(FieldRef::Known(&habit::HABIT), Value::text(id));
    values.set(FieldRef::Known(&habit::ANSWER), Value::text(answer));
    if let Some(unit) = unit {
        values.set(FieldRef::Known(&habit::UNIT), Value::text(unit));
    }
    let id = EntryId::of_habit(id);
    diary.0.push(Entry { id, kind: Kind::Habit, day: NaiveDate::default(), values });
}

#[test]
fn what_was_not_recorded_is_not_zero() {
    let mut diary = three_days();
    diary.sitting(2, 8.0).sitting(0, 0.0);
    let found = of(&diary);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].subject.id, "sitting_hours");
    assert_eq!(found[0].column.values, [Some(8.0), None, Some(0.0)]);
    assert_eq!((found[0].column.lag, found[0].n_with), (1, None));
}

#[test]
fn a_score_counts_in_points_and_each_position_is_a_habit_of_the_night() {
    let mut diary = three_days();
    let sleep = |word: &str| (FieldRef::Known(&day::SLEEP_POSITION), Value::text(word));
    let stress = (FieldRef::Known(&day::STRESS), Value::Int(35));
    diary.put(Kind::Day, 2, &[stress, sleep("side")]).put(Kind::Day, 1, &[sleep("back")]);
    let found = of(&diary);
    let ids: Vec<&str> = found.iter().map(|a| &*a.subject.id).collect();
    assert_eq!(ids, ["sleep_position:back", "sleep_position:side", "stress"]);
    assert_eq!(found[0].column.values, [Some(0.0), Some(1.0), None]);
    assert_eq!(found[1].column.values, [Some(1.0), Some(0.0), None]);
    assert_eq!(found[0].column.group, found[1].column.group);
    assert_ne!(found[1].column.group, found[2].column.group);
    assert_eq!((found[0].subject.when, found[0].column.lag), (When::Night, 0));
    assert_eq!(found[0].n_with, Some(1));
    assert_eq!(found[2].column.values[0], Some(3.5));
    assert_eq!(found[2].subject.scale, Scale::Amount("point".into()));
}

#[test]
fn an_exercise_is_done_if_it_was_once_and_not_done_only_if_so_said() {
    let mut diary = three_days();
    let no = [(&exercise::DONE, Value::from(false))];
    let minutes = |m: f64| [(&exercise::MINUTES, Value::Real(m))];
    diary.did(2, "walk", &no).did(2, "walk", &minutes(20.0)).did(1, "walk", &[]);
    diary.did(2, "yoga", &no).did(1, "yoga", &minutes(0.0));
    let found = of(&diary);
    let walk = found.iter().find(|a| a.subject.id == "exercise:walk").unwrap();
    assert_eq!(walk.column.values, [Some(1.0), Some(1.0), None]);
    assert_eq!(walk.subject.called, "walking");
    // The walk of the last day would be beside the pain of tomorrow.
    assert_eq!(walk.n_with, Some(2));
    let yoga = found.iter().find(|a| a.subject.id == "exercise:yoga").unwrap();
    assert_eq!(yoga.column.values, [Some(0.0), Some(0.0), None]);
}

#[test]
fn own_habits_are_read_as_they_are_answered_and_activities_are_none() {
    let mut diary = three_days();
    define(&mut diary, "coffee", "amount", Some("cup"));
    define(&mut diary, "late-screen", "yes-no", None);
    define(&mut diary, "pillow", "words", None);
    define(&mut diary, "shopping", "activity", None);
    let own = |id: &str, value: Value| (FieldRef::Own(id.into()), value);
    diary.put(
        Kind::Day,
        1,
        &[
            own("coffee", Value::Real(2.0)),
            own("late-screen", Value::from(true)),
            own("pillow", Value::text("flat")),
            own("shopping", Value::Real(4.0)),
        ],
    );
    let found = of(&diary);
    let ids: Vec<&str> = found.iter().map(|a| &*a.subject.id).collect();
    assert_eq!(ids, ["coffee", "late-screen", "pillow:flat"]);
    assert_eq!(found[0].subject.scale, Scale::Amount("cup".into()));
    assert_eq!(found[0].column.values, [None, Some(2.0), None]);
    assert_eq!(found[1].subject.scale, Scale::YesNo);
    assert_eq!(found[1].n_with, Some(1));
}
