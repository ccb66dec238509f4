//! Many at once lose nothing.

use std::process::Stdio;
use std::thread;
use std::time::Duration;

use crate::kit::Twinge;

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
    let mut diary = String::from("date,pain,worst,note\n");
    for n in 0..9000_u64 {
        let day = chrono::NaiveDate::from_ymd_opt(2001, 1, 1).unwrap() + chrono::Days::new(n);
        diary += &format!("{day},{},9,a day\n", n % 10);
    }
    twinge.write("diary.csv", diary);
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
