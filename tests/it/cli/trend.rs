//! `twinge trend`.

use insta::assert_snapshot;
use serde_json::json;

use crate::cli::insights::imported;
use crate::kit::Twinge;

#[test]
fn better_with_a_change_of_level_and_what_was_counted() {
    assert_snapshot!(imported("step", "2024-07-03").run(&["trend"]), @"
    Pain, Sat 6 Jan 2024 to Wed 3 Jul 2024: 180 days, 156 with a score

    Better: from the first day to the last, pain fell by about 3.8 points (95 %
      range: 2.0 to 5.6 lower).
    The level seems to have changed: about 2.0 points lower since about Sat 30 Mar
      2024 (4 to 1 that it was between Wed 31 Jan 2024 and Thu 2 May 2024).

    Counted, without a verdict
      the last four weeks: 1.1 on average (26 days), the four before: 1.4 (23 days):
        0.3 lower
      the pattern of your entries of 24 weeks: weekly means more than two points
        apart, without a month free of pain
      flare-ups: 9 by the scores, 0 that you marked

    Whether pain that gets worse is a warning sign has a rule of its own:
      `twinge alerts --explain worsening`.
    --- exit 0
    ");
}

#[test]
fn it_cannot_be_told_yet() {
    let ran = imported("rivals", "2024-04-11").done(&["trend"]);
    let first: Vec<&str> = ran.stdout.lines().take(7).collect();
    assert_snapshot!(first.join("\n"), @"
    Pain, Wed 3 Jan 2024 to Thu 11 Apr 2024: 100 days, 91 with a score

    Can't tell yet: from the first day to the last, pain may be anything from 6.0
      lower to 1.1 higher.
    It usually takes half a year of entries to tell.

    Counted, without a verdict
    ");
}

#[test]
fn json_has_the_change_and_what_was_counted_apart() {
    let answer = imported("step", "2024-07-03").json(&["trend"]);
    assert_eq!(answer["twinge"]["schema"], "trend/1");
    let data = &answer["data"];
    assert_eq!(data["trend"]["verdict"], "better");
    let total = data["trend"]["change_total"].as_f64().unwrap();
    assert!((total + 3.786_222_729_429_752).abs() < 1e-6);
    assert_eq!(data["changes"][0]["date"], "2024-03-30");
    assert_eq!(data["changes"][0]["window"], json!(["2024-01-31", "2024-05-02"]));
    assert_eq!(data["facts"]["four_weeks_need"], json!(null));
}

#[test]
fn a_span_and_too_few_days() {
    let twinge = imported("step", "2024-07-03");
    let data = &twinge.json(&["trend", "--span", "2024-02"])["data"];
    assert_eq!(data["first"], "2024-02-01");
    assert_eq!(data["trend"]["verdict"], "not_enough_data");
    assert_eq!(twinge.run(&["trend", "--span", "2030"]).code, 2);
    assert_eq!(twinge.run(&["trend", "--span", "soon"]).code, 2);
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    assert_snapshot!(twinge.run(&["trend"]), @"
    Pain, Sun 15 Mar 2026 to Sun 15 Mar 2026: 1 day, 1 with a score

    Not enough entries to say: 41 more days of diary.

    Counted, without a verdict
      the last four weeks beside the four before: not enough entries, 14 more days
        with an average or a moment
      flare-ups: 0 by the scores, 0 that you marked

    Whether pain that gets worse is a warning sign has a rule of its own:
      `twinge alerts --explain worsening`.
    --- exit 0
    ");
}

#[test]
fn a_long_stretch_without_a_score_is_said() {
    let twinge = Twinge::new();
    for day in [300, 299, 298, 50, 49, 20, 2] {
        let _ = twinge.done(&["log", "4", "--on", &format!("-{day}d")]);
    }
    let shown = twinge.done(&["trend"]).stdout;
    let said: Vec<&str> = shown.lines().take(5).collect();
    assert_snapshot!(said.join("\n"), @"
    Pain, Mon 19 May 2025 to Fri 13 Mar 2026: 299 days, 7 with a score
    No score from Thu 22 May 2025 to Fri 23 Jan 2026, 247 days.
    No score from Mon 26 Jan 2026 to Sun 22 Feb 2026, 28 days.

    Not enough entries to say: 25 more days with a pain score.
    ");
    // 28 days are long, 17 are not.
    assert_eq!(
        twinge.json(&["trend"])["data"]["gaps"],
        json!([["2025-05-22", "2026-01-23"], ["2026-01-26", "2026-02-22"]])
    );
}
