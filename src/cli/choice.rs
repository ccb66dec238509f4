//! Reading one answer to several numbered questions: `n`, `1 3`, `y`, `2 on mon`.

use chrono::NaiveDate;

use crate::cli::failure::Failure;
use crate::journal::read_day;

/// What was said to a numbered list.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// None of them.
    NoneOfThem,
    /// These, from 0, each with the day that was said, and none of the others.
    These(Vec<(usize, Option<NaiveDate>)>),
    /// To be asked one by one.
    OneByOne,
}

/// Whether a day may follow a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Days {
    /// Up to this day.
    UpTo(NaiveDate),
    /// A day means nothing here.
    NotTaken,
}

/// Reads what was said to a list of `n`.
pub(crate) fn read_choice(said: &str, n: usize, days: Days) -> Result<Choice, Failure> {
    let lower = said.trim().trim_end_matches(['.', '!']).to_lowercase();
    match lower.as_str() {
        "n" | "no" | "none" | "nope" | "no to all" | "none of these" | "none of them" => {
            return Ok(Choice::NoneOfThem);
        }
        "y" | "yes" if n == 1 => return Ok(Choice::These(vec![(0, None)])),
        "y" | "yes" => return Ok(Choice::OneByOne),
        "all" | "yes to all" => return Ok(Choice::These((0..n).map(|i| (i, None)).collect())),
        _ => {}
    }
    let numbers = ["yes", "y"].iter().find_map(|yes| lower.strip_prefix(yes)).unwrap_or(&lower);
    let parted = numbers.replace(" and ", ",").replace(['&', '+', ';', ':'], ",");
    let mut chosen: Vec<(usize, Option<NaiveDate>)> = Vec::new();
    for part in parted.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        for one in read_part(part, n, days).map_err(|why| told(why, said, n))? {
            if !chosen.iter().any(|(number, _)| *number == one.0) {
                chosen.push(one);
            }
        }
    }
    if chosen.is_empty() { Err(told(Misread::Words, said, n)) } else { Ok(Choice::These(chosen)) }
}

/// Why a part was not read.
enum Misread {
    Words,
    NotOfThem(String),
    Day(Failure),
}

/// Reads `1`, `1 3`, `2-4`, `2 on mon`.
fn read_part(part: &str, n: usize, days: Days) -> Result<Vec<(usize, Option<NaiveDate>)>, Misread> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let numbers: Option<Vec<(usize, usize)>> = words.iter().map(|word| range(word)).collect();
    let within = |(first, last): (usize, usize)| {
        let is_of_them = (1..=n).contains(&first) && (1..=n).contains(&last) && first <= last;
        let word = if first == last { first.to_string() } else { format!("{first}-{last}") };
        if is_of_them { Ok(first - 1..last) } else { Err(Misread::NotOfThem(word)) }
    };
    if let Some(ranges) = numbers {
        let mut chosen = Vec::new();
        for range in ranges {
            chosen.extend(within(range)?.map(|i| (i, None)));
        }
        return Ok(chosen);
    }
    let [first, rest @ ..] = words.as_slice() else { return Err(Misread::Words) };
    let (Some(number), Days::UpTo(today)) = (range(first), days) else {
        return Err(Misread::Words);
    };
    let rest = rest.strip_prefix(&["on"]).unwrap_or(rest).join(" ");
    let day = read_day(&rest, today).map_err(|e| Misread::Day(e.into()))?;
    Ok(within(number)?.map(|i| (i, Some(day))).collect())
}

/// `3` or `2-4`; not `03`, which is of a date.
fn range(word: &str) -> Option<(usize, usize)> {
    let number = |text: &str| -> Option<usize> {
        let text = text.trim_start_matches('#').trim_end_matches('.');
        let is_number = (1..=2).contains(&text.len()) && !text.starts_with('0');
        if is_number { text.parse().ok() } else { None }
    };
    match word.split_once('-') {
        Some((first, last)) => Some((number(first)?, number(last)?)),
        None => number(word).map(|n| (n, n)),
    }
}

fn told(why: Misread, said: &str, n: usize) -> Failure {
    let last = if n == 1 { "1".into() } else { format!("1 to {n}") };
    let failure = match why {
        Misread::Day(failure) => return failure.hint("one with its day, then a comma: 1 mon, 3"),
        Misread::NotOfThem(word) => Failure::usage(format!("{word} is not one of {last}")),
        Misread::Words => Failure::usage(format!("{said:?} is not an answer")),
    };
    failure.hint("n is none of them; 1 3 is yes to 1 and 3; ? says more")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-03-15".parse().unwrap() // a Sunday
    }

    fn numbers(said: &str) -> Vec<usize> {
        match read_choice(said, 5, Days::NotTaken).unwrap() {
            Choice::These(chosen) => chosen.into_iter().map(|(i, _)| i + 1).collect(),
            other => panic!("{said}: {other:?}"),
        }
    }

    #[test]
    fn no_is_none_of_them_and_yes_asks_one_by_one() {
        for said in ["n", "N", "no", "No.", "none", " none of these "] {
            assert_eq!(read_choice(said, 5, Days::NotTaken).unwrap(), Choice::NoneOfThem, "{said}");
        }
        for said in ["y", "Yes", "YES!"] {
            assert_eq!(read_choice(said, 5, Days::NotTaken).unwrap(), Choice::OneByOne, "{said}");
        }
        let one = Choice::These(vec![(0, None)]);
        assert_eq!(read_choice("y", 1, Days::NotTaken).unwrap(), one);
    }

    #[test]
    fn numbers_are_these_and_not_the_others() {
        for said in
            ["1 3", "1,3", "1, 3", "1 and 3", "1 & 3", "y 1 3", "yes: 1, 3", "#1 #3", "1. 3."]
        {
            assert_eq!(numbers(said), [1, 3], "{said}");
        }
        assert_eq!(numbers("2"), [2]);
        assert_eq!(numbers("2-4"), [2, 3, 4]);
        assert_eq!(numbers("all"), [1, 2, 3, 4, 5]);
        assert_eq!(numbers("3 3 3"), [3]);
    }

    #[test]
    fn what_is_not_clear_is_not_guessed() {
        for said in [
            // Elsewhere a dash is no answer: here it must not deny anything.
            "-",
            "0",
            "6",
            "13",
            "1 6",
            "no 2",
            "n 2",
            "maybe",
            "1 or 3",
            "1?",
            "4-2",
            "-3",
            "1.5",
            "99999999999999999999",
            "2 mon",
            "yes no",
            ",",
            "01",
        ] {
            assert!(read_choice(said, 5, Days::NotTaken).is_err(), "{said}");
        }
    }

    #[test]
    fn a_day_may_follow_a_number() {
        let read = |said: &str| read_choice(said, 6, Days::UpTo(today()));
        let on = |i: usize, day: &str| (i - 1, Some(day.parse().unwrap()));
        for (said, expected) in [
            ("2 mon", vec![on(2, "2026-03-09")]),
            ("2 on mon", vec![on(2, "2026-03-09")]),
            ("2 on 2025-10-02", vec![on(2, "2025-10-02")]),
            ("2 03-10", vec![on(2, "2026-03-10")]),
            ("2 10-02", vec![on(2, "2025-10-02")]),
            ("4 3 nov", vec![on(4, "2025-11-03")]),
            ("1 yesterday, 3", vec![on(1, "2026-03-14"), (2, None)]),
            ("2 3 days ago", vec![on(2, "2026-03-12")]),
            ("1 3", vec![(0, None), (2, None)]),
        ] {
            assert_eq!(read(said).unwrap(), Choice::These(expected), "{said}");
        }
        // Which of them is of that day?
        for said in ["1 3 mon", "2 tomorrow", "2 soon", "2 on", "mon"] {
            assert!(read(said).is_err(), "{said}");
        }
    }
}
