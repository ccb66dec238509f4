//! How much must be recorded before anything is calculated.

use crate::stats::columns::Diary;

/// Days that a diary must reach over: with fewer, next to no effect can be seen. This project's
/// own choice, as is all that follows here.
pub const MIN_DAYS: usize = 42;
/// Days with pain among them.
pub const MIN_RECORDED: usize = 32;
/// Days with pain and, so many days before, the habit.
pub const MIN_PAIRS: usize = 26;
/// Such days with each of the two answers of a habit that has two.
pub const MIN_EACH: usize = 6;
/// Such days off the most common value of a habit that has more.
pub const MIN_OFF: usize = 12;

/// What is lacking, and of how many more days at least.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lacking {
    /// The diary is too short by so many days.
    Days(usize),
    /// Days with pain.
    Pain(usize),
    /// Days with pain that have the habit recorded too.
    Pairs(usize),
    /// Days with this value of the habit.
    With {
        /// The rarer of its two values.
        value: f64,
        /// How many more.
        days: usize,
    },
    /// Pain that is not the same on all days.
    OtherPain,
    /// Days with one of two habits and not the other: what is recorded of them always goes along.
    Apart {
        /// The place of the other one.
        with: usize,
        /// How many more.
        days: usize,
    },
    /// Days with another value than this.
    Other {
        /// The most common value.
        than: f64,
        /// How many more.
        days: usize,
    },
}

/// Whether there is enough of a diary to say anything; the error is what is lacking.
pub fn of_diary(diary: &Diary) -> Result<(), Lacking> {
    let short = |has: usize, needs: usize| needs.checked_sub(has).filter(|n| *n > 0);
    let first = diary.pain.iter().position(Option::is_some);
    let last = diary.pain.iter().rposition(Option::is_some);
    let reach = first.zip(last).map_or(0, |(first, last)| last - first + 1);
    match (short(diary.n_recorded(), MIN_RECORDED), short(reach, MIN_DAYS)) {
        (Some(pain), days) if Some(pain) >= days => Err(Lacking::Pain(pain)),
        (_, Some(days)) => Err(Lacking::Days(days)),
        (Some(pain), None) => Err(Lacking::Pain(pain)),
        (None, None) => Ok(()),
    }
}

/// Whether there is enough of a habit, as it stands beside the pain of each day; how many such
/// days there are, else what is lacking.
pub fn of_habit(diary: &Diary, lagged: &[Option<f64>]) -> Result<usize, Lacking> {
    of_diary(diary)?;
    let both = diary.pain.iter().zip(lagged);
    let mut values: Vec<f64> = both.filter_map(|(pain, value)| pain.and(*value)).collect();
    let n = values.len();
    if n < MIN_PAIRS {
        return Err(Lacking::Pairs(MIN_PAIRS - n));
    }
    values.sort_by(f64::total_cmp);
    let mut counts: Vec<(f64, usize)> = Vec::new();
    for value in values {
        match counts.last_mut() {
            Some((same, count)) if same.total_cmp(&value).is_eq() => *count += 1,
            _ => counts.push((value, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    match counts.as_slice() {
        [(than, _)] => Err(Lacking::Other { than: *than, days: MIN_EACH }),
        [_, (value, rare)] if *rare < MIN_EACH => {
            Err(Lacking::With { value: *value, days: MIN_EACH - rare })
        }
        [_, _] => Ok(n),
        [(than, common), ..] if n - common < MIN_OFF => {
            Err(Lacking::Other { than: *than, days: MIN_OFF - (n - common) })
        }
        _ => Ok(n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{Column, number};

    fn diary(pain: impl IntoIterator<Item = bool>) -> Diary {
        let pain = pain.into_iter().map(|is| is.then_some(3.0)).collect();
        Diary { pain, first_weekday: 0 }
    }

    #[test]
    fn a_diary_needs_both_days_and_reach() {
        assert_eq!(of_diary(&diary([])), Err(Lacking::Days(42)));
        assert_eq!(of_diary(&diary([true; 41])), Err(Lacking::Days(1)));
        assert_eq!(of_diary(&diary([true; 42])), Ok(()));
        // 31 of 61 days; one more day is enough. Days without pain at the ends do not count.
        assert_eq!(of_diary(&diary((0..61).map(|t| t % 2 == 0))), Err(Lacking::Pain(1)));
        assert_eq!(of_diary(&diary((0..63).map(|t| t % 2 == 0))), Ok(()));
        let pain = (0..80).map(|t| (10..50).contains(&t));
        assert_eq!(of_diary(&diary(pain)), Err(Lacking::Days(2)));
    }

    #[test]
    fn a_habit_needs_something_to_compare() {
        let diary = diary([true; 60]);
        let of = |value: &dyn Fn(usize) -> Option<f64>| {
            let column: Column = (0..60).map(value).collect();
            of_habit(&diary, &column)
        };
        let first = |n: usize| move |t: usize| Some(if t < n { 1.0 } else { 0.0 });
        assert_eq!(of(&|t| (t < 25).then_some(1.0)), Err(Lacking::Pairs(1)));
        assert_eq!(of(&|_| Some(1.0)), Err(Lacking::Other { than: 1.0, days: 6 }));
        assert_eq!(of(&first(5)), Err(Lacking::With { value: 1.0, days: 1 }));
        assert_eq!(of(&first(56)), Err(Lacking::With { value: 0.0, days: 2 }));
        assert_eq!(of(&first(6)), Ok(60));
        let off = |n: usize| move |t: usize| Some(if t < n { number(t) } else { 8.5 });
        assert_eq!(of(&off(11)), Err(Lacking::Other { than: 8.5, days: 1 }));
        assert_eq!(of(&off(12)), Ok(60));
    }
}
