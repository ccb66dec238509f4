//! `twinge verify --salvage`: what can be read of a damaged journal, in a new file.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::failure::Failure;
use crate::cli::output::View;
use crate::cli::save_file::Target;
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

impl View for SalvagedView {
    const SCHEMA: &'static str = "salvaged/1";
}

impl fmt::Display for SalvagedView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "wrote {} facts in {} acts of writing to {}", self.facts, self.acts, self.new)?;
        for (n, source) in self.sources.iter().enumerate() {
            let more = if n == 0 { "" } else { " more" };
            if n > 0 && source.facts == 0 {
                continue;
            }
            writeln!(f, "  {}{more} from {}", source.facts, source.file)?;
        }
        for refused in &self.refused {
            writeln!(f, "  none from {}: {}", refused.file, refused.why)?;
        }
        if self.acts_noted_anew > 0 {
            let n = self.acts_noted_anew;
            writeln!(f, "  of {n} acts the note was lost; what they wrote is there")?;
        }
        let is_unread = self.sources.first().is_some_and(|damaged| damaged.facts == 0);
        if is_unread {
            writeln!(f, "LOST: nothing could be read of {} itself; what was", self.file)?;
            writeln!(f, "written after the last of its backups is not there")?;
        } else if self.facts_lost == 0 {
            writeln!(f, "nothing is known to be lost")?;
        } else {
            let (n, acts) = (self.facts_lost, self.losses.len());
            writeln!(f, "LOST: {n} facts of {acts} acts; `twinge history` says it of each")?;
        }
        for loss in self.losses.iter().take(LISTED) {
            writeln!(f, "  {}  {}: {} of {}", loss.at, loss.command, loss.lost, loss.written)?;
        }
        if self.losses.len() > LISTED {
            writeln!(f, "  … and {} acts more", self.losses.len() - LISTED)?;
        }
        writeln!(
            f,
            "{} was not touched; `twinge restore {}` puts the new file in its",
            self.file, self.new
        )?;
        writeln!(f, "place, and keeps it")
    }
}

/// Runs `twinge verify --salvage`.
pub(crate) fn run(new: &Path, with: &[PathBuf], ctx: &mut Context<'_>) -> Result<(), Failure> {
    let Target::File(new, _) = Target::new(new, false)? else {
        return Err(Failure::usage("a journal is a file, not a stream"));
    };
    let sources = if with.is_empty() { With::Found } else { With::Named(with) };
    let Some(done) = salvage(&ctx.path, sources, &new, &ctx.moment, &ctx.keys)? else {
        let file = ctx.path.display();
        let failure =
            Failure::new(exit::DAMAGED, format!("there is nothing of a journal in {file}"));
        return Err(failure.hint("`--with BACKUP` takes it from a backup"));
    };
    ctx.out.acknowledge(&view(&new, done, ctx))
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
