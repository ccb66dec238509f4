//! `twinge export`: everything, in a file that other programs read.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::output::View;
use crate::cli::save_file::{Target, save_file};
use crate::exchange::{EXPORTERS, WriteOptions, exporter};
use crate::journal::{Entry, EntryId, Journal, Kind, counted};

/// Write everything to a file: export -o journal.csv; --wide for one row a day
#[derive(Args, Debug)]
pub(crate) struct ExportArgs {
    /// The file; - is standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// The format: csv has everything, one row a value; csv-days has one row a day
    #[arg(long, value_name = "FORMAT", default_value = "csv")]
    format: String,
    /// One row a day, for a spreadsheet: the same as --format csv-days
    #[arg(long, conflicts_with = "format")]
    wide: bool,
    /// Write texts that a spreadsheet would run as formulas as they are
    #[arg(long)]
    raw: bool,
    /// Replace the file if it is there
    #[arg(long)]
    force: bool,
}

#[derive(Debug, Serialize)]
struct ExportedView {
    file: String,
    rows: usize,
    /// What the table could not hold, with how many of each.
    left_out: BTreeMap<&'static str, usize>,
}

impl View for ExportedView {
    const SCHEMA: &'static str = "exported/1";
}

impl fmt::Display for ExportedView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "wrote {} to {}", counted(self.rows, "row", "rows"), self.file)
    }
}

/// Runs `twinge export`.
pub(crate) fn run(args: &ExportArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let wanted = if args.wide { "csv-days" } else { &args.format };
    let Some(format) = exporter(wanted) else {
        let ids: Vec<&str> = EXPORTERS.iter().map(|e| e.id).collect();
        return Err(Failure::usage(format!("there is no format {wanted:?}"))
            .hint(format!("formats: {}", ids.join(", "))));
    };
    let target = Target::new(&args.output, args.force)?;
    let store = ctx.read()?;
    if store.is_sample()? {
        ctx.out.warn("this is the sample journal: what is exported is nobody's pain");
    }
    let acts = store.written_times()?;
    let stored = store.stored(&Kind::ALL, None)?;
    let mut times: BTreeMap<EntryId, String> = BTreeMap::new();
    for one in &stored {
        let here = || acts.get(&one.first).cloned();
        if let Some(at) = one.elsewhere.as_deref().map(str::to_string).or_else(here) {
            times.insert(one.entry.id, at);
        }
    }
    let journal = Journal::new(stored.into_iter().map(|s| s.entry).collect());
    let written = |entry: &Entry| times.get(&entry.id).cloned();
    let options = WriteOptions { written: &written, raw: args.raw };
    let mut done = None;
    save_file(&target, &mut ctx.out, |out| {
        done = Some((format.write)(&journal, &options, out)?);
        Ok(())
    })?;
    let Some(done) = done else { return Ok(()) };
    for (what, count) in &done.left_out {
        ctx.out.note(format!("left out: {count} {what}"));
    }
    if !done.left_out.is_empty() {
        ctx.out.note("one row a day cannot hold everything; `--format csv` does");
    }
    if matches!(target, Target::Stdout) {
        return Ok(());
    }
    ctx.out.acknowledge(&ExportedView {
        file: args.output.display().to_string(),
        rows: done.rows,
        left_out: done.left_out.into_iter().collect(),
    })
}
