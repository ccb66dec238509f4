//! Many at once lose nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use twinge::clock::Moment;
use twinge::store::{Access, Error, Key, Keys, Nobody, Passphrase, PassphraseSource, Salt, Store};

use crate::kit::{NOW, Twinge, WORDS};

#[test]
fn twenty_processes_at_once_lose_nothing() {
    let twinge = Twinge::new();
    let mut children: Vec<_> = (0..20)
        .map(|n| {
            twinge
                .command(&["log", "4", "--took", &format!("medicine-{n}")])
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    for child in &mut children {
        assert!(child.wait().unwrap().success());
    }
    let day = twinge.json(&["show"]);
    let entries = day["data"]["entries"].as_array().unwrap().clone();
    assert_eq!(entries.iter().filter(|e| e["kind"] == "pain").count(), 20);
    for n in 0..20 {
        let name = format!("medicine-{n}");
        assert!(entries.iter().any(|e| e["values"]["name"] == name.as_str()), "{name} is lost");
    }
}

/// Nobody sits before a screen that says nothing for half a minute.
#[test]
fn waiting_for_another_is_said_after_a_second() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let other = rusqlite::Connection::open(twinge.journal()).unwrap();
    let wait = |args: &[&str], ms: u64| {
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        let mut command = twinge.command(args);
        let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        thread::sleep(Duration::from_millis(ms));
        other.execute_batch("COMMIT").unwrap();
        let done = child.wait_with_output().unwrap();
        assert!(done.status.success());
        String::from_utf8(done.stderr).unwrap()
    };
    let said = wait(&["log", "5"], 4000);
    assert_eq!(said.matches("waiting for another twinge").count(), 1, "{said}");
    assert_eq!(wait(&["--quiet", "log", "6"], 2000), "");
    let day = twinge.json(&["show"]);
    assert_eq!(day["data"]["entries"].as_array().unwrap().len(), 3);
}

/// What is checked, or looked through, is of one moment, however often others write meanwhile.
#[test]
fn a_check_sees_no_act_that_is_written_meanwhile() {
    let twinge = Twinge::new();
    let first = chrono::NaiveDate::from_ymd_opt(2001, 1, 1).unwrap();
    let days = first.iter_days().take(9000).enumerate();
    let row = |(n, day)| format!("{day},{},9,a day", n % 10);
    let rows: Vec<String> = days.map(row).collect();
    twinge.write("diary.csv", format!("date,pain,worst,note\n{}\n", rows.join("\n")));
    let _ = twinge.done(&["import", "diary.csv"]);
    for n in 0..4 {
        let new = format!("new-{n}.db");
        for args in [&["verify"][..], &["verify", "--salvage", &new]] {
            let mut checking = twinge.command(args);
            let checking = checking.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
            for _ in 0..3 {
                let _ = twinge.done(&["log", "3"]);
            }
            let checked = checking.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&checked.stdout);
            assert!(checked.status.success(), "{args:?}: {said}");
        }
    }
}

/// The key of the passphrase of tests, under one salt or another.
fn key(n: u8) -> Key {
    Key::derive(&Passphrase::new(WORDS).unwrap(), Salt::new([n; 12])).unwrap()
}

/// Of two who change the lock at once, the second is told so: nothing is damaged.
#[test]
fn who_changes_the_lock_second_is_told_that_another_did() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let (moment, keys) = (Moment::read(NOW).unwrap(), Keys::from(Nobody));
    let open = || Store::open(&twinge.journal(), Access::Write, &moment, &keys).unwrap();
    for (first, second) in
        [(Some(key(1)), Some(key(2))), (Some(key(3)), Some(key(4))), (None, None)]
    {
        let (one, other) = (open(), open());
        let _ = one.change_lock(first.as_ref(), &moment).unwrap();
        let told = other.change_lock(second.as_ref(), &moment);
        assert!(matches!(told, Err(Error::Busy(_))), "{told:?}");
    }
    let _ = twinge.done(&["verify"]);
}

/// Somebody who is asked for the passphrase, and meanwhile the journal is locked anew.
struct Slow(PathBuf);

impl PassphraseSource for Slow {
    fn kept(&self, _: Salt) -> Option<Key> {
        None
    }

    fn passphrase(&self, file: &Path, n_wrong: usize) -> Result<Option<Passphrase>, Error> {
        fs::rename(&self.0, file).ok();
        Ok((n_wrong == 0).then(|| Passphrase::new(WORDS).unwrap()))
    }

    fn was_right(&self, _: &Key) {}
}

#[test]
fn a_journal_that_is_replaced_while_it_is_opened_is_opened_again() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let (moment, keys) = (Moment::read(NOW).unwrap(), Keys::from(Nobody));
    let anew = twinge.path("anew.db");
    fs::copy(twinge.journal(), &anew).unwrap();
    for (path, n) in [(&twinge.journal(), 1), (&anew, 2)] {
        let store = Store::open(path, Access::Write, &moment, &keys).unwrap();
        let _ = store.change_lock(Some(&key(n)), &moment).unwrap();
    }
    let keys = Keys::from(Slow(anew.clone()));
    let store = Store::open(&twinge.journal(), Access::Read, &moment, &keys).unwrap();
    assert_eq!(store.salt(), Some(Salt::new([2; 12])));
    assert!(!anew.exists() && store.verify(&moment).unwrap().is_whole());
}
