//! `twinge alerts`: which published warning signs the entries meet, with dates and sources.

use std::fmt;

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::{self, Exit};
use crate::cli::failure::Failure;
use crate::cli::output::View;
use crate::journal::fields::symptom;
use crate::journal::{Entry, Journal, Kind, Span};
use crate::redflag::tick;
use crate::redflag::{
    CLOSING, Evidence, LOOKBACK_DAYS, Needs, PURPOSE, RedFlag, Source, Status, Urgency, Verdict,
};
use crate::store::Store;

/// The kinds of entries that rules read.
const KINDS: &[Kind] =
    &[Kind::Pain, Kind::Day, Kind::Treatment, Kind::Symptom, Kind::Event, Kind::Profile];

/// The rules whose needs are said without asking: scores alone answer them.
const FIRST_ANSWERED: &[&str] = &["pain-6-months", "worse-at-night"];

/// Which published warning signs the entries meet, with the dates and the sources
#[derive(Args, Debug)]
pub(crate) struct AlertsArgs {
    /// Show one rule in full: what it asks, its thresholds, its sources, what is missing
    #[arg(long, value_name = "RULE")]
    explain: Option<String>,
    /// Say of every rule what it still needs
    #[arg(long)]
    all: bool,
    /// Return a code that tells how urgent the most urgent alert is
    #[arg(long)]
    exit_code: bool,
}

#[derive(Debug, Serialize)]
struct AlertsView {
    as_of: String,
    rules: Vec<RuleView>,
    /// Whether every rule says what it needs.
    #[serde(skip)]
    all: bool,
    /// Whether one rule is shown in full.
    #[serde(skip)]
    in_full: bool,
    #[serde(skip)]
    is_sample: bool,
}

#[derive(Debug, Serialize)]
struct RuleView {
    id: &'static str,
    urgency: Urgency,
    status: Status,
    /// The days that meet the rule.
    dates: Vec<String>,
    #[serde(serialize_with = "as_object")]
    evidence: Vec<Evidence>,
    /// What is still needed; null unless there are not enough entries.
    needs: Option<Needs>,
    sources: Vec<SourceView>,
    #[serde(skip)]
    rule: &'static RedFlag,
    #[serde(skip)]
    summary: String,
}

/// Who says so.
#[derive(Debug, Serialize)]
struct SourceView {
    #[serde(flatten)]
    source: &'static Source,
    /// The source in one line.
    cite: String,
}

/// One met rule, in a line.
#[derive(Debug, Serialize)]
pub(crate) struct AlertLine {
    id: &'static str,
    urgency: Urgency,
    /// What was recorded, and what public guidance says.
    pub(crate) headline: String,
}

impl View for AlertsView {
    const SCHEMA: &'static str = "alerts/1";
}

fn as_object<S: serde::Serializer>(evidence: &[Evidence], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(evidence.iter().map(|e| (e.name, &e.value)))
}

impl fmt::Display for AlertsView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_sample {
            writeln!(f, "SAMPLE JOURNAL: made up by `twinge demo`, nobody's pain\n")?;
        }
        if self.in_full {
            return self.rules.iter().try_for_each(|rule| rule.explain(f));
        }
        let met: Vec<&RuleView> = self.with(Status::Met).collect();
        if met.is_empty() {
            writeln!(f, "As of {}, your entries meet none of the rules.", self.as_of)?;
            writeln!(f, "That says nothing about what was not recorded.\n")?;
        }
        for rule in &met {
            rule.describe(f)?;
        }
        self.mention_others(f)?;
        if !met.is_empty() {
            writeln!(f, "\n{}", wrapped(CLOSING, ""))?;
        }
        writeln!(f, "\n{}", wrapped(&format!("twinge is {PURPOSE}."), ""))?;
        writeln!(f, "No clinician has reviewed these rules yet.")?;
        writeln!(f, "`twinge alerts --explain RULE` shows a rule in full, with its sources.")
    }
}

impl AlertsView {
    /// The rules that are not met, and those without enough entries, most of them together.
    fn mention_others(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, others): (Vec<&RuleView>, Vec<&RuleView>) = self
            .with(Status::NotEnough)
            .partition(|r| r.needs.as_ref().is_some_and(|needs| needs.days.is_some()));
        let (ticks, others): (Vec<&RuleView>, Vec<&RuleView>) =
            others.into_iter().partition(|r| r.rule.is_one_tick());
        // Two are said in a sentence: they are what the diary alone will answer in time.
        let (soon, days): (Vec<&RuleView>, Vec<&RuleView>) =
            days.into_iter().partition(|r| self.all || FIRST_ANSWERED.contains(&r.id));
        for rule in soon {
            rule.mention(f)?;
        }
        let others: Vec<&RuleView> = days.into_iter().chain(others).collect();
        let ids = |rules: &[&RuleView]| rules.iter().map(|r| r.id).collect::<Vec<_>>().join(", ");
        if !ticks.is_empty() {
            let text = format!(
                "Not asked in the last two weeks: {}. Answer with `twinge symptom NAME`, or \
                 `twinge symptom NAME --no`.",
                ids(&ticks)
            );
            writeln!(f, "{}", wrapped(&text, ""))?;
        }
        if !others.is_empty() {
            let text = format!(
                "Not enough entries yet, of {} rules; `twinge alerts --all` says what each \
                 needs: {}.",
                others.len(),
                ids(&others)
            );
            writeln!(f, "{}", wrapped(&text, ""))?;
        }
        let not_met: Vec<&RuleView> = self.with(Status::NotMet).collect();
        if !not_met.is_empty() {
            writeln!(f, "{}", wrapped(&format!("Not met: {}.", ids(&not_met)), ""))?;
        }
        Ok(())
    }

    fn with(&self, status: Status) -> impl Iterator<Item = &RuleView> {
        self.rules.iter().filter(move |r| r.status == status)
    }
}

impl RuleView {
    /// A met rule: what guidance says, what was recorded, when, who says so.
    fn describe(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let urgency = self.urgency.id().to_uppercase();
        writeln!(f, "{} [{urgency}: {}]", self.rule.title, self.id)?;
        writeln!(f, "{}", wrapped(self.rule.advice, "  "))?;
        writeln!(f, "{}", wrapped(&self.summary, "  "))?;
        self.say_dates(f)?;
        let sources: Vec<String> = self.sources.iter().map(SourceView::short).collect();
        writeln!(f, "{}\n", wrapped(&format!("Sources: {}", sources.join("; ")), "  "))
    }

    fn say_dates(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(first), Some(last)) = (self.dates.first(), self.dates.last()) {
            let days = if self.dates.len() == 1 { "day" } else { "days" };
            writeln!(f, "  Dates: {} {days} from {first} to {last}", self.dates.len())?;
        }
        Ok(())
    }

    /// A rule in full.
    fn explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = match self.status {
            Status::Met => "met",
            Status::NotMet => "not met",
            Status::NotEnough => "not enough entries",
        };
        writeln!(f, "{} [{}: {}]", self.rule.title, self.urgency.id(), self.id)?;
        writeln!(f, "  {}: {}", self.urgency.id(), self.urgency.means())?;
        writeln!(f, "\nThe rule")?;
        for line in self.rule.criterion().lines() {
            writeln!(f, "{}", wrapped(line, "  "))?;
        }
        writeln!(f, "{}", wrapped(self.rule.basis, "  "))?;
        writeln!(f, "\nYour entries: {status}")?;
        writeln!(f, "{}", wrapped(&self.summary, "  "))?;
        self.say_dates(f)?;
        if let Some(needs) = &self.needs {
            writeln!(f, "{}", wrapped(&format!("Needs: {}", needs.sentence), "  "))?;
        }
        writeln!(f, "\nWhen it is met")?;
        writeln!(f, "{}", wrapped(self.rule.advice, "  "))?;
        writeln!(f, "\nSources")?;
        for source in &self.sources {
            writeln!(f, "{}", wrapped(&source.cite, "  "))?;
        }
        writeln!(f, "\nNo clinician has reviewed this rule yet.")
    }

    /// A rule that is not met, or that has not enough entries, in a sentence.
    fn mention(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match &self.needs {
            Some(needs) => {
                format!("{}: {}", self.rule.title, needs.sentence)
            }
            None => format!("{}: not met. {}", self.rule.title, self.summary),
        };
        writeln!(f, "{}", wrapped(&text, ""))
    }
}

impl SourceView {
    /// Authority and year.
    fn short(&self) -> String {
        match self.source.year {
            Some(year) => format!("{}, {year}", self.source.authority),
            None => self.source.authority.to_string(),
        }
    }
}

/// Breaks a text into lines of at most 78 columns, each after `indent`.
fn wrapped(text: &str, indent: &str) -> String {
    let mut lines = vec![indent.to_string()];
    for word in text.split_whitespace() {
        let at = lines.len() - 1;
        let line = &mut lines[at];
        if line.len() > indent.len() && line.chars().count() + word.chars().count() >= 78 {
            lines.push(format!("{indent}{word}"));
        } else {
            let gap = if line.len() > indent.len() { " " } else { "" };
            line.push_str(gap);
            line.push_str(word);
        }
    }
    lines.join("\n")
}

/// Runs `twinge alerts`.
pub(crate) fn run(args: &AlertsArgs, ctx: &mut Context<'_>) -> Result<Exit, Failure> {
    let store = ctx.read()?;
    let verdicts = check(&store, ctx.today)?.verdicts;
    // What is told once is no news, whatever its urgency.
    let news = verdicts.iter().filter(|v| v.is_met() && !v.rule.once);
    let exit = match news.map(Verdict::urgency).max() {
        Some(urgency) if args.exit_code => exit_of(urgency),
        _ => exit::DONE,
    };
    let wanted = args.explain.as_deref();
    if let Some(id) = wanted.filter(|id| crate::redflag::find(id).is_none()) {
        let ids: Vec<&str> = crate::redflag::RULES.iter().map(|r| r.id).collect();
        return Err(Failure::usage(format!("there is no rule {id:?}"))
            .hint(format!("rules: {}", ids.join(", "))));
    }
    let is_wanted = |v: &Verdict| wanted.is_none_or(|id| v.id() == id);
    let rules = verdicts.into_iter().filter(is_wanted).map(rule_view).collect();
    let is_sample = store.is_sample()?;
    let as_of = ctx.today.to_string();
    ctx.out.show(&AlertsView {
        as_of,
        rules,
        all: args.all,
        in_full: wanted.is_some(),
        is_sample,
    })?;
    Ok(exit)
}

/// What the rules said of the days that they read.
pub(crate) struct Checked {
    journal: Journal,
    verdicts: Vec<Verdict>,
}

/// Asks all rules, with as many days as they need.
pub(crate) fn check(store: &Store, today: NaiveDate) -> Result<Checked, Failure> {
    let span = Span::ending(today, LOOKBACK_DAYS);
    let journal = store.journal_of(KINDS, Some(span))?;
    let verdicts = crate::redflag::check(&journal, today);
    if !crate::redflag::wants_earlier(&verdicts) {
        return Ok(Checked { journal, verdicts });
    }
    let journal = store.journal_of(KINDS, None)?;
    let verdicts = crate::redflag::check(&journal, today);
    Ok(Checked { journal, verdicts })
}

fn rule_view(verdict: Verdict) -> RuleView {
    let source = |source: &&'static Source| SourceView { source, cite: source.to_string() };
    RuleView {
        id: verdict.id(),
        urgency: verdict.urgency(),
        status: verdict.status,
        dates: verdict.dates.iter().map(ToString::to_string).collect(),
        summary: verdict.summary(),
        needs: verdict.needs.clone(),
        sources: verdict.sources().iter().map(source).collect(),
        rule: verdict.rule,
        evidence: verdict.evidence,
    }
}

fn exit_of(urgency: Urgency) -> Exit {
    match urgency {
        Urgency::Emergency => exit::ALERT_EMERGENCY,
        Urgency::Urgent => exit::ALERT_URGENT,
        Urgency::Soon => exit::ALERT_SOON,
        Urgency::Discuss => exit::ALERT_DISCUSS,
    }
}

/// The met rules, a line each.
pub(crate) fn alert_lines(store: &Store, today: NaiveDate) -> Result<Vec<AlertLine>, Failure> {
    Ok(lines_of(&check(store, today)?.verdicts))
}

fn lines_of(verdicts: &[Verdict]) -> Vec<AlertLine> {
    let is_news = |v: &&Verdict| v.is_met() && v.rule.again_after_days().is_some();
    verdicts.iter().filter(is_news).map(line_of).collect()
}

fn line_of(verdict: &Verdict) -> AlertLine {
    AlertLine {
        id: verdict.id(),
        urgency: verdict.urgency(),
        headline: wrapped(&format!("! {}. {}", verdict.rule.title, verdict.rule.advice), ""),
    }
}

/// What the rules say of the days that they usually read, without looking further back: what
/// `log` costs must not grow with the journal.
pub(crate) fn check_lately(store: &Store, today: NaiveDate) -> Result<Checked, Failure> {
    let span = Span::ending(today, LOOKBACK_DAYS);
    let journal = store.journal_of(KINDS, Some(span))?;
    let verdicts = crate::redflag::check(&journal, today);
    Ok(Checked { journal, verdicts })
}

/// Whether a sign among the entries said as much already when it was ticked.
fn is_said_by_tick(rule: &RedFlag, entries: &[Entry]) -> bool {
    let ticked = entries.iter().filter_map(|e| {
        let is_there = e.values.yes(&symptom::PRESENT) == Some(true);
        e.values.text(&symptom::SYMPTOM).filter(|_| is_there).and_then(tick::find)
    });
    ticked.into_iter().any(|t| rule.reads_tick(t.symptom) && rule.urgency <= t.urgency)
}

/// Says which rules are met with these entries and were not before; never hidden by `--quiet`.
pub(crate) fn tell_new(ctx: &mut Context<'_>, before: Checked, entries: &[Entry]) {
    let Checked { journal, verdicts } = before;
    let mut after = crate::redflag::check(&journal.with(entries), ctx.today);
    after.retain(|v| !is_said_by_tick(v.rule, entries));
    tell_newly_met(ctx, &verdicts, &after);
}

/// As [`tell_new`], of whatever a command wrote.
pub(crate) fn tell_new_since(
    ctx: &mut Context<'_>,
    before: &Checked,
    store: &Store,
) -> Result<(), Failure> {
    let after = check_lately(store, ctx.today)?;
    tell_newly_met(ctx, &before.verdicts, &after.verdicts);
    Ok(())
}

fn tell_newly_met(ctx: &mut Context<'_>, before: &[Verdict], after: &[Verdict]) {
    for now in after.iter().filter(|v| v.is_met() && v.urgency() > Urgency::Discuss) {
        if !before.iter().any(|v| v.id() == now.id() && v.is_met()) {
            ctx.out.warn(line_of(now).headline);
            ctx.out.warn(format!("  {}", now.summary()));
            ctx.out.warn("  `twinge alerts` gives the dates and the sources");
        }
    }
}
