//! What `lock`, `unlock` and `passphrase` say they did.

use std::fmt;
use std::path::Path;

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::failure::Failure;
use crate::cli::lines::{self, facts_in_acts};
use crate::cli::output::{View, on_one_line};
use crate::cli::typed;
use crate::store::{
    Changed, OTHERS_PASSPHRASE, Relocked, copied_elsewhere, copies_in_clear, is_journal_in_clear,
    is_locked, journals_beside_backups, kept_damaged,
};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Done {
    /// It was in clear.
    Locked,
    /// It is in clear.
    Unlocked,
    /// It opens with another passphrase.
    Changed,
    /// It had this passphrase before; only backups may have been written anew.
    WasChanged,
    /// It was locked before; only backups may have been written anew.
    WasLocked,
    /// It was in clear before.
    WasUnlocked,
}

/// What became of a journal and its backups.
#[derive(Debug, Serialize)]
pub(crate) struct LockView {
    file: String,
    done: Done,
    facts: i64,
    acts: i64,
    /// Backups that were written anew.
    backups: usize,
    /// Files beside the journal that stay as they are, and why.
    left: Vec<LeftView>,
    /// Files that have other names (hard links), under which they stay as they were.
    other_names: Vec<OtherNamesView>,
    /// The day of the last copy on another disk, which stays as it is; null: none is known.
    copy_elsewhere: Option<String>,
    #[serde(skip)]
    elsewhere: Option<String>,
}

#[derive(Debug, Serialize)]
struct LeftView {
    file: String,
    why: String,
    /// Whether it opens with a passphrase only.
    locked: bool,
    /// Whether it is a backup in clear that could not be locked.
    #[serde(skip)]
    may_be_damaged: bool,
}

#[derive(Debug, Serialize)]
struct OtherNamesView {
    file: String,
    names: u64,
    inode: u64,
    locked: bool,
    /// Where to look for them.
    #[serde(skip)]
    disk: String,
}

impl LeftView {
    /// Whether a passphrase that was not given would open it.
    fn is_of_others(&self) -> bool {
        self.locked && self.why.starts_with(OTHERS_PASSPHRASE)
    }
}

impl LockView {
    /// Of what was done.
    pub(crate) fn new(ctx: &Context<'_>, done: Done, changed: Changed) -> Self {
        let Changed { n_facts, n_acts, backups } = changed;
        let Relocked { n_changed, left, other_names, .. } = backups;
        let elsewhere = copied_elsewhere(&ctx.path);
        let is_open = matches!(done, Done::Unlocked | Done::WasUnlocked);
        let under_other_names = journals_beside_backups(&ctx.path).unwrap_or_default();
        let mut left: Vec<LeftView> = left
            .into_iter()
            .map(|(file, why)| {
                let is_other = kept_damaged(&file).is_some() || under_other_names.contains(&file);
                let locked = is_locked(&file);
                LeftView {
                    locked,
                    why: if is_other { what_it_is(&file) } else { why },
                    may_be_damaged: !is_other && !locked && file.is_file(),
                    file: file.display().to_string(),
                }
            })
            .collect();
        let copies = if is_open { Vec::new() } else { copies_in_clear(&ctx.path, &ctx.keys) };
        left.extend(copies.into_iter().map(|file| LeftView {
            locked: false,
            may_be_damaged: false,
            why: format!("a copy of this journal; {}", remedy(&file)),
            file: file.display().to_string(),
        }));
        Self {
            file: ctx.path.display().to_string(),
            done,
            facts: n_facts,
            acts: n_acts,
            backups: n_changed,
            left,
            other_names: other_names
                .into_iter()
                .map(|other| OtherNamesView {
                    file: other.path.display().to_string(),
                    names: other.n,
                    inode: other.inode,
                    locked: other.is_locked,
                    disk: typed::file(&other.disk),
                })
                .collect(),
            copy_elsewhere: elsewhere.map(|day| day.to_string()),
            elsewhere: elsewhere.map(lines::day_name),
        }
    }

    /// Whether the journal is locked now.
    fn is_locked(&self) -> bool {
        !matches!(self.done, Done::Unlocked | Done::WasUnlocked)
    }

    /// Tells it; a failure where something stays in clear beside a locked journal.
    pub(crate) fn tell(&self, ctx: &mut Context<'_>) -> Result<(), Failure> {
        ctx.out.acknowledge(self)?;
        let others = self.other_names.iter().map(|other| other.locked);
        if !self.is_locked() || self.left.iter().map(|left| left.locked).chain(others).all(|it| it)
        {
            return Ok(());
        }
        let done = match self.done {
            Done::Changed | Done::WasChanged => "the passphrase was changed",
            Done::Locked | Done::WasLocked | Done::Unlocked | Done::WasUnlocked => {
                "the journal is locked"
            }
        };
        let said = format!("{done}; but something beside it stays in clear");
        Err(Failure::beside_what_is_done(exit::FAILED, said).hint("each file is named above"))
    }
}

/// What a file is that lies among the backups under another name than theirs.
fn what_it_is(file: &Path) -> String {
    if let Some(day) = kept_damaged(file) {
        let day = lines::day_name(day);
        return format!("the damaged journal of {day}, kept for --salvage: delete it after that");
    }
    if is_journal_in_clear(file) {
        return format!("a journal under another name; {}", remedy(file));
    }
    if is_locked(file) {
        let naming = typed::naming(file);
        return format!("a journal under another name; `twinge {naming} unlock` unlocks it");
    }
    "it cannot be read as a journal; delete it, or keep it where nobody else reads it".into()
}

/// What can be done about a journal in clear that no lock knows of.
fn remedy(file: &Path) -> String {
    format!("delete it, or lock it too: `twinge {} lock`", typed::naming(file))
}

impl View for LockView {
    const SCHEMA: &'static str = "lock/2";
}

impl fmt::Display for LockView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { facts, acts, backups, .. } = self;
        let file = on_one_line(&self.file);
        let done = match self.done {
            Done::Locked => format!("locked {file}"),
            Done::Unlocked => format!("unlocked {file}: it is in clear, without a passphrase"),
            Done::Changed => format!("{file} has a new passphrase; the old one opens it no more"),
            Done::WasChanged => format!("{file} had this passphrase already"),
            Done::WasLocked => format!("{file} was locked already"),
            Done::WasUnlocked => format!("{file} was not locked"),
        };
        writeln!(f, "{done}")?;
        writeln!(
            f,
            "  everything is there: {}, read back and whole",
            facts_in_acts(*facts, *acts)
        )?;
        let likewise = match self.done {
            Done::Locked | Done::WasLocked => "locked likewise",
            Done::Unlocked | Done::WasUnlocked => "unlocked likewise",
            Done::Changed => "given the new one",
            Done::WasChanged => "given it too",
        };
        match backups {
            0 => {}
            1 => writeln!(f, "  1 backup beside it was {likewise}, and read back")?,
            n => writeln!(f, "  {n} backups beside it were {likewise}, and read back")?,
        }
        for left in &self.left {
            let not = match (self.is_locked(), left.locked) {
                (true, true) => "LOCKED OTHERWISE",
                (true, false) => "NOT LOCKED",
                (false, _) => "NOT UNLOCKED",
            };
            writeln!(f, "{not}, and left as it is: {}", on_one_line(&left.file))?;
            writeln!(f, "  {}", left.why)?;
        }
        if self.is_locked() && self.left.iter().any(|left| left.may_be_damaged) {
            writeln!(
                f,
                "`twinge lock` tries again. One that is damaged stays as it is: delete it, or"
            )?;
            writeln!(f, "keep it where nobody else reads it.")?;
        }
        for OtherNamesView { file, names, inode, locked, disk } in &self.other_names {
            let not = if *locked { "LOCKED OTHERWISE" } else { "NOT LOCKED" };
            let file = on_one_line(file);
            let names = if *names == 1 { "name".into() } else { format!("{names} names") };
            writeln!(f, "{not}, and left as it is: what {file} was, under another {names}")?;
            writeln!(f, "  a hard link, which keeps the old file;")?;
            writeln!(f, "  `find {disk} -xdev -inum {inode}` finds it")?;
        }
        if self.left.iter().any(LeftView::is_of_others) {
            let command = if self.is_locked() { "lock" } else { "unlock" };
            writeln!(
                f,
                "`twinge {command}` tries again with their passphrases too: typed at a terminal, or"
            )?;
            writeln!(f, "one a line from `TWINGE_PASSPHRASE_COMMAND` or at `--passphrase-fd N`")?;
        }
        self.fmt_last(f)
    }
}

impl LockView {
    /// What was not touched, and what happens from now on.
    fn fmt_last(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = &self.elsewhere
            && !matches!(self.done, Done::WasLocked | Done::WasUnlocked)
        {
            writeln!(
                f,
                "The copy of {day} on another disk stays as it is, like any other that you"
            )?;
            writeln!(f, "made: `twinge backup -o` makes a new one.")?;
        }
        if self.done == Done::Locked {
            writeln!(f, "Every command asks for the passphrase from now on. Exports, charts and")?;
            writeln!(
                f,
                "reports are in clear, and so are backups that you put elsewhere before, and"
            )?;
            writeln!(f, "traces of the old file that a disk may keep.")?;
        }
        Ok(())
    }
}
