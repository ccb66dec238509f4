//! `twinge verify`: is the file whole, is what was acknowledged there, are the backups whole?

use std::fmt;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::cli::backups_view::checked_backups;
use crate::cli::context::Context;
use crate::cli::exit::{self, Exit};
use crate::cli::failure::Failure;
use crate::cli::lines::facts_in_acts;
use crate::cli::must_contain::ids_in;
use crate::cli::output::View;
use crate::cli::salvage;
use crate::journal::counted;
use crate::store::{Health, Store};

/// Check that the journal's file is whole: its structure, and every fact's hash
///
/// Checks SQLite's structure, the tables and views, the hash of every fact and of every act of writing,
/// how many facts each act wrote, and that the views show what the facts say. It changes nothing. Of a
/// damaged journal, `--salvage` writes what can be read, and what backups have, to a new file.
#[derive(Args, Debug)]
pub(crate) struct VerifyArgs {
    /// Check the backups instead of the journal
    #[arg(long, conflicts_with_all = ["must_contain", "salvage", "with"])]
    backups: bool,
    /// Also look for the ids in this file: one a line, or what `log` answered
    #[arg(long, value_name = "FILE", conflicts_with = "salvage")]
    must_contain: Option<PathBuf>,
    /// Write what can be read of a damaged journal to this new file; the journal is not touched
    #[arg(long, value_name = "NEW")]
    salvage: Option<PathBuf>,
    /// With --salvage: take what is missing from these instead of the backups beside the journal
    #[arg(long, value_name = "BACKUP", num_args = 1.., requires = "salvage")]
    with: Vec<PathBuf>,
}

#[derive(Debug, Serialize)]
struct VerifyView {
    file: String,
    facts: i64,
    acts: i64,
    /// Empty when nothing was found.
    troubles: Vec<String>,
    /// What is odd and harms nothing.
    remarks: Vec<String>,
    /// How many ids were looked for; null: none were named.
    looked_for: Option<usize>,
    /// Those of them that are not there.
    missing: Vec<String>,
}

impl View for VerifyView {
    const SCHEMA: &'static str = "verify/2";
}

impl fmt::Display for VerifyView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}", self.file, facts_in_acts(self.facts, self.acts))?;
        if self.troubles.is_empty() {
            writeln!(f, "whole: the structure is sound, and each fact is as it was written")?;
        } else {
            writeln!(f, "DAMAGED:")?;
            for trouble in &self.troubles {
                writeln!(f, "  {trouble}")?;
            }
            writeln!(
                f,
                "Nothing was changed. `twinge verify --salvage NEW` writes what can be read, and \
                 what the backups have, to a new file."
            )?;
        }
        for remark in &self.remarks {
            writeln!(f, "odd, and no harm: {remark}")?;
        }
        if let Some(n) = self.looked_for {
            let there = n - self.missing.len();
            let is = if there == 1 { "is" } else { "are" };
            writeln!(f, "{there} of {} {is} there", counted(n, "id", "ids"))?;
        }
        self.missing.iter().try_for_each(|id| writeln!(f, "  missing: {id}"))
    }
}

/// Runs `twinge verify`.
pub(crate) fn run(args: &VerifyArgs, ctx: &mut Context<'_>) -> Result<Exit, Failure> {
    if args.backups {
        let view = checked_backups(ctx)?;
        return ctx.out.show(&view).map(|()| view.exit());
    }
    if let Some(new) = &args.salvage {
        return salvage::run(new, &args.with, ctx);
    }
    let ids = args.must_contain.as_deref().map(ids_in).transpose()?;
    let store = ctx.read()?;
    let Health { n_facts, n_acts, troubles, remarks } = store.verify(&ctx.moment)?;
    let missing = match &ids {
        Some(ids) => match missing(&store, ids) {
            // What cannot be read is missing: it was said that the file is damaged.
            Err(_) if !troubles.is_empty() => ids.iter().map(|(said, _)| said.clone()).collect(),
            found => found?,
        },
        None => Vec::new(),
    };
    let exit = match (troubles.is_empty(), missing.is_empty()) {
        (true, true) => exit::DONE,
        (true, false) => exit::FAILED,
        (false, _) => exit::DAMAGED,
    };
    let view = VerifyView {
        file: ctx.path.display().to_string(),
        facts: n_facts,
        acts: n_acts,
        troubles,
        remarks,
        looked_for: ids.map(|ids| ids.len()),
        missing,
    };
    ctx.out.show(&view).map(|()| exit)
}

fn missing(store: &Store, ids: &[(String, crate::store::ShownId)]) -> Result<Vec<String>, Failure> {
    let wanted: Vec<_> = ids.iter().map(|(_, id)| id.clone()).collect();
    let there = store.contains(&wanted)?;
    let lacking = ids.iter().zip(there).filter(|(_, is_there)| !is_there);
    Ok(lacking.map(|((said, _), _)| said.clone()).collect())
}
