//! `twinge event`: something dated that happened.

use clap::Args;

use crate::cli::args::{OnDay, OneOf};
use crate::cli::context::Context;
use crate::cli::draft::Draft;
use crate::cli::failure::Failure;
use crate::cli::save::save;
use crate::journal::fields::event;
use crate::journal::{EVENTS, FieldRef, Value};

/// Record something that happened: event new-chair "desk raised", event fall "on the stairs"
#[derive(Args, Debug)]
pub(crate) struct EventArgs {
    /// accident, fall, injury, heavy-lift, infection, procedure, flare, visit, new-chair,
    /// new-bed, started, stopped, other
    #[arg(value_name = "KIND", value_parser = OneOf(EVENTS), hide_possible_values = true)]
    kind: String,
    /// What happened, in your own words
    #[arg(value_name = "TEXT", num_args = 0..)]
    text: Vec<String>,
    #[command(flatten)]
    on: OnDay,
    /// A clinician has looked at it since
    #[arg(long)]
    examined: bool,
}

/// Runs `twinge event`.
pub(crate) fn run(args: &EventArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let day = args.on.day(ctx.today)?;
    let mut draft = Draft::new(day, None);
    let text = args.text.join(" ");
    let values =
        draft.event(&args.kind, Some(&*text).filter(|t| !t.is_empty())).map_err(|failure| {
            let ids: Vec<&str> = EVENTS.iter().map(|w| w.id).collect();
            failure.hint(format!("kinds: {}", ids.join(", ")))
        })?;
    if args.examined {
        values.set(FieldRef::Known(&event::EXAMINED), Value::from(true));
    }
    let entries = draft.into_entries(|| ctx.fresh_id())?;
    save(ctx, "event", &entries)
}
