//! `twinge alerts`: which published warning signs the entries meet, with dates and sources.

use std::fmt;

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::exit::{self, Exit};
use crate::cli::failure::Failure;
use crate::cli::notices::{KINDS, lives_of};
use crate::cli::output::{View, words};
use crate::journal::{Entry, Journal, Span, counted};
use crate::redflag::advice::CANNOT_JUDGE;
use crate::redflag::help_lines::HelpLines;
use crate::redflag::life::Life;
use crate::redflag::together::{SAYS, SOURCES, Together, together};
use crate::redflag::{
    CLOSING, Evidence, LOOKBACK_DAYS, Needs, PURPOSE, RedFlag, Source, Status, Urgency, Verdict,
};
use crate::store::Store;

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
pub(crate) struct AlertsView {
    as_of: String,
    /// Whom to call where the person lives.
    help_lines: HelpLines,
    rules: Vec<RuleView>,
    /// Open urgent alerts of different groups; null where there are none.
    together: Option<TogetherView>,
    /// What is said once below all that is met.
    closing: [&'static str; 2],
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
    /// What public guidance says; null unless it is met.
    advice: Option<String>,
    /// What is still needed; null unless there are not enough entries.
    needs: Option<Needs>,
    sources: Vec<SourceView>,
    /// What was told of it, and what was said to it.
    life: Life,
    #[serde(skip)]
    rule: &'static RedFlag,
    /// What it says when it is met, as a notice that stands alone.
    #[serde(skip)]
    alone: String,
    #[serde(skip)]
    summary: String,
}

/// Urgent alerts of different groups at once.
#[derive(Debug, Serialize)]
struct TogetherView {
    says: &'static str,
    #[serde(flatten)]
    together: Together,
    sources: Vec<SourceView>,
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

impl AlertLine {
    /// Whether it is to be acted on now.
    pub(crate) fn is_emergency(&self) -> bool {
        self.urgency == Urgency::Emergency
    }
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
        let (met, quiet): (Vec<&RuleView>, Vec<&RuleView>) =
            self.with(Status::Met).partition(|rule| rule.asks());
        if met.is_empty() && quiet.is_empty() {
            writeln!(f, "As of {}, your entries meet none of the rules.", self.as_of)?;
            writeln!(f, "That says nothing about what was not recorded.\n")?;
        }
        for (n, rule) in met.iter().enumerate() {
            rule.describe(f)?;
            let is_urgent = |rule: &&RuleView| rule.urgency == Urgency::Urgent;
            if is_urgent(rule) && !met.get(n + 1).is_some_and(is_urgent) {
                self.mention_together(f)?;
            }
        }
        for rule in &quiet {
            rule.mention_quiet(f)?;
        }
        // Below an emergency nothing may stand that pushes it off the screen, or soothes.
        let now: Vec<&RuleView> =
            met.iter().copied().filter(|r| r.urgency == Urgency::Emergency).collect();
        if now.is_empty() || self.all {
            self.mention_others(f)?;
        }
        if !(met.is_empty() && quiet.is_empty()) {
            let closing = if now.is_empty() { &self.closing[..] } else { &self.closing[1..] };
            writeln!(f, "\n{}", wrapped(&closing.join(" "), ""))?;
        }
        writeln!(f, "\n{}", wrapped(&format!("twinge is {PURPOSE}."), ""))?;
        writeln!(f, "No clinician has reviewed these rules yet.")?;
        if self.rules.iter().any(|r| r.status == Status::Met) {
            writeln!(
                f,
                "`twinge acknowledge RULE will-call`, `seen` or `mistake` says what you did about one."
            )?;
        }
        writeln!(f, "`twinge alerts --explain RULE` shows a rule in full, with its sources.")?;
        for rule in now {
            let advice = rule.advice.as_deref().unwrap_or_default();
            writeln!(f, "\n{}", wrapped(&format!("! FIRST OF ALL: {advice}"), ""))?;
        }
        Ok(())
    }
}

impl AlertsView {
    /// Below the urgent alerts: that several groups of them are open at once.
    fn mention_together(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(TogetherView { says, together, sources }) = &self.together else { return Ok(()) };
        writeln!(f, "{}", wrapped(says, ""))?;
        writeln!(f, "{}", wrapped(&format!("{together}."), "  "))?;
        let sources: Vec<String> = sources.iter().map(|s| s.source.credit()).collect();
        writeln!(f, "{}\n", wrapped(&format!("Sources: {}", sources.join("; ")), "  "))
    }

    /// The rules that are not met, and those without enough entries, most of them together.
    fn mention_others(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, others): (Vec<&RuleView>, Vec<&RuleView>) = self
            .with(Status::NotEnough)
            .partition(|r| r.needs.as_ref().is_some_and(|needs| needs.days.is_some()));
        let (ticks, others): (Vec<&RuleView>, Vec<&RuleView>) =
            others.into_iter().partition(|r| r.rule.is_one_tick());
        // Two are said in a sentence: they are what the diary alone will answer in time.
        let (soon, others): (Vec<&RuleView>, Vec<&RuleView>) = days
            .into_iter()
            .chain(others)
            .partition(|r| self.all || FIRST_ANSWERED.contains(&r.id));
        for rule in soon {
            rule.mention(f)?;
        }
        let ids = |rules: &[&RuleView]| rules.iter().map(|r| r.id).collect::<Vec<_>>().join(", ");
        let signs = |rules: &[&RuleView]| {
            rules.iter().filter_map(|r| r.rule.sign()).collect::<Vec<_>>().join(", ")
        };
        if !ticks.is_empty() {
            let text = format!(
                "Not asked in the last two weeks: {}. `twinge check` asks them; `twinge symptom \
                 NAME`, or `twinge symptom NAME --no`, answers one.",
                signs(&ticks)
            );
            writeln!(f, "{}", wrapped(&text, ""))?;
        }
        if !others.is_empty() {
            let text = format!(
                "Not enough entries yet, of {}; `twinge alerts --all` says what each needs: {}.",
                counted(others.len(), "rule", "rules"),
                ids(&others)
            );
            writeln!(f, "{}", wrapped(&text, ""))?;
        }
        let (denied, not_met): (Vec<&RuleView>, Vec<&RuleView>) =
            self.with(Status::NotMet).partition(|r| r.rule.is_one_tick());
        if !denied.is_empty() {
            let text = format!("Asked in the last two weeks, and no: {}.", signs(&denied));
            writeln!(f, "{}", wrapped(&text, ""))?;
        }
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
    /// Whether it asks for something still. What is told once has been, and stays as context.
    fn asks(&self) -> bool {
        self.life.is_open && !(self.rule.once && self.life.told.is_some())
    }

    /// A met rule that a doctor has seen, or that was told once, in a sentence.
    fn mention_quiet(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = self.life.sentence().unwrap_or_default();
        let (title, id) = (self.rule.title, self.id);
        writeln!(f, "{}", wrapped(&format!("Still met: {title} [{id}]. {said}"), ""))?;
        if self.urgency == Urgency::Emergency {
            let text = format!("If it is there now, or has got worse: {}", self.alone);
            writeln!(f, "{}", wrapped(&text, "  "))?;
        }
        Ok(())
    }

    /// A met rule: what guidance says, what was recorded, when, who says so.
    fn describe(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let urgency = self.urgency.id().to_uppercase();
        writeln!(f, "{} [{urgency}: {}]", self.rule.title, self.id)?;
        writeln!(f, "{}", wrapped(self.advice.as_deref().unwrap_or_default(), "  "))?;
        writeln!(f, "{}", wrapped(&self.summary, "  "))?;
        self.say_dates(f)?;
        if let Some(said) = self.life.sentence() {
            writeln!(f, "{}", wrapped(&said, "  "))?;
        }
        let sources: Vec<String> = self.sources.iter().map(|s| s.source.short()).collect();
        writeln!(f, "{}\n", wrapped(&format!("Sources: {}", sources.join("; ")), "  "))
    }

    fn say_dates(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.dates.as_slice() {
            [] => Ok(()),
            [day] => writeln!(f, "  Date: {day}"),
            [first, .., last] => {
                writeln!(f, "  Dates: {} days from {first} to {last}", self.dates.len())
            }
        }
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
        writeln!(f, "{}", wrapped(&self.alone, "  "))?;
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

/// Breaks a text into lines of at most 78 columns, each after `indent`.
fn wrapped(text: &str, indent: &str) -> String {
    let mut lines = vec![indent.to_string()];
    for word in words(text) {
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
    let checked = check(&store, ctx.today)?;
    let is_wanted_now = |(v, life): &(&Verdict, &Life)| v.is_met() && life.is_open && !v.rule.once;
    let pairs = checked.verdicts.iter().zip(&checked.lives);
    let exit = match pairs.filter(is_wanted_now).map(|(v, _)| v.urgency()).max() {
        Some(urgency) if args.exit_code => exit_of(urgency),
        _ => exit::DONE,
    };
    let wanted = args.explain.as_deref();
    if let Some(id) = wanted.filter(|id| crate::redflag::find(id).is_none()) {
        let ids: Vec<&str> = crate::redflag::RULES.iter().map(|r| r.id).collect();
        return Err(Failure::usage(format!("there is no rule {id:?}"))
            .hint(format!("rules: {}", ids.join(", "))));
    }
    let mut view = view_of(checked, ctx.today);
    view.all = args.all;
    view.in_full = wanted.is_some();
    view.rules.retain(|rule| wanted.is_none_or(|id| rule.id == id));
    ctx.out.show(&view)?;
    Ok(exit)
}

/// All that `twinge alerts` shows.
pub(crate) fn view_of(checked: Checked, today: NaiveDate) -> AlertsView {
    let Checked { journal, verdicts, lives } = checked;
    let help_lines = HelpLines::of(journal.profile());
    let open = verdicts.iter().zip(&lives).filter(|(_, life)| life.is_open).map(|(v, _)| v);
    let together = together(open).map(|together| TogetherView {
        says: SAYS,
        together,
        sources: SOURCES.iter().copied().map(source_view).collect(),
    });
    let rules = verdicts.into_iter().zip(lives).map(|pair| rule_view(pair, &help_lines)).collect();
    AlertsView {
        as_of: today.to_string(),
        help_lines,
        rules,
        together,
        closing: [CLOSING, CANNOT_JUDGE],
        all: false,
        in_full: false,
        is_sample: journal.is_sample(),
    }
}

/// What the rules say of the days that they read.
pub(crate) struct Checked {
    pub(crate) journal: Journal,
    pub(crate) verdicts: Vec<Verdict>,
    /// The lives of their alerts, in the same order.
    pub(crate) lives: Vec<Life>,
}

/// Asks all rules, with as many days as they need.
pub(crate) fn check(store: &Store, today: NaiveDate) -> Result<Checked, Failure> {
    check_with(store, today, &[])
}

/// As [`check`], with entries that are not written yet.
pub(crate) fn check_with(
    store: &Store,
    today: NaiveDate,
    more: &[Entry],
) -> Result<Checked, Failure> {
    check_as(store, today, |journal| journal.with(more))
}

/// As [`check`], of the journal as `changed` leaves it.
pub(crate) fn check_as(
    store: &Store,
    today: NaiveDate,
    changed: impl Fn(Journal) -> Journal,
) -> Result<Checked, Failure> {
    let load = |span| Ok::<_, Failure>(changed(store.journal_of(KINDS, span)?));
    let mut journal = load(Some(Span::ending(today, LOOKBACK_DAYS)))?;
    let mut verdicts = crate::redflag::check(&journal, today);
    if crate::redflag::wants_earlier(&verdicts) {
        journal = load(None)?;
        verdicts = crate::redflag::check(&journal, today);
    }
    let lives = lives_of(&journal, &verdicts, today, |span| load(Some(span)))?;
    Ok(Checked { journal, verdicts, lives })
}

fn rule_view((verdict, life): (Verdict, Life), lines: &HelpLines) -> RuleView {
    RuleView {
        id: verdict.id(),
        urgency: verdict.urgency(),
        status: verdict.status,
        dates: verdict.dates.iter().map(ToString::to_string).collect(),
        summary: verdict.summary(),
        advice: verdict.is_met().then(|| verdict.rule.advice.in_list(lines)),
        alone: verdict.rule.advice(lines),
        needs: verdict.needs.clone(),
        sources: verdict.sources().iter().copied().map(source_view).collect(),
        life,
        rule: verdict.rule,
        evidence: verdict.evidence,
    }
}

fn source_view(source: &'static Source) -> SourceView {
    SourceView { source, cite: source.to_string() }
}

fn exit_of(urgency: Urgency) -> Exit {
    match urgency {
        Urgency::Emergency => exit::ALERT_EMERGENCY,
        Urgency::Urgent => exit::ALERT_URGENT,
        Urgency::Soon => exit::ALERT_SOON,
        Urgency::Discuss => exit::ALERT_DISCUSS,
    }
}

/// The open alerts that are told unasked, a line each.
pub(crate) fn alert_lines(checked: &Checked) -> Vec<AlertLine> {
    let lines = HelpLines::of(checked.journal.profile());
    let is_told = |rule: &RedFlag, life: &Life| match rule.again_after_days() {
        Some(_) => life.is_open,
        None => life.is_due,
    };
    let pairs = checked.verdicts.iter().zip(&checked.lives);
    let told = pairs.filter(|(v, life)| is_told(v.rule, life));
    told.map(|(v, life)| line_of(v, life, &lines)).collect()
}

fn line_of(verdict: &Verdict, life: &Life, lines: &HelpLines) -> AlertLine {
    let (title, advice) = (verdict.rule.title, verdict.rule.advice.in_list(lines));
    let is_news = life.is_due || verdict.urgency() == Urgency::Emergency;
    let headline = match life.sentence() {
        Some(said) if !is_news => format!("! {title}: still met. {said}"),
        _ => format!("! {title}. {advice}"),
    };
    AlertLine { id: verdict.id(), urgency: verdict.urgency(), headline: wrapped(&headline, "") }
}
