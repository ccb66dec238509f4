//! `twinge did`: an exercise.

use clap::Args;

use crate::cli::args::{OnDay, OneOf};
use crate::cli::context::Context;
use crate::cli::draft::Draft;
use crate::cli::failure::Failure;
use crate::cli::save::save;
use crate::journal::fields::exercise;
use crate::journal::{EXERCISES, FieldRef, Kind};

/// Log an exercise: did walk 20m, did neck-turn 5x10s, did yoga no
#[derive(Args, Debug)]
pub(crate) struct DidArgs {
    /// Which exercise, then how much: minutes (20m), sets x repetitions (3x10),
    /// repetitions x seconds held (5x10s), or no
    #[arg(value_name = "EXERCISE", required = true, num_args = 1.., value_parser = OneOf(EXERCISES), hide_possible_values = true)]
    words: Vec<String>,
    #[command(flatten)]
    on: OnDay,
    /// A note
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// Runs `twinge did`.
pub(crate) fn run(args: &DidArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let day = args.on.day(ctx.today)?;
    let time = (day == ctx.today).then(|| ctx.moment.time_of_day());
    let habits = ctx.so_far(&[Kind::Habit])?.habits().to_vec();
    let mut draft = Draft::new(day, time);
    let mut words = args.words.iter().map(String::as_str);
    let first = words.next().unwrap_or_default();
    let (name, dose) = first.split_once('=').map_or((first, None), |(n, d)| (n, Some(d)));
    draft.exercise(name, dose.into_iter().chain(words), &habits).map_err(|failure| {
        let ids: Vec<&str> = EXERCISES.iter().map(|w| w.id).collect();
        failure.hint(format!("exercises: {}", ids.join(", ")))
    })?;
    if let Some(note) = &args.note {
        let note = exercise::NOTE.answer.read(note)?;
        draft.last_other().set(FieldRef::Known(&exercise::NOTE), note);
    }
    let entries = draft.into_entries(|| ctx.fresh_id())?;
    save(ctx, "did", &entries)
}
