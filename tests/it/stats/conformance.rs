//! Whole diaries: every number as an independent implementation found it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::{Datelike as _, NaiveDate};
use serde_json::Value;
use twinge::stats::Column;
use twinge::stats::columns::Diary;
use twinge::stats::engine::Habit;
use twinge::stats::links::links;
use twinge::stats::step::{TOLD_WHEN_ASKED, level_change};
use twinge::stats::trend::{Course, trend};

/// A diary of `tests/data/stats`, its habits by name, and what was found in it.
struct Sample {
    first: NaiveDate,
    diary: Diary,
    names: Vec<String>,
    habits: Vec<Habit>,
    found: Value,
}

fn sample(name: &str) -> Sample {
    let path = |end: &str| {
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/stats/{name}.{end}"))
    };
    let found = serde_json::from_str(&fs::read_to_string(path("json")).unwrap()).unwrap();
    let text = fs::read_to_string(path("csv")).unwrap();
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    let day = |row: &Vec<&str>| row[0].parse::<NaiveDate>().unwrap();
    let first = day(&rows[1]);
    let since = |day: NaiveDate| usize::try_from((day - first).num_days()).unwrap();
    let n_days = since(day(rows.last().unwrap())) + 1;
    let column = |at: usize, value: &dyn Fn(&str) -> f64| {
        let mut found: Column = vec![None; n_days];
        for row in &rows[1..] {
            let t = since(day(row));
            found[t] = Some(row[at]).filter(|cell| !cell.is_empty()).map(value);
        }
        found
    };
    let number = |cell: &str| cell.parse::<f64>().unwrap();
    let first_weekday = first.weekday().num_days_from_monday() as usize;
    let diary = Diary { pain: column(1, &number), first_weekday };
    let (mut names, mut habits) = (Vec::new(), Vec::new());
    for (at, head) in rows[0].iter().enumerate().skip(2) {
        let is_night = matches!(*head, "sleep_position" | "sleep_hours");
        let lag = usize::from(!is_night);
        let mut add = |name: String, values| {
            names.push(name);
            habits.push(Habit { values, lag, group: at });
        };
        if *head == "sleep_position" {
            let levels: BTreeSet<&str> = rows[1..].iter().map(|row| row[at]).collect();
            for level in levels.into_iter().filter(|level| !level.is_empty()) {
                let is = |cell: &str| if cell == level { 1.0 } else { 0.0 };
                add(format!("{head}:{level}"), column(at, &is));
            }
        } else if head.starts_with("exercise:") {
            add((*head).into(), column(at, &|cell| f64::from(number(cell) > 0.0)));
        } else {
            add((*head).into(), column(at, &number));
        }
    }
    Sample { first, diary, names, habits, found }
}

#[track_caller]
fn is_near(found: f64, expected: &Value, what: &str) {
    let expected = expected.as_f64().unwrap();
    let near = (found - expected).abs() <= 1e-6 * expected.abs().max(1.0);
    assert!(near, "{what}: {found}, expected {expected}");
}

fn links_are_as_expected(sample: &Sample) -> usize {
    let links = links(&sample.diary, &sample.habits);
    let mut n_claims = 0;
    for ((name, link), expected) in
        sample.names.iter().zip(&links).zip(sample.found["habits"].as_array().unwrap())
    {
        assert_eq!(*name, expected["habit"]);
        let Ok(link) = link else {
            assert_eq!(expected["verdict"], "not_enough_data", "{name}");
            continue;
        };
        is_near(link.effect, &expected["effect"], &format!("{name} effect"));
        is_near(link.low, &expected["ci_low"], &format!("{name} low"));
        is_near(link.high, &expected["ci_high"], &format!("{name} high"));
        is_near(link.p, &expected["p"], &format!("{name} p"));
        is_near(link.q, &expected["q"], &format!("{name} q"));
        let verdict = match (link.is_linked && link.q <= 0.05, link.effect > 0.0) {
            (true, true) => "more",
            (true, false) => "less",
            (false, _) => "no_clear_link",
        };
        assert_eq!(expected["verdict"], verdict, "{name}");
        n_claims += usize::from(link.is_linked);
        let rivals: Vec<&str> = link.rivals.iter().map(|&k| &*sample.names[k]).collect();
        let expected_rivals: Vec<&str> =
            expected["rivals"].as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect();
        assert_eq!(rivals, expected_rivals, "{name}");
        assert_eq!(link.is_reactive, !expected["caveats"].as_array().unwrap().is_empty(), "{name}");
    }
    n_claims
}

fn course_is_as_expected(sample: &Sample) {
    let trend = trend(&sample.diary).unwrap();
    let expected = &sample.found["trend"];
    is_near(trend.change, &expected["change_total"], "change");
    is_near(trend.low, &expected["ci_low"], "low");
    is_near(trend.high, &expected["ci_high"], "high");
    is_near(trend.p, &expected["p"], "p");
    let course = match trend.course() {
        Course::Better => "better",
        Course::Worse => "worse",
        Course::Same => "same",
        Course::Unclear => "unclear",
    };
    assert_eq!(expected["verdict"], course);
    let step = level_change(&sample.diary).filter(|s| s.ln_bayes > TOLD_WHEN_ASKED);
    let steps = sample.found["changes"].as_array().unwrap();
    assert_eq!(step.is_some(), !steps.is_empty());
    if let (Some(step), [expected]) = (step, steps.as_slice()) {
        is_near(step.ln_bayes, &expected["log_bf"], "log_bf");
        is_near(step.effect, &expected["effect"], "effect");
        let date = |day: usize| (sample.first + chrono::Days::new(day as u64)).to_string();
        assert_eq!(expected["date"], date(step.day));
        assert_eq!(expected["window"][0], date(step.window.0));
        assert_eq!(expected["window"][1], date(step.window.1));
    }
}

#[test]
fn habits_that_cannot_be_told_apart() {
    let sample = sample("rivals");
    assert_eq!(links_are_as_expected(&sample), 1);
    course_is_as_expected(&sample);
}

#[test]
fn a_habit_that_follows_pain() {
    let sample = sample("reactive");
    assert_eq!(links_are_as_expected(&sample), 2);
    course_is_as_expected(&sample);
}

#[test]
fn a_fall_and_a_step() {
    let sample = sample("step");
    assert_eq!(links_are_as_expected(&sample), 0);
    assert_eq!(sample.found["trend"]["verdict"], "better");
    course_is_as_expected(&sample);
}
