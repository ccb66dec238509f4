//! `twinge chart`: a chart in the terminal or in a file.

use std::fmt;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use crate::chart::figure::Figure;
use crate::chart::{CHARTS, Chart, Read, Request, find};
use crate::cli::args::{LanguageArg, language_of, read_span};
use crate::cli::context::Context;
use crate::cli::exit;
use crate::cli::failure::Failure;
use crate::cli::output::View;
use crate::cli::save_file::{Target, save_file};
use crate::cli::site::read_site;
use crate::cli::surface::Surface;
use crate::draw::{Letters, Size, html, pdf, png, svg, terminal};
use crate::journal::{Journal, Span, nearest};
use crate::report::visit::since_begun;
use crate::store::Store;

/// Draw a chart: chart pain -o pain.svg; without -o, in the terminal
#[derive(Args, Debug)]
#[command(long_about = about())]
pub(crate) struct ChartArgs {
    #[arg(value_name = "CHART", default_value = "pain", help = which())]
    chart: String,
    /// The file: .svg, .png, .pdf or .html
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Which days, like 6m, 1y, 2026-03, 2026-01-02..2026-02-01 [default: 6m]
    #[arg(long, value_name = "SPAN", conflicts_with = "all")]
    span: Option<String>,
    /// All days from the first entry to the last
    #[arg(long)]
    all: bool,
    /// Only this site, like neck [default: the highest of all sites]
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
    /// Width and height of the picture in px
    #[arg(long, value_name = "WxH", default_value = "960x600")]
    size: String,
    #[command(flatten)]
    language: LanguageArg,
    /// Only plain letters in the terminal
    #[arg(long)]
    ascii: bool,
    /// Replace the file if it is there
    #[arg(long)]
    force: bool,
}

/// Returns the long help: what each chart shows.
fn about() -> String {
    let charts = CHARTS.iter().map(|it| format!("- {}: {}: {}", it.id, it.title, it.help));
    format!(
        "Draw a chart: chart pain -o pain.svg; without -o, in the terminal\n\n{}",
        charts.collect::<Vec<_>>().join("\n")
    )
}

/// Returns the help that names all charts.
fn which() -> String {
    format!("Which chart: {}", ids())
}

fn ids() -> String {
    CHARTS.iter().map(|chart| chart.id).collect::<Vec<_>>().join(", ")
}

#[derive(Debug, Serialize)]
struct DrawnView {
    chart: &'static str,
    file: Option<String>,
    title: String,
    subtitle: String,
    #[serde(skip)]
    text: String,
}

impl View for DrawnView {
    const SCHEMA: &'static str = "chart/1";
}

impl fmt::Display for DrawnView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Runs `twinge chart`.
pub(crate) fn run(args: &ChartArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let Some(chart) = find(&args.chart) else {
        let failure = Failure::usage(format!("there is no chart {:?}", args.chart));
        return Err(match nearest(&args.chart, CHARTS.iter().map(|c| c.id)) {
            Some(meant) => failure.hint(format!("did you mean {meant}?")),
            None => failure.hint(format!("charts: {}", ids())),
        });
    };
    refuse_choice(args, chart, ctx.today)?;
    let target = match &args.output {
        Some(path) => Some((surface_of(path)?, Target::new(path, args.force)?)),
        None => None,
    };
    let size = read_size(&args.size)?;
    let site = args.site.as_deref().map(read_site).transpose()?;
    let asked = args.language.read()?;
    let store = ctx.read()?;
    let (journal, span) = match chart.window {
        Some(window) => (store.journal(Some(window(ctx.today)))?, window(ctx.today)),
        None => days(args, ctx, &store)?,
    };
    let language = asked.unwrap_or_else(|| language_of(&journal));
    let read = if target.is_some() { Read::Later } else { Read::AtOnce };
    let request = Request { span, today: ctx.today, site, warnings: &[], language, read };
    let figure = (chart.figure)(&journal, &request);
    let mut view = DrawnView {
        chart: chart.id,
        file: None,
        title: figure.title.clone(),
        subtitle: figure.subtitle.join(" · "),
        text: String::new(),
    };
    let Some((surface, target)) = target else {
        let plain = args.ascii || ctx.settings.plain_letters;
        let letters = if plain { Letters::Ascii } else { Letters::Blocks };
        view.text = terminal(&figure, ctx.settings.columns, letters);
        return ctx.out.show(&view);
    };
    let bytes = draw(&figure, size, surface, ctx)?;
    save_file(&target, &mut ctx.out, |out| out.write_all(&bytes))?;
    if target == Target::Stdout {
        return Ok(());
    }
    let file = args.output.as_ref().map(|p| p.display().to_string()).unwrap_or_default();
    view.text = format!("drew {}: {}, {}\n", file, view.title, view.subtitle);
    view.file = Some(file);
    ctx.out.acknowledge(&view)
}

/// Refuses a choice of days or of a site where the chart has none.
fn refuse_choice(args: &ChartArgs, chart: &Chart, today: NaiveDate) -> Result<(), Failure> {
    let Some(window) = chart.window else { return Ok(()) };
    if args.span.is_none() && !args.all && args.site.is_none() {
        return Ok(());
    }
    let days = window(today).n_days();
    let what = format!("{} is always of the last {days} days and of all sites", chart.id);
    Err(Failure::usage(what).hint("leave out --span, --all and --site"))
}

/// Draws the figure, and says where a PDF is less than it should be.
fn draw(
    figure: &Figure,
    size: Size,
    surface: Surface,
    ctx: &mut Context<'_>,
) -> Result<Vec<u8>, Failure> {
    let drawn = match surface {
        Surface::Svg => svg(figure, size).map(String::into_bytes),
        Surface::Png => png(figure, size),
        Surface::Html => html(figure, size).map(String::into_bytes),
        Surface::Pdf => pdf(figure, size, ctx.moment.utc()).map(|pdf| {
            if let Some(lack) = pdf.lack {
                ctx.out
                    .note(format!("tagged for screen readers, but not as PDF/UA-1 asks: {lack}"));
            }
            pdf.bytes
        }),
    };
    drawn.map_err(|e| Failure::new(exit::FAILED, e))
}

/// The days to draw: as asked; else the last six months; else, where those have no entries,
/// the six months that end with the last entry.
fn days(
    args: &ChartArgs,
    ctx: &mut Context<'_>,
    store: &Store,
) -> Result<(Journal, Span), Failure> {
    if args.all {
        let journal = store.journal(None)?;
        let span = journal.recorded_span().unwrap_or(Span::ending(ctx.today, 1));
        let span = Span::new(span.first(), span.last().min(ctx.today)).unwrap_or(span);
        return Ok((journal, span));
    }
    let said = args.span.as_deref();
    let mut span = read_span(said.unwrap_or("6m"), ctx.today)?;
    if said.is_none() {
        let last = store.latest_days(ctx.today, 1)?;
        if let Some(last) = last.first().filter(|day| !span.contains(**day)) {
            span = read_span("6m", *last)?;
            ctx.out.note(format!("no entries in the last six months; drew those up to {last}"));
        } else if !store.latest_days(span.first(), 2)?.is_empty() {
            ctx.out.note("drew the last six months; --all draws everything");
        }
    }
    let journal = store.journal(Some(span))?;
    if said.is_none() {
        span = since_begun(&journal, span);
    }
    Ok((journal, span))
}

fn surface_of(path: &Path) -> Result<Surface, Failure> {
    Surface::of(path).ok_or_else(|| {
        Failure::usage(format!("{} is not a kind of picture", path.display()))
            .hint("the file's name ends with .svg, .png, .pdf or .html")
    })
}

fn read_size(said: &str) -> Result<Size, Failure> {
    let refused = || {
        Failure::usage(format!("{said:?} is not a size")).hint("like 960x600, width x height in px")
    };
    let (width, height) = said.split_once(['x', '×']).ok_or_else(refused)?;
    let (Ok(width), Ok(height)) = (width.parse(), height.parse()) else { return Err(refused()) };
    Size::new(width, height).map_err(Failure::usage)
}
