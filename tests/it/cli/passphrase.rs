//! A change of the passphrase: what was cut short is finished, and passphrases that cannot be are
//! refused.

use std::fs;

use crate::cli::lock::sh;
use crate::kit::{Twinge, WORDS, files_in};

/// Another passphrase.
const OTHERS: &str = "quite another thing to say";

/// A journal that has another passphrase by now, and two backups that a crash kept from it.
pub(super) fn cut_short() -> Twinge {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["backup"]);
    let _ = twinge.done(&["backup"]);
    let _ = twinge.unlocked(&["lock"]);
    let folder = twinge.journal().with_file_name("journal.db-backups");
    let before = files_in(&folder);
    twinge.write("old", WORDS);
    twinge.write("new", OTHERS);
    twinge.write("both", format!("{WORDS}\n{OTHERS}\n"));
    let ran =
        sh(&twinge, "exec $TWINGE --passphrase-fd 3 passphrase --new-passphrase-fd 4 3<old 4<new");
    assert_eq!(ran.code, 0, "{ran}");
    for (path, bytes) in before {
        fs::write(path, bytes).unwrap();
    }
    twinge
}

/// As it is said, whatever the width.
fn unfolded(told: &str) -> String {
    told.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The very command that was cut short, and each other one that has both.
#[test]
fn a_change_that_was_cut_short_is_finished_without_a_terminal() {
    for (script, told) in [
        (
            "exec $TWINGE --passphrase-fd 3 passphrase --new-passphrase-fd 4 3<old 4<new",
            "given it too",
        ),
        (
            "exec $TWINGE --passphrase-fd 3 lock --new-passphrase-fd 4 3<old 4<new",
            "locked likewise",
        ),
        ("exec $TWINGE --passphrase-fd 3 lock 3<both", "locked likewise"),
        ("TWINGE_PASSPHRASE_COMMAND='cat both' $TWINGE lock", "locked likewise"),
        (
            "TWINGE_PASSPHRASE_COMMAND='cat old' $TWINGE passphrase --new-passphrase-fd 3 3<new",
            "given it too",
        ),
    ] {
        let twinge = cut_short();
        let ran = sh(&twinge, script);
        assert_eq!(ran.code, 0, "{script}: {ran}");
        let likewise = format!("2 backups beside it were {told}");
        assert!(ran.stdout.contains(&likewise), "{script}: {ran}");
        let ran = twinge.with(OTHERS, &["verify", "--backups"]);
        assert_eq!((ran.code, ran.stdout.matches(": whole").count()), (0, 2), "{script}: {ran}");
    }
}

#[test]
fn what_finishes_it_is_said() {
    let twinge = cut_short();
    let ran = twinge.with(WORDS, &["lock"]);
    assert!(ran.code == 8 && ran.stderr.contains("`twinge lock` finishes it when both"), "{ran}");
    let ran = twinge.with(OTHERS, &["lock"]);
    assert_eq!((ran.code, ran.stdout.matches("LOCKED OTHERWISE").count()), (0, 2), "{ran}");
    assert!(ran.stdout.contains("`twinge lock` tries again with their passphrases too"), "{ran}");
    let ran = twinge.with(OTHERS, &["unlock"]);
    assert!(ran.stdout.contains("`twinge unlock` tries again with"), "{ran}");
    let ran = twinge.unlocked(&["unlock"]);
    assert!(ran.stdout.contains("2 backups beside it were unlocked likewise"), "{ran}");
}

/// Backups that stayed locked when the journal was unlocked open with the same words again.
#[test]
fn words_that_come_back_open_what_they_locked_before() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["backup"]);
    let plain = fs::read(twinge.journal()).unwrap();
    let _ = twinge.unlocked(&["lock"]);
    fs::write(twinge.journal(), plain).unwrap();
    let ran = twinge.unlocked(&["lock"]);
    assert!(ran.stdout.contains("1 backup beside it was locked likewise"), "{ran}");
}

#[test]
fn a_passphrase_that_nobody_can_give_again_is_refused() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let plain = fs::read(twinge.journal()).unwrap();
    let long = "ab ".repeat(2000);
    for (said, code, told) in [
        (long.as_bytes(), 2, "is longer than 4096 bytes"),
        (b"abcd\xffefghijklm\n", 2, "is not text in UTF-8"),
        (b"abcd\0efghijklm\n", 2, "has a control character in it"),
        (b"\n", 8, ""),
        (b"", 8, ""),
    ] {
        twinge.write("said", said);
        for script in [
            "exec $TWINGE lock --new-passphrase-fd 3 3<said",
            "TWINGE_PASSPHRASE_COMMAND='cat said' $TWINGE lock",
        ] {
            let ran = sh(&twinge, script);
            assert_eq!(ran.code, code, "{script}: {ran}");
            assert!(unfolded(&ran.stderr).contains(told), "{script}: {ran}");
            assert_eq!(fs::read(twinge.journal()).unwrap(), plain);
        }
    }
    // The longest that there is, with what ends a line on any system.
    let longest = "a".repeat(4094);
    twinge.write("said", format!("{longest}\r\nand more"));
    let ran = sh(&twinge, "exec $TWINGE lock --new-passphrase-fd 3 3<said");
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(twinge.with(&longest, &["list"]).code, 0);
    twinge.write("said", format!("{longest}bcd"));
    let ran = sh(&twinge, "exec $TWINGE --passphrase-fd 3 list 3<said");
    assert_eq!(ran.code, 8, "{ran}");
    assert!(unfolded(&ran.stderr).contains("is longer than 4096 bytes"), "{ran}");
}

/// Whoever mistypes the path is not told that the key is forgotten.
#[test]
fn there_is_nothing_to_remember_or_forget_where_there_is_no_journal() {
    let twinge = Twinge::new();
    for (args, lead) in [
        (&["--remember", "8h"][..], "cannot remember the passphrase: there is no journal"),
        (&["--forget"], "cannot forget the passphrase: there is no journal"),
        (&[], "cannot change the passphrase: there is no journal"),
    ] {
        let ran = twinge.run(&[&["passphrase"], args].concat());
        let said = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(ran.code == 4 && said.contains(lead), "{ran}");
    }
}

#[test]
fn of_a_journal_that_is_not_locked_none_is_forgotten() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let ran = twinge.done(&["passphrase", "--forget"]);
    let said = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.ends_with("journal.db is not locked: no passphrase is asked for"), "{ran}");
}

/// What it started goes on and keeps its output open: the passphrase is there all the same. Of one
/// that takes its time it is said that it is waited for.
#[test]
fn a_command_is_waited_for_and_nothing_that_it_started() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.unlocked(&["lock"]);
    twinge.write("words", WORDS);
    let goes_on = "cat words; (sleep 30; echo over >over) 2>rest &";
    let ran = sh(&twinge, &format!("TWINGE_PASSPHRASE_COMMAND='{goes_on}' $TWINGE list"));
    assert_eq!(ran.code, 0, "{ran}");
    assert!(!twinge.path("over").exists());
    let ran = sh(&twinge, "TWINGE_PASSPHRASE_COMMAND='sleep 2; cat words' $TWINGE list");
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(ran.stderr.matches("waiting for TWINGE_PASSPHRASE_COMMAND …").count(), 1, "{ran}");
}

/// Nobody is sent to a keyboard that was not used.
#[test]
fn what_gave_a_wrong_passphrase_is_named() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.unlocked(&["lock"]);
    twinge.write("wrong", OTHERS);
    for (script, named) in [
        ("exec $TWINGE --passphrase-fd 3 list 3<wrong", "does file descriptor 3 give"),
        (
            "TWINGE_PASSPHRASE_COMMAND='cat wrong' $TWINGE list",
            "does TWINGE_PASSPHRASE_COMMAND give",
        ),
    ] {
        let ran = sh(&twinge, script);
        assert_eq!(ran.code, 8, "{ran}");
        assert!(unfolded(&ran.stderr).contains(named), "{ran}");
        assert!(!ran.stderr.contains("keyboard"), "{ran}");
    }
}
