//! A note that says what would be an emergency: notes are kept and not read, and that is said.

use crate::cli::context::Context;
use crate::journal::{Heard, hear};
use crate::redflag::tick;

/// Says of the first sign in a note that is an emergency whom to call; never hidden by `--quiet`.
/// Only a name, or words that can mean nothing else, are heard.
pub(crate) fn say_of_notes<'n>(ctx: &mut Context<'_>, notes: impl IntoIterator<Item = &'n str>) {
    let parts = notes.into_iter().flat_map(|note| note.split(['.', ',', ';', '!', '?', '\n']));
    let heard = parts.filter_map(|part| match hear(part) {
        Heard::Named(sign) | Heard::Meant(sign) => Some(sign),
        _ => None,
    });
    let Some(sign) = heard.into_iter().find(|sign| tick::is_emergency(sign.id)) else { return };
    let lines = ctx.help_lines();
    let told = tick::if_it_is(&[sign], &lines).join(" ");
    ctx.out.warn(format!(
        "Notes are not read for warning signs. {told} `twinge symptom {}` records it.",
        sign.id
    ));
}
