//! The backups of a journal as a list, for `restore` and `verify --backups`.

use std::fmt;
use std::path::Path;

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::{self, Exit};
use crate::cli::failure::Failure;
use crate::cli::lines::{self, facts_in_acts};
use crate::cli::output::{View, on_one_line};
use crate::cli::verify::in_words;
use crate::store::{
    self, Backup, Health, OTHERS_PASSPHRASE, backups, backups_folder, is_locked,
    journals_beside_backups, kept_damaged,
};

/// The backups in the folder, oldest first.
#[derive(Debug, Serialize)]
pub(crate) struct BackupsView {
    folder: String,
    backups: Vec<BackupView>,
    /// Journals in the folder that have no name of a backup: they are not looked after.
    others: Vec<String>,
}

/// One backup.
#[derive(Debug, Serialize)]
struct BackupView {
    file: String,
    /// When it was made, local time.
    taken: String,
    reason: &'static str,
    /// Whether it opens with a passphrase only.
    locked: bool,
    /// Why it could not be opened to check it; null: it was, or it was not checked.
    unopened: Option<String>,
    /// The exit code of that.
    #[serde(skip)]
    unopened_exit: Option<Exit>,
    /// Whether the journal is locked and this is not.
    #[serde(skip)]
    in_clear: bool,
    /// Whether it is a link to a file that is gone.
    #[serde(skip)]
    is_nowhere: bool,
    /// What a check found; null: it was not checked.
    check: Option<CheckView>,
}

/// What a check of a backup found.
#[derive(Debug, Serialize)]
struct CheckView {
    facts: i64,
    acts: i64,
    /// Empty when nothing was found.
    troubles: Vec<String>,
}

impl BackupView {
    /// Whether a check found that it is.
    fn is_damaged(&self) -> bool {
        self.check.as_ref().is_some_and(|check| !check.troubles.is_empty())
    }
}

impl BackupsView {
    /// What the checks come to.
    pub(crate) fn exit(&self) -> Exit {
        if self.backups.iter().any(BackupView::is_damaged) {
            exit::DAMAGED
        } else {
            self.backups.iter().find_map(|b| b.unopened_exit).unwrap_or(exit::DONE)
        }
    }
}

impl View for BackupsView {
    const SCHEMA: &'static str = "backups/3";
}

impl fmt::Display for BackupsView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.backups.is_empty() && self.others.is_empty() {
            writeln!(f, "there are no backups in {}", on_one_line(&self.folder))?;
            writeln!(f, "  `twinge backup` makes one")?;
            return writeln!(f, "`twinge restore FILE` takes one from elsewhere, like a stick");
        }
        writeln!(f, "in {}", on_one_line(&self.folder))?;
        for backup in &self.backups {
            write!(f, "  {}  {}", backup.file, backup.reason)?;
            if backup.in_clear {
                write!(f, ", NOT LOCKED")?;
            } else if backup.locked {
                write!(f, ", locked")?;
            }
            if backup.is_nowhere {
                writeln!(f, ": A LINK TO WHAT IS NOT THERE: remove it")?;
                continue;
            }
            match (&backup.check, &backup.unopened) {
                (None, None) => writeln!(f)?,
                (None, Some(why)) => writeln!(f, ": not checked: {why}")?,
                (Some(check), _) if check.troubles.is_empty() => {
                    writeln!(f, ": whole, {}", facts_in_acts(check.facts, check.acts))?;
                }
                (Some(check), _) => {
                    writeln!(f, ": DAMAGED")?;
                    in_words(&check.troubles).iter().try_for_each(|t| writeln!(f, "    {t}"))?;
                }
            }
        }
        let (damaged, others): (Vec<&BackupView>, Vec<&BackupView>) = self
            .backups
            .iter()
            .filter(|backup| backup.in_clear)
            .partition(|backup| backup.is_damaged());
        if !others.is_empty() {
            writeln!(f, "the journal is locked; `twinge lock` locks its backups too, or says of")?;
            writeln!(f, "  each why not")?;
        }
        if !damaged.is_empty() {
            writeln!(f, "NOT LOCKED and DAMAGED: that cannot be locked. Delete it, or first take")?;
            writeln!(f, "  out what can be read: `twinge --journal FILE verify --salvage NEW`")?;
        }
        for other in &self.others {
            let day = kept_damaged(Path::new(other)).map(lines::day_name);
            let other = on_one_line(other);
            if let Some(day) = day {
                writeln!(f, "  {other}  the damaged journal of {day}, kept for --salvage")?;
                continue;
            }
            writeln!(
                f,
                "  {other}  A JOURNAL UNDER ANOTHER NAME: not looked after; `twinge restore`"
            )?;
            writeln!(f, "    takes it by its name, and checks it first")?;
        }
        writeln!(f, "`twinge restore FILE` puts one in the journal's place; what is there is kept")
    }
}

/// Lists the backups.
pub(crate) fn listed_backups(ctx: &Context<'_>) -> Result<BackupsView, Failure> {
    view(ctx, |_| Ok(Checked::Not))
}

/// Lists the backups, each read and checked.
pub(crate) fn checked_backups(ctx: &Context<'_>) -> Result<BackupsView, Failure> {
    view(ctx, |backup| {
        let checked = backup.verify(&ctx.moment, &ctx.keys);
        let Health { n_facts, n_acts, troubles, .. } = match checked {
            Err(store::Error::WrongPassphrase(..)) => {
                return Ok(Checked::Unopened(OTHERS_PASSPHRASE.into(), exit::LOCKED));
            }
            Err(error @ store::Error::Stopped) => return Err(error.into()),
            Err(error) => {
                let why = error.to_string();
                return Ok(Checked::Unopened(why, Failure::from(error).exit()));
            }
            Ok(health) => health,
        };
        Ok(Checked::Found(CheckView { facts: n_facts, acts: n_acts, troubles }))
    })
}

/// What came of a check.
enum Checked {
    /// It was made.
    Found(CheckView),
    /// It was to be made, and could not: why, and the exit code of that.
    Unopened(String, Exit),
    /// It was not to be made.
    Not,
}

fn view(
    ctx: &Context<'_>,
    check: impl Fn(&Backup) -> Result<Checked, Failure>,
) -> Result<BackupsView, Failure> {
    let journal_is_locked = is_locked(&ctx.path);
    let one = |backup: &Backup| {
        let (check, unopened) = match check(backup)? {
            Checked::Found(check) => (Some(check), None),
            Checked::Unopened(why, exit) => (None, Some((why, exit))),
            Checked::Not => (None, None),
        };
        let (unopened, unopened_exit) = unopened.unzip();
        let locked = is_locked(&backup.path);
        Ok(BackupView {
            file: backup.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            taken: backup.taken.to_string(),
            reason: backup.reason.said(),
            locked,
            in_clear: journal_is_locked && !locked && backup.path.exists(),
            is_nowhere: !backup.path.exists(),
            unopened,
            unopened_exit,
            check,
        })
    };
    Ok(BackupsView {
        folder: backups_folder(&ctx.path).display().to_string(),
        backups: backups(&ctx.path)?.iter().map(one).collect::<Result<_, Failure>>()?,
        others: journals_beside_backups(&ctx.path)?
            .iter()
            .map(|file| file.file_name().unwrap_or_default().to_string_lossy().into_owned())
            .collect(),
    })
}
