//! `twinge insights`: which habits go with less pain, and which with more.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::insights_view::InsightsView;
use crate::insights::{KINDS, insights, window};

/// Which habits go with less pain, which with more, and of which nothing can be said
///
/// Compares days with like weekdays and allows for the day before, all habits beside one another,
/// over the last 365 days. It shows what goes together; it cannot show that one thing makes
/// another. docs/insights.md says how it decides and how often it is wrong.
#[derive(Args, Debug)]
pub(crate) struct InsightsArgs;

/// Runs `twinge insights`.
pub(crate) fn run(_: &InsightsArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let store = ctx.read()?;
    let journal = store.journal_of(KINDS, Some(window(ctx.today)))?;
    let found = insights(&journal, ctx.today);
    let name = ctx.path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let is_sample = store.is_sample()?;
    ctx.out.show(&InsightsView::new(name, ctx.today, &found, is_sample))
}
