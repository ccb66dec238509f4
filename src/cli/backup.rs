//! `twinge backup`: a copy of the whole journal, read back before it counts.

use std::fmt;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::lines::facts_in_acts;
use crate::cli::output::{View, on_one_line};
use crate::cli::save_file::Target;
use crate::cli::typed;
use crate::store::Reason;

/// Copy the whole journal: backup -o /media/stick; without -o, beside the journal
///
/// A backup is made by itself before the first writing of each day, and before an import, a restore
/// and a new version of the file. It is read back before it counts. Of the daily ones 7 days, 5 weeks,
/// 12 months and every year stay; those that you ask for stay until you delete them.
#[derive(Args, Debug)]
pub(crate) struct BackupArgs {
    /// A file that is not there yet, or a folder, best on another disk
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Serialize)]
struct BackedUpView {
    file: String,
    facts: i64,
    acts: i64,
}

impl View for BackedUpView {
    const SCHEMA: &'static str = "backed-up/1";
}

impl fmt::Display for BackedUpView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "backed up to {}", on_one_line(&self.file))?;
        writeln!(f, "  {}, read back and whole", facts_in_acts(self.facts, self.acts))?;
        let typed = typed::file(Path::new(&self.file));
        writeln!(f, "  `twinge restore {typed}` puts it in the journal's place")
    }
}

/// Runs `twinge backup`.
pub(crate) fn run(args: &BackupArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let target = args.output.as_deref().map(|said| target(said, ctx)).transpose()?;
    let store = ctx.read()?;
    let made = match target {
        Some(file) => store.copy_to(&file, &ctx.moment)?,
        None => store.back_up(Reason::Asked, &ctx.moment)?,
    };
    ctx.out.acknowledge(&BackedUpView {
        file: made.path.display().to_string(),
        facts: made.n_facts,
        acts: made.n_acts,
    })
}

/// Where it goes: a new file, in a folder under a name that says when.
fn target(said: &Path, ctx: &Context<'_>) -> Result<PathBuf, Failure> {
    if said.as_os_str() == "-" {
        return Err(Failure::usage("a backup is a file, not a stream")
            .hint("name a file or a folder: `-o /media/stick`"));
    }
    if !said.is_dir() {
        return match Target::of_a_new_file(said)? {
            Target::File(path, _) => Ok(path),
            Target::Stdout => Err(Failure::usage("a backup is a file, not a stream")),
        };
    }
    let stem = ctx.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let taken = ctx.moment.civil().format("%Y-%m-%d-%H%M%S");
    let path = said.join(format!("{stem}-{taken}.db"));
    if path.exists() {
        return Err(Failure::usage(format!("{} is there already", path.display()))
            .hint("name another file"));
    }
    Ok(path)
}
