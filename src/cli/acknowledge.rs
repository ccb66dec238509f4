//! `twinge acknowledge`: what the person says to an alert.

use std::fmt;

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use crate::cli::alerts::check;
use crate::cli::args::OneOf;
use crate::cli::context::Context;
use crate::cli::draft::in_field;
use crate::cli::failure::Failure;
use crate::cli::notices::of_rule;
use crate::cli::output::View;
use crate::journal::fields::notice;
use crate::journal::{
    Entry, EntryId, FieldRef, Journal, Kind, PartialDate, Value, nearest, read_day,
};
use crate::redflag::life::{Life, QUIET_DAYS, Reply};
use crate::redflag::{RULES, RedFlag, Urgency, Verdict, find};

/// Say what you did about an alert: acknowledge pain-6-months seen --on 2026-03-01
///
/// It stands beside the alert and on the report. What a doctor has seen, or what is a mistake,
/// is not told again while it goes on without a break; what you will call about is told again
/// after a while.
#[derive(Args, Debug)]
pub(crate) struct AcknowledgeArgs {
    /// Which alert: the id of its rule, as `alerts` gives it, or `all` that are open
    #[arg(value_name = "RULE")]
    rule: String,
    /// will-call, seen (a doctor has looked at it) or mistake (the entries are wrong)
    #[arg(value_name = "REPLY", value_parser = OneOf(notice::REPLIES), hide_possible_values = true)]
    reply: String,
    /// When a doctor looked at it: a day, a month or a year; today when not said
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    on: Option<String>,
}

#[derive(Debug, Serialize)]
struct AcknowledgedView {
    rules: Vec<&'static str>,
    reply: Reply,
    /// When a doctor looked at it; null unless that was said.
    seen: Option<String>,
    #[serde(skip)]
    titles: Vec<&'static str>,
    /// Whether one of them is an emergency.
    #[serde(skip)]
    is_emergency: bool,
    /// Whether one of them is told again while it is met.
    #[serde(skip)]
    is_told_again: bool,
    /// The days of the entries that meet them.
    #[serde(skip)]
    dates: Vec<NaiveDate>,
}

impl View for AcknowledgedView {
    const SCHEMA: &'static str = "acknowledged/1";
}

impl fmt::Display for AcknowledgedView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for title in &self.titles {
            writeln!(f, "saved: {title}: {}", self.says())?;
        }
        match self.reply {
            Reply::WillCall if self.is_emergency => {
                writeln!(f, "Please call now: do not wait to be reminded.")
            }
            Reply::WillCall if self.is_told_again => {
                writeln!(f, "You will be reminded while it goes on.")
            }
            Reply::WillCall => Ok(()),
            Reply::Seen => {
                writeln!(f, "You will not be told again while it goes on without a break.")
            }
            Reply::Mistake => {
                writeln!(f, "You will not be told again while it goes on without a break.")?;
                if let Some(last) = self.dates.last() {
                    writeln!(
                        f,
                        "Wrong entries are put right with `twinge edit` or `twinge delete`; the \
                         last of these is of {last}: `twinge show {last}`."
                    )?;
                }
                Ok(())
            }
        }
    }
}

impl AcknowledgedView {
    fn says(&self) -> String {
        match (self.reply, &self.seen) {
            (Reply::WillCall, _) => "you will call".into(),
            (Reply::Seen, Some(day)) => format!("seen by a doctor, {day}"),
            (Reply::Seen, None) => "seen by a doctor".into(),
            (Reply::Mistake, _) => "a mistake in the entries".into(),
        }
    }
}

/// Runs `twinge acknowledge`.
pub(crate) fn run(args: &AcknowledgeArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let said = notice::REPLY.answer.read(&args.reply).map_err(|e| in_field(&notice::REPLY, e))?;
    let Value::Text(word) = &said else { return Ok(()) };
    let Some(reply) = Reply::from_id(word) else { return Ok(()) };
    let seen = seen_on(args, reply, ctx.today)?;
    let mut store = ctx.write()?;
    let checked = check(&store, ctx.today)?;
    let chosen: Vec<(&Verdict, &Life)> = choose(&args.rule, &checked.verdicts, &checked.lives)?;
    let mut view = AcknowledgedView {
        rules: chosen.iter().map(|(v, _)| v.id()).collect(),
        reply,
        seen: seen.map(|date| date.to_string()),
        titles: chosen.iter().map(|(v, _)| v.rule.title).collect(),
        is_emergency: chosen.iter().any(|(v, _)| is_emergency(v)),
        is_told_again: chosen
            .iter()
            .any(|(v, _)| v.is_met() && v.rule.again_after_days().is_some()),
        dates: chosen.iter().flat_map(|(v, _)| v.dates.iter().copied()).collect(),
    };
    view.dates.sort_unstable();
    refuse_before_it_began(args, seen, &chosen)?;
    let mut act = store.begin(&ctx.moment, &ctx.settings.machine, "acknowledge")?;
    for (verdict, life) in &chosen {
        let rule = verdict.rule;
        let (day, id) = notice_to_answer(&checked.journal, rule, ctx.today);
        let mut values = of_rule(rule);
        values.set(FieldRef::Known(&notice::REPLY), said.clone());
        values.set(FieldRef::Known(&notice::REPLIED), Value::text(&ctx.today.to_string()));
        if let Some(date) = &view.seen {
            values.set(FieldRef::Known(&notice::SEEN), Value::text(date));
        }
        act.record(&Entry { id, kind: Kind::Notice, day, values })?;
        if view.seen.is_none() && life.answer.as_ref().is_some_and(|a| a.seen.is_some()) {
            act.set(Kind::Notice, day, id, &FieldRef::Known(&notice::SEEN), None)?;
        }
    }
    act.finish()?;
    ctx.out.acknowledge(&view)
}

/// When a doctor looked at it; `None` for the other replies.
fn seen_on(
    args: &AcknowledgeArgs,
    reply: Reply,
    today: NaiveDate,
) -> Result<Option<PartialDate>, Failure> {
    let Some(said) = &args.on else {
        return Ok((reply == Reply::Seen).then_some(PartialDate::Day(today)));
    };
    if reply != Reply::Seen {
        return Err(Failure::usage("`--on` says when a doctor looked at it")
            .hint(format!("`twinge acknowledge {} seen --on {said}`", args.rule)));
    }
    // A month or a year is as good as a day; anything else is read as a day is.
    let date = match PartialDate::read(said) {
        Some(date) => date,
        None => PartialDate::Day(read_day(said, today)?),
    };
    if date.first_day().is_none_or(|first| first > today) {
        return Err(Failure::usage(format!("{said} is not here yet"))
            .hint("`will-call` says that you will"));
    }
    Ok(Some(date))
}

fn is_emergency(verdict: &Verdict) -> bool {
    verdict.urgency() == Urgency::Emergency && verdict.is_met()
}

/// What began after a doctor looked was not looked at. Of what is no emergency the diary may have
/// begun after it did.
fn refuse_before_it_began(
    args: &AcknowledgeArgs,
    seen: Option<PartialDate>,
    chosen: &[(&Verdict, &Life)],
) -> Result<(), Failure> {
    let Some(last) = seen.and_then(PartialDate::latest_day) else { return Ok(()) };
    let first = |v: &Verdict| v.dates.first().copied().filter(|first| *first > last);
    let began = chosen.iter().filter(|(v, _)| is_emergency(v)).find_map(|(v, _)| first(v));
    match (began, &args.on) {
        (Some(first), Some(said)) => {
            Err(Failure::usage(format!("{said} is before you recorded it, on {first}"))
                .hint("if it is there now, what `twinge alerts` says of it holds"))
        }
        _ => Ok(()),
    }
}

/// The alerts that are meant, each with its life.
fn choose<'c>(
    said: &str,
    verdicts: &'c [Verdict],
    lives: &'c [Life],
) -> Result<Vec<(&'c Verdict, &'c Life)>, Failure> {
    let pairs = || verdicts.iter().zip(lives);
    if said == "all" {
        let open: Vec<_> = pairs().filter(|(_, life)| life.is_open).collect();
        if open.is_empty() {
            return Err(Failure::usage("no alert is open").hint("`twinge alerts` shows them"));
        }
        return Ok(open);
    }
    let said = said.trim().to_lowercase().replace([' ', '_'], "-");
    if find(&said).is_none() {
        let failure = Failure::usage(format!("there is no rule {said:?}"));
        return Err(match nearest(&said, RULES.iter().map(|r| r.id)) {
            Some(meant) => failure.hint(format!("did you mean {meant}?")),
            None => failure.hint("`twinge alerts` shows the ids of what is met, in brackets"),
        });
    }
    let one: Vec<_> = pairs().filter(|(v, _)| v.id() == said).collect();
    if one.iter().all(|(v, life)| !v.is_met() && life.stage.is_none()) {
        return Err(Failure::usage(format!("{said} is not met, and was not told"))
            .hint("`twinge alerts` shows what is"));
    }
    Ok(one)
}

/// The last notice of a rule within a year, or one of today.
fn notice_to_answer(journal: &Journal, rule: &RedFlag, today: NaiveDate) -> (NaiveDate, EntryId) {
    let of_rule = |n: &&Entry| n.values.text(&notice::RULE) == Some(rule.id) && n.day <= today;
    let last = journal.notices().iter().rev().find(of_rule);
    let recent = last.filter(|n| (today - n.day).num_days() < i64::from(QUIET_DAYS));
    recent.map_or_else(|| (today, EntryId::of_notice(today, rule.id)), |n| (n.day, n.id))
}
