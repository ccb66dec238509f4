//! Where a passphrase comes from, and that nothing waits for one where nobody is.

use std::process::Stdio;

use crate::kit::{Ran, Twinge, WORDS};

/// A locked journal.
fn locked() -> Twinge {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.unlocked(&["lock"]);
    twinge
}

/// Runs in a shell, which has the program as `$TWINGE`.
pub(super) fn sh(twinge: &Twinge, script: &str) -> Ran {
    let program = twinge.command(&[]).get_program().to_owned();
    let mut command = twinge.command_of("/bin/sh");
    command.env("PATH", "/usr/bin:/bin").env("TWINGE", program).args(["-c", script]);
    twinge.run_command(command, b"")
}

#[test]
fn it_is_read_from_a_file_descriptor_line_by_line() {
    let twinge = locked();
    twinge.write("good", format!("{WORDS}\n"));
    twinge.write("bare", WORDS);
    twinge.write("late", format!("not this one\n{WORDS}\n"));
    for (file, code) in [("good", 0), ("bare", 0), ("late", 0), ("/dev/null", 8)] {
        let ran = sh(&twinge, &format!("exec $TWINGE --passphrase-fd 3 list 3<{file}"));
        assert_eq!(ran.code, code, "{file}: {ran}");
    }
    let ran = sh(&twinge, &format!("echo '{WORDS}' | $TWINGE --passphrase-fd 0 log 3"));
    assert_eq!(ran.code, 0, "{ran}");
    let ran = sh(&twinge, "exec $TWINGE --passphrase-fd 7 list");
    assert!(ran.code == 8 && ran.stderr.contains("file descriptor 7 cannot be read"), "{ran}");
}

#[test]
fn a_command_says_it_or_says_why_not() {
    let twinge = locked();
    for (command, code, told) in [
        (format!("echo '{WORDS}'"), 0, ""),
        // One blank or two: what is typed is the same.
        ("echo 'correct  horse battery staple '".into(), 0, ""),
        ("exit 3".into(), 8, "exit status: 3"),
        ("true".into(), 8, "says nothing"),
        ("echo wrong".into(), 8, "does not open"),
    ] {
        let ran = sh(&twinge, &format!("TWINGE_PASSPHRASE_COMMAND=\"{command}\" $TWINGE list"));
        assert_eq!(ran.code, code, "{command}: {ran}");
        assert!(ran.stderr.contains(told), "{command}: {ran}");
    }
}

#[test]
fn where_nobody_is_asked_nothing_waits_and_what_needs_none_asks_for_none() {
    let twinge = locked();
    // A command that would be seen to run.
    let seen = |args: &str| {
        let script = format!("TWINGE_PASSPHRASE_COMMAND='touch asked; exit 1' $TWINGE {args}");
        let ran = sh(&twinge, &script);
        (ran.code, twinge.path("asked").exists())
    };
    for args in ["help", "--help", "log --help", "--version", "completions bash", "man"] {
        assert_eq!(seen(args), (0, false), "{args}");
    }
    assert_eq!(seen("restore"), (0, false), "a list of names");
    assert_eq!(seen("list"), (8, true));
    // Neither an open pipe nor a closed one.
    let mut child = twinge
        .command(&["log", "4"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(8));
    let ran = twinge.run(&["--json", "list"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (8, ""), "{ran}");
    // A sign that is an emergency is told, whatever is locked.
    let ran = twinge.run(&["symptom", "bladder"]);
    assert!(ran.code == 8 && ran.stderr.contains("emergency"), "{ran}");
}

#[test]
fn a_new_passphrase_has_to_be_long_and_there_must_be_something_to_lock() {
    let twinge = Twinge::new();
    assert_eq!(twinge.with(WORDS, &["lock"]).code, 4);
    let _ = twinge.done(&["log", "4"]);
    assert_eq!(twinge.with("short", &["lock"]).code, 2);
    assert_eq!(twinge.run(&["lock"]).code, 8, "nobody is here");
    assert_eq!(twinge.run(&["passphrase"]).code, 2, "it is not locked");
    assert_eq!(twinge.run(&["passphrase", "--remember", "8h"]).code, 2);
    let _ = twinge.done(&["list"]);
    let ran = twinge.done(&["unlock"]);
    assert!(ran.stdout.contains("was not locked"), "{ran}");
    assert_eq!(twinge.with(WORDS, &["passphrase", "--remember", "30h"]).code, 2);
    let view = twinge.with(WORDS, &["--json", "lock"]);
    let view: serde_json::Value = serde_json::from_str(&view.stdout).unwrap();
    assert_eq!(view["twinge"]["schema"], "lock/2");
    assert_eq!(view["data"]["done"], "locked");
}

/// Runs on a terminal of its own, with what is typed; `None`: there is no program for that here.
fn at_a_terminal(twinge: &Twinge, args: &str, typed: &str) -> Option<Ran> {
    if !["/usr/bin/script", "/bin/script"].iter().any(|path| std::path::Path::new(path).exists()) {
        return None;
    }
    twinge.write("typed", typed);
    Some(sh(twinge, &format!("exec script -qec \"$TWINGE {args}\" /dev/null <typed")))
}

#[test]
fn a_person_types_it_three_times_and_once_from_then_on() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let mine = "words of my own\n";
    // Too short; another one the second time; another one on the paper; then as it should be.
    let typed =
        ["short\n", mine, "others, not mine\n", mine, mine, "not on paper\n", mine, mine, mine];
    let Some(ran) = at_a_terminal(&twinge, "lock", &typed.concat()) else {
        println!("skipped: there is no `script`, which makes a terminal");
        return;
    };
    assert_eq!(ran.code, 0, "{ran}");
    let told = ["Six words", "10 characters or more", "another one", "on paper now", "begin again"];
    assert!(told.iter().all(|told| ran.stdout.contains(told)), "{ran}");
    assert!(ran.stdout.contains("locked ~/.local/share/twinge/journal.db"), "{ran}");
    for (typed, code) in [("not it\nwords  of my own\n", 0), ("no\nno\nno\n", 8), ("\n", 8)] {
        let Some(ran) = at_a_terminal(&twinge, "list", typed) else { return };
        assert_eq!(ran.code, code, "{typed}: {ran}");
        let n_wrong = ran.stdout.matches("that does not open it").count();
        assert_eq!(n_wrong, typed.matches("no").count().min(2), "{typed}: {ran}");
    }
}

/// Enter alone is asked again, a few times; Ctrl-C and Ctrl-D end it.
#[test]
fn nothing_typed_is_no_new_passphrase() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let plain = std::fs::read(twinge.journal()).unwrap();
    let mine = "words of my own\n";
    let Some(ran) = at_a_terminal(&twinge, "lock", &"\n".repeat(5)) else { return };
    assert!(ran.code == 8 && ran.stdout.contains("no passphrase was typed"), "{ran}");
    assert_eq!(ran.stdout.matches("nothing was typed; Ctrl-C stops").count(), 4, "{ran}");
    // Ctrl-C, and Ctrl-D.
    for key in ["\\003", "\\004"] {
        let Some(ran) = with_key(&twinge, key, "New passphrase", "lock") else { return };
        assert_eq!(ran.code, 130, "{key}: {ran}");
        assert_eq!(std::fs::read(twinge.journal()).unwrap(), plain, "{key}");
    }
    let typed = ["\n", mine, "\n", mine, "\n", mine].concat();
    let Some(ran) = at_a_terminal(&twinge, "lock", &typed) else { return };
    assert!(ran.code == 0 && ran.stdout.contains("locked ~/"), "{ran}");
}

/// Runs on a terminal of its own, where Ctrl-C is pressed once the question for a passphrase is
/// there, and again, as the terminal may not have been ready; `None`: there is no program for that.
fn with_ctrl_c(twinge: &Twinge, args: &str) -> Option<Ran> {
    with_key(twinge, "\\003", "Passphrase of", args)
}

/// As [`with_ctrl_c`], with any key at any question.
fn with_key(twinge: &Twinge, key: &str, question: &str, args: &str) -> Option<Ran> {
    let is_there = |path: &&str| std::path::Path::new(path).exists();
    ["/usr/bin/script", "/bin/script"].iter().find(|path| is_there(path))?;
    twinge.write("seen", "");
    let press = format!(
        "for n in $(seq 300); do grep -q '{question}' seen && break; sleep 0.1; done; \
         for n in 1 2 3 4; do sleep 0.5; printf '{key}'; done"
    );
    let script = format!("{{ {press}; }} 2>/dev/null | script -qefc \"$TWINGE {args}\" seen");
    Some(sh(twinge, &script))
}

/// Ctrl-C stops what asks for more than one passphrase.
#[test]
fn ctrl_c_at_a_passphrase_stops_everything() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["backup"]);
    let _ = twinge.done(&["backup"]);
    let _ = twinge.unlocked(&["lock"]);
    for args in ["verify --backups", "verify --salvage new.db"] {
        let Some(ran) = with_ctrl_c(&twinge, args) else { return };
        assert_eq!(ran.code, 130, "{args}: {ran}");
        assert_eq!(ran.stdout.matches("Passphrase of").count(), 1, "{args}: {ran}");
        assert!(!twinge.path("new.db").exists());
    }
}

#[test]
fn a_new_passphrase_is_another_one_from_another_place() {
    let twinge = locked();
    twinge.write("both", format!("{WORDS}\nquite another one\n"));
    twinge.write("same", WORDS);
    let change = "exec $TWINGE --passphrase-fd 3 passphrase --new-passphrase-fd";
    let ran = sh(&twinge, &format!("{change} 3 3<both"));
    assert!(ran.code == 2 && ran.stderr.contains("both passphrases are to come"), "{ran}");
    let ran = sh(&twinge, &format!("{change} 4 3<both 4<same"));
    assert!(ran.code == 2 && ran.stderr.contains("the one that it has"), "{ran}");
    let _ = twinge.unlocked(&["list"]);
}

/// The kernel keeps the key where that was asked for, and only then.
#[test]
fn what_is_remembered_is_not_asked_for_until_it_is_forgotten() {
    let twinge = locked();
    let kept = || std::fs::read_to_string("/proc/keys").unwrap_or_default();
    let head = std::fs::read(twinge.journal()).unwrap()[..16].try_into().unwrap();
    let salt = format!("{:032x}", u128::from_be_bytes(head));
    assert_eq!(twinge.run(&["list"]).code, 8);
    assert!(!kept().contains(&salt), "not unasked");
    let ran = twinge.with(WORDS, &["passphrase", "--remember", "5m"]);
    if ran.code == 1 {
        println!("skipped: the kernel keeps no keys here: {ran}");
        return;
    }
    assert_eq!(ran.code, 0, "{ran}");
    assert!(ran.stdout.starts_with("for 5 minutes the passphrase of"), "{ran}");
    let _ = twinge.done(&["log", "5"]);
    let ran = twinge.run(&["passphrase", "--remember", "5m"]);
    assert_eq!(ran.code, 8, "it renewed itself: {ran}");
    // It opens the journal, and neither takes the lock off nor changes it.
    let before = std::fs::read(twinge.journal()).unwrap();
    for args in [&["unlock"][..], &["passphrase"]] {
        let ran = twinge.run(args);
        assert_eq!(ran.code, 8, "{ran}");
    }
    assert_eq!(std::fs::read(twinge.journal()).unwrap(), before);
    let _ = twinge.done(&["passphrase", "--forget"]);
    assert_eq!(twinge.run(&["list"]).code, 8);
    // Or each time that it was given.
    let mut command = twinge.command(&["list"]);
    command.env("PATH", "/usr/bin:/bin").env("TWINGE_REMEMBER", "5m");
    command.env("TWINGE_PASSPHRASE_COMMAND", format!("echo {WORDS}"));
    assert_eq!(twinge.run_command(command, b"").code, 0);
    let _ = twinge.done(&["log", "6"]);
    let _ = twinge.done(&["passphrase", "--forget"]);
}

/// While the one is typed, another twinge locks or unlocks it: that is neither damage, nor a wrong
/// passphrase, nor another program's file.
#[test]
fn what_was_locked_otherwise_while_a_passphrase_was_typed_is_told_as_that() {
    let meanwhile = |twinge: &Twinge, runs: &str, says: &str, args: &[&str]| {
        let mut command = twinge.command(args);
        let program = command.get_program().to_string_lossy().into_owned();
        let runs = runs.replace("$TWINGE", &format!("TWINGE_PASSPHRASE_COMMAND= '{program}'"));
        command.env("PATH", "/usr/bin:/bin");
        command.env("TWINGE_PASSPHRASE_COMMAND", format!("{runs} >/dev/null; echo '{says}'"));
        let ran = twinge.run_command(command, b"");
        assert_eq!(ran.code, 75, "{args:?}: {ran}");
    };
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let lock = format!("echo '{WORDS}' | $TWINGE lock --new-passphrase-fd 0");
    meanwhile(&twinge, &lock, "another passphrase", &["lock"]);
    let _ = twinge.unlocked(&["list"]);
    let unlock = format!("echo '{WORDS}' | $TWINGE unlock --passphrase-fd 0");
    meanwhile(&twinge, &unlock, WORDS, &["unlock"]);
    let _ = twinge.done(&["list"]);
}

/// A file beside the journal that is not twinge's is the person's, whatever it is called: here the
/// passphrase is in it.
#[test]
fn a_file_of_the_persons_own_beside_the_journal_stays() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let own = twinge.journal().with_file_name(".twinge-passphrase");
    std::fs::write(&own, WORDS).unwrap();
    let told = format!("TWINGE_PASSPHRASE_COMMAND=\"cat '{}'\" $TWINGE", own.display());
    assert_eq!(sh(&twinge, &format!("{told} lock")).code, 0);
    assert_eq!(sh(&twinge, &format!("{told} log 5")).code, 0);
    assert_eq!(std::fs::read_to_string(own).unwrap(), WORDS);
}

#[test]
fn a_wrong_passphrase_is_first_of_all_not_the_right_one() {
    let ran = locked().with("not this one at all", &["list"]);
    let hint = ran.stderr.split_once("hint: ").unwrap().1;
    assert!(ran.code == 8 && hint.starts_with("is it the right journal"), "{ran}");
    assert!(!ran.stderr.contains("salt"), "{ran}");
}
