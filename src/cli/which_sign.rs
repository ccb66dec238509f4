//! Which warning sign a person means: said back when it was not its name, asked when it may be
//! several. What may be an emergency is said before the question: nobody has to answer it first.

use std::fmt::Write as _;

use crate::cli::asking::{Reply, ask, is_attended, on_interrupt};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::journal::{Heard, SYMPTOMS, Word, hear, named_apart, nearest};
use crate::redflag::help_lines::HelpLines;
use crate::redflag::tick;

/// The signs that a text means: several only where it is nothing but their names.
pub(crate) fn which_signs(
    ctx: &mut Context<'_>,
    said: &str,
    is_denied: bool,
) -> Result<Vec<&'static Word>, Failure> {
    let is_one = matches!(hear(said), Heard::Named(_) | Heard::Meant(_));
    match named_apart(said) {
        Some(signs) if !is_one => {
            let signs = tick::most_urgent_first(signs);
            let ids: Vec<&str> = signs.iter().map(|sign| sign.id).collect();
            ctx.out.warn(format!("taken as {} signs: {}", signs.len(), ids.join(", ")));
            Ok(signs)
        }
        _ => which_sign(ctx, said, is_denied).map(|sign| vec![sign]),
    }
}

/// The sign that a text means. On a terminal a person is asked which of several; anywhere else
/// several are a failure that lists them.
pub(crate) fn which_sign(
    ctx: &mut Context<'_>,
    said: &str,
    is_denied: bool,
) -> Result<&'static Word, Failure> {
    match hear(said) {
        Heard::Named(sign) => Ok(sign),
        Heard::Meant(sign) => {
            say_back(ctx, sign);
            Ok(sign)
        }
        Heard::Denied(signs) if is_denied && signs.len() == 1 => {
            say_back(ctx, signs[0]);
            Ok(signs[0])
        }
        Heard::Perhaps(signs) => {
            let signs = tick::most_urgent_first(signs);
            if !is_denied {
                say_emergencies(ctx, &signs);
            }
            if is_attended() { choose(ctx, said, &signs) } else { Err(several(said, &signs)) }
        }
        Heard::Denied(signs) => {
            let signs = tick::most_urgent_first(signs);
            if !is_denied {
                say_emergencies(ctx, &signs);
            }
            Err(denied(said, &signs))
        }
        Heard::Happened(event) => {
            let lines = ctx.help_lines();
            ctx.out.warn(format!(
                "If this is a serious accident, as in traffic or from a height: {}, or go to an \
                 emergency department, now. You need not answer this.",
                lines.call()
            ));
            Err(Failure::usage(format!("{said:?} is {}, and no sign", event.means))
                .hint(format!("`twinge event {} {said:?}` records it", event.id)))
        }
        Heard::Nothing => Err(no_sign(said, &ctx.help_lines())),
    }
}

/// Also with `--quiet`: only its own name is taken without a word.
fn say_back(ctx: &mut Context<'_>, sign: &Word) {
    ctx.out.warn(format!("taken as {}: {}", sign.id, sign.means));
}

fn say_emergencies(ctx: &mut Context<'_>, signs: &[&'static Word]) {
    let lines = ctx.help_lines();
    for line in tick::if_it_is(signs, &lines) {
        ctx.out.warn(format!("{line} You need not answer this."));
    }
}

fn choose(
    ctx: &Context<'_>,
    said: &str,
    signs: &[&'static Word],
) -> Result<&'static Word, Failure> {
    on_interrupt();
    let question = match signs {
        [sign] => format!("Do you mean: {}? y or n", sign.means),
        _ => {
            let mut question = format!("{said:?} may be one of these:\n");
            for (n, sign) in signs.iter().enumerate() {
                // Writing to a String cannot fail.
                writeln!(question, "{:>3} {}", n + 1, sign.means).ok();
            }
            question + "Which number? n or Enter: none of them."
        }
    };
    let reply = ask(&question, ctx.settings.columns, |answer| {
        let answer = answer.trim_end_matches('.').to_lowercase();
        let number: Option<usize> = match &*answer {
            "n" | "no" | "none" => return Ok(Some(None)),
            "y" | "yes" if signs.len() == 1 => Some(1),
            _ => answer.parse().ok(),
        };
        match number.and_then(|n| signs.get(n.checked_sub(1)?)) {
            Some(sign) => Ok(Some(Some(*sign))),
            None if signs.len() == 1 => {
                Err(Failure::usage(format!("{answer:?} is neither yes nor no")))
            }
            None => Err(Failure::usage(format!("{answer:?} is not one of 1 to {}", signs.len()))),
        }
    })?;
    match reply {
        Reply::Said(Some(sign)) => Ok(sign),
        Reply::Said(None) | Reply::Skipped | Reply::Ended => Err(several(said, signs)),
    }
}

/// A failure that names each sign that may be meant.
pub(crate) fn several(said: &str, signs: &[&'static Word]) -> Failure {
    let failure = match signs {
        [sign] => Failure::usage(format!("{said:?} may be {}, or may not", sign.id)),
        _ => Failure::usage(format!("{said:?} may be one of several")),
    };
    listed(failure, signs)
        .hint("say it by its name; `twinge symptom NAME --no` says that it is not there")
}

/// A failure where what was said is that something is not there.
pub(crate) fn denied(said: &str, signs: &[&'static Word]) -> Failure {
    let first = signs.first().map_or("NAME", |sign| sign.id);
    let failure = Failure::usage(format!("{said:?} sounds like a no, and is not taken as a yes"));
    let failure = if signs.len() > 1 { listed(failure, signs) } else { failure };
    failure
        .hint(format!("`twinge symptom {first} --no` says that it is not there"))
        .hint(format!("`twinge symptom {first}` says that it is"))
}

fn listed(failure: Failure, signs: &[&'static Word]) -> Failure {
    let one = |failure: Failure, sign: &&Word| failure.hint(format!("{}: {}", sign.id, sign.means));
    signs.iter().fold(failure, one)
}

fn no_sign(said: &str, lines: &HelpLines) -> Failure {
    let failure = Failure::usage(format!("there is no warning sign {said:?}"));
    let failure = match nearest(said, SYMPTOMS.iter().map(|w| w.id)) {
        Some(meant) => failure.hint(format!("did you mean {meant}?")),
        None => failure.hint(
            "`twinge symptom` alone lists them; `twinge symptom NAME --no` says that one is gone",
        ),
    };
    failure.hint(format!(
        "if it is frightening or sudden, {}; with thoughts of harming yourself talk to someone \
         now. {}",
        lines.call(),
        lines.crisis().trim_end_matches('.')
    ))
}
