//! What people call an option is read as it, or answered with the right one.

use crate::kit::Twinge;

#[test]
fn an_option_is_read_by_what_else_it_is_called() {
    let twinge = Twinge::new();
    for (said, meant) in [
        (&["log", "--sat", "6h"][..], "sitting 6 h"),
        (&["log", "--sit", "6h"], "sitting 6 h"),
        (&["log", "--sleep-hours", "7"], "sleep 7 h"),
        (&["log", "4", "--when", "07:15"], "pain 4 at 07:15"),
        (&["log", "4", "--where", "neck"], "pain 4 at 10:30, neck"),
        (&["log", "--max", "6", "--avg", "3"], "worst 6, average 3"),
        (&["log", "--notes", "long drive"], "“long drive”"),
        (&["log", "--meds", "tea"], "tea"),
        (&["log", "4", "--date", "yesterday"], "Sat 14 Mar 2026"),
        (&["did", "walk", "--day", "-1d"], "Sat 14 Mar 2026"),
        (&["took", "heat", "--notes", "late"], "“late”"),
    ] {
        let ran = twinge.done(said);
        assert!(ran.stdout.contains(meant), "{said:?}: {ran}");
    }
    // One name of each is enough in the help.
    assert!(!twinge.done(&["log", "--help"]).stdout.contains("--sat"));
    assert!(!twinge.done(&["completions", "bash"]).stdout.contains("--sat"));
}

#[test]
fn an_option_that_there_is_not_is_answered_with_what_would_be_right() {
    let twinge = Twinge::new();
    for (said, tip) in [
        ("--pain", "pain now stands alone: 'twinge log 4'"),
        ("--yesterday", "it is said as '--on yesterday'"),
        ("--walk", "it is said as '--did walk'"),
        ("--heat", "it is said as '--took heat'"),
        ("--fever", "it is said as '--symptom fever'"),
        ("--mood", "'twinge habit add mood', then '--habit mood'"),
        // By its letters it would be --stress.
        ("--steps", "'twinge habit add steps', then '--habit steps'"),
        ("--wrost", "a similar argument exists: '--worst'"),
        // Near to another name of an option: the one that is in the help.
        ("--notess", "a similar argument exists: '--note'"),
    ] {
        let ran = twinge.run(&["log", said, "4"]);
        assert_eq!(ran.code, 2, "{said}: {ran}");
        assert!(
            ran.stderr.contains(&format!("tip: {tip}\n"))
                || ran.stderr.contains(&format!("tip: it can be a habit of your own: {tip}\n")),
            "{said}: {ran}"
        );
        assert_eq!(ran.stderr.matches("tip:").count(), 1, "{said}: {ran}");
    }
    // Other commands have no days to log, and no value begins with two hyphens.
    let ran = twinge.run(&["list", "--walk"]);
    assert_eq!((ran.code, ran.stderr.contains("tip:")), (2, false), "{ran}");
}
