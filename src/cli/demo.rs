//! `twinge demo`: a sample journal of a year, in a file of its own.

use std::fmt;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::output::View;
use crate::cli::typed::naming;
use crate::demo::{N_DAYS, sample, written};
use crate::store::make_sample;

/// Write a sample journal of a year, nobody's pain, to a file of its own
#[derive(Args, Debug)]
pub(crate) struct DemoArgs {
    /// The file to make
    #[arg(value_name = "FILE", default_value = "twinge-sample.db")]
    file: PathBuf,
    /// Another number makes another year
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

#[derive(Debug, Serialize)]
struct DemoView {
    file: String,
    days: u64,
    entries: usize,
}

impl View for DemoView {
    const SCHEMA: &'static str = "demo/1";
}

impl fmt::Display for DemoView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = &self.file;
        writeln!(f, "made {file}: a sample journal of {} days, nobody's pain", self.days)?;
        let naming = naming(Path::new(file));
        writeln!(f, "  twinge {naming}")?;
        writeln!(f, "  twinge {naming} chart pain")?;
        writeln!(f, "  twinge {naming} alerts")
    }
}

/// Runs `twinge demo`.
pub(crate) fn run(args: &DemoArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    if args.file.exists() {
        return Err(Failure::usage(format!("{} is there already", args.file.display()))
            .hint("name another file, or delete that one yourself"));
    }
    let entries = sample(ctx.today, args.seed);
    make_sample(&args.file, &ctx.moment, &ctx.keys, |store| {
        let mut act = store.begin(&ctx.moment, &ctx.settings.machine, "demo")?;
        for entry in &entries {
            act.record(entry)?;
            if let Some(at) = written(entry, ctx.today, args.seed) {
                act.set_first_written(entry.kind, entry.day, entry.id, &at)?;
            }
        }
        act.finish().map(drop)
    })?;
    ctx.out.acknowledge(&DemoView {
        file: args.file.display().to_string(),
        days: N_DAYS,
        entries: entries.len(),
    })
}
