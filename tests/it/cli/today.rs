//! `twinge` alone: the reminder of the warning signs.

use crate::kit::Twinge;

const NUDGE: &str = "`twinge check` takes";

#[test]
fn the_reminder_comes_once_a_week_and_only_with_pain() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "0"]);
    assert!(!twinge.done(&[]).stdout.contains(NUDGE));
    let _ = twinge.done(&["log", "4"]);
    let page = twinge.done(&[]).stdout;
    assert!(
        page.contains(&format!("Warning signs have not been asked yet: {NUDGE} two minutes.")),
        "{page}"
    );
    let answer = twinge.json(&[]);
    assert_eq!(answer["data"]["check_due"], true);
    assert_eq!(answer["data"]["last_checked"], serde_json::Value::Null);

    let ran = twinge.run_with(&["check"], "n\n".repeat(8).as_bytes());
    assert_eq!(ran.code, 0, "{ran}");
    assert!(!twinge.done(&[]).stdout.contains("twinge check"));
    let answer = twinge.json(&[]);
    assert_eq!(answer["data"]["check_due"], false);
    assert_eq!(answer["data"]["last_checked"], "2026-03-15");

    for (now, is_due) in [("2026-03-21T10:00:00+01:00", false), ("2026-03-22T10:00:00+01:00", true)]
    {
        twinge.at(now);
        let page = twinge.done(&[]).stdout;
        let nudge = format!("Warning signs were last asked on Sun 15 Mar 2026: {NUDGE} a minute.");
        assert_eq!(page.contains(&nudge), is_due, "{page}");
        assert_eq!(twinge.json(&[])["data"]["check_due"], is_due);
    }
    // Four weeks without pain on record: nobody is asked.
    twinge.at("2026-04-12T10:00:00+02:00");
    assert!(!twinge.done(&[]).stdout.contains(NUDGE));
}

#[test]
fn who_was_asked_long_ago_is_not_told_that_they_never_were() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.run_with(&["check"], "n\n".repeat(8).as_bytes());
    twinge.at("2027-05-01T10:00:00+02:00");
    let _ = twinge.done(&["log", "4"]);
    let page = twinge.done(&[]).stdout;
    assert!(page.contains("Warning signs have not been asked in the last year"), "{page}");
}
