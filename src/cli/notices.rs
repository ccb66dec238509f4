//! Telling of alerts, unasked: what is due when something was written, kept with it in one act.

use chrono::NaiveDate;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::journal::fields::{notice, symptom};
use crate::journal::{Entry, EntryId, FieldRef, Journal, Kind, Span, Value, Values};
use crate::redflag::help_lines::HelpLines;
use crate::redflag::life::{Life, lives};
use crate::redflag::{LOOKBACK_DAYS, RedFlag, Urgency, Verdict, tick};
use crate::store::{Act, Receipt};

/// The kinds of entries that rules, and the lives of their alerts, read.
pub(crate) const KINDS: &[Kind] = &[
    Kind::Pain,
    Kind::Day,
    Kind::Treatment,
    Kind::Symptom,
    Kind::Event,
    Kind::Profile,
    Kind::Notice,
];

/// What is told once the entries are kept.
#[must_use = "a warning is to be said"]
pub(crate) struct Told {
    verdicts: Vec<Verdict>,
    /// Whom to call where the person lives.
    lines: HelpLines,
}

impl Told {
    /// Says it; never hidden by `--quiet`.
    pub(crate) fn say(self, ctx: &mut Context<'_>) {
        self.verdicts.iter().for_each(|verdict| tell(ctx, verdict, &self.lines));
    }
}

/// As [`finish_after`], where no rule was told yet.
pub(crate) fn finish(
    ctx: &mut Context<'_>,
    act: Act<'_>,
    said: &[Entry],
) -> Result<(Receipt, Told), Failure> {
    finish_after(ctx, act, said, &[])
}

/// Commits an act, with a notice of each alert that is due with what it wrote. An emergency is
/// told before it is kept. `said` are the entries whose signs the command spoke of already, `told`
/// the rules.
pub(crate) fn finish_after(
    ctx: &mut Context<'_>,
    mut act: Act<'_>,
    said: &[Entry],
    told: &[&str],
) -> Result<(Receipt, Told), Failure> {
    if act.is_empty() {
        return Ok((act.finish()?, Told { verdicts: Vec::new(), lines: HelpLines::UNKNOWN }));
    }
    // The days that rules usually read, without looking further back: what a writing costs must
    // not grow with the journal.
    let journal = act.journal_of(KINDS, Some(Span::ending(ctx.today, LOOKBACK_DAYS)))?;
    let lines = HelpLines::of(journal.profile());
    let mut due = due(&journal, ctx.today);
    for verdict in &due {
        act.record(&notice_of(verdict.rule, ctx.today))?;
    }
    due.retain(|v| !is_said_by_tick(v.rule, said) && !told.contains(&v.id()));
    let (now, later) = due.into_iter().partition(|v| v.urgency() == Urgency::Emergency);
    Told { verdicts: now, lines }.say(ctx);
    Ok((act.finish()?, Told { verdicts: later, lines }))
}

fn due(journal: &Journal, today: NaiveDate) -> Vec<Verdict> {
    let verdicts = crate::redflag::check(journal, today);
    let lives = lives(journal, &verdicts, today);
    let is_due = |(verdict, life): (Verdict, Life)| life.is_due.then_some(verdict);
    verdicts.into_iter().zip(lives).filter_map(is_due).collect()
}

/// That a rule was told on a day.
fn notice_of(rule: &RedFlag, day: NaiveDate) -> Entry {
    let mut values = of_rule(rule);
    values.set(FieldRef::Known(&notice::TOLD), Value::from(true));
    Entry { id: EntryId::of_notice(day, rule.id), kind: Kind::Notice, day, values }
}

/// Which rule a notice is of.
pub(crate) fn of_rule(rule: &RedFlag) -> Values {
    let mut values = Values::default();
    values.set(FieldRef::Known(&notice::RULE), Value::text(rule.id));
    values.set(FieldRef::Known(&notice::VERSION), Value::Int(rule.version.into()));
    values
}

/// Whether a sign among the entries said as much already when it was ticked.
pub(crate) fn is_said_by_tick(rule: &RedFlag, entries: &[Entry]) -> bool {
    let ticked = entries.iter().filter_map(|e| {
        let is_there = e.values.yes(&symptom::PRESENT) == Some(true);
        e.values.text(&symptom::SYMPTOM).filter(|_| is_there).and_then(tick::find)
    });
    ticked.into_iter().any(|t| rule.reads_tick(t.symptom) && rule.urgency <= t.urgency)
}

/// Says what public guidance says of a rule that is met, and who says so.
pub(crate) fn tell(ctx: &mut Context<'_>, verdict: &Verdict, lines: &HelpLines) {
    ctx.out.warn(format!("! {}. {}", verdict.rule.title, verdict.rule.advice(lines)));
    ctx.out.warn(format!("  {}", verdict.summary()));
    if let [first, others @ ..] = verdict.sources() {
        let others = if others.is_empty() { "" } else { ", and others" };
        ctx.out.warn(format!("  Source: {}{others}", first.short()));
    }
    if verdict.rule.again_after_days() == Some(0) {
        return;
    }
    let id = verdict.id();
    ctx.out.warn(format!("  `twinge alerts` has it all; `twinge acknowledge {id}` answers it"));
}
