//! What must not change what is found, and what must change it by how much.

use twinge::stats::Column;
use twinge::stats::columns::Diary;
use twinge::stats::engine::Habit;
use twinge::stats::links::{Link, links};
use twinge::stats::minimum::Lacking;
use twinge::stats::step::level_change;
use twinge::stats::trend::trend;

/// Numbers from 0.0 to 1.0 that look drawn by lot, the same everywhere (Marsaglia's xorshift).
pub(crate) fn drawn(seed: u64, n: usize) -> Vec<f64> {
    let mut state = seed;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        f64::from(u32::try_from(state >> 32).unwrap()) / f64::from(u32::MAX)
    };
    (0..n).map(|_| next()).collect()
}

const N: usize = 100;

/// 100 days; a habit on four of ten days lowers the pain of the next day by 2 points.
fn sample() -> (Diary, Habit) {
    let noise = drawn(7, N);
    let habit: Vec<f64> = drawn(11, N).iter().map(|u| if *u < 0.4 { 1.0 } else { 0.0 }).collect();
    let pain: Column = (0..N)
        .map(|t| {
            let before = if t == 0 { 0.0 } else { habit[t - 1] };
            (t % 9 != 4).then(|| 6.0 + noise[t] - 2.0 * before)
        })
        .collect();
    let values = habit.into_iter().map(Some).collect();
    (Diary { pain, first_weekday: 2 }, Habit { values, lag: 1, group: 0 })
}

fn link(diary: &Diary, habit: &Habit) -> Link {
    links(diary, std::slice::from_ref(habit)).remove(0).unwrap()
}

fn changed(diary: &Diary, change: impl Fn(usize, f64) -> f64) -> Diary {
    let pain = diary.pain.iter().enumerate().map(|(t, y)| y.map(|y| change(t, y))).collect();
    Diary { pain, ..*diary }
}

#[track_caller]
fn is_near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-6 * expected.abs().max(1.0), "{found}, {expected}");
}

#[test]
fn an_effect_is_found_where_it_is_and_its_range_holds_it() {
    let (diary, habit) = sample();
    let found = link(&diary, &habit);
    assert!(found.is_linked && !found.is_reactive && found.q < 1e-6, "{found:?}");
    assert!(found.low < -2.0 && -2.0 < found.high && found.high < -1.5, "{found:?}");
    assert_eq!(found.n_pairs, diary.pain[1..].iter().flatten().count());
    // On the days themselves there is nothing.
    let same_day = link(&diary, &Habit { lag: 0, ..habit });
    assert!(!same_day.is_linked, "{same_day:?}");
}

#[test]
fn units_change_the_effect_and_nothing_else() {
    let (diary, habit) = sample();
    let one = link(&diary, &habit);
    let minutes = habit.values.iter().map(|v| v.map(|v| 60.0 * v + 5.0)).collect();
    let other = link(&diary, &Habit { values: minutes, ..habit.clone() });
    is_near(other.effect * 60.0, one.effect);
    is_near(other.low * 60.0, one.low);
    is_near(other.p, one.p);
    let other = link(&changed(&diary, |_, y| 10.0 * y + 3.0), &habit);
    is_near(other.effect, 10.0 * one.effect);
    is_near(other.high, 10.0 * one.high);
    is_near(other.p, one.p);
}

#[test]
fn a_weekend_and_a_slow_drift_are_no_effect() {
    let (diary, habit) = sample();
    let one = link(&diary, &habit);
    let weekend = |t: usize| if diary.weekday(t) >= 5 { 3.0 } else { 0.0 };
    let other = changed(&diary, |t, y| y + weekend(t) + 0.05 * f64::from(u8::try_from(t).unwrap()));
    let other = link(&other, &habit);
    is_near(other.effect, one.effect);
    is_near(other.p, one.p);
}

#[test]
fn a_day_without_pain_recorded_is_not_a_day_without_pain() {
    let (diary, habit) = sample();
    let mut longer = diary.clone();
    longer.pain.extend([None; 30]);
    let values = habit.values.iter().copied().chain([Some(1.0); 30]).collect();
    let other = link(&longer, &Habit { values, ..habit.clone() });
    let one = link(&diary, &habit);
    is_near(other.effect, one.effect);
    is_near(other.p, one.p);
}

#[test]
fn a_line_and_a_step_are_found_upside_down_too() {
    let (diary, _) = sample();
    let at = |t: usize| f64::from(u8::try_from(t).unwrap());
    let risen = changed(&diary, |t, y| y + 0.03 * at(t));
    let (up, down) = (trend(&risen).unwrap(), trend(&changed(&risen, |_, y| -y)).unwrap());
    is_near(up.change, -down.change);
    is_near(up.low, -down.high);
    is_near(up.p, down.p);
    let stepped = changed(&diary, |t, y| if t < 60 { y } else { y + 4.0 });
    let step = level_change(&stepped).unwrap();
    assert!(step.ln_bayes > 3.0 && (58..=62).contains(&step.day), "{step:?}");
    assert!(step.window.0 <= step.day && step.day <= step.window.1, "{step:?}");
    assert!((2.5..5.0).contains(&step.effect), "{step:?}");
    let down = level_change(&changed(&stepped, |_, y| -y)).unwrap();
    is_near(down.effect, -step.effect);
    assert!(level_change(&diary).unwrap().ln_bayes < 1.0);
}

#[test]
fn twins_of_a_habit_and_pain_that_never_changes_do_no_harm() {
    let (diary, habit) = sample();
    let twin = Habit { group: 1, ..habit.clone() };
    let found = links(&diary, &[habit.clone(), twin]);
    // One is linked, and says that it may as well be the other, of which nothing is left.
    let one = found[0].as_ref().unwrap();
    assert!(one.is_linked && one.high - one.low < 3.0, "{one:?}");
    assert_eq!(one.rivals, [1]);
    assert_eq!(found[1], Err(Lacking::Apart { with: 0, days: 6 }));
    // So is one that is there whenever the other is not.
    let values = habit.values.iter().map(|v| v.map(|v| 1.0 - v)).collect();
    let never = Habit { values, lag: 1, group: 1 };
    let found = links(&diary, &[habit.clone(), never]);
    assert_eq!(found[1], Err(Lacking::Apart { with: 0, days: 6 }));
    // Where pain never changes nothing can be said of any habit, whatever its range would be.
    let flat = changed(&diary, |_, _| 4.0);
    assert_eq!(links(&flat, std::slice::from_ref(&habit)), [Err(Lacking::OtherPain)]);
    assert!(trend(&flat).unwrap().change.abs() < 1e-3);
}

#[test]
fn two_sides_of_one_thing_are_linked_together_and_the_other_way_round() {
    let (diary, habit) = sample();
    let values = habit.values.iter().map(|v| v.map(|v| 1.0 - v)).collect();
    let other = Habit { values, ..habit.clone() };
    let found = links(&diary, &[habit.clone(), other.clone()]);
    let [one, two] = [&found[0], &found[1]].map(|it| it.as_ref().unwrap());
    assert_eq!((one.mirror, two.mirror), (Some(1), Some(0)));
    assert!(one.is_linked && two.is_linked, "{found:?}");
    is_near(one.effect, -two.effect);
    is_near(one.low, -two.high);
    is_near(one.q, two.q);
    // A third word of the group, or a day on which only one of them is known: no mirror.
    let third = Habit { values: vec![Some(0.0); N], ..habit.clone() };
    let found = links(&diary, &[habit.clone(), other.clone(), third]);
    assert_eq!(found[0].as_ref().unwrap().mirror, None);
    let mut known = other;
    known.values[50] = None;
    assert_eq!(links(&diary, &[habit, known])[0].as_ref().unwrap().mirror, None);
}

#[test]
fn what_eases_pain_on_its_own_day_is_not_said_to_bring_more_the_day_after() {
    for seed in 1..=10 {
        let (noise, lots) = (drawn(seed, 240), drawn(100 + seed, 240));
        let mut state = 0.0;
        let mut diary = Diary { pain: Column::new(), first_weekday: 0 };
        let mut habit = Habit { values: Column::new(), lag: 1, group: 0 };
        for (noise, lot) in noise.iter().zip(lots) {
            // Pain that lasts from day to day, two points less on the days of the habit.
            state = 0.6 * state + 3.0 * (noise - 0.5);
            let done = if lot < 0.5 { 1.0 } else { 0.0 };
            habit.values.push(Some(done));
            diary.pain.push(Some((5.0 + state - 2.0 * done).round().clamp(0.0, 10.0)));
        }
        let found = link(&diary, &habit);
        assert!(!found.is_linked || found.is_echo, "seed {seed}: {found:?}");
        let same_day = link(&diary, &Habit { lag: 0, ..habit });
        assert!(same_day.high < -1.0 && !same_day.is_echo, "seed {seed}: {same_day:?}");
    }
}
