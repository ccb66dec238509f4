//! The backups of a journal as a list, for `restore` and `verify --backups`.

use std::fmt;

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::output::View;
use crate::store::{Backup, Health, backups, backups_folder};

/// The backups in the folder, oldest first.
#[derive(Debug, Serialize)]
pub(crate) struct BackupsView {
    folder: String,
    backups: Vec<BackupView>,
}

/// One backup.
#[derive(Debug, Serialize)]
struct BackupView {
    file: String,
    /// When it was made, local time.
    taken: String,
    reason: &'static str,
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

impl BackupsView {
    /// Whether a check found nothing wrong with any.
    pub(crate) fn are_whole(&self) -> bool {
        self.backups.iter().flat_map(|b| &b.check).all(|check| check.troubles.is_empty())
    }
}

impl View for BackupsView {
    const SCHEMA: &'static str = "backups/1";
}

impl fmt::Display for BackupsView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.backups.is_empty() {
            writeln!(f, "there are no backups in {}", self.folder)?;
            return writeln!(f, "  `twinge backup` makes one");
        }
        writeln!(f, "in {}", self.folder)?;
        for backup in &self.backups {
            write!(f, "  {}  {}", backup.file, backup.reason)?;
            match &backup.check {
                None => writeln!(f)?,
                Some(check) if check.troubles.is_empty() => {
                    writeln!(f, ": whole, {} facts in {} acts", check.facts, check.acts)?;
                }
                Some(check) => {
                    writeln!(f, ": DAMAGED")?;
                    check.troubles.iter().try_for_each(|t| writeln!(f, "    {t}"))?;
                }
            }
        }
        writeln!(f, "`twinge restore FILE` puts one in the journal's place; what is there is kept")
    }
}

/// Lists the backups.
pub(crate) fn listed_backups(ctx: &Context<'_>) -> Result<BackupsView, Failure> {
    view(ctx, |_| None)
}

/// Lists the backups, each read and checked.
pub(crate) fn checked_backups(ctx: &Context<'_>) -> Result<BackupsView, Failure> {
    view(ctx, |backup| {
        let Health { n_facts, n_acts, troubles, .. } = backup.verify(&ctx.moment, &ctx.keys);
        Some(CheckView { facts: n_facts, acts: n_acts, troubles })
    })
}

fn view(
    ctx: &Context<'_>,
    check: impl Fn(&Backup) -> Option<CheckView>,
) -> Result<BackupsView, Failure> {
    let one = |backup: &Backup| BackupView {
        file: backup.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        taken: backup.taken.to_string(),
        reason: backup.reason.said(),
        check: check(backup),
    };
    Ok(BackupsView {
        folder: backups_folder(&ctx.path).display().to_string(),
        backups: backups(&ctx.path)?.iter().map(one).collect(),
    })
}
