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

#[test]
fn the_page_says_seldom_that_all_copies_are_on_one_disk() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "0"]);
    let on_one_disk = "The journal and its backups are on one disk: `twinge backup -o";
    for (now, is_said) in [
        ("2026-04-13T10:00:00+02:00", false),
        ("2026-04-14T10:00:00+02:00", true),
        ("2026-04-21T10:00:00+02:00", false),
    ] {
        twinge.at(now);
        let _ = twinge.done(&["log", "0"]);
        let page = twinge.done(&[]).stdout;
        assert_eq!(page.contains(on_one_disk), is_said, "{now}: {page}");
    }
    let kept = &twinge.json(&[])["data"]["kept"];
    assert_eq!(kept["newest_backup"], "2026-04-21");
    assert_eq!(kept["newest_elsewhere"], serde_json::Value::Null);
    // A sample is nobody's loss.
    let _ = twinge.done(&["demo", "s.db"]);
    assert!(!twinge.done(&["--journal", "s.db"]).stdout.contains("one disk"));
}

#[test]
fn the_page_says_that_backups_fail() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "0"]);
    std::fs::write(twinge.journal().with_file_name("journal.db-backups"), "in the way").unwrap();
    twinge.at("2026-03-24T10:00:00+01:00");
    let _ = twinge.done(&["log", "0"]);
    let page = twinge.done(&[]).stdout;
    assert!(page.contains("There is no backup yet: `twinge backup` makes one"), "{page}");
    assert_ne!(twinge.run(&["backup"]).code, 0);
}

#[test]
fn a_whole_check_is_one_line_and_what_else_was_said_stays() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    for sign in ["chest-pain", "fever-unwell", "weight-loss"] {
        let _ = twinge.done(&["symptom", sign, "--no"]);
    }
    let page = twinge.done(&[]).stdout;
    assert!(page.contains("\n  weight loss: no at 10:30\n") && !page.contains("no to"), "{page}");
    let _ = twinge.done(&["symptom", "clumsy-hands", "--no"]);
    let _ = twinge.done(&["symptom", "arm-tingle"]);
    let page = twinge.done(&[]).stdout;
    let line =
        "\n  no to 4 warning signs: chest pain, fever or unwell, weight loss, clumsy hands\n";
    assert!(page.contains(line) && !page.contains(": no at"), "{page}");
    assert!(page.contains("\n  pins and needles in an arm or leg at 10:30\n"), "{page}");
    // A machine gets each of them.
    let entries = twinge.json(&[])["data"]["entries"].as_array().unwrap().len();
    assert_eq!(entries, 6);
}
