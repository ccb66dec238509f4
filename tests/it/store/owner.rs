//! Whatever is made is for its owner alone, whatever the shell's umask says.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use crate::kit::Twinge;

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
