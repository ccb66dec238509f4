//! Which warning sign a person means: said back when it was not its name, asked when it may be
//! several.

use std::fmt::Write as _;

use crate::cli::asking::{Reply, ask, is_attended, on_interrupt};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::journal::{Heard, SYMPTOMS, Word, hear, nearest};
use crate::redflag::{Urgency, tick};

/// The sign that a text means. On a terminal a person is asked which of several; anywhere else
/// several are a failure that lists them.
pub(crate) fn which_sign(ctx: &mut Context<'_>, said: &str) -> Result<&'static Word, Failure> {
    match hear(said) {
        Heard::Named(sign) => Ok(sign),
        Heard::Meant(sign) => {
            // Also with `--quiet`: only its name is taken without a word.
            ctx.out.warn(format!("taken as {}: {}", sign.id, sign.means));
            Ok(sign)
        }
        Heard::Perhaps(signs) if is_attended() => choose(ctx, said, &signs),
        Heard::Perhaps(signs) => Err(several(ctx, said, &signs)),
        Heard::Nothing => {
            let failure = Failure::usage(format!("there is no warning sign {said:?}"));
            Err(match nearest(said, SYMPTOMS.iter().map(|w| w.id)) {
                Some(meant) => failure.hint(format!("did you mean {meant}?")),
                None => failure.hint("`twinge symptom` alone lists them"),
            })
        }
    }
}

fn choose(
    ctx: &Context<'_>,
    said: &str,
    signs: &[&'static Word],
) -> Result<&'static Word, Failure> {
    on_interrupt();
    let mut question = format!("{said:?} may be one of these:\n");
    for (n, sign) in signs.iter().enumerate() {
        // Writing to a String cannot fail.
        writeln!(question, "{:>3} {}", n + 1, sign.means).ok();
    }
    question.push_str("Which number? Enter is none of them.");
    let reply = ask(&question, ctx.settings.columns, |answer| {
        let number: Option<usize> = answer.trim_end_matches('.').parse().ok();
        match number.and_then(|n| signs.get(n.checked_sub(1)?)) {
            Some(sign) => Ok(Some(*sign)),
            None => Err(Failure::usage(format!("{answer:?} is not one of 1 to {}", signs.len()))),
        }
    })?;
    match reply {
        Reply::Said(sign) => Ok(sign),
        Reply::Skipped | Reply::Ended => Err(several(ctx, said, signs)),
    }
}

fn several(ctx: &Context<'_>, said: &str, signs: &[&'static Word]) -> Failure {
    let what = if signs.len() == 1 { "perhaps a warning sign" } else { "one of several" };
    let failure = Failure::usage(format!("{said:?} may be {what}"));
    let listed =
        |failure: Failure, sign: &&Word| failure.hint(format!("{}: {}", sign.id, sign.means));
    let failure = signs.iter().fold(failure, listed);
    // Whoever meant an emergency is not left with a question.
    let is_emergency =
        |sign: &&&Word| tick::find(sign.id).is_some_and(|t| t.urgency == Urgency::Emergency);
    let emergencies: Vec<&str> = signs.iter().filter(is_emergency).map(|sign| sign.id).collect();
    let failure = if emergencies.is_empty() {
        failure
    } else {
        failure.hint(format!(
            "if it is {}: {}, or go to an emergency department, now",
            emergencies.join(" or "),
            ctx.help_lines().call()
        ))
    };
    failure.hint("say it by its name; `symptom NAME --no` says that it is not there")
}
