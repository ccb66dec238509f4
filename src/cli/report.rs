//! `twinge report`: the one page for the doctor, as a file or a look at it in the terminal.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use clap::Args;
use serde::Serialize;

use crate::cli::alerts::{Checked, check_as};
use crate::cli::args::{LanguageArg, language_of};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::failure::Failure;
use crate::cli::output::View;
use crate::cli::report_found::{ClaimsView, TrialView};
use crate::cli::save_file::{Target, save_file};
use crate::cli::surface::Surface;
use crate::draw::page::document::{Document, Paper};
use crate::draw::page::{html, n_pages, pdf, plain};
use crate::facts::Share;
use crate::facts::coverage::scored_days;
use crate::journal::{Journal, Kind, Span, read_day};
use crate::language::ENGLISH;
use crate::redflag::life::Life;
use crate::redflag::{LOOKBACK_DAYS, Verdict};
use crate::report::{Redact, Report, Wanted, page, report, visit};
use crate::store::{Stamp, Store};

/// Days to look for the first pain in at a time.
const YEAR_DAYS: u64 = 365;

/// Write the page for the doctor: report -o visit.pdf; without -o, show what will be on it
#[derive(Args, Debug)]
pub(crate) struct ReportArgs {
    /// The file: .pdf or .html; - is standard output
    #[arg(short, long, value_name = "FILE", conflicts_with = "preview")]
    output: Option<PathBuf>,
    /// Show what will be on it, in the terminal
    #[arg(long)]
    preview: bool,
    /// As HTML, whatever the file is called
    #[arg(long)]
    html: bool,
    /// For paper of North America; else A4
    #[arg(long)]
    letter: bool,
    /// The first day [default: that of the last visit, at least four weeks ago; else half a year]
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    from: Option<String>,
    /// The last day [default: today]
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    to: Option<String>,
    /// What to leave out, like notes,medicines
    #[arg(
        long,
        value_name = "WHAT",
        value_delimiter = ',',
        value_parser = ["name", "notes", "medicines", "habits"]
    )]
    redact: Vec<String>,
    /// Add every note in full and a table of all days, on pages of their own
    #[arg(long)]
    appendix: bool,
    #[command(flatten)]
    language: LanguageArg,
    /// Replace the file if it is there
    #[arg(long)]
    force: bool,
}

/// The main numbers. Each null was not recorded, or is of too few entries.
#[derive(Debug, Serialize)]
struct ReportView {
    file: Option<String>,
    pages: usize,
    from: String,
    to: String,
    days: usize,
    recorded_days: usize,
    longest_gap_days: Option<i64>,
    /// Entries of pain written down on their own day.
    own_day: Option<ShareView>,
    mean_pain: Option<f64>,
    worst: Option<f64>,
    worst_on: Option<String>,
    severe_days: ShareView,
    pain_days: ShareView,
    mean_night: Option<f64>,
    nights_woken: ShareView,
    /// The last four weeks less the four before, in points of the mean.
    change_points: Option<f64>,
    peg: Option<f64>,
    /// The rules that are met.
    rules_met: Vec<&'static str>,
    /// What is claimed of habits; null: nothing is, or habits are left out.
    claims: Option<ClaimsView>,
    /// Experiments that ended in these days, the newest first.
    experiments: Vec<TrialView>,
    left_out: Vec<String>,
    #[serde(skip)]
    text: String,
}

#[derive(Debug, Serialize)]
struct ShareView {
    n: usize,
    of: usize,
}

impl From<Share> for ShareView {
    fn from(share: Share) -> Self {
        Self { n: share.n, of: share.of }
    }
}

impl View for ReportView {
    const SCHEMA: &'static str = "report/2";
}

impl fmt::Display for ReportView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Runs `twinge report`.
pub(crate) fn run(args: &ReportArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let target = match &args.output {
        Some(path) => Some((surface_of(path, args.html)?, Target::new(path, args.force)?)),
        None => None,
    };
    let said = said_days(args, ctx.today)?;
    let asked = args.language.read()?;
    let store = ctx.read()?;
    let (journal, span) = days(&store, said)?;
    let has = |what: &str| args.redact.iter().any(|said| said == what);
    let redact = Redact {
        name: has("name"),
        notes: has("notes"),
        medicines: has("medicines"),
        habits: has("habits"),
    };
    let wanted = Wanted {
        span,
        today: ctx.today,
        redact,
        language: asked.unwrap_or_else(|| language_of(&journal)),
        own_day: own_day(&store, &journal, span)?,
        first_pain: first_pain(&store, span.last())?,
    };
    let Checked { verdicts, lives, .. } =
        check_as(&store, span.last(), |journal| redact.applied_to(&journal))?;
    let found: Vec<(Verdict, Life)> = verdicts.into_iter().zip(lives).collect();
    let report = report(&journal, &found, wanted);
    let paper = if args.letter { Paper::Letter } else { Paper::A4 };
    let drawn = |e| Failure::new(exit::FAILED, e);
    let document = page::document(&report, paper, args.appendix).map_err(drawn)?;
    let pages = n_pages(&document).map_err(drawn)?;
    let mut view = view_of(&report, pages, args);
    let Some((surface, target)) = target else {
        view.text = plain(&document);
        return ctx.out.show(&view);
    };
    let bytes = draw(&document, surface, ctx)?;
    save_file(&target, &mut ctx.out, |out| out.write_all(&bytes))?;
    hint(&report, redact, ctx);
    if target == Target::Stdout {
        return Ok(());
    }
    let file = args.output.as_ref().map(|p| p.display().to_string()).unwrap_or_default();
    let n_pages = if pages == 1 { "1 page".into() } else { format!("{pages} pages") };
    let coverage = report.coverage;
    let scored = (ENGLISH.chart.days_scored)(coverage.recorded_days, coverage.total_days);
    view.text = format!("wrote {file}: {n_pages}, {span}, {scored}\n");
    view.file = Some(file);
    ctx.out.acknowledge(&view)
}

/// What would make the page better, and what may be on it unawares.
fn hint(report: &Report, redact: Redact, ctx: &mut Context<'_>) {
    if report.goal.is_none() {
        ctx.out
            .note("`twinge profile visit_goal \"…\"` says at the top what you want of the visit");
    }
    if report.goal.is_some() && redact != Redact::default() {
        ctx.out.warn(
            "what you want of the visit is on it as you wrote it: `twinge profile visit_goal \
             --clear` takes it away",
        );
    }
    if (redact.name || redact.medicines) && !redact.notes && !report.notes.is_empty() {
        ctx.out.warn(
            "your notes are on it as you wrote them: `--preview` shows them, and \
                      `--redact notes` leaves them out",
        );
    }
}

fn draw(document: &Document, surface: Surface, ctx: &mut Context<'_>) -> Result<Vec<u8>, Failure> {
    if surface == Surface::Html {
        return Ok(html(document).into_bytes());
    }
    let pdf = pdf(document, ctx.moment.utc()).map_err(|e| Failure::new(exit::FAILED, e))?;
    if let Some(lack) = pdf.lack {
        ctx.out.note(format!("tagged for screen readers, but not as PDF/UA-1 asks: {lack}"));
    }
    Ok(pdf.bytes)
}

fn surface_of(path: &Path, is_html: bool) -> Result<Surface, Failure> {
    let to_stdout = path.as_os_str() == "-";
    match Surface::of(path) {
        _ if is_html => Ok(Surface::Html),
        Some(surface @ (Surface::Pdf | Surface::Html)) => Ok(surface),
        None if to_stdout => Ok(Surface::Pdf),
        _ => Err(Failure::usage(format!("{} is no kind of page", path.display()))
            .hint("the file's name ends with .pdf or .html, or say --html")),
    }
}

/// The first day, where it was said, and the last.
fn said_days(
    args: &ReportArgs,
    today: NaiveDate,
) -> Result<(Option<NaiveDate>, NaiveDate), Failure> {
    let read = |said: &String| read_day(said, today);
    let first = args.from.as_ref().map(read).transpose()?;
    let last = args.to.as_ref().map(read).transpose()?.unwrap_or(today);
    if first.is_some_and(|first| first > last) {
        return Err(Failure::usage("the first day is after the last")
            .hint("`--from 2026-01-01 --to 2026-03-01`"));
    }
    Ok((first, last))
}

/// The days to tell of, and a journal that has them and the year before the last of them.
fn days(
    store: &Store,
    (first, last): (Option<NaiveDate>, NaiveDate),
) -> Result<(Journal, Span), Failure> {
    let year = Span::ending(last, LOOKBACK_DAYS.max(YEAR_DAYS));
    let load = Span::new(first.unwrap_or(last).min(year.first()), last).unwrap_or(year);
    let journal = store.journal(Some(load))?;
    if let Some(span) = first.and_then(|first| Span::new(first, last)) {
        return Ok((journal, span));
    }
    let span = visit::since_begun(&journal, visit::since_last(&journal, last));
    Ok((journal, span))
}

/// The first day with pain up to another, whatever days are loaded: a year at a time, from the
/// first of which anything was written.
fn first_pain(store: &Store, last: NaiveDate) -> Result<Option<NaiveDate>, Failure> {
    let mut from = store.first_day_of(Kind::Pain)?;
    while let Some(first) = from.filter(|first| *first <= last) {
        let year = first.checked_add_days(Days::new(YEAR_DAYS)).unwrap_or(last).min(last);
        let span = Span::new(first, year).unwrap_or(Span::ending(first, 1));
        let journal = store.journal_of(&[Kind::Pain], Some(span))?;
        let scored = scored_days(&journal, span);
        if let Some(day) = scored.iter().find(|day| day.has_pain()) {
            return Ok(Some(day.date));
        }
        from = year.succ_opt();
    }
    Ok(None)
}

/// How many entries of pain were written down on their own day, of those of which it is known:
/// not of what was imported without the time of writing; of a sample, what its story says.
fn own_day(store: &Store, journal: &Journal, span: Span) -> Result<Option<Share>, Failure> {
    let acts = store.acts(usize::MAX)?;
    let imports: BTreeSet<Stamp> =
        acts.iter().filter(|act| act.source.is_some()).map(|act| act.stamp).collect();
    let times = store.written_times()?;
    let day_of = |at: &str| at.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    let mut share = Share::default();
    for one in store.stored(&[Kind::Pain], Some(span))? {
        let here = || {
            let is_here = !journal.is_sample() && !imports.contains(&one.first);
            times.get(&one.first).filter(|_| is_here)
        };
        let at = one.elsewhere.as_deref().or_else(|| here().map(String::as_str));
        if let Some(day) = at.and_then(day_of) {
            share.of += 1;
            share.n += usize::from(day == one.entry.day);
        }
    }
    Ok(Some(share).filter(|share| share.of > 0))
}

fn view_of(report: &Report, pages: usize, args: &ReportArgs) -> ReportView {
    let (span, it) = (report.wanted.span, report.intensity);
    ReportView {
        file: None,
        pages,
        from: span.first().to_string(),
        to: span.last().to_string(),
        days: report.coverage.total_days,
        recorded_days: report.coverage.recorded_days,
        longest_gap_days: report.coverage.longest_gap.map(|gap| gap.n_days()),
        own_day: report.wanted.own_day.map(ShareView::from),
        mean_pain: it.mean.map(|mean| mean.value),
        worst: it.worst.map(|(score, _)| score.points()),
        worst_on: it.worst.map(|(_, day)| day.to_string()),
        severe_days: it.severe_days.into(),
        pain_days: it.pain_days.into(),
        mean_night: report.nights.mean.map(|mean| mean.value),
        nights_woken: report.nights.woken.into(),
        change_points: report.change.as_ref().ok().map(crate::facts::change::Change::points),
        peg: report.function.peg.map(|(_, score)| score.points()),
        rules_met: report.signs.met.iter().map(|(verdict, _)| verdict.id()).collect(),
        claims: report.claims.as_ref().map(ClaimsView::of),
        experiments: report.trials.iter().map(TrialView::of).collect(),
        left_out: args.redact.clone(),
        text: String::new(),
    }
}
