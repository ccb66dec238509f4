//! Telling of alerts, unasked: what is due when something was written, kept with it in one act.

use chrono::NaiveDate;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::journal::fields::{notice, symptom};
use crate::journal::{Entry, EntryId, FieldRef, Journal, Kind, Span, Value, Values};
use crate::redflag::help_lines::HelpLines;
use crate::redflag::life::{self, Life, lives};
use crate::redflag::{LOOKBACK_DAYS, RedFlag, Urgency, Verdict, tick};
use crate::store::{Access, Act, Receipt, Store};

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
    /// Nothing is to be told.
    pub(crate) fn nothing() -> Self {
        Self { verdicts: Vec::new(), lines: HelpLines::UNKNOWN }
    }

    /// Says it, once; never hidden by `--quiet`.
    pub(crate) fn say(self, ctx: &mut Context<'_>) {
        for verdict in &self.verdicts {
            if !ctx.told.contains(&verdict.id()) {
                ctx.told.push(verdict.id());
                tell(ctx, verdict, &self.lines);
            }
        }
    }
}

/// Tells the emergencies that entries add up to before they are kept, with as much of the
/// journal as can be read, and returns whether there is one. A sign among them that is one
/// alone was spoken of when it was ticked.
pub(crate) fn tell_emergencies(ctx: &mut Context<'_>, entries: &[Entry]) -> bool {
    let span = Span::ending(ctx.today, LOOKBACK_DAYS);
    let store = Store::open(&ctx.path, Access::Glance, &ctx.moment, &ctx.keys);
    let read = store.and_then(|store| store.journal_of(KINDS, Some(span)));
    let journal = read.unwrap_or_default().with(entries);
    let verdicts = crate::redflag::check(&journal, ctx.today);
    let lives = lives(&journal, &verdicts, ctx.today);
    let is_told = |(verdict, life): &(Verdict, Life)| {
        let is_now = life.is_due && verdict.urgency() == Urgency::Emergency;
        is_now && !is_said_by_tick(verdict.rule, entries)
    };
    let due = verdicts.into_iter().zip(lives).filter(is_told);
    let lines = HelpLines::of(journal.profile());
    let verdicts: Vec<Verdict> = due.map(|(verdict, _)| verdict).collect();
    let is_one = !verdicts.is_empty();
    Told { verdicts, lines }.say(ctx);
    is_one
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
        return Ok((act.finish()?, Told::nothing()));
    }
    // The days that rules usually read, without looking further back: what a writing costs must
    // not grow with the journal.
    let journal = act.journal_of(KINDS, Some(Span::ending(ctx.today, LOOKBACK_DAYS)))?;
    let lines = HelpLines::of(journal.profile());
    let verdicts = crate::redflag::check(&journal, ctx.today);
    let lives = lives_of(&journal, &verdicts, ctx.today, |span| {
        act.journal_of(KINDS, Some(span)).map_err(Failure::from)
    })?;
    let is_due = |(verdict, life): (Verdict, Life)| life.is_due.then_some(verdict);
    let mut due: Vec<Verdict> = verdicts.into_iter().zip(lives).filter_map(is_due).collect();
    for verdict in &due {
        act.record(&notice_of(verdict.rule, ctx.today))?;
    }
    due.retain(|v| !is_said_by_tick(v.rule, said) && !told.contains(&v.id()));
    let (now, later) = due.into_iter().partition(|v| v.urgency() == Urgency::Emergency);
    Told { verdicts: now, lines }.say(ctx);
    Ok((act.finish()?, Told { verdicts: later, lines }))
}

/// The lives of the alerts, in the order of the verdicts, with as many days as they need: the
/// journal's own, else a span that `load` loads.
pub(crate) fn lives_of(
    journal: &Journal,
    verdicts: &[Verdict],
    today: NaiveDate,
    load: impl FnOnce(Span) -> Result<Journal, Failure>,
) -> Result<Vec<Life>, Failure> {
    let found = lives(journal, verdicts, today);
    if !life::wants_earlier(&found) {
        return Ok(found);
    }
    let more = load(Span::ending(today, life::LOOKBACK_DAYS))?;
    Ok(lives(&more, verdicts, today))
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

/// Whether a sign among the entries said as much already when it was ticked. What a sign and
/// something else on record add up to says more than the sign.
pub(crate) fn is_said_by_tick(rule: &RedFlag, entries: &[Entry]) -> bool {
    let ticked = entries.iter().filter_map(|e| {
        let is_there = e.values.yes(&symptom::PRESENT) == Some(true);
        e.values.text(&symptom::SYMPTOM).filter(|_| is_there).and_then(tick::find)
    });
    ticked.into_iter().any(|t| rule.is_met_by_tick(t.symptom) && rule.urgency <= t.urgency)
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
