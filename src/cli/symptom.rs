//! `twinge symptom`: a warning sign, ticked or denied.

use std::fmt;

use clap::Args;
use serde::Serialize;

use crate::cli::args::{OnDay, OneOf};
use crate::cli::context::Context;
use crate::cli::draft::Draft;
use crate::cli::failure::Failure;
use crate::cli::notices::tell_emergencies;
use crate::cli::output::View;
use crate::cli::save::save;
use crate::cli::which_sign::which_signs;
use crate::journal::{Entry, SYMPTOMS, Word};
use crate::redflag::{Source, Urgency, tick};

/// Record a warning sign: symptom fever, symptom "numb bum"; without a name, list them
///
/// Say it in your own words: what can only mean one sign is taken as that, and said back; what
/// may be several is asked.
#[derive(Args, Debug)]
pub(crate) struct SymptomArgs {
    /// Which warning sign
    #[arg(value_name = "SIGN", num_args = 0.., value_parser = OneOf(SYMPTOMS), hide_possible_values = true)]
    sign: Vec<String>,
    /// Say that it is not there: asked, and no
    #[arg(long)]
    no: bool,
    #[command(flatten)]
    on: OnDay,
}

#[derive(Debug, Serialize)]
struct SignsView {
    signs: Vec<SignView>,
}

#[derive(Debug, Serialize)]
struct SignView {
    id: &'static str,
    question: &'static str,
}

impl View for SignsView {
    const SCHEMA: &'static str = "symptoms/1";
}

impl fmt::Display for SignsView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Warning signs. Record one with `twinge symptom NAME`:\n")?;
        for sign in &self.signs {
            writeln!(f, "  {:<20} {}", sign.id, sign.question)?;
        }
        Ok(())
    }
}

/// Runs `twinge symptom`.
pub(crate) fn run(args: &SymptomArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    if args.sign.is_empty() {
        let signs = SYMPTOMS.iter().map(|w| SignView { id: w.id, question: w.means }).collect();
        return ctx.out.show(&SignsView { signs });
    }
    let signs = which_signs(ctx, &args.sign.join(" "), args.no)?;
    // An emergency comes first: before anything that can fail, is saved or is shown.
    let there = if args.no { &[][..] } else { &signs[..] };
    advise_emergencies(ctx, there);
    let day = args.on.day(ctx.today)?;
    let time = (day == ctx.today).then(|| ctx.moment.time_of_day());
    let mut draft = Draft::new(day, time);
    for sign in &signs {
        draft.symptom(sign, !args.no);
    }
    let entries = draft.into_entries(|| ctx.fresh_id())?;
    advise_others(ctx, there, &entries);
    save(ctx, "symptom", &entries)
}

/// Speaks of the ticked signs that are emergencies, alone.
pub(crate) fn advise_emergencies(ctx: &mut Context<'_>, signs: &[&'static Word]) {
    signs.iter().filter(|sign| is_emergency(sign)).for_each(|sign| advise(ctx, sign.id));
}

/// Speaks of the other ticked signs, unless there is an emergency: what to do by tomorrow would
/// only stand between the person and the telephone.
pub(crate) fn advise_others(ctx: &mut Context<'_>, signs: &[&'static Word], entries: &[Entry]) {
    if tell_emergencies(ctx, entries) || signs.iter().any(|sign| is_emergency(sign)) {
        return;
    }
    for sign in signs {
        advise(ctx, sign.id);
    }
}

fn is_emergency(sign: &Word) -> bool {
    tick::find(sign.id).is_some_and(|tick| tick.urgency == Urgency::Emergency)
}

/// Says at once what public guidance says of a ticked sign; never hidden by `--quiet`.
pub(crate) fn advise(ctx: &mut Context<'_>, sign: &'static str) {
    if let Some(tick) = tick::find(sign) {
        ctx.out.warn(tick.says(&ctx.help_lines()));
        let mut sources: Vec<String> = tick.public_sources().map(Source::short).collect();
        // Two pages of one authority.
        sources.dedup();
        if !sources.is_empty() {
            ctx.out.warn(format!("  Sources: {}", sources.join("; ")));
        }
    }
}
