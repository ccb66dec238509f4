//! `twinge log`: one line a day.

use clap::Args;

use crate::cli::args::{FieldFlags, OnDay, OneOf};
use crate::cli::context::Context;
use crate::cli::draft::Draft;
use crate::cli::failure::Failure;
use crate::cli::log_asking;
use crate::cli::note_signs::say_of_notes;
use crate::cli::save::save;
use crate::cli::symptom::{advise_emergencies, advise_others};
use crate::cli::which_sign::which_sign;
use crate::journal::{EXERCISES, Kind, NOTE, SYMPTOMS, Word};

/// Log pain and the day; without anything said, ask for what is missing
#[derive(Args, Debug)]
pub(crate) struct LogArgs {
    /// Pain now, 0 (none) to 10 (worst)
    #[arg(value_name = "PAIN", allow_negative_numbers = true)]
    pain: Option<String>,
    #[command(flatten)]
    on: OnDay,
    #[command(flatten)]
    said: FieldFlags,
    /// An exercise, like neck-tilt, walk=20m, neck-turn=5x10s, yoga=no
    #[arg(long, value_name = "EXERCISE[=DOSE]", help_heading = "The day",
          value_parser = OneOf(EXERCISES), hide_possible_values = true)]
    did: Vec<String>,
    /// A treatment or medicine, like heat=20m or ibuprofen="400 mg"
    #[arg(long, value_name = "NAME[=AMOUNT]", help_heading = "The day")]
    took: Vec<String>,
    /// A habit of your own, like coffee=2 or stretched
    #[arg(long, value_name = "HABIT[=VALUE]", help_heading = "The day")]
    habit: Vec<String>,
    /// A note in your own words
    #[arg(long, value_name = "TEXT", help_heading = "The day")]
    note: Vec<String>,
    /// A warning sign, by name or in your own words, like fever
    #[arg(long, value_name = "SIGN", help_heading = "The day",
          value_parser = OneOf(SYMPTOMS), hide_possible_values = true)]
    symptom: Vec<String>,
    /// An id of your own: said again with the same one, nothing is written twice
    #[arg(long, value_name = "ID")]
    id: Option<String>,
}

impl LogArgs {
    fn says_nothing(&self) -> bool {
        self.pain.is_none()
            && self.said.0.is_empty()
            && [&self.did, &self.took, &self.habit, &self.symptom, &self.note]
                .iter()
                .all(|v| v.is_empty())
    }
}

/// Runs `twinge log`.
pub(crate) fn run(args: &LogArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    // An emergency comes first: before anything that can fail, is saved or is shown.
    let heard = args.symptom.iter().map(|said| {
        let sign = which_sign(ctx, said, false);
        if let Ok(sign) = &sign {
            advise_emergencies(ctx, &[*sign]);
        }
        sign
    });
    // All of them are heard before one that is not clear stops it.
    let heard: Vec<Result<&'static Word, Failure>> = heard.collect();
    let signs = heard.into_iter().collect::<Result<Vec<_>, _>>()?;
    say_of_notes(ctx, args.note.iter().map(|note| &**note));
    let day = args.on.day(ctx.today)?;
    // What is said of another day was felt at no known moment of it.
    let time = (day == ctx.today).then(|| ctx.moment.time_of_day());
    if args.says_nothing() {
        if args.id.is_some() {
            return Err(Failure::usage("--id is for what is said on the command line"));
        }
        return log_asking::run(ctx, day, time);
    }
    ctx.once.clone_from(&args.id);
    let mut draft = Draft::new(day, time);
    say_all(args, &mut draft, ctx)?;
    for sign in &signs {
        draft.symptom(sign, true);
    }
    let entries = draft.into_entries(|| ctx.fresh_id())?;
    advise_others(ctx, &signs, &entries);
    save(ctx, "log", &entries)
}

fn say_all(args: &LogArgs, draft: &mut Draft, ctx: &mut Context<'_>) -> Result<(), Failure> {
    // The time first: it stamps what follows.
    let (time, others): (Vec<_>, Vec<_>) = args.said.0.iter().partition(|(f, _)| f.flag == "at");
    for (field, said) in time.into_iter().chain(others) {
        draft.field(field, said)?;
    }
    if let Some(said) = &args.pain {
        draft.pain_now(said)?;
    }
    let needs_habits = !args.did.is_empty() || !args.habit.is_empty();
    let habits =
        if needs_habits { ctx.so_far(&[Kind::Habit])?.habits().to_vec() } else { Vec::new() };
    for said in &args.did {
        draft.did(said, &habits)?;
    }
    for said in &args.took {
        draft.took(said, None)?;
    }
    for said in &args.habit {
        draft.habit(said, &habits)?;
    }
    for said in &args.note {
        draft.event(NOTE, Some(said))?;
    }
    Ok(())
}
