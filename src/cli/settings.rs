//! The environment, read once.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use crate::clock::Moment;
use crate::draw::Letters;

/// What the environment says.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// `TWINGE_JOURNAL`: the journal, where no `--journal` is given.
    pub journal: Option<PathBuf>,
    /// `TWINGE_NOW`: a stated moment, for tests; RFC 3339.
    pub now: Option<String>,
    /// `TWINGE_PASSPHRASE_COMMAND`: what prints the passphrase of a locked journal.
    pub passphrase_command: Option<OsString>,
    /// `TWINGE_REMEMBER`: for how long a passphrase that was given is not asked for again.
    pub remember: Option<String>,
    /// Where this system keeps programs' data.
    pub data_folder: Option<PathBuf>,
    /// What tells this computer from others.
    pub machine: String,
    /// The width of the terminal in columns; 80 where there is none.
    pub columns: usize,
    /// Whether the terminal can show only plain letters.
    pub plain_letters: bool,
}

impl Settings {
    /// Reads the environment.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
    pub(crate) fn read() -> Self {
        let said = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty());
        let text = |name: &str| said(name).and_then(|v| v.into_string().ok());
        let locale = text("LC_ALL").or_else(|| text("LC_CTYPE")).or_else(|| text("LANG"));
        let term = text("TERM");
        Self {
            journal: said("TWINGE_JOURNAL").map(PathBuf::from),
            now: text("TWINGE_NOW"),
            passphrase_command: said("TWINGE_PASSPHRASE_COMMAND"),
            remember: text("TWINGE_REMEMBER"),
            data_folder: dirs::data_dir(),
            machine: machine(said("TWINGE_MACHINE")),
            columns: columns(text("COLUMNS")),
            plain_letters: term.as_deref() == Some("dumb")
                || locale.is_some_and(|l| !l.to_lowercase().replace('-', "").contains("utf8")),
        }
    }

    /// What the terminal can show.
    pub(crate) fn letters(&self) -> Letters {
        if self.plain_letters { Letters::Ascii } else { Letters::Blocks }
    }

    /// The moment of this run.
    pub(crate) fn moment(&self) -> Option<Moment> {
        match &self.now {
            Some(text) => Moment::read(text),
            None => Some(Moment::now()),
        }
    }

    /// Where the journal is when nobody says.
    pub(crate) fn usual_journal(&self) -> Option<PathBuf> {
        self.journal
            .clone()
            .or_else(|| Some(self.data_folder.as_ref()?.join("twinge").join("journal.db")))
    }
}

/// The machine's id, given by systemd or D-Bus; elsewhere the host's name.
fn machine(said: Option<OsString>) -> String {
    if let Some(said) = said {
        return said.to_string_lossy().into_owned();
    }
    ["/etc/machine-id", "/var/lib/dbus/machine-id", "/etc/hostname"]
        .iter()
        .find_map(|path| fs::read_to_string(path).ok().filter(|id| !id.trim().is_empty()))
        .unwrap_or_else(|| "unknown".into())
}

fn columns(said: Option<String>) -> usize {
    let asked = said.and_then(|c| c.parse().ok());
    let seen = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    asked.or_else(seen).unwrap_or(80).clamp(40, 400)
}
