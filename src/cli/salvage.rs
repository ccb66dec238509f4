//! `twinge verify --salvage`: what can be read of a damaged journal, in a new file.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::{self, Exit};
use crate::cli::failure::Failure;
use crate::cli::lines::facts_in_acts;
use crate::cli::output::{View, on_one_line};
use crate::cli::save_file::Target;
use crate::cli::typed;
use crate::journal::counted;
use crate::store::{Loss, Salvaged, With, salvage};

/// How many acts of which something is lost are listed on the screen.
const LISTED: usize = 10;

#[derive(Debug, Serialize)]
struct SalvagedView {
    file: String,
    new: String,
    facts: usize,
    acts: usize,
    /// Each file, and how many facts it gave that those before had not.
    sources: Vec<SourceView>,
    /// Files that gave nothing, and why.
    refused: Vec<RefusedView>,
    /// Facts that are known to be lost.
    facts_lost: i64,
    losses: Vec<LossView>,
    /// Acts of which only the facts were there.
    acts_noted_anew: usize,
    /// How many bytes the damaged file is shorter than its head says.
    bytes_cut: usize,
}

#[derive(Debug, Serialize)]
struct SourceView {
    file: String,
    facts: usize,
}

#[derive(Debug, Serialize)]
struct RefusedView {
    file: String,
    why: String,
}

#[derive(Debug, Serialize)]
struct LossView {
    at: String,
    command: String,
    lost: i64,
    written: i64,
}

impl SalvagedView {
    /// Whether the damaged file itself gave nothing.
    fn is_unread(&self) -> bool {
        self.sources.first().is_some_and(|damaged| damaged.facts == 0)
    }

    /// Whether nothing is known to be lost, not even a note of when something was written.
    fn is_all_there(&self) -> bool {
        let is_whole = self.facts_lost == 0 && self.acts_noted_anew == 0 && self.bytes_cut == 0;
        is_whole && !self.is_unread()
    }
}

impl View for SalvagedView {
    const SCHEMA: &'static str = "salvaged/2";
}

impl fmt::Display for SalvagedView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let there = facts_in_acts(count(self.facts), count(self.acts));
        writeln!(f, "wrote {there} to {}", on_one_line(&self.new))?;
        for (n, source) in self.sources.iter().enumerate() {
            let more = if n == 0 { "" } else { " more" };
            if n > 0 && source.facts == 0 {
                continue;
            }
            writeln!(f, "  {}{more} from {}", source.facts, on_one_line(&source.file))?;
        }
        for refused in &self.refused {
            writeln!(f, "  none from {}: {}", on_one_line(&refused.file), refused.why)?;
        }
        if self.acts_noted_anew > 0 {
            match self.acts_noted_anew {
                1 => writeln!(f, "  of 1 act the note was lost; what it wrote is there")?,
                n => writeln!(f, "  of {n} acts the note was lost; what they wrote is there")?,
            }
        }
        if self.is_unread() {
            writeln!(f, "LOST: nothing could be read of {} itself; what was", self.file)?;
            writeln!(f, "written after the last of its backups is not there")?;
        } else if self.facts_lost == 0 && self.bytes_cut > 0 {
            writeln!(
                f,
                "LOST: perhaps what stood in the last {}, cut off;",
                counted(self.bytes_cut, "byte", "bytes")
            )?;
            writeln!(f, "of each act that is known, all is there")?;
        } else if self.facts_lost == 0 {
            writeln!(f, "nothing is known to be lost")?;
        } else {
            let facts = counted(self.facts_lost, "fact", "facts");
            let acts = counted(self.losses.len(), "act", "acts");
            writeln!(f, "LOST: {facts} of {acts}; `twinge history` says it of each")?;
        }
        for loss in self.losses.iter().take(LISTED) {
            writeln!(f, "  {}  {}: {} of {}", loss.at, loss.command, loss.lost, loss.written)?;
        }
        if self.losses.len() > LISTED {
            let more = counted(self.losses.len() - LISTED, "act", "acts");
            writeln!(f, "  … and {more} more")?;
        }
        writeln!(
            f,
            "{} was not touched; `twinge restore {}` puts the new file in its place, and keeps it",
            self.file,
            typed::file(Path::new(&self.new))
        )
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Runs `twinge verify --salvage`.
pub(crate) fn run(new: &Path, with: &[PathBuf], ctx: &mut Context<'_>) -> Result<Exit, Failure> {
    let Target::File(new, _) = Target::of_a_new_file(new)? else {
        return Err(Failure::usage("a journal is a file, not a stream"));
    };
    let sources = if with.is_empty() { With::Found } else { With::Named(with) };
    let Some(done) = salvage(&ctx.path, sources, &new, &ctx.moment, &ctx.keys)? else {
        let file = ctx.path.display();
        let failure =
            Failure::new(exit::DAMAGED, format!("there is nothing of a journal in {file}"));
        return Err(failure.hint("`--with BACKUP` takes it from a backup"));
    };
    let view = view(&new, done, ctx);
    let exit = if view.is_all_there() { exit::DONE } else { exit::DAMAGED };
    ctx.out.acknowledge(&view).map(|()| exit)
}

fn view(new: &Path, done: Salvaged, ctx: &Context<'_>) -> SalvagedView {
    let loss = |loss: &Loss| LossView {
        at: loss.at.clone(),
        command: loss.command.clone(),
        lost: loss.n_lost,
        written: loss.n_written,
    };
    SalvagedView {
        file: ctx.path.display().to_string(),
        new: new.display().to_string(),
        facts: done.n_facts,
        acts: done.n_acts,
        facts_lost: done.n_lost(),
        losses: done.losses.iter().map(loss).collect(),
        acts_noted_anew: done.n_noted_anew,
        bytes_cut: done.n_bytes_cut,
        sources: done
            .sources
            .into_iter()
            .map(|(file, facts)| SourceView { file: file.display().to_string(), facts })
            .collect(),
        refused: done
            .refused
            .into_iter()
            .map(|(file, why)| RefusedView { file: file.display().to_string(), why })
            .collect(),
    }
}
