//! `twinge undo`: takes back the last act, or one by its number in `history`.

use std::fmt;

use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::history::{act_id, read_act};
use crate::cli::notices::finish;
use crate::cli::output::View;

/// Take back the last thing written, or an act by its id in history
#[derive(Args, Debug)]
pub(crate) struct UndoArgs {
    /// Which act, as `history` gives it; an undo can be undone too
    #[arg(value_name = "ACT")]
    act: Option<String>,
}

#[derive(Debug, Serialize)]
struct UndoneView {
    act: String,
    command: String,
    at: String,
    /// Values put back as they were.
    n_values: usize,
    /// Values that were changed since, and were left alone.
    n_left: usize,
}

impl View for UndoneView {
    const SCHEMA: &'static str = "undone/1";
}

impl fmt::Display for UndoneView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values = if self.n_values == 1 { "value" } else { "values" };
        writeln!(
            f,
            "undone: {} of {} ({} {values} as before)",
            self.command, self.at, self.n_values
        )?;
        if self.n_left > 0 {
            writeln!(f, "{} changed since then and stay as they are", self.n_left)?;
        }
        writeln!(f, "`twinge history` shows it; an undo can be undone by its id")
    }
}

/// Runs `twinge undo`.
pub(crate) fn run(args: &UndoArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let which = args.act.as_deref().map(read_act).transpose()?;
    let mut store = ctx.write()?;
    let done = store.undo(which, &ctx.moment, &ctx.settings.machine)?;
    let Some((act, done)) = done else {
        return Err(match &args.act {
            Some(act) => Failure::usage(format!("nothing of an act {act} stands"))
                .hint("`twinge history` lists the acts, and which are undone"),
            None => Failure::usage("there is nothing to undo"),
        });
    };
    let (_, told) = finish(ctx, act, &[])?;
    let shown = ctx.out.acknowledge(&UndoneView {
        act: act_id(done.act.stamp),
        command: done.act.command,
        at: done.act.at,
        n_values: done.n_values,
        n_left: done.n_left,
    });
    // A closed screen must not swallow a warning: it goes to the other stream all the same.
    told.say(ctx);
    shown
}
