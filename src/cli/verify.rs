//! `twinge verify`: is the file whole?

use std::fmt;

use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::{self, Exit};
use crate::cli::failure::Failure;
use crate::cli::output::View;

/// Check that the journal's file is whole: its structure, and every fact's hash
#[derive(Args, Debug)]
pub(crate) struct VerifyArgs;

#[derive(Debug, Serialize)]
struct VerifyView {
    file: String,
    facts: i64,
    acts: i64,
    /// Empty when nothing was found.
    troubles: Vec<String>,
}

impl View for VerifyView {
    const SCHEMA: &'static str = "verify/1";
}

impl fmt::Display for VerifyView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {} facts in {} acts of writing", self.file, self.facts, self.acts)?;
        if self.troubles.is_empty() {
            return writeln!(
                f,
                "whole: the structure is sound, and each fact is as it was written"
            );
        }
        writeln!(f, "DAMAGED:")?;
        for trouble in &self.troubles {
            writeln!(f, "  {trouble}")?;
        }
        writeln!(f, "Copy the file somewhere safe before anything else; nothing was changed.")
    }
}

/// Runs `twinge verify`.
pub(crate) fn run(ctx: &mut Context<'_>) -> Result<Exit, Failure> {
    let health = ctx.read()?.verify(&ctx.moment)?;
    let exit = if health.troubles.is_empty() { exit::DONE } else { exit::DAMAGED };
    ctx.out.show(&VerifyView {
        file: ctx.path.display().to_string(),
        facts: health.n_facts,
        acts: health.n_acts,
        troubles: health.troubles,
    })?;
    Ok(exit)
}
