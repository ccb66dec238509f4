//! Whatever is made is for its owner alone, whatever the shell's umask says.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

use crate::kit::{Twinge, WORDS};

/// Every file and folder below, with its mode.
fn modes(folder: &Path) -> Vec<(String, u32)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        found.push((path.display().to_string(), mode));
        if path.is_dir() {
            found.extend(modes(&path));
        }
    }
    found
}

#[test]
fn files_are_0600_and_folders_0700() {
    let mut twinge = Twinge::new();
    for (now, args) in [
        ("2026-03-15T10:00:00+01:00", &["--journal", "a/b/j.db", "log", "4"][..]),
        ("2026-03-16T10:00:00+01:00", &["--journal", "a/b/j.db", "log", "4"]),
        ("2026-03-16T10:00:00+01:00", &["--journal", "a/b/j.db", "backup", "-o", "a/copy.db"]),
        ("2026-03-16T10:00:00+01:00", &["--journal", "a/b/j.db", "restore", "a/copy.db"]),
        (
            "2026-03-16T10:00:00+01:00",
            &["--journal", "a/b/j.db", "verify", "--salvage", "a/new.db"],
        ),
        ("2026-03-16T10:00:00+01:00", &["--journal", "a/b/j.db", "export", "-o", "a/all.csv"]),
    ] {
        twinge.at(now);
        let inner = twinge.command(args);
        let mut shell = Command::new("sh");
        shell.args(["-c", "umask 000; exec \"$@\"", "sh"]).arg(inner.get_program());
        shell.args(inner.get_args()).env_clear().current_dir(twinge.path("."));
        for (name, value) in inner.get_envs() {
            shell.env(name, value.unwrap());
        }
        let done = shell.output().unwrap();
        assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    }
    let found = modes(&twinge.path("."));
    assert!(found.len() > 8, "{found:?}");
    for (path, mode) in found {
        let owner = if Path::new(&path).is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, owner, "{path}");
    }
}

/// A journal that somebody may not write to is not replaced by a locked one either.
#[test]
fn what_one_may_not_write_to_is_not_locked() {
    /// Nobody: what the owner of everything may do anyway.
    const NOBODY: u32 = 65_534;
    let twinge = Twinge::new();
    let _ = twinge.done(&["--journal", "cd/j.db", "log", "4"]);
    let chmod = |name: &str, mode| {
        fs::set_permissions(twinge.path(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    chmod("cd/j.db", 0o444);
    chmod("cd", 0o777);
    chmod(".", 0o755);
    let before = fs::read(twinge.path("cd/j.db")).unwrap();
    let is_writable = fs::OpenOptions::new().append(true).open(twinge.path("cd/j.db")).is_ok();
    let run = |args: &[&str]| {
        let mut command = twinge.command(args);
        command.env("PATH", "/usr/bin:/bin");
        command.env("TWINGE_PASSPHRASE_COMMAND", format!("echo {WORDS}"));
        if is_writable {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output()
    };
    // Where nobody may not come to the program either, this cannot be tried.
    if run(&["--help"]).is_ok_and(|ran| ran.status.success()) {
        let ran = run(&["--journal", "cd/j.db", "lock"]).unwrap();
        let told = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(7), "{told}");
        assert!(told.contains("cannot be written to"), "{told}");
        assert_eq!(fs::read(twinge.path("cd/j.db")).unwrap(), before);
    }
}
