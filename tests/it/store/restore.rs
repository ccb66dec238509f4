//! A restore while others write: what they were told is saved is saved somewhere.

use std::process::{Child, Stdio};

use crate::kit::{Twinge, files_in};

#[test]
fn what_others_write_meanwhile_is_in_the_journal_or_in_what_is_kept() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["backup", "-o", "good.db"]);
    let start = |args: &[&str]| -> Child {
        let mut command = twinge.command(args);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap()
    };
    let mut started = Vec::new();
    for n in 0..12 {
        started.push(start(&["--json", "took", &format!("medicine-{n}")]));
        if n % 4 == 1 {
            started.push(start(&["--json", "restore", "good.db"]));
        }
    }
    let mut answers = String::new();
    for child in started {
        let ran = child.wait_with_output().unwrap();
        let told = String::from_utf8(ran.stderr).unwrap();
        // Whoever came too late is told so, and nothing of it was saved.
        assert!(ran.status.success() || told.contains("try again"), "{told}");
        answers.push_str(&String::from_utf8(ran.stdout).unwrap());
    }
    twinge.write("ids", &answers);
    let mut missing: Option<Vec<String>> = None;
    for (file, _) in files_in(twinge.journal().parent().unwrap()) {
        let file = file.to_string_lossy().into_owned();
        let ran = twinge.run(&["--json", "--journal", &file, "verify", "--must-contain", "ids"]);
        assert!([0, 1].contains(&ran.code), "{ran}");
        let found: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let lacks = |id: &String| found["data"]["missing"].to_string().contains(id.as_str());
        let all = found["data"]["missing"].as_array().unwrap().iter();
        missing = Some(match missing {
            None => all.map(|id| id.as_str().unwrap().to_string()).collect(),
            Some(still) => still.into_iter().filter(lacks).collect(),
        });
    }
    assert_eq!(missing, Some(Vec::new()), "{answers}");
}
