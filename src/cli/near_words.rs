//! What people call an option, where it has another name: read as it, or answered with the right
//! one. Nearness of letters alone would take `--sat` for `--site`.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

use crate::journal::{EXERCISES, SYMPTOMS, TREATMENTS, Word, id_of, nearest};

/// An option, and what else it is called. They are no part of the help: one name is enough there.
/// A command that has an option of such a name itself keeps it.
const NEAR: &[(&str, &[&str])] = &[
    ("as-of", &["asof"]),
    ("at", &["time", "when"]),
    ("average", &["avg", "mean"]),
    ("did", &["exercise", "exercises"]),
    ("from", &["since", "start"]),
    ("habit", &["habits"]),
    ("language", &["lang"]),
    ("lifting", &["lifted"]),
    ("note", &["notes"]),
    ("on", &["day", "date"]),
    ("or", &["versus", "vs"]),
    ("output", &["out"]),
    ("redact", &["hide"]),
    ("screen", &["screen-time"]),
    ("site", &["place", "where"]),
    ("sitting", &["sat", "sit"]),
    ("slept", &["hours-slept", "sleep-hours"]),
    ("stress", &["stressed"]),
    ("symptom", &["symptoms", "sign"]),
    ("temperature", &["temp"]),
    ("to", &["until", "till"]),
    ("took", &["meds", "medicine", "medicines"]),
    ("woken", &["woke"]),
    ("worst", &["max"]),
];

/// A command line that reads them, in each of its commands.
pub(crate) fn with_near_words(command: Command) -> Command {
    let taken: Vec<String> =
        command.get_arguments().filter_map(Arg::get_long).map(str::to_owned).collect();
    let near = |arg: Arg| {
        let called = NEAR.iter().find(|(long, _)| arg.get_long() == Some(long));
        let free = called.map_or(&[][..], |(_, called)| called).iter();
        let free: Vec<&str> =
            free.filter(|word| !taken.iter().any(|t| t == *word)).copied().collect();
        arg.aliases(free)
    };
    command.mut_args(near).mut_subcommands(with_near_words)
}

/// Puts the right tip on an option that there is not, in the place of one that would not help.
pub(crate) fn with_right_tip(mut error: Error) -> Error {
    if error.kind() != ErrorKind::UnknownArgument {
        return error;
    }
    let Some(name) = long_of(&error, ContextKind::InvalidArg) else { return error };
    let similar = long_of(&error, ContextKind::SuggestedArg)
        .filter(|similar| nearest(&name, [&**similar].into_iter()).is_some());
    let is_of_log = matches!(error.get(ContextKind::Usage),
        Some(ContextValue::StyledStr(usage)) if usage.to_string().contains("twinge log "));
    // No value of twinge begins with two hyphens.
    error.remove(ContextKind::Suggested);
    if let Some(tip) = of_log(&name, similar.is_some()).filter(|_| is_of_log) {
        error.remove(ContextKind::SuggestedArg);
        error.remove(ContextKind::Usage);
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
    } else if let Some(similar) = similar {
        let option = NEAR.iter().find(|(_, called)| called.contains(&&*similar));
        let option = option.map_or(&*similar, |(option, _)| option);
        error.insert(ContextKind::SuggestedArg, ContextValue::String(format!("--{option}")));
    }
    error
}

/// The long option that an error tells of.
fn long_of(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind) {
        Some(ContextValue::String(said)) => said.strip_prefix("--").map(str::to_owned),
        _ => None,
    }
}

/// What somebody means who says this to `twinge log`; `None`: a similar option is the better tip.
fn of_log(name: &str, is_similar: bool) -> Option<String> {
    let said_as = match name {
        "pain" | "now" => return Some("pain now stands alone: 'twinge log 4'".into()),
        "yesterday" => "--on yesterday".into(),
        _ if Word::find(EXERCISES, name).is_some() => format!("--did {name}"),
        _ if Word::find(TREATMENTS, name).is_some() => format!("--took {name}"),
        _ if Word::find(SYMPTOMS, name).is_some() => format!("--symptom {name}"),
        _ if is_similar => return None,
        _ => {
            let own = id_of(name)?;
            return Some(format!(
                "it can be a habit of your own: 'twinge habit add {own}', then '--habit {own}'"
            ));
        }
    };
    Some(format!("it is said as '{said_as}'"))
}
