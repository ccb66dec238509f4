//! `twinge`: today at a glance.

use crate::cli::context::Context;
use crate::cli::failure::Failure;

/// Runs `twinge` without a command.
pub(crate) fn run(_ctx: &mut Context<'_>) -> Result<(), Failure> {
    Ok(())
}
