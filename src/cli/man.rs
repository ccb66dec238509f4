//! `twinge completions` and `twinge man`: made at run time from the command line itself.

use clap::{Args, CommandFactory as _};

use crate::cli::Cli;
use crate::cli::context::Context;
use crate::cli::exit::{self, TABLE};
use crate::cli::failure::Failure;
use crate::cli::reference::markdown;

/// Write completions for a shell: completions bash > …/twinge
#[derive(Args, Debug)]
pub(crate) struct CompletionsArgs {
    /// bash, zsh, fish, elvish or powershell
    #[arg(value_name = "SHELL")]
    shell: clap_complete::Shell,
}

/// Write the manual page; man | man -l - shows it
#[derive(Args, Debug)]
pub(crate) struct ManArgs {
    /// The page of one command
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
    /// The page of all commands, as in docs/commands.md
    #[arg(long, hide = true, conflicts_with = "command")]
    markdown: bool,
}

/// Runs `twinge completions`.
pub(crate) fn completions(args: &CompletionsArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    ctx.out.refuse_json("completions, which are a script")?;
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "twinge", &mut script);
    ctx.out.raw(&script)
}

/// Runs `twinge man`.
pub(crate) fn run(args: &ManArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    ctx.out.refuse_json("the manual")?;
    let mut whole = Cli::command();
    whole.build();
    if args.markdown {
        return ctx.out.raw(markdown(&whole).as_bytes());
    }
    let command = match &args.command {
        None => whole,
        Some(name) => match whole.find_subcommand(name) {
            Some(sub) => sub.clone(),
            None => return Err(Failure::usage(format!("there is no command {name:?}"))),
        },
    };
    let mut page = Vec::new();
    let written = clap_mangen::Man::new(command).render(&mut page);
    written.map_err(|e| Failure::new(exit::FAILED, e))?;
    page.extend_from_slice(b".SH \"EXIT STATUS\"\n");
    for row in TABLE {
        page.extend_from_slice(format!(".TP\n{}\n{}\n", row.code, row.means).as_bytes());
    }
    ctx.out.raw(&page)
}
