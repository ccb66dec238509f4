//! `twinge restore`: a backup takes the journal's place, and the journal as it was is kept.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use crate::cli::backups_view::listed_backups;
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::failure::Failure;
use crate::cli::lines::facts_in_acts;
use crate::cli::output::{View, on_one_line};
use crate::cli::typed::{self, naming};
use crate::store::{self, Replace, Restored, Whose, backups, backups_folder, is_locked, restore};

/// Put a backup in the journal's place; the journal as it was is kept. Without a file, list backups
#[derive(Args, Debug)]
pub(crate) struct RestoreArgs {
    /// The backup: a file, or the name of one in the list
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Also when it is another journal than the one it replaces
    #[arg(long, requires = "file")]
    force: bool,
}

impl RestoreArgs {
    /// What is said when it fails.
    pub(crate) const fn doing(&self) -> &'static str {
        if self.file.is_some() { "restore" } else { "list the backups" }
    }
}

#[derive(Debug, Serialize)]
struct RestoredView {
    file: String,
    journal: String,
    facts: i64,
    acts: i64,
    /// Which passphrase opens it now, `journal's` or `backup's`; null: it is not locked.
    passphrase: Option<&'static str>,
    /// Where the journal as it was is kept; null: there was none.
    kept: Option<String>,
    /// Acts of writing that only what is kept has; null: it could not be read.
    acts_only_kept: Option<usize>,
    /// Whether it was locked and no longer is.
    lock_lost: bool,
    /// Backups beside it that are locked where it is not, or not locked where it is.
    backups_otherwise: usize,
    /// Whether it is locked, and the file that it was restored from stays in clear.
    #[serde(skip)]
    is_source_in_clear: bool,
    /// What takes this back.
    #[serde(skip)]
    back: String,
}

impl View for RestoredView {
    const SCHEMA: &'static str = "restored/3";
}

impl fmt::Display for RestoredView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "restored from {}", on_one_line(&self.file))?;
        writeln!(f, "  {}", facts_in_acts(self.facts, self.acts))?;
        if self.passphrase == Some(Whose::Backups.said()) {
            writeln!(f, "  it is locked, with the passphrase of the backup")?;
        }
        self.fmt_kept(f)?;
        self.fmt_otherwise(f)
    }
}

impl RestoredView {
    fn fmt_kept(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(kept) = &self.kept else { return Ok(()) };
        writeln!(f, "the journal as it was is kept: {}", on_one_line(kept))?;
        match self.acts_only_kept {
            Some(0) => writeln!(f, "  it has nothing that was not restored"),
            Some(n) => {
                let acts = if n == 1 { "writing is" } else { "writings are" };
                writeln!(f, "  {n} {acts} only there; `{}` takes this back", self.back)
            }
            None => {
                writeln!(
                    f,
                    "  it could not be read whole; `twinge {} verify --salvage NEW`",
                    naming(Path::new(kept))
                )?;
                writeln!(f, "  takes out what can be read of it")
            }
        }
    }

    /// What is in clear beside what is locked.
    fn fmt_otherwise(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_locked = self.passphrase.is_some();
        if self.lock_lost {
            writeln!(f, "NOT LOCKED: the journal was, and is in clear now, as the backup is:")?;
            writeln!(f, "  `twinge lock` locks it")?;
        }
        let n = match self.backups_otherwise {
            0 => None,
            1 => Some("1 backup".to_owned()),
            n => Some(format!("{n} backups")),
        };
        match n {
            Some(n) if is_locked => {
                writeln!(f, "NOT LOCKED: {n} beside it; `twinge lock` locks all of them")?;
            }
            Some(n) => {
                writeln!(
                    f,
                    "{n} beside it can be opened with a passphrase only, the journal without:"
                )?;
                writeln!(f, "  `twinge lock` locks it too, or `twinge unlock` unlocks them")?;
            }
            None => {}
        }
        if self.is_source_in_clear {
            writeln!(f, "NOT LOCKED, and left as it is: {}", on_one_line(&self.file))?;
        }
        Ok(())
    }
}

impl Whose {
    fn said(self) -> &'static str {
        match self {
            Self::Journals => "journal's",
            Self::Backups => "backup's",
        }
    }
}

/// Runs `twinge restore`.
pub(crate) fn run(args: &RestoreArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let Some(said) = &args.file else {
        let view = listed_backups(ctx)?;
        return ctx.out.show(&view);
    };
    let file = found(said, &ctx.path);
    if !file.exists() {
        let why = format!("there is no backup {}", said.display());
        return Err(Failure::new(exit::NO_JOURNAL, why)
            .hint("`twinge restore` alone lists those beside the journal"));
    }
    let replace = if args.force { Replace::Any } else { Replace::Same };
    let was_locked = is_locked(&ctx.path);
    let done = restore(&ctx.path, &file, replace, &ctx.moment, &ctx.keys)
        .map_err(|e| not_opened(e, &file))?;
    let Restored { health, passphrase, kept, n_acts_only_kept } = done;
    // The one is not the journal of the other, that way round either.
    let force = if args.force { " --force" } else { "" };
    let back = kept.as_ref().map(|path| format!("twinge restore {}{force}", typed::file(path)));
    let back = back.unwrap_or_default();
    let is_locked_now = is_locked(&ctx.path);
    // It is done: a folder that cannot be read has nothing to tell of.
    let mut beside: Vec<PathBuf> =
        backups(&ctx.path).unwrap_or_default().into_iter().map(|backup| backup.path).collect();
    let real = |path: &Path| fs::canonicalize(path).ok();
    let is_source_beside = beside.iter().any(|path| real(path) == real(&file));
    beside.extend(kept.clone().filter(|kept| !beside.contains(kept)));
    ctx.out.acknowledge(&RestoredView {
        lock_lost: was_locked && !is_locked_now,
        backups_otherwise: beside.iter().filter(|path| is_locked(path) != is_locked_now).count(),
        is_source_in_clear: is_locked_now && !is_source_beside && !is_locked(&file),
        file: file.display().to_string(),
        journal: ctx.path.display().to_string(),
        facts: health.n_facts,
        acts: health.n_acts,
        passphrase: passphrase.map(Whose::said),
        acts_only_kept: n_acts_only_kept.filter(|_| kept.is_some()),
        kept: kept.map(|path| path.display().to_string()),
        back,
    })
}

/// Which of the two files has a passphrase that was not given, and how both are.
fn not_opened(error: store::Error, backup: &Path) -> Failure {
    let store::Error::WrongPassphrase(path, _) = &error else { return error.into() };
    let is_backup = path == backup;
    let failure = Failure::new(exit::LOCKED, &error);
    let whose = if is_backup {
        "a backup keeps the passphrase that the journal had when it was made"
    } else {
        "the journal has another passphrase than the backup"
    };
    let failure = failure.hint(format!(
        "{whose}: both are typed at a terminal, or given one a line, by \
         `TWINGE_PASSPHRASE_COMMAND` or at `--passphrase-fd N`"
    ));
    if is_backup {
        return failure.hint("nothing was touched");
    }
    failure.hint("--force restores all the same, and keeps the journal as it is")
}

/// The file that was named; a bare name may be of one in the folder of backups.
fn found(said: &Path, journal: &Path) -> PathBuf {
    let listed = backups_folder(journal).join(said);
    if !said.exists() && listed.exists() { listed } else { said.into() }
}
