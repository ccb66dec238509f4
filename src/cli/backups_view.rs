//! The backups of a journal as a list, for `restore` and `verify --backups`.

use std::fmt;

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::output::View;
use crate::store::{Backup, backups, backups_folder};

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
            writeln!(f, "  {}  {}", backup.file, backup.reason)?;
        }
        writeln!(f, "`twinge restore FILE` puts one in the journal's place; what is there is kept")
    }
}

/// Lists the backups.
pub(crate) fn backups_view(ctx: &Context<'_>) -> Result<BackupsView, Failure> {
    let listed = |backup: &Backup| BackupView {
        file: backup.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        taken: backup.taken.to_string(),
        reason: backup.reason.said(),
    };
    Ok(BackupsView {
        folder: backups_folder(&ctx.path).display().to_string(),
        backups: backups(&ctx.path)?.iter().map(listed).collect(),
    })
}
