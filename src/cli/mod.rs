//! The command line: the only module that names clap.

mod acknowledge;
mod activity;
mod alerts;
mod args;
mod asking;
mod backup;
mod backups_view;
mod chart;
mod check;
mod check_asking;
mod check_signs;
mod choice;
mod context;
mod course_view;
mod delete;
mod demo;
mod did;
mod draft;
mod edit;
mod entry_view;
mod event;
mod exit;
mod experiment;
mod experiment_asking;
mod experiment_plan;
mod experiment_view;
mod export;
mod failure;
mod findings_view;
mod habit;
mod history;
mod import;
mod insights;
mod insights_view;
mod insights_words;
mod kept;
mod kept_key;
mod lines;
mod list;
mod lock;
mod lock_view;
mod log;
mod log_asking;
mod man;
mod must_contain;
mod near_words;
mod new_passphrase;
mod note_signs;
mod notices;
mod odd;
mod output;
mod passphrase;
mod passphrase_source;
mod profile;
mod reference;
mod report;
mod report_found;
mod restore;
mod salvage;
mod same_day_view;
mod save;
mod save_file;
mod settings;
mod show;
mod site;
mod surface;
mod symptom;
mod today;
mod took;
mod trend;
mod typed;
mod undo;
mod unlock;
mod verify;
mod weekly;
mod weekly_asking;
mod weekly_view;
mod which_sign;

use std::cell::Cell;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::near_words::{with_near_words, with_right_tip};
use crate::cli::output::Output;
use crate::cli::passphrase_source::Sources;
use crate::cli::settings::Settings;
use crate::journal::read_day;
use crate::store::{self, Keys};

/// A private journal for back and neck pain
///
/// One line a day; kept for decades in one file on this computer; drawn as the page a doctor
/// wants to see. No account, no network, no diagnosis.
#[derive(Parser, Debug)]
#[command(name = "twinge", version, max_term_width = 100, after_help = PURPOSE, after_long_help = LONG)]
struct Cli {
    /// The journal's file [default: in this system's folder for data]
    #[arg(long, value_name = "FILE", global = true, help_heading = "Everywhere")]
    journal: Option<PathBuf>,
    /// Answer in JSON
    #[arg(long, global = true, help_heading = "Everywhere")]
    json: bool,
    /// Take this day as today: later days are left out
    #[arg(
        long,
        value_name = "DAY",
        global = true,
        allow_hyphen_values = true,
        help_heading = "Everywhere"
    )]
    as_of: Option<String>,
    /// Say only what must be said; an emergency always is
    #[arg(long, short, global = true, help_heading = "Everywhere")]
    quiet: bool,
    /// Read the passphrase of a locked journal from this file descriptor; several, one a line
    #[arg(long, value_name = "N", global = true, help_heading = "Everywhere")]
    passphrase_fd: Option<u32>,
    #[command(subcommand)]
    command: Option<Sub>,
}

/// What it is for, in the words of the intended purpose.
const PURPOSE: &str = "twinge is a diary to record and show. It does not diagnose, monitor a \
disease or recommend treatment.";

const LONG: &str = "twinge is a diary to record and show. It does not diagnose, monitor a disease \
or recommend treatment.

Examples:
  twinge log 4 --worst 6 --night 5 --site neck:left --slept 7h
  twinge log --on yesterday 3 --did walk=20m --note \"long drive\"
  twinge log                     asks for what is still missing
  twinge chart pain -o pain.svg
  twinge report -o visit.pdf
  twinge check                   asks the warning signs, then shows the alerts
  twinge alerts

Exit codes are listed in `twinge man` and in docs/commands.md.";

#[derive(Subcommand, Debug)]
enum Sub {
    #[command(flatten)]
    Writing(Writing),
    #[command(flatten)]
    Reading(Reading),
}

/// Commands that write in the journal.
#[derive(Subcommand, Debug)]
enum Writing {
    Log(Box<log::LogArgs>),
    Did(did::DidArgs),
    Took(took::TookArgs),
    Symptom(symptom::SymptomArgs),
    Check(check::CheckArgs),
    Event(event::EventArgs),
    Weekly(weekly::WeeklyArgs),
    #[command(visible_alias = "ack")]
    Acknowledge(acknowledge::AcknowledgeArgs),
    Profile(profile::ProfileArgs),
    Habit(habit::HabitArgs),
    Activity(activity::ActivityArgs),
    Experiment(experiment::ExperimentArgs),
    Edit(edit::EditArgs),
    Delete(delete::DeleteArgs),
    Undo(undo::UndoArgs),
    Import(import::ImportArgs),
    Demo(demo::DemoArgs),
    Backup(backup::BackupArgs),
    Restore(restore::RestoreArgs),
    Lock(lock::LockArgs),
    Unlock(unlock::UnlockArgs),
    Passphrase(passphrase::PassphraseArgs),
}

/// Commands that only read.
#[derive(Subcommand, Debug)]
enum Reading {
    List(list::ListArgs),
    Show(show::ShowArgs),
    History(history::HistoryArgs),
    Chart(chart::ChartArgs),
    Report(Box<report::ReportArgs>),
    Alerts(alerts::AlertsArgs),
    Insights(insights::InsightsArgs),
    Trend(trend::TrendArgs),
    Export(export::ExportArgs),
    Verify(verify::VerifyArgs),
    Completions(man::CompletionsArgs),
    Man(man::ManArgs),
}

impl Sub {
    /// Whether it may write in the journal.
    const fn writes(&self) -> bool {
        match self {
            Self::Writing(Writing::Experiment(args)) => args.writes(),
            Self::Writing(Writing::Weekly(args)) => args.writes(),
            Self::Writing(_) => true,
            Self::Reading(_) => false,
        }
    }

    /// What is said when it fails: `cannot log the day`.
    fn doing(&self) -> &'static str {
        match self {
            Self::Writing(writing) => match writing {
                Writing::Log(_) => "log the day",
                Writing::Did(_) => "log the exercise",
                Writing::Took(_) => "log the treatment",
                Writing::Symptom(_) => "record the warning sign",
                Writing::Check(_) => "ask the warning signs",
                Writing::Event(_) => "record the event",
                Writing::Weekly(args) => args.doing(),
                Writing::Acknowledge(_) => "answer the alert",
                Writing::Profile(args) => args.doing(),
                Writing::Habit(args) => args.doing(),
                Writing::Activity(args) => args.doing(),
                Writing::Experiment(args) => args.doing(),
                Writing::Edit(_) => "edit",
                Writing::Delete(_) => "delete",
                Writing::Undo(_) => "undo",
                Writing::Import(_) => "import",
                Writing::Demo(_) => "make the sample",
                Writing::Backup(_) => "back up",
                Writing::Restore(args) => args.doing(),
                Writing::Lock(_) => "lock the journal",
                Writing::Unlock(_) => "unlock the journal",
                Writing::Passphrase(args) => args.doing(),
            },
            Self::Reading(reading) => match reading {
                Reading::List(_) => "list the days",
                Reading::Show(_) => "show the day",
                Reading::History(_) => "show the history",
                Reading::Chart(_) => "draw the chart",
                Reading::Report(_) => "write the report",
                Reading::Insights(_) => "look at your habits",
                Reading::Trend(_) => "look at the trend",
                Reading::Alerts(_) => "check the warning signs",
                Reading::Export(_) => "export",
                Reading::Verify(_) => "verify the journal",
                Reading::Completions(_) => "write the completions",
                Reading::Man(_) => "write the manual",
            },
        }
    }
}

/// Runs the program; everything it needs from the system comes in here.
pub fn main(
    argv: impl IntoIterator<Item = OsString>,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> ExitCode {
    let mut known = with_near_words(Cli::command());
    let read = known.try_get_matches_from_mut(argv).and_then(|said| Cli::from_arg_matches(&said));
    let cli = match read {
        Ok(cli) => cli,
        Err(error) => {
            let error = with_right_tip(error.format(&mut known));
            return clap_answer(&error, stdout, stderr);
        }
    };
    let doing = cli.command.as_ref().map_or("show today", Sub::doing);
    let settings = Settings::read();
    let columns = settings.columns;
    if !cli.quiet {
        store::say_when_waiting(|| {
            writeln!(io::stderr(), "waiting for another twinge, which is writing …").ok();
        });
    }
    let naming = cli.journal.as_deref().map(typed::naming);
    let outcome = dispatch(cli, settings, stdout, stderr).map_err(|f| f.while_doing(doing));
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            if let Failure::Told(_) = failure {
                let text = failure.to_string();
                let text = typed::with_journal(&text, naming.as_deref());
                let text = output::fold(&output::calm(&text), columns);
                writeln!(stderr, "{text}").ok();
            }
            ExitCode::from(failure.code())
        }
    }
}

fn clap_answer(error: &clap::Error, stdout: &mut dyn Write, stderr: &mut dyn Write) -> ExitCode {
    let text = error.render().to_string();
    if error.use_stderr() {
        writeln!(stderr, "{}", output::calm(text.trim_end())).ok();
        return ExitCode::from(exit::USAGE.code);
    }
    // Whoever reads the help may stop reading it.
    stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).ok();
    ExitCode::from(exit::DONE.code)
}

fn dispatch(
    cli: Cli,
    settings: Settings,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> Result<u8, Failure> {
    let Some(moment) = settings.moment() else {
        return Err(Failure::usage("TWINGE_NOW is not a moment")
            .hint("it is like 2026-03-15T07:30:00+01:00"));
    };
    let today = match &cli.as_of {
        Some(said) => read_day(said, moment.today())?,
        None => moment.today(),
    };
    if cli.as_of.is_some() && cli.command.as_ref().is_some_and(Sub::writes) {
        return Err(Failure::usage("--as-of looks back; it does not write")
            .hint("`--on DAY` says which day it is about"));
    }
    let is_path_said = cli.journal.is_some() || settings.journal.is_some();
    let looks_at_all =
        matches!(cli.command, Some(Sub::Reading(Reading::History(_) | Reading::Export(_))));
    if cli.as_of.is_some() && looks_at_all {
        return Err(Failure::usage("--as-of has no say here: all that was written is told"));
    }
    let naming = cli.journal.as_deref().map(typed::naming);
    let Some(path) = cli.journal.or_else(|| settings.usual_journal()) else {
        return Err(Failure::usage("there is no home folder to keep the journal in")
            .hint("`--journal FILE` names one"));
    };
    let remember = settings.remember.as_deref().map(passphrase::read_time).transpose();
    let sources = Sources::new(
        cli.passphrase_fd,
        settings.passphrase_command.clone(),
        remember.map_err(|failure| failure.hint("`TWINGE_REMEMBER` says so"))?,
    );
    let out = Output::new(stdout, stderr, (cli.json, cli.quiet), settings.columns, naming);
    let mut ctx = Context {
        settings,
        moment,
        today,
        path,
        is_path_said,
        passphrase_fd: cli.passphrase_fd,
        keys: Keys::from(sources),
        n_fresh: Cell::new(0),
        once: None,
        told: Vec::new(),
        out,
    };
    let done = |()| exit::DONE.code;
    match cli.command {
        None => today::run(&mut ctx).map(done),
        Some(Sub::Writing(writing)) => write(writing, &mut ctx).map(done),
        Some(Sub::Reading(reading)) => read(reading, &mut ctx),
    }
}

fn write(command: Writing, ctx: &mut Context<'_>) -> Result<(), Failure> {
    match command {
        Writing::Log(args) => log::run(&args, ctx),
        Writing::Did(args) => did::run(&args, ctx),
        Writing::Took(args) => took::run(&args, ctx),
        Writing::Symptom(args) => symptom::run(&args, ctx),
        Writing::Check(args) => check::run(&args, ctx),
        Writing::Event(args) => event::run(&args, ctx),
        Writing::Weekly(args) => weekly::run(&args, ctx),
        Writing::Acknowledge(args) => acknowledge::run(&args, ctx),
        Writing::Profile(args) => profile::run(&args, ctx),
        Writing::Habit(args) => habit::run(&args, ctx),
        Writing::Activity(args) => activity::run(&args, ctx),
        Writing::Experiment(args) => experiment::run(&args, ctx),
        Writing::Edit(args) => edit::run(&args, ctx),
        Writing::Delete(args) => delete::run(&args, ctx),
        Writing::Undo(args) => undo::run(&args, ctx),
        Writing::Import(args) => import::run(&args, ctx),
        Writing::Demo(args) => demo::run(&args, ctx),
        Writing::Backup(args) => backup::run(&args, ctx),
        Writing::Restore(args) => restore::run(&args, ctx),
        Writing::Lock(args) => lock::run(&args, ctx),
        Writing::Unlock(_) => unlock::run(ctx),
        Writing::Passphrase(args) => passphrase::run(&args, ctx),
    }
}

fn read(command: Reading, ctx: &mut Context<'_>) -> Result<u8, Failure> {
    let done = |()| exit::DONE.code;
    match command {
        Reading::List(args) => list::run(&args, ctx).map(done),
        Reading::Show(args) => show::run(&args, ctx).map(done),
        Reading::History(args) => history::run(&args, ctx).map(done),
        Reading::Chart(args) => chart::run(&args, ctx).map(done),
        Reading::Report(args) => report::run(&args, ctx).map(done),
        Reading::Insights(args) => insights::run(&args, ctx).map(done),
        Reading::Trend(args) => trend::run(&args, ctx).map(done),
        Reading::Alerts(args) => alerts::run(&args, ctx).map(|exit| exit.code),
        Reading::Export(args) => export::run(&args, ctx).map(done),
        Reading::Verify(args) => verify::run(&args, ctx).map(|exit| exit.code),
        Reading::Completions(args) => man::completions(&args, ctx).map(done),
        Reading::Man(args) => man::run(&args, ctx).map(done),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        with_near_words(Cli::command()).debug_assert();
    }
}
