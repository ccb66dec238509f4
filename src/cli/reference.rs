//! The page of all commands, docs/commands.md, made from the command line itself.

use std::fmt::{self, Write as _};

use clap::{Arg, Command};

use crate::cli::exit::TABLE;

/// What the environment can say; the rest of it is for tests.
const ENVIRONMENT: &[(&str, &str)] = &[
    ("TWINGE_JOURNAL", "the journal's file, where no `--journal` is given"),
    (
        "TWINGE_PASSPHRASE_COMMAND",
        "what prints the passphrase of a locked journal, instead of asking for it; several, one a line",
    ),
    (
        "TWINGE_REMEMBER",
        "for how long a passphrase that was given is not asked for again in this login: `8h`; Linux only",
    ),
    ("COLUMNS", "how wide the answer may be, where it goes to no terminal"),
    ("LC_ALL, LC_CTYPE, LANG", "charts use plain letters where the first of them is not UTF-8"),
];

/// The page, in Markdown. `whole` is the built command line.
pub(crate) fn markdown(whole: &Command) -> String {
    let mut page = String::new();
    // Writing to a string cannot fail.
    write_page(&mut page, whole).ok();
    page
}

fn write_page(to: &mut String, whole: &Command) -> fmt::Result {
    writeln!(to, "# Commands\n")?;
    writeln!(to, "<!-- Written from the command line by a test; do not edit here. -->\n")?;
    write_about(to, whole)?;
    writeln!(to, "`twinge` alone shows today at a glance.\n")?;
    for command in listed(whole) {
        writeln!(to, "- [`twinge {}`](#twinge-{0}): {}", command.get_name(), about(command))?;
    }
    writeln!(to)?;
    write_args(to, whole, Arg::is_global_set)?;
    for command in listed(whole) {
        write_command(to, command)?;
    }
    writeln!(to, "## Exit codes\n\n| code | when |\n|---|---|")?;
    for row in TABLE {
        writeln!(to, "| {} | {} |", row.code, row.means)?;
    }
    writeln!(to, "\n## Environment\n\n| variable | what it says |\n|---|---|")?;
    for (names, means) in ENVIRONMENT {
        writeln!(to, "| {names} | {means} |")?;
    }
    Ok(())
}

fn listed(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|c| !c.is_hide_set() && c.get_name() != "help")
}

fn write_command(to: &mut String, command: &Command) -> fmt::Result {
    let name = command.get_bin_name().unwrap_or(command.get_name());
    // A command of a command stands one level below it.
    let level = "#".repeat(name.split(' ').count());
    writeln!(to, "{level} {name}\n")?;
    write_about(to, command)?;
    let usage = command.clone().render_usage().to_string();
    writeln!(to, "```text\n{}\n```\n", usage.trim_start_matches("Usage: "))?;
    write_args(to, command, |arg| !arg.is_global_set())?;
    listed(command).try_for_each(|sub| write_command(to, sub))
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

fn write_about(to: &mut String, command: &Command) -> fmt::Result {
    let text = command.get_long_about().map_or_else(|| about(command), ToString::to_string);
    // The help ends its lines without a period; a page has sentences.
    for paragraph in text.trim_end().split("\n\n") {
        let end = if paragraph.ends_with('.') { "" } else { "." };
        writeln!(to, "{paragraph}{end}\n")?;
    }
    Ok(())
}

/// Lists arguments below their headings, in the order of the help.
fn write_args(to: &mut String, command: &Command, is_ours: fn(&Arg) -> bool) -> fmt::Result {
    let args: Vec<&Arg> = command
        .get_arguments()
        .filter(|a| is_ours(a) && !a.is_hide_set() && !matches!(a.get_id().as_str(), "help"))
        .filter(|a| a.get_id().as_str() != "version")
        .collect();
    let mut headings: Vec<Option<&str>> = Vec::new();
    for arg in &args {
        if !headings.contains(&arg.get_help_heading()) {
            headings.push(arg.get_help_heading());
        }
    }
    for heading in headings {
        if let Some(heading) = heading {
            writeln!(to, "{heading}:\n")?;
        }
        for arg in args.iter().filter(|a| a.get_help_heading() == heading) {
            write_arg(to, arg)?;
        }
        writeln!(to)?;
    }
    Ok(())
}

fn write_arg(to: &mut String, arg: &Arg) -> fmt::Result {
    let short = arg.get_short().map(|c| format!("-{c}, ")).unwrap_or_default();
    write!(to, "- `{short}{arg}`")?;
    if let Some(help) = arg.get_help() {
        write!(to, ": {help}")?;
    }
    let words: Vec<String> =
        arg.get_possible_values().iter().map(|v| format!("`{}`", v.get_name())).collect();
    if !words.is_empty() && arg.get_action().takes_values() {
        write!(to, ". One of: {}", words.join(", "))?;
    }
    let usual: Vec<String> =
        arg.get_default_values().iter().map(|v| v.to_string_lossy().into_owned()).collect();
    if !usual.is_empty() && arg.get_action().takes_values() {
        write!(to, ". Default: `{}`", usual.join(" "))?;
    }
    writeln!(to)
}
