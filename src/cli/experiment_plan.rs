//! What is to be compared, as it is said to `twinge experiment plan` and `start`.

use chrono::NaiveDate;
use clap::Args;

use crate::cli::args::OneOf;
use crate::cli::context::Context;
use crate::cli::draft::in_field;
use crate::cli::failure::Failure;
use crate::cli::habit::refuse_ours;
use crate::cli::lines::day_name;
use crate::experiment::{DoneBy, Outcome, Plan, free_name, is_same, made_before, offer, without};
use crate::journal::fields::experiment as field;
use crate::journal::fields::experiment::{OUTCOME, OUTCOMES, SEED_MOST};
use crate::journal::{DateError, Journal, Medicines, Value, id_of, quote, read_day};
use crate::stats::schedule::{DEFAULT, Design, Hopeless, OF_PERIODS, PERIOD_DAYS_MOST};

/// How long the name of an arm may be, in characters.
const ARM_CHARS_MOST: usize = 60;

#[derive(Args, Debug)]
pub(crate) struct PlanArgs {
    /// What you want to try, like "foam roller"
    #[arg(value_name = "WHAT")]
    what: String,
    /// What to compare it with [default: to do without]
    #[arg(long, value_name = "OTHER")]
    or: Option<String>,
    /// It is done at night: the pain of the day of waking up counts, not that of the next
    #[arg(long)]
    night: bool,
    /// Days in a row of one of them, where it cannot change every day or lasts longer
    #[arg(long, value_name = "DAYS")]
    period: Option<usize>,
    /// How many pairs of such days [default: 28, or 14 of several days in a row]
    #[arg(long, value_name = "N")]
    pairs: Option<usize>,
    /// So many first days of each period do not count
    #[arg(long, value_name = "DAYS", default_value_t = 0)]
    washout: usize,
    /// Which pain of the day it is about
    #[arg(long, value_name = "WORD", default_value = "day", value_parser = OneOf(OUTCOMES))]
    outcome: String,
    /// The first day [default: tomorrow]
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// The question, in your own words
    #[arg(long, value_name = "TEXT")]
    question: Option<String>,
    /// It is about a medicine, and you asked whoever prescribed or sold it
    #[arg(long)]
    asked: bool,
    /// Its name [default: from what is compared]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Draw the days from this number, as the same number does anywhere [default: a random one]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=SEED_MOST.unsigned_abs()))]
    pub(crate) seed: Option<u64>,
}

/// Reads what is to be compared, and refuses what cannot succeed.
pub(crate) fn read_plan(
    args: &PlanArgs,
    ctx: &Context<'_>,
    journal: &Journal,
) -> Result<Plan, Failure> {
    let (a, other) = read_arms(args)?;
    refuse_medicine(args, journal, &a, other.as_deref())?;
    let b = other.clone().unwrap_or_else(|| format!("no {a}").into());
    let said = match (&args.name, &other) {
        (Some(name), _) => name.clone(),
        (None, Some(b)) => format!("{a} or {b}"),
        (None, None) => a.to_string(),
    };
    let Some(wished) = id_of(&said) else {
        return Err(Failure::usage(format!("{} is no name", quote(&said))));
    };
    let name = free_name(journal, &wished);
    let design = read_design(args)?;
    let outcome = OUTCOME.answer.read(&args.outcome).map_err(|e| in_field(&OUTCOME, e))?;
    let outcome = match outcome {
        Value::Text(id) => Outcome::from_id(&id),
        Value::Int(_) | Value::Real(_) => None,
    };
    let known = DoneBy::of(journal, &a, other.as_deref());
    let made_before = made_before(journal, &a, &b);
    let makes_habit = made_before.is_some() || known.is_none();
    let done_by = match made_before.or(known) {
        Some(known) => known,
        None => made(journal, &name)?,
    };
    let question = args.question.as_deref().map(|text| field::QUESTION.answer.read(text));
    let question = match question.transpose().map_err(|e| in_field(&field::QUESTION, e))? {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    };
    Ok(Plan {
        name,
        question,
        a,
        b,
        first: read_first(args.from.as_deref(), ctx.today)?,
        outcome: outcome.unwrap_or(Outcome::Day),
        // What is known to be of the night is, whether that was said or not.
        lag_days: u64::from(!args.night && !done_by.is_of_nights()),
        design,
        done_by,
        makes_habit,
    })
}

/// A habit of its own, of the experiment's name.
fn made(journal: &Journal, name: &str) -> Result<DoneBy, Failure> {
    if journal.habit(name).is_some() {
        return Err(Failure::usage(format!("{name} is a habit of yours already"))
            .hint("`--name` gives the experiment another name"));
    }
    refuse_ours(name).map_err(|f| f.hint("`--name` gives the experiment another name"))?;
    Ok(DoneBy::Habit(name.into()))
}

/// What is tried, and what else it is compared with; `None`: to do without.
fn read_arms(args: &PlanArgs) -> Result<(Box<str>, Option<Box<str>>), Failure> {
    let a = read_arm(&args.what)?;
    let b = args.or.as_deref().map(read_arm).transpose()?;
    if let Some(b) = &b
        && is_same(&a, b)
    {
        return Err(Failure::usage(format!("{} would be compared with itself", quote(&a))));
    }
    match (without(&a), b) {
        // To do without is what something is compared with, not what is tried.
        (Some(what), None) => Ok((what.into(), None)),
        (Some(what), Some(b)) if is_same(what, &b) => Ok((b, None)),
        (_, Some(b)) if without(&b).is_some_and(|what| is_same(what, &a)) => Ok((a, None)),
        (_, b) => Ok((a, b)),
    }
}

/// Refuses lots about a medicine, of the journal or of those that are often taken for pain, unless
/// somebody was asked.
fn refuse_medicine(
    args: &PlanArgs,
    journal: &Journal,
    a: &str,
    b: Option<&str>,
) -> Result<(), Failure> {
    let medicines = Medicines::of(journal);
    let named = [Some(a), b].into_iter().flatten().find(|arm| medicines.is_named_in(arm));
    match named {
        Some(arm) if !args.asked => {
            Err(Failure::usage(format!("{} is called like a medicine", quote(arm)))
                .hint("ask whoever prescribed or sold it before a coin decides about it")
                .hint("`--asked` says that you did"))
        }
        _ => Ok(()),
    }
}

fn read_arm(said: &str) -> Result<Box<str>, Failure> {
    let said = said.trim();
    if id_of(said).is_none() {
        return Err(Failure::usage(format!(
            "{} has no letter or digit to know it by",
            quote(said)
        )));
    }
    if said.chars().count() > ARM_CHARS_MOST {
        return Err(Failure::usage(format!(
            "{} is longer than {ARM_CHARS_MOST} characters",
            quote(said)
        ))
        .hint("a few words will do: it is shown every day"));
    }
    Ok(said.into())
}

/// The first day: today or later.
fn read_first(said: Option<&str>, today: NaiveDate) -> Result<NaiveDate, Failure> {
    let Some(said) = said else { return Ok(today.succ_opt().unwrap_or(today)) };
    match read_day(said, today) {
        Ok(day) | Err(DateError::Future(day)) if day >= today => Ok(day),
        Ok(day) => Err(Failure::usage(format!("{} is over", day_name(day)))
            .hint("what was done without a coin cannot be compared by chance")),
        Err(error) => Err(error.into()),
    }
}

fn read_design(args: &PlanArgs) -> Result<Design, Failure> {
    let usual = if args.period.unwrap_or(1) == 1 { DEFAULT } else { OF_PERIODS };
    let design = Design {
        period_days: args.period.unwrap_or(1),
        n_pairs: args.pairs.unwrap_or(usual.n_pairs),
        washout_days: args.washout,
    };
    design.check().map(|()| design).map_err(|why| hopeless(&design, why))
}

/// Why a design cannot succeed, and one that can.
fn hopeless(design: &Design, why: Hopeless) -> Failure {
    let Design { period_days, n_pairs, washout_days } = *design;
    let pairs = |n: usize| if n == 1 { "1 pair".into() } else { format!("{n} pairs") };
    let because = match why {
        Hopeless::Chance if n_pairs == 0 => "without a pair there is nothing to compare".into(),
        Hopeless::Chance if n_pairs == 1 => {
            "with 1 pair any difference would come by chance every time".into()
        }
        Hopeless::Chance => {
            // Of 2^n orders the one that was drawn and its mirror image show the most.
            let one_in = 2_usize.pow(u32::try_from(n_pairs - 1).unwrap_or(5).min(5));
            format!(
                "with {} even the clearest difference would come by chance 1 time in {one_in}",
                pairs(n_pairs)
            )
        }
        Hopeless::Pairs => format!(
            "with {} of {period_days} days in a row next to nothing would be seen",
            pairs(n_pairs)
        ),
        Hopeless::Period => {
            format!("periods are of 1 to {PERIOD_DAYS_MOST} days in a row, not {period_days}")
        }
        Hopeless::Washout => {
            format!("with {washout_days} of {period_days} days not counted none would be left")
        }
        Hopeless::Days => "it would take longer than a year".into(),
    };
    let can = offer(design, why);
    let washout = if can.washout_days > 0 {
        format!(" --washout {}", can.washout_days)
    } else {
        String::new()
    };
    let days = can.n_days();
    Failure::usage(because).hint(format!(
        "`--period {} --pairs {}{washout}` can: {days} days",
        can.period_days, can.n_pairs
    ))
}
