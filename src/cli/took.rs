//! `twinge took`: a treatment or a medicine.

use clap::Args;

use crate::cli::args::{OnDay, OneOf};
use crate::cli::context::Context;
use crate::cli::draft::{Draft, in_field};
use crate::cli::failure::Failure;
use crate::cli::save::save;
use crate::journal::fields::treatment;
use crate::journal::{FieldRef, TREATMENTS};

/// Log a treatment or a medicine: took ibuprofen "400 mg", took heat 20m
#[derive(Args, Debug)]
pub(crate) struct TookArgs {
    /// heat, cold, massage, chiropractor, physiotherapist, doctor, imaging … or the name of a
    /// medicine as you write it
    #[arg(value_name = "NAME", value_parser = OneOf(TREATMENTS), hide_possible_values = true)]
    name: String,
    /// How much, as you write it; minutes for heat, cold or massage
    #[arg(value_name = "AMOUNT", num_args = 0..)]
    amount: Vec<String>,
    #[command(flatten)]
    on: OnDay,
    /// Whether it helped: yes, a-little, no, worse
    #[arg(long, value_name = "WORD")]
    helped: Option<String>,
    /// A note
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// Runs `twinge took`.
pub(crate) fn run(args: &TookArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let day = args.on.day(ctx.today)?;
    let time = (day == ctx.today).then(|| ctx.moment.time_of_day());
    let mut draft = Draft::new(day, time);
    let amount = args.amount.join(" ");
    let values = draft.took(&args.name, Some(&*amount).filter(|a| !a.is_empty()))?;
    let said = [(&treatment::HELPED_IT, &args.helped), (&treatment::NOTE, &args.note)];
    for (field, said) in said {
        if let Some(said) = said {
            let value = field.answer.read(said).map_err(|e| in_field(field, e))?;
            values.set(FieldRef::Known(field), value);
        }
    }
    let entries = draft.into_entries(|| ctx.fresh_id())?;
    save(ctx, "took", &entries)
}
