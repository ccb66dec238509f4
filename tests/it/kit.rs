//! The program in a home of its own: cleared environment, a stated moment, a fixed width.

use std::fmt;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value as Json;
use tempfile::TempDir;

/// The day on which tests happen: a Sunday.
pub(crate) const NOW: &str = "2026-03-15T10:30:00+01:00";

/// A home folder with the program in reach.
pub(crate) struct Twinge {
    home: TempDir,
    now: String,
}

/// What a run printed, and its exit code.
#[must_use = "either snapshot the output or assert the exit code"]
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: i32,
}

impl Twinge {
    pub(crate) fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap(), now: NOW.into() }
    }

    /// The same home at another moment.
    pub(crate) fn at(&mut self, now: &str) -> &mut Self {
        self.now = now.into();
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// The usual journal's path.
    pub(crate) fn journal(&self) -> PathBuf {
        self.path(".local/share/twinge/journal.db")
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).unwrap();
        path
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = self.command_of(env!("CARGO_BIN_EXE_twinge"));
        command.args(args);
        command
    }

    /// Another program in the same home.
    pub(crate) fn command_of(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("HOME", self.home.path())
            .env("TWINGE_NOW", &self.now)
            .env("TWINGE_MACHINE", "test machine")
            .env("COLUMNS", "80")
            .current_dir(self.home.path());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, b"")
    }

    pub(crate) fn run_with(&self, args: &[&str], input: &[u8]) -> Ran {
        self.run_command(self.command(args), input)
    }

    /// Runs what was added to.
    pub(crate) fn run_command(&self, mut command: Command, input: &[u8]) -> Ran {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that does not read its input closes it: that is no failure of the test.
        child.stdin.take().unwrap().write_all(input).ok();
        let output = child.wait_with_output().unwrap();
        let text = |bytes| {
            let text: String = String::from_utf8(bytes).unwrap();
            text.replace(&*self.home.path().to_string_lossy(), "~")
        };
        Ran {
            stdout: text(output.stdout),
            stderr: text(output.stderr),
            code: output.status.code().unwrap_or(-1),
        }
    }

    /// Runs, and asserts that it succeeded.
    pub(crate) fn done(&self, args: &[&str]) -> Ran {
        let ran = self.run(args);
        assert_eq!(ran.code, 0, "{args:?}\n{ran}");
        ran
    }

    /// Runs with `--json`, and reads the answer.
    pub(crate) fn json(&self, args: &[&str]) -> Json {
        let args: Vec<&str> = std::iter::once("--json").chain(args.iter().copied()).collect();
        let ran = self.done(&args);
        serde_json::from_str(&ran.stdout).unwrap()
    }
}

impl fmt::Display for Ran {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.stdout)?;
        if !self.stderr.is_empty() {
            write!(f, "--- stderr\n{}", self.stderr)?;
        }
        writeln!(f, "--- exit {}", self.code)
    }
}

/// Takes ids out of an answer: they are random.
pub(crate) fn without_ids(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('[') {
        let Some(length) = rest[start..].find(']') else { break };
        let inside = &rest[start + 1..start + length];
        let is_id = inside.len() >= 7 && inside.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
        shown.push_str(&rest[..start]);
        shown.push_str(if is_id { "[id]" } else { &rest[start..=start + length] });
        rest = &rest[start + length + 1..];
    }
    shown.push_str(rest);
    shown
}

/// Every file below a folder, with its bytes.
pub(crate) fn files_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_in(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            found.push((path, bytes));
        }
    }
    found.sort();
    found
}

/// The name that twinge gives an unfinished file: sixteen digits, and eight of their hash.
pub(crate) fn part_name(number: u64) -> String {
    let digits = format!("{number:016x}");
    let hash = xxhash_rust::xxh3::xxh3_64(digits.as_bytes()) >> 32;
    format!(".twinge-unfinished-{digits}{hash:08x}")
}

/// The passphrase of the locked journals of tests.
pub(crate) const WORDS: &str = "correct horse battery staple";

impl Twinge {
    /// Runs with what a command gives as the passphrase.
    pub(crate) fn with(&self, passphrase: &str, args: &[&str]) -> Ran {
        let mut command = self.command(args);
        command.env("PATH", "/usr/bin:/bin");
        command.env("TWINGE_PASSPHRASE_COMMAND", format!("printf '%s\\n' '{passphrase}'"));
        self.run_command(command, b"")
    }

    /// Runs with the passphrase of tests, and asserts that it succeeded.
    pub(crate) fn unlocked(&self, args: &[&str]) -> Ran {
        let ran = self.with(WORDS, args);
        assert_eq!(ran.code, 0, "{args:?}\n{ran}");
        ran
    }
}
