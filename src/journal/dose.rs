//! How much of an exercise, as people say it: `20m`, `3x10`, `5x10s`, `2 sets`, `yes`, `no`.

use crate::journal::entry::{FieldRef, Values};
use crate::journal::field::{Answer, Field, Misread, quote};
use crate::journal::fields::exercise::{DONE, HOLD, MINUTES, REPS, SETS};
use crate::journal::value::Value;

/// Reads how much of an exercise was done: whatever was said of minutes, sets, repetitions and
/// seconds held. "Yes" says no more than that there is an entry; nothing done (`no`, `0`) is
/// [`DONE`] "no" and nothing else.
///
/// `20` and `20m` are minutes, `3x10` sets and repetitions, `5x10s` repetitions held ten
/// seconds, `3x5x10s` sets of such, `3x2m` three times two minutes.
pub fn read_dose(text: &str) -> Result<Values, Misread> {
    let said = text.trim();
    if said.starts_with(char::is_alphabetic)
        && let Ok(done) = Answer::YesNo.read(said)
    {
        return Ok(if done == Value::Int(0) { not_done() } else { Values::default() });
    }
    let dose = match Answer::Minutes.read(said) {
        Ok(minutes) => Some(Dose { minutes: Some(minutes), ..Dose::default() }),
        Err(_) => Dose::read(said),
    };
    dose.and_then(Dose::into_values).ok_or_else(|| Misread {
        said: quote(said),
        expected: "minutes like 20m, yes or no, or sets like 3x10, 5x10s or 2 sets".into(),
        meant: None,
    })
}

/// Shows how much of an exercise was done, so that [`read_dose`] gives it back.
pub fn show_dose(values: &Values) -> String {
    if values.yes(&DONE) == Some(false) {
        return "no".into();
    }
    let show = |field: &'static Field| values.get(field).map(|v| field.answer.write(v));
    let (sets, reps, hold) = (show(&SETS), show(&REPS), show(&HOLD));
    let mut parts = Vec::new();
    match (&sets, &reps, &hold) {
        (Some(sets), Some(reps), Some(hold)) => parts.push(format!("{sets}x{reps}x{hold}s")),
        (Some(sets), Some(reps), None) => parts.push(format!("{sets}x{reps}")),
        (None, Some(reps), Some(hold)) => parts.push(format!("{reps}x{hold}s")),
        _ => {
            parts.extend(sets.map(|n| format!("{n} {}", if n == "1" { "set" } else { "sets" })));
            parts.extend(reps.map(|n| format!("{n} {}", if n == "1" { "rep" } else { "reps" })));
            parts.extend(hold.map(|n| format!("{n}s")));
        }
    }
    parts.extend(show(&MINUTES).map(|n| format!("{n}m")));
    if parts.is_empty() { "yes".into() } else { parts.join(" ") }
}

fn not_done() -> Values {
    let mut values = Values::default();
    values.push(FieldRef::Known(&DONE), Value::from(false));
    values
}

#[derive(Default)]
struct Dose {
    hold: Option<Value>,
    minutes: Option<Value>,
    reps: Option<Value>,
    sets: Option<Value>,
}

impl Dose {
    fn read(said: &str) -> Option<Self> {
        let plain = said.to_lowercase().replace(['×', '*'], "x");
        let mut dose = Self::default();
        let mut pieces = pieces(&plain)?.into_iter().peekable();
        while let Some((number, unit)) = pieces.next() {
            match unit {
                "x" => {
                    let (second, then) = pieces.next()?;
                    let third = if then == "x" { Some(pieces.next()?) } else { None };
                    dose.times(number, second, then, third)?;
                }
                "set" | "sets" => {
                    put(&mut dose.sets, &SETS, number)?;
                    // "2 sets of 10"
                    if let Some((reps, _)) = pieces.next_if(|(_, unit)| unit.is_empty()) {
                        put(&mut dose.reps, &REPS, reps)?;
                    }
                }
                "rep" | "reps" | "time" | "times" => put(&mut dose.reps, &REPS, number)?,
                _ if is_seconds(unit) => put(&mut dose.hold, &HOLD, number)?,
                _ if is_minutes(unit) => put(&mut dose.minutes, &MINUTES, number)?,
                _ => return None,
            }
        }
        Some(dose)
    }

    /// `3x10`, `5x10s`, `3x2m` or `3x5x10s`.
    fn times<'a>(
        &mut self,
        first: &str,
        second: &str,
        then: &str,
        third: Option<(&'a str, &'a str)>,
    ) -> Option<()> {
        match third {
            Some((hold, unit)) if is_seconds(unit) => {
                put(&mut self.sets, &SETS, first)?;
                put(&mut self.reps, &REPS, second)?;
                put(&mut self.hold, &HOLD, hold)
            }
            None if is_seconds(then) => {
                put(&mut self.reps, &REPS, first)?;
                put(&mut self.hold, &HOLD, second)
            }
            None if is_minutes(then) => {
                put(&mut self.sets, &SETS, first)?;
                let times: f64 = first.parse().ok()?;
                let Ok(Value::Real(each)) = MINUTES.answer.read(second) else { return None };
                put(&mut self.minutes, &MINUTES, &(times * each).to_string())
            }
            None if matches!(then, "" | "rep" | "reps" | "times") => {
                put(&mut self.sets, &SETS, first)?;
                put(&mut self.reps, &REPS, second)
            }
            _ => None,
        }
    }

    fn into_values(self) -> Option<Values> {
        let given =
            [(&HOLD, self.hold), (&MINUTES, self.minutes), (&REPS, self.reps), (&SETS, self.sets)];
        if given.iter().all(|(_, value)| value.is_none()) {
            return None;
        }
        let nothing = |v: &Value| matches!(v, Value::Int(0)) || *v == Value::Real(0.0);
        if given.iter().any(|(_, value)| value.as_ref().is_some_and(nothing)) {
            return Some(not_done());
        }
        let mut values = Values::default();
        for (field, value) in given {
            if let Some(value) = value {
                values.push(FieldRef::Known(field), value);
            }
        }
        Some(values)
    }
}

fn put(place: &mut Option<Value>, field: &Field, number: &str) -> Option<()> {
    // Said twice, it is not clear which counts.
    place.replace(field.answer.read(number).ok()?).is_none().then_some(())
}

fn is_seconds(unit: &str) -> bool {
    matches!(unit, "s" | "sec" | "secs" | "second" | "seconds")
}

fn is_minutes(unit: &str) -> bool {
    matches!(unit, "m" | "min" | "mins" | "minute" | "minutes")
}

/// Splits `3 sets of 10` into numbers, each with the unit that follows it.
fn pieces(text: &str) -> Option<Vec<(&str, &str)>> {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
        let (number, after) = rest.split_at(end.unwrap_or(rest.len()));
        let number = number.trim_end_matches(',');
        if number.is_empty() || pieces.len() == 8 {
            return None;
        }
        let after = after.trim_start();
        let end = if after.starts_with('x') {
            1
        } else {
            after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len())
        };
        let (unit, next) = after.split_at(end);
        pieces.push((number, unit));
        rest = next.trim_start_matches([' ', ',']);
        for filler in ["of ", "held ", "hold "] {
            rest = rest.strip_prefix(filler).unwrap_or(rest).trim_start();
        }
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        read_dose(text).ok().map(|values| show_dose(&values))
    }

    #[test]
    fn doses_are_read_as_people_say_them() {
        for (said, meant) in [
            ("20", "20m"),
            ("20m", "20m"),
            ("1h30", "90m"),
            ("7,5", "7.5m"),
            ("3x10", "3x10"),
            ("3 × 10", "3x10"),
            ("5x10s", "5x10s"),
            ("5 x 10 sec", "5x10s"),
            ("3x5x10s", "3x5x10s"),
            ("2 sets", "2 sets"),
            ("1 set", "1 set"),
            ("2 sets of 10", "2x10"),
            ("2 sets, 10 reps", "2x10"),
            ("10 reps held 5s", "10x5s"),
            ("30s", "30s"),
            ("3x2m", "3 sets 6m"),
            ("3x10 20m", "3x10 20m"),
            ("yes", "yes"),
            ("done", "yes"),
            ("x", "yes"),
            ("no", "no"),
            ("0", "no"),
            ("0m", "no"),
            ("0 sets", "no"),
            ("0x10", "no"),
        ] {
            assert_eq!(shown(said).as_deref(), Some(meant), "{said}");
            assert_eq!(read_dose(meant), read_dose(said), "{said}");
        }
    }

    #[test]
    fn what_is_no_dose_is_refused_with_what_is_taken() {
        for said in [
            "",
            "much",
            "3y",
            "3x",
            "x10",
            "3x5x10",
            "20m 30m",
            "1441",
            "-3",
            "3xx3",
            "1001 sets",
            "3 sets 4 sets",
            "5 5",
            "99999999999999999999999999999999",
            "3x5x10sx2",
            "３x10",
        ] {
            assert_eq!(shown(said), None, "{said}");
        }
        let why = read_dose("much").map_err(|e| e.to_string());
        assert_eq!(
            why,
            Err("\"much\" is not minutes like 20m, yes or no, or sets like 3x10, 5x10s or 2 sets"
                .into())
        );
    }

    #[test]
    fn a_dose_means_that_it_was_done_and_none_says_only_that() {
        let dose = read_dose("5x10s").unwrap();
        assert_eq!(
            (dose.yes(&DONE), dose.int(&REPS), dose.real(&HOLD)),
            (None, Some(5), Some(10.0))
        );
        assert_eq!(dose.get(&SETS), None);
        let none = read_dose("0").unwrap();
        assert_eq!((none.yes(&DONE), none.len()), (Some(false), 1));
    }
}
