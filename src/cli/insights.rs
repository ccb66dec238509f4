//! `twinge insights`: which habits go with less pain, and which with more.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::insights_view::InsightsView;
use crate::cli::site::SiteArg;
use crate::insights::same_day::same_day;
use crate::insights::{KINDS, insights, ledger, of_site, window};
use crate::journal::Entry;

/// Which habits go with less pain, which with more, and of which nothing can be said
///
/// Compares days with like weekdays and allows for the day before, all habits beside one another,
/// over the last 365 days. It shows what goes together; it cannot show that one thing makes
/// another. What is claimed is decided at most every 14 days and noted in the journal: looking
/// every day would find something by chance. docs/insights.md says how often it is wrong.
///
/// Of one site alone nothing is claimed: claims are of the pain of all sites.
#[derive(Args, Debug)]
pub(crate) struct InsightsArgs {
    #[command(flatten)]
    site: SiteArg,
}

/// Runs `twinge insights`.
pub(crate) fn run(args: &InsightsArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let store = ctx.read()?;
    let journal = store.journal_of(KINDS, Some(window(ctx.today)))?;
    let is_sample = store.is_sample()?;
    drop(store);
    let (journal, site) = args.site.applied_to(journal)?;
    let found = match site {
        Some(_) => of_site(&journal, ctx.today),
        None => insights(&journal, ctx.today),
    };
    // What is looked at as of another day is noted nowhere: it was not looked at on that day.
    let entries = ledger::entries(&found, ctx.today);
    if ctx.today == ctx.moment.today()
        && !entries.is_empty()
        && let Err(failure) = note(ctx, &entries)
    {
        ctx.out.warn(format!("what is claimed could not be noted in the journal: {failure}"));
        ctx.out.warn("  it is decided anew the next time, which makes chance findings likelier");
    }
    let name = ctx.path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let same_days = found.days.as_ref().map(|days| same_day(&journal, days)).unwrap_or_default();
    let view = InsightsView::new(name, ctx.today, found, same_days, is_sample).at_site(site);
    ctx.out.show(&view)
}

/// Keeps what was decided, in one act. No warning sign reads it, so none can be due with it.
fn note(ctx: &mut Context<'_>, entries: &[Entry]) -> Result<(), Failure> {
    let mut store = ctx.write()?;
    let mut act = store.begin(&ctx.moment, &ctx.settings.machine, "insights")?;
    for entry in entries {
        act.record(entry)?;
    }
    act.finish()?;
    Ok(())
}
