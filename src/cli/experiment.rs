//! `twinge experiment`: two ways of doing something, compared by chance.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::cli::args::OneOf;
use crate::cli::context::Context;
use crate::cli::draft::in_field;
use crate::cli::exit;
use crate::cli::experiment_view::{ExperimentView, ExperimentsView, PlanView};
use crate::cli::failure::Failure;
use crate::cli::findings_view::FindingsView;
use crate::cli::habit::refuse_ours;
use crate::cli::lines::day_name;
use crate::experiment::{
    DoneBy, Experiment, Outcome, Plan, State, entry_of, experiments, findings, offer,
};
use crate::journal::fields::experiment::{OUTCOME, OUTCOMES, SEED_MOST};
use crate::journal::fields::{experiment as field, habit};
use crate::journal::{
    DateError, Entry, EntryId, FieldRef, Journal, Kind, Span, Value, Values, id_of, nearest, quote,
    read_day,
};
use crate::stats::schedule::{DEFAULT, Design, Hopeless, OF_PERIODS, PERIOD_DAYS_MOST};
use crate::store::Store;

/// The kinds of entries that experiments read.
pub(crate) const KINDS: &[Kind] =
    &[Kind::Pain, Kind::Day, Kind::Exercise, Kind::Habit, Kind::Experiment];

/// How long the name of an arm may be, in characters.
const ARM_CHARS_MOST: usize = 60;

/// Does it really help me? Compare two ways by chance: experiment plan "foam roller"
///
/// A coin decides on which days you do the one and on which the other, so that nothing else can:
/// not a good week, not how you feel. `plan` says how likely it is to show anything, `start`
/// draws the days, `twinge` and `twinge log` say what is drawn, and `result` tells what it
/// showed when it is over. One thing at a time, and nothing that a doctor advised for or against.
#[derive(Args, Debug)]
pub(crate) struct ExperimentArgs {
    #[command(subcommand)]
    command: Option<ExperimentCommand>,
}

#[derive(Subcommand, Debug)]
enum ExperimentCommand {
    /// Say what an experiment takes and how likely it is to show anything; draws nothing
    Plan(PlanArgs),
    /// Draw the days and begin
    Start(PlanArgs),
    /// List your experiments, and what is drawn for today
    List,
    /// Show one, with what is drawn for the next days
    Show(WhichArgs),
    /// Tell what it showed, once it is over
    Result(WhichArgs),
    /// End it before its end
    Stop {
        #[command(flatten)]
        which: WhichArgs,
        /// Why, in your own words
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
    },
}

#[derive(Args, Debug)]
struct WhichArgs {
    /// Which one [default: the newest]
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

#[derive(Args, Debug)]
struct PlanArgs {
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
    /// Its name [default: from what is compared]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Draw the days from this number, as the same number does anywhere [default: a random one]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=SEED_MOST.unsigned_abs()))]
    seed: Option<u64>,
}

impl ExperimentArgs {
    /// What is said when it fails.
    pub(crate) const fn doing(&self) -> &'static str {
        match &self.command {
            None | Some(ExperimentCommand::List) => "list your experiments",
            Some(ExperimentCommand::Plan(_)) => "plan the experiment",
            Some(ExperimentCommand::Start(_)) => "start the experiment",
            Some(ExperimentCommand::Show(_)) => "show the experiment",
            Some(ExperimentCommand::Result(_)) => "tell what the experiment showed",
            Some(ExperimentCommand::Stop { .. }) => "stop the experiment",
        }
    }
}

/// What a coin may not decide.
const NOT_BY_LOT: &str = "draw no lots about what a doctor advised for or against, nor about a \
                          medicine that was prescribed: ask them first";

/// Runs `twinge experiment`.
pub(crate) fn run(args: &ExperimentArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    match &args.command {
        None | Some(ExperimentCommand::List) => {
            let journal = if ctx.path.exists() { load(&ctx.read()?)? } else { Journal::default() };
            ctx.out.show(&ExperimentsView::new(&journal, ctx.today))
        }
        Some(ExperimentCommand::Plan(args)) => {
            let journal = if ctx.path.exists() { load(&ctx.read()?)? } else { Journal::default() };
            let plan = read_plan(args, ctx, &journal)?;
            ctx.out.note(NOT_BY_LOT);
            ctx.out.show(&PlanView::new(&plan, &journal, ctx.today))
        }
        Some(ExperimentCommand::Start(args)) => start(args, ctx),
        Some(ExperimentCommand::Show(which)) => {
            let journal = load(&ctx.read()?)?;
            let one = find(&journal, which.name.as_deref())?;
            ctx.out.show(&ExperimentView::new(&one, &journal, ctx.today).with_next(&one, ctx.today))
        }
        Some(ExperimentCommand::Result(which)) => {
            let journal = load(&ctx.read()?)?;
            let one = find(&journal, which.name.as_deref())?;
            let found = findings(&one, &journal, ctx.today).map_err(|early| {
                let from = day_name(early.from);
                Failure::new(
                    exit::FAILED,
                    format!("{} runs until {}", one.name, day_name(one.last())),
                )
                .hint(format!("what it showed can be seen from {from} on"))
                .hint("who looks on the way sees differences that are not there")
                .hint(format!("`twinge experiment stop {}` ends it early", one.name))
            })?;
            ctx.out.show(&FindingsView::new(&one, &found))
        }
        Some(ExperimentCommand::Stop { which, because }) => stop(which, because.as_deref(), ctx),
    }
}

/// Everything that experiments read. The days are few, but they may be of any year.
fn load(store: &Store) -> Result<Journal, Failure> {
    Ok(store.journal_of(KINDS, None)?)
}

/// The experiment of a name, the newest of them; the newest of all where none was said.
fn find(journal: &Journal, name: Option<&str>) -> Result<Experiment, Failure> {
    let all = experiments(journal);
    let Some(name) = name else {
        return all.last().cloned().ok_or_else(|| {
            Failure::usage("there is no experiment yet")
                .hint("`twinge experiment plan \"foam roller\"` says what one takes")
        });
    };
    let id = id_of(name);
    if let Some(found) = all.iter().rev().find(|e| Some(&e.name) == id.as_ref()) {
        return Ok(found.clone());
    }
    let failure = Failure::usage(format!("there is no experiment {}", quote(name)));
    Err(match nearest(name, all.iter().map(|e| &*e.name)) {
        Some(meant) => failure.hint(format!("did you mean {meant}?")),
        None => failure.hint("`twinge experiment` lists yours"),
    })
}

fn random_seed() -> Result<u64, Failure> {
    let mut random = [0; 8];
    getrandom::fill(&mut random).map_err(|e| Failure::new(exit::FAILED, e))?;
    Ok(u64::from_ne_bytes(random) & SEED_MOST.unsigned_abs())
}

fn start(args: &PlanArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    // What is refused makes no journal.
    let known = if ctx.path.exists() { load(&ctx.read()?)? } else { Journal::default() };
    read_plan(args, ctx, &known)?;
    let mut store = ctx.write_or_create()?;
    let journal = load(&store)?;
    let plan = read_plan(args, ctx, &journal)?;
    let open = experiments(&journal).into_iter().find(|e| e.state(ctx.today).is_open());
    if let Some(open) = open {
        let until = day_name(open.result_from());
        return Err(Failure::usage(format!("{} is under way, until {until}", open.name))
            .hint("two at once would each disturb the other")
            .hint(format!("`twinge experiment stop {}` ends it", open.name)));
    }
    let seed = args.seed.map_or_else(random_seed, Ok)?;
    let entry = entry_of(&plan, seed, ctx.today);
    let mut entries = vec![entry];
    entries.extend(habit_of(&plan));
    let mut act = store.begin(&ctx.moment, &ctx.settings.machine, "experiment")?;
    for entry in &entries {
        act.record(entry)?;
    }
    act.finish()?;
    ctx.out.note(NOT_BY_LOT);
    let journal = load(&store)?;
    let one = find(&journal, Some(&plan.name))?;
    let view = ExperimentView::new(&one, &journal, ctx.today).with_next(&one, ctx.today);
    ctx.out.acknowledge(&view)
}

/// The habit that tells what was done, where nothing that is recorded already does.
fn habit_of(plan: &Plan) -> Option<Entry> {
    let DoneBy::Habit(id) = &plan.done_by else { return None };
    if !plan.makes_habit {
        return None;
    }
    let is_yes_no = plan.b.starts_with("no ");
    let answer = if is_yes_no { "yes-no" } else { "words" };
    let mut values = Values::default();
    values.set(FieldRef::Known(&habit::HABIT), Value::Text(id.clone()));
    values.set(FieldRef::Known(&habit::ANSWER), Value::text(answer));
    values.set(FieldRef::Known(&habit::RETIRED), Value::from(false));
    let day = NaiveDate::default();
    Some(Entry { id: EntryId::of_habit(id), kind: Kind::Habit, day, values })
}

fn stop(which: &WhichArgs, because: Option<&str>, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let mut store = ctx.write()?;
    let journal = load(&store)?;
    let one = find(&journal, which.name.as_deref())?;
    if one.state(ctx.today) == State::Ending {
        let from = day_name(one.result_from());
        return Err(Failure::usage(format!("all days of {} are done", one.name))
            .hint(format!("what it showed can be seen from {from} on")));
    }
    if !one.state(ctx.today).is_open() {
        return Err(Failure::usage(format!("{} is over", one.name))
            .hint(format!("`twinge experiment result {}` tells what it showed", one.name)));
    }
    let mut said = vec![(&field::STOPPED, Value::text(&ctx.today.to_string()))];
    if let Some(because) = because {
        let read = field::WHY_STOPPED.answer.read(because);
        said.push((&field::WHY_STOPPED, read.map_err(|e| in_field(&field::WHY_STOPPED, e))?));
    }
    let mut act = store.begin(&ctx.moment, &ctx.settings.machine, "experiment")?;
    for (field, value) in &said {
        let field = FieldRef::Known(field);
        act.set(Kind::Experiment, one.drawn_on, one.id, &field, Some(value))?;
    }
    act.finish()?;
    let journal = load(&store)?;
    let one = find(&journal, Some(&one.name))?;
    ctx.out.acknowledge(&ExperimentView::new(&one, &journal, ctx.today))
}

fn read_plan(args: &PlanArgs, ctx: &Context<'_>, journal: &Journal) -> Result<Plan, Failure> {
    let a = read_arm(&args.what)?;
    let other = args.or.as_deref().map(read_arm).transpose()?;
    let b = other.clone().unwrap_or_else(|| format!("no {a}").into());
    if id_of(&a) == id_of(&b) {
        return Err(Failure::usage(format!("{} would be compared with itself", quote(&a))));
    }
    let said = match (&args.name, &other) {
        (Some(name), _) => name.clone(),
        (None, Some(b)) => format!("{a} or {b}"),
        (None, None) => a.to_string(),
    };
    let Some(name) = id_of(&said) else {
        return Err(Failure::usage(format!("{} is no name", quote(&said))));
    };
    let design = read_design(args)?;
    let outcome = OUTCOME.answer.read(&args.outcome).map_err(|e| in_field(&OUTCOME, e))?;
    let outcome = match outcome {
        Value::Text(id) => Outcome::from_id(&id),
        Value::Int(_) | Value::Real(_) => None,
    };
    let known = DoneBy::of(journal, &a, other.as_deref());
    let done_by = match &known {
        Some(known) => known.clone(),
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
        makes_habit: known.is_none(),
    })
}

/// A habit of its own, of the experiment's name; that of an earlier one of the same name serves
/// again.
fn made(journal: &Journal, name: &str) -> Result<DoneBy, Failure> {
    let is_of_one = experiments(journal).iter().any(|e| e.made_habit && *e.name == *name);
    if !is_of_one {
        if journal.habit(name).is_some() {
            return Err(Failure::usage(format!("{name} is a habit of yours already"))
                .hint("`--name` gives the experiment another name"));
        }
        refuse_ours(name).map_err(|f| f.hint("`--name` gives the experiment another name"))?;
    }
    Ok(DoneBy::Habit(name.into()))
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
        Hopeless::Chance => {
            let in_all = 2_usize.pow(u32::try_from(n_pairs).unwrap_or(5).min(5));
            format!(
                "with {} even the clearest difference would come by chance 2 times in {in_all}",
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

/// The experiment that is under way on a day, with what the journal has of it.
pub(crate) fn under_way(
    store: &Store,
    today: NaiveDate,
) -> Result<Option<(Experiment, Journal)>, Failure> {
    let plans = store.journal_of(&[Kind::Experiment], None)?;
    let open = experiments(&plans).into_iter().rev().find(|e| e.state(today).is_open());
    let Some(one) = open else { return Ok(None) };
    let span = Span::new(one.first.min(today), today).unwrap_or(Span::ending(today, 1));
    Ok(Some((one, store.journal_of(KINDS, Some(span))?)))
}
