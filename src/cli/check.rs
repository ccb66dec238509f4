//! `twinge check`: the warning-sign questions that are due, then every alert.

use std::fmt;

use clap::Args;
use serde::Serialize;

use crate::cli::alerts::{AlertsView, check, check_with, view_of};
use crate::cli::asking::{begin_saving, on_interrupt, prompt};
use crate::cli::check_asking::{Session, Which};
use crate::cli::context::Context;
use crate::cli::entry_view::EntryView;
use crate::cli::failure::Failure;
use crate::cli::lines;
use crate::cli::notices::finish_after;
use crate::cli::output::View;
use crate::journal::fields::symptom;
use crate::journal::{Entry, Word};

/// Ask the warning-sign questions, then show every alert with its dates and sources
///
/// Asks what is due: each time what is an emergency, every week the rest, every two weeks what
/// changes slowly. One answer does for a group: `n` for none of these, `1 3` for these and no to
/// the others, `y` to be asked one by one, Enter for no answer. Where one of a group may be an
/// emergency, the others are asked once more before they are a no. A sign in your own words is
/// taken too. A no is recorded as a no; what had no answer is not recorded.
#[derive(Args, Debug)]
pub(crate) struct CheckArgs {
    /// Ask all signs, also those that were asked lately
    #[arg(long)]
    all: bool,
}

#[derive(Debug, Serialize)]
struct CheckView {
    /// When it was written, RFC 3339; null when nothing was said.
    written: Option<String>,
    /// What was said: signs with yes and no, what happened, facts about you.
    entries: Vec<EntryView>,
    /// The signs that were to be asked and had no answer, by their ids.
    unanswered: Vec<&'static str>,
    /// As `alerts` shows them.
    alerts: AlertsView,
    /// How many signs were denied.
    #[serde(skip)]
    n_denied: usize,
    /// The entries that say more than no.
    #[serde(skip)]
    said: Vec<(String, String)>,
    #[serde(skip)]
    unanswered_names: Vec<String>,
    #[serde(skip)]
    day: String,
}

impl View for CheckView {
    const SCHEMA: &'static str = "check/1";
}

impl fmt::Display for CheckView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.written.is_some() {
            writeln!(f, "saved for {}", self.day)?;
            for (id, line) in &self.said {
                writeln!(f, "  {line}  [{id}]")?;
            }
            if self.n_denied > 0 {
                let signs = if self.n_denied == 1 { "sign" } else { "signs" };
                writeln!(f, "  no to {} warning {signs}", self.n_denied)?;
            }
            if !self.unanswered.is_empty() {
                writeln!(f, "  no answer: {}", self.unanswered_names.join(", "))?;
            }
            writeln!(f)?;
        }
        self.alerts.fmt(f)
    }
}

/// Runs `twinge check`.
pub(crate) fn run(args: &CheckArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    // Made before the first question: a journal that cannot be written is told at once.
    let mut store = ctx.write_or_create()?;
    let today = ctx.today;
    let journal = check(&store, today)?.journal;
    on_interrupt();
    let mut session = Session::new(ctx, journal);
    session.run(if args.all { Which::All } else { Which::Due })?;
    let Session { entries, said_at_once, unanswered, told, .. } = session;
    prompt("\n");
    if entries.is_empty() {
        ctx.out.note("nothing was said, nothing was saved\n");
    }
    // As it will stand, but without the notices of what is told now: it is all shown below.
    let alerts = view_of(check_with(&store, today, &entries)?, today);
    let mut later = None;
    if !entries.is_empty() {
        begin_saving();
        let mut act = store.begin(&ctx.moment, &ctx.settings.machine, "check")?;
        for entry in &entries {
            act.record(entry)?;
        }
        later = Some(finish_after(ctx, act, &said_at_once, &told)?.1);
    }
    let view = view(ctx, &entries, &unanswered, alerts);
    let shown = ctx.out.show(&view);
    // The text shows it already; JSON is read by a program, and a closed screen by nobody.
    if let Some(later) = later
        && (ctx.out.is_json() || shown.is_err())
    {
        later.say(ctx);
    }
    shown
}

fn view(
    ctx: &Context<'_>,
    entries: &[Entry],
    unanswered: &[&'static Word],
    alerts: AlertsView,
) -> CheckView {
    let written = (!entries.is_empty()).then(|| ctx.moment.stamp());
    let is_denied = |entry: &&Entry| entry.values.yes(&symptom::PRESENT) == Some(false);
    let views: Vec<EntryView> =
        entries.iter().map(|e| EntryView::new(e, written.clone())).collect();
    let said = entries.iter().zip(&views).filter(|(e, _)| !is_denied(e));
    CheckView {
        n_denied: entries.iter().filter(is_denied).count(),
        said: said.map(|(_, v)| v.line.clone()).collect(),
        entries: views,
        written,
        unanswered: unanswered.iter().map(|sign| sign.id).collect(),
        unanswered_names: unanswered.iter().map(|sign| sign.name()).collect(),
        alerts,
        day: lines::day_name(ctx.today),
    }
}
