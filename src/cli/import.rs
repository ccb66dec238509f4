//! `twinge import`: other files in, all or nothing.

use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::entry_view::json_of;
use crate::cli::exit;
use crate::cli::failure::Failure;
use crate::cli::lines;
use crate::cli::notices::finish;
use crate::cli::output::View;
use crate::exchange::{
    IMPORTERS, Import, Importer, ReadOptions, RowError, importer_of_extension, recognise,
    take_for_the_same,
};
use crate::journal::{Kind, Span, counted};
use crate::store::{Adopted, Clash, Policy, Reason, adopt, said};

/// The largest file that is read: a lifetime of entries is a few megabytes.
const BYTES_MAX: u64 = 512 << 20;

/// How many bad rows and differences are listed on the screen.
const LISTED: usize = 10;

/// Read a file in: import diary.csv --dry-run; all or nothing
#[derive(Args, Debug)]
pub(crate) struct ImportArgs {
    /// The file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Say what a column is: --map Schmerz=pain, --map mood=- to leave it out
    #[arg(long, value_name = "NAME=FIELD")]
    map: Vec<String>,
    /// Take columns with unknown names as habits of your own
    #[arg(long)]
    new_habits: bool,
    /// Only say what would be done
    #[arg(long)]
    dry_run: bool,
    /// Leave out rows that cannot be read, take the others
    #[arg(long)]
    skip_bad: bool,
    /// Where the journal says something else, take the file's value
    #[arg(long)]
    replace: bool,
    /// Read texts as they are: a leading ' is the person's own
    #[arg(long)]
    raw: bool,
}

#[derive(Debug, Serialize)]
struct ImportedView {
    file: String,
    dry_run: bool,
    rows: usize,
    rows_skipped: usize,
    days: usize,
    first_day: Option<String>,
    last_day: Option<String>,
    values_new: usize,
    values_already_there: usize,
    /// Values that the journal has otherwise; kept unless `--replace`.
    differences: Vec<DifferenceView>,
    replaced: bool,
}

#[derive(Debug, Serialize)]
struct DifferenceView {
    day: String,
    field: String,
    /// Null: cleared or deleted by you.
    journal: Option<serde_json::Value>,
    file: serde_json::Value,
    #[serde(skip)]
    shown: String,
}

impl View for ImportedView {
    const SCHEMA: &'static str = "imported/1";
}

impl fmt::Display for ImportedView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let would = if self.dry_run { "would import" } else { "imported" };
        let rows = counted(self.rows, "row", "rows");
        write!(f, "{would} {}: {rows}, {}", self.file, counted(self.days, "day", "days"))?;
        if let (Some(first), Some(last)) = (&self.first_day, &self.last_day) {
            write!(f, " from {first} to {last}")?;
        }
        writeln!(f)?;
        writeln!(
            f,
            "  {} new, {} already there",
            counted(self.values_new, "value", "values"),
            self.values_already_there
        )?;
        if self.rows_skipped > 0 {
            writeln!(f, "  {} left out", counted(self.rows_skipped, "row", "rows"))?;
        }
        if !self.differences.is_empty() {
            let kept = if self.replaced { "the file's taken" } else { "yours kept" };
            let values = counted(self.differences.len(), "value differs", "values differ");
            writeln!(f, "  {values} from the journal's: {kept}")?;
            for one in self.differences.iter().take(LISTED) {
                writeln!(f, "    {} {}", one.day, one.shown)?;
            }
            if !self.replaced {
                writeln!(f, "  --replace takes the file's")?;
            }
        }
        Ok(())
    }
}

/// Runs `twinge import`.
pub(crate) fn run(args: &ImportArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let map = args.map.iter().map(|said| read_map(said)).collect::<Result<Vec<_>, _>>()?;
    let bytes = read_file(&args.file)?;
    let shown = args.file.display().to_string();
    let habits = ctx.so_far(&[Kind::Habit])?.habits().to_vec();
    let mut options = ReadOptions::new(&habits, ctx.today);
    options.map = map;
    options.new_habits = args.new_habits;
    options.raw = args.raw;
    let mut import = (importer_of(&args.file).read)(&bytes, &options).map_err(|error| {
        let failure = Failure::new(exit::INPUT, &error).while_doing(&format!("import {shown}"));
        error.hint().into_iter().fold(failure, Failure::hint)
    })?;
    drop(bytes);
    for note in &import.notes {
        ctx.out.note(note);
    }
    if import.rows_bad > 0 && !args.skip_bad {
        return Err(bad_rows(&import, &shown));
    }
    for error in import.row_errors.iter().take(LISTED) {
        ctx.out.note(format!("left out: {}", row_error(error)));
    }
    let (adopted, replaced) = take_in(args, ctx, &mut import)?;
    let view = view(args, &shown, &import, &adopted, replaced);
    ctx.out.acknowledge(&view)
}

fn take_in(
    args: &ImportArgs,
    ctx: &mut Context<'_>,
    import: &mut Import,
) -> Result<(Adopted, bool), Failure> {
    let policy = if args.replace { Policy::TakeTheirs } else { Policy::KeepMine };
    if args.dry_run && !ctx.path.exists() {
        let n_values = import.entries.iter().map(|e| e.values.len()).sum();
        let n_entries = import.entries.len();
        return Ok((Adopted { n_entries, n_values, ..Adopted::default() }, args.replace));
    }
    let mut store = if args.dry_run { ctx.rehearse()? } else { ctx.write_or_create()? };
    if !args.dry_run && !store.was_made() {
        store.back_up_before(Reason::Import, &ctx.moment)?;
    }
    let days = import.entries.iter().filter(|e| Kind::OF_A_DAY.contains(&e.kind)).map(|e| e.day);
    if let Some(span) = days.clone().min().and_then(|first| Span::new(first, days.max()?)) {
        let journal = store.journal_of(&Kind::OF_A_DAY, Some(span))?;
        recognise(import, &journal);
        let n_unsure = if args.replace { take_for_the_same(import, &journal) } else { 0 };
        if n_unsure > 0 {
            ctx.out.note(format!(
                "readings of pain that could be one of several of their day are added: {n_unsure}; \
                 a column time would tell which one is meant"
            ));
        }
    }
    let mut act = store.begin(&ctx.moment, &ctx.settings.machine, "import")?;
    let name = args.file.file_name().unwrap_or(args.file.as_os_str());
    act.from_source(&name.to_string_lossy());
    let adopted = adopt(&mut act, &mut import.entries, &import.written, policy)?;
    if args.dry_run {
        drop(act);
    } else {
        let (_, told) = finish(ctx, act, &[])?;
        told.say(ctx);
    }
    Ok((adopted, args.replace))
}

fn view(
    args: &ImportArgs,
    shown: &str,
    import: &Import,
    adopted: &Adopted,
    replaced: bool,
) -> ImportedView {
    let of_days = || import.entries.iter().filter(|e| Kind::OF_A_DAY.contains(&e.kind));
    let mut days: Vec<chrono::NaiveDate> = of_days().map(|e| e.day).collect();
    days.sort_unstable();
    days.dedup();
    let span = days.first().and_then(|&first| Span::new(first, *days.last()?));
    ImportedView {
        file: shown.into(),
        dry_run: args.dry_run,
        rows: import.rows_read.saturating_sub(import.rows_bad),
        rows_skipped: import.rows_bad,
        days: days.len(),
        first_day: span.map(|s| s.first().to_string()),
        last_day: span.map(|s| s.last().to_string()),
        values_new: adopted.n_values,
        values_already_there: adopted.n_same,
        differences: adopted.clashes.iter().map(difference).collect(),
        replaced,
    }
}

fn difference(clash: &Clash) -> DifferenceView {
    let field = &clash.field;
    let mine = clash.mine.as_ref().map(|v| lines::shown(field, v));
    let (mine, theirs) = (mine.unwrap_or("deleted".into()), lines::shown(field, &clash.theirs));
    DifferenceView {
        day: clash.day.to_string(),
        field: field.id(),
        journal: clash.mine.as_ref().map(|v| json_of(field, v)),
        file: json_of(field, &clash.theirs),
        shown: format!("{}: {mine}, file {theirs}", lines::label(field)),
    }
}

/// The format that the file's ending means; another ending is read as the first, a table.
fn importer_of(path: &std::path::Path) -> &'static Importer {
    let ending = path.extension().and_then(std::ffi::OsStr::to_str);
    ending.and_then(importer_of_extension).unwrap_or(&IMPORTERS[0])
}

fn read_map(said: &str) -> Result<(String, String), Failure> {
    // A column's name may have an = in it; a field's has none.
    let (name, field) = said.rsplit_once('=').ok_or_else(|| {
        Failure::usage(format!("--map {said:?} does not say NAME=FIELD"))
            .hint("like --map Schmerz=pain, or --map colour=- to leave it out")
    })?;
    Ok((name.into(), field.into()))
}

fn read_file(path: &std::path::Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let limit = BYTES_MAX + 1;
    let read = if path.as_os_str() == "-" {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| {
            // What is said to be too long is not read first.
            if file.metadata()?.len() > BYTES_MAX {
                return Ok(usize::MAX);
            }
            file.take(limit).read_to_end(&mut bytes)
        })
    };
    let n = read.map_err(|e| {
        let failure = Failure::new(exit::INPUT, format!("{}: {}", path.display(), said(&e)));
        failure.hint("name a file that can be read, or `-` for standard input")
    })?;
    if n as u64 > BYTES_MAX {
        return Err(Failure::new(exit::INPUT, format!("{} is over 512 MiB", path.display()))
            .hint("is it the right file?"));
    }
    Ok(bytes)
}

fn row_error(error: &RowError) -> String {
    let column = error.column.as_deref().map(|c| format!("{c}: ")).unwrap_or_default();
    let meant = error.meant.map(|m| format!(" (did you mean {m}?)")).unwrap_or_default();
    format!("line {}: {column}{}{meant}", error.line, error.why)
}

fn bad_rows(import: &Import, shown: &str) -> Failure {
    let listed: Vec<String> = import.row_errors.iter().take(LISTED).map(row_error).collect();
    let more = import.row_errors.len().saturating_sub(LISTED);
    let more = if more > 0 { format!("\n  … and {more} more") } else { String::new() };
    let fine = import.rows_read.saturating_sub(import.rows_bad);
    let failure = Failure::new(exit::INPUT, format!("{}{more}", listed.join("\n  ")))
        .while_doing(&format!("import {shown}"));
    if fine == 0 {
        return failure.hint("nothing was written; no row could be read");
    }
    failure.hint(if fine == 1 {
        "nothing was written; the other row is fine: --skip-bad takes it".into()
    } else {
        format!("nothing was written; the other {fine} rows are fine: --skip-bad takes them")
    })
}
