//! `twinge trend`: better, worse, about the same, or too early to say.

use std::fmt;

use clap::Args;
use serde::Serialize;

use crate::cli::args::read_span;
use crate::cli::context::Context;
use crate::cli::course_view::{
    ChangeView, TrendView, change_views, gaps, points, say_days, say_gaps, say_level, say_trend,
    trend_view,
};
use crate::cli::failure::Failure;
use crate::cli::output::View;
use crate::cli::site::{SiteArg, site_name};
use crate::facts::Mean;
use crate::facts::change::{Change, Clarity, change};
use crate::facts::coverage::scored_days;
use crate::facts::flare::{flares, marked};
use crate::facts::pattern::{self, pattern as pattern_of};
use crate::insights::course::{Course, course_of};
use crate::insights::days::{Days, Measure};
use crate::insights::{KINDS, window};
use crate::journal::{Journal, Span};
use crate::stats::trend;

/// Days before the first one that its flare-ups are held against.
const DAYS_BEFORE: u64 = 28;

/// Whether pain is better, worse or about the same, with the range, or too early to say
///
/// The change from the first day to the last allows for weekdays and for bad days coming in runs,
/// and so takes some half a year to be told. A change of level is told where one is likely. What
/// was simply counted stands below.
#[derive(Args, Debug)]
pub(crate) struct TrendArgs {
    /// Which days, like 6m, 2y or 2026 [default: the last 365]
    #[arg(long, value_name = "SPAN")]
    span: Option<String>,
    #[command(flatten)]
    site: SiteArg,
}

#[derive(Debug, Serialize)]
pub(crate) struct TrendReport {
    /// The first day with a score; null: there is none.
    first: Option<String>,
    /// The last one.
    last: Option<String>,
    days: usize,
    recorded_days: usize,
    /// What stands for a day's pain.
    pain: Option<&'static str>,
    /// Of the pain of which site alone; null: of the highest of all.
    site: Option<&'static str>,
    /// The longest stretches without a score: the first and the last day of each.
    gaps: Vec<[String; 2]>,
    trend: TrendView,
    changes: Vec<ChangeView>,
    facts: Facts,
    #[serde(skip)]
    found: Option<(Days, Course)>,
    #[serde(skip)]
    is_sample: bool,
}

/// What is counted, without a verdict.
#[derive(Debug, Serialize)]
struct Facts {
    /// The last four weeks beside the four before; null: not enough entries.
    four_weeks: Option<FourWeeks>,
    /// How many more days with a score that takes, at least; null: none.
    four_weeks_need: Option<usize>,
    /// The pattern of the year's entries; null: none of the words fits, or too few.
    pattern: Option<&'static str>,
    /// Stretches of days that look like a flare-up.
    flares: Vec<[String; 2]>,
    /// Days on which you said that one began.
    flares_marked: Vec<String>,
    #[serde(skip)]
    pattern_words: Option<(usize, &'static str)>,
}

#[derive(Debug, Serialize)]
struct FourWeeks {
    before: f64,
    before_days: usize,
    now: f64,
    now_days: usize,
    points: f64,
    /// How clear the difference is.
    clarity: &'static str,
}

impl View for TrendReport {
    const SCHEMA: &'static str = "trend/1";
}

impl fmt::Display for TrendReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_sample {
            writeln!(f, "SAMPLE JOURNAL: made up by `twinge demo`, nobody's pain\n")?;
        }
        let Some((days, course)) = &self.found else {
            return writeln!(f, "no day of these has a pain score: `twinge log 4` records one");
        };
        let at = self.site.map(|site| format!(" at the {}", site_name(site))).unwrap_or_default();
        writeln!(f, "Pain{at}, {}", say_days(days))?;
        say_gaps(days).iter().try_for_each(|gap| writeln!(f, "{gap}"))?;
        writeln!(f)?;
        if days.measure == Measure::Worst {
            writeln!(f, "By the worst of each day, which is what you recorded on most days.")?;
        }
        writeln!(f, "{}", say_trend(course))?;
        if course.trend.is_ok_and(|t| t.course() == trend::Course::Unclear) {
            writeln!(f, "It usually takes half a year of entries to tell.")?;
        }
        if let Some(level) = &course.level {
            writeln!(f, "{}", say_level(level))?;
        }
        writeln!(f, "\nCounted, without a verdict")?;
        self.facts.list(f)?;
        writeln!(
            f,
            "\nWhether pain that gets worse is a warning sign has a rule of its own: `twinge alerts \
             --explain worsening`."
        )
    }
}

impl Facts {
    fn of(journal: &Journal, span: Span) -> Self {
        let scored = scored_days(journal, Span::ending(span.last(), 365));
        let change = change(&scored, span.last());
        let pattern = pattern_of(&scored, span.last());
        let wide = wide(span);
        let flares = flares(&scored_days(journal, wide), span);
        Self {
            four_weeks: change.ok().map(FourWeeks::of),
            four_weeks_need: change.err(),
            pattern: pattern.map(|p| words(p.course).0),
            pattern_words: pattern.map(|p| (p.weeks, words(p.course).1)),
            flares: flares
                .iter()
                .map(|flare| [flare.first().to_string(), flare.last().to_string()])
                .collect(),
            flares_marked: marked(journal, span).iter().map(ToString::to_string).collect(),
        }
    }

    fn list(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.four_weeks, self.four_weeks_need) {
            (Some(weeks), _) => writeln!(f, "  {}", weeks.say())?,
            (None, Some(n)) => writeln!(
                f,
                "  the last four weeks beside the four before: not enough entries, {n} more {} \
                 with an average or a moment",
                if n == 1 { "day" } else { "days" }
            )?,
            (None, None) => {}
        }
        if let Some((weeks, words)) = self.pattern_words {
            writeln!(f, "  the pattern of your entries of {weeks} weeks: {words}")?;
        }
        writeln!(
            f,
            "  flare-ups: {} by the scores, {} that you marked",
            self.flares.len(),
            self.flares_marked.len()
        )
    }
}

impl FourWeeks {
    fn of(change: Change) -> Self {
        let Mean { value: before, n: before_days } = change.before;
        let Mean { value: now, n: now_days } = change.now;
        let clarity = match change.clarity {
            Clarity::Clear => "clear",
            Clarity::Possible => "possible",
            Clarity::None => "none",
        };
        Self { before, before_days, now, now_days, points: change.points(), clarity }
    }

    fn say(&self) -> String {
        let Self { before, before_days, now, now_days, .. } = self;
        let way = match self.points {
            p if p.abs() < 0.05 => "the same".to_string(),
            p if p < 0.0 => format!("{} lower", points(-p)),
            p => format!("{} higher", points(p)),
        };
        format!(
            "the last four weeks: {now:.1} on average ({now_days} days), the four before: \
             {before:.1} ({before_days} days): {way}"
        )
    }
}

/// The id and the definition of a pattern.
fn words(pattern: pattern::Course) -> (&'static str, &'static str) {
    match pattern {
        pattern::Course::Single => {
            ("single", "one time with pain, of two weeks at most, in a year")
        }
        pattern::Course::Episodic => {
            ("episodic", "several times with pain, a month without pain between them")
        }
        pattern::Course::Ongoing => {
            ("ongoing", "pain on more than four days a week, weekly means within a point")
        }
        pattern::Course::Fluctuating => {
            ("fluctuating", "weekly means more than two points apart, without a month free of pain")
        }
    }
}

/// The span with the days before it that its flare-ups are held against.
fn wide(span: Span) -> Span {
    let first = span.first().checked_sub_days(chrono::Days::new(DAYS_BEFORE));
    first.and_then(|first| Span::new(first, span.last())).unwrap_or(span)
}

/// Runs `twinge trend`.
pub(crate) fn run(args: &TrendArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let span = match &args.span {
        Some(said) => read_span(said, ctx.today)?,
        None => window(ctx.today),
    };
    // Later days than today are left out.
    let last = span.last().min(ctx.today);
    let Some(span) = Span::new(span.first(), last) else {
        return Err(Failure::usage("these days are still to come"));
    };
    let store = ctx.read()?;
    let year = Span::ending(span.last(), 365);
    let from = wide(span).first().min(year.first());
    let journal = store.journal_of(KINDS, Span::new(from, span.last()))?;
    let (journal, site) = args.site.applied_to(journal)?;
    let found = course_of(&journal, span);
    let days = found.as_ref().map(|(days, _)| days);
    let course = found.as_ref().map(|(_, course)| course);
    let view = TrendReport {
        first: days.map(|d| d.first.to_string()),
        last: days.map(|d| d.last().to_string()),
        days: days.map_or(0, |d| d.diary.n_days()),
        recorded_days: days.map_or(0, |d| d.diary.n_recorded()),
        pain: days.map(Days::pain_id),
        site,
        gaps: days
            .map(|days| gaps(days).iter().map(|(a, b)| [a.to_string(), b.to_string()]).collect())
            .unwrap_or_default(),
        trend: trend_view(course),
        changes: change_views(course),
        facts: Facts::of(&journal, span),
        is_sample: store.is_sample()?,
        found,
    };
    ctx.out.show(&view)
}
