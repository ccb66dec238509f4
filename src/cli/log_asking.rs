//! `twinge log` without arguments: asks for what is missing.

use chrono::NaiveDate;

use crate::cli::context::Context;
use crate::cli::failure::Failure;

/// Asks, then saves.
pub(crate) fn run(_: &mut Context<'_>, _: NaiveDate, _: Option<String>) -> Result<(), Failure> {
    Ok(())
}
