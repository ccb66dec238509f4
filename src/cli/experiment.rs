//! `twinge experiment`: two ways of doing something, compared by chance.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::cli::context::Context;
use crate::cli::draft::in_field;
use crate::cli::exit;
use crate::cli::experiment_plan::{PlanArgs, read_plan};
use crate::cli::experiment_view::{ExperimentView, ExperimentsView, PlanView};
use crate::cli::failure::Failure;
use crate::cli::findings_view::FindingsView;
use crate::cli::lines::day_name;
use crate::experiment::{
    DoneBy, Experiment, Outcome, Plan, State, entry_of, experiments, findings, is_same, without,
};
use crate::journal::fields::experiment::SEED_MOST;
use crate::journal::fields::{experiment as field, habit};
use crate::journal::{
    Entry, EntryId, FieldRef, Journal, Kind, Span, Value, Values, id_of, nearest, quote,
};
use crate::store::Store;

/// The kinds of entries that experiments read.
pub(crate) const KINDS: &[Kind] = &[
    Kind::Pain,
    Kind::Day,
    Kind::Exercise,
    Kind::Treatment,
    Kind::Profile,
    Kind::Habit,
    Kind::Experiment,
];

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
    List(ListArgs),
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

#[derive(Args, Debug, Default)]
struct ListArgs {
    /// The older ones too: without it, those under way and the newest that is over
    #[arg(long)]
    all: bool,
}

#[derive(Args, Debug)]
struct WhichArgs {
    /// Which one [default: the one that is under way, else the newest]
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

impl ExperimentArgs {
    /// Whether it writes in the journal.
    pub(crate) const fn writes(&self) -> bool {
        matches!(&self.command, Some(ExperimentCommand::Start(_) | ExperimentCommand::Stop { .. }))
    }

    /// What is said when it fails.
    pub(crate) const fn doing(&self) -> &'static str {
        match &self.command {
            None | Some(ExperimentCommand::List(_)) => "list your experiments",
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
        None => list(&ListArgs::default(), ctx),
        Some(ExperimentCommand::List(args)) => list(args, ctx),
        Some(ExperimentCommand::Plan(args)) => {
            let journal = ctx.so_far(KINDS)?;
            let plan = read_plan(args, ctx, &journal)?;
            remark(&plan, &journal, ctx);
            ctx.out.show(&PlanView::new(&plan, &journal, ctx.today))
        }
        Some(ExperimentCommand::Start(args)) => start(args, ctx),
        Some(ExperimentCommand::Show(which)) => {
            let journal = load(&ctx.read()?)?;
            let one = find(&journal, which.name.as_deref(), ctx.today)?;
            ctx.out.show(&ExperimentView::new(&one, &journal, ctx.today).with_next(&one, ctx.today))
        }
        Some(ExperimentCommand::Result(which)) => {
            let journal = load(&ctx.read()?)?;
            let one = find(&journal, which.name.as_deref(), ctx.today)?;
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

fn list(args: &ListArgs, ctx: &mut Context<'_>) -> Result<(), Failure> {
    let journal = ctx.so_far(KINDS)?;
    ctx.out.show(&ExperimentsView::new(&journal, ctx.today, args.all))
}

/// How many days must have a worst and no average before that is remarked.
const DAYS_OF_WORST: usize = 7;

/// What is said of every plan, and of one that is about a pain that is not recorded.
fn remark(plan: &Plan, journal: &Journal, ctx: &mut Context<'_>) {
    ctx.out.note(NOT_BY_LOT);
    let span = Span::ending(ctx.today, 60);
    let n_with = |of: Outcome| span.days().filter(|d| of.points(journal.on(*d)).is_some()).count();
    if plan.outcome == Outcome::Day
        && n_with(Outcome::Day) == 0
        && n_with(Outcome::Worst) >= DAYS_OF_WORST
    {
        ctx.out.note("your days have a worst and no average: `--outcome worst` compares that");
    }
}

/// Everything that experiments read. The days are few, but they may be of any year.
fn load(store: &Store) -> Result<Journal, Failure> {
    Ok(store.journal_of(KINDS, None)?)
}

/// The experiment of a name; where none was said the one that is under way, else the newest.
fn find(journal: &Journal, name: Option<&str>, today: NaiveDate) -> Result<Experiment, Failure> {
    let all = experiments(journal);
    let Some(name) = name else {
        let open = all.iter().find(|one| one.state(today).is_open());
        return open.or(all.last()).cloned().ok_or_else(|| {
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
    let known = ctx.so_far(KINDS)?;
    read_plan(args, ctx, &known)?;
    let mut store = ctx.write_or_create()?;
    let journal = load(&store)?;
    let plan = read_plan(args, ctx, &journal)?;
    let open = experiments(&journal).into_iter().find(|e| e.state(ctx.today).is_open());
    if let Some(open) = open {
        let until = day_name(open.last());
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
    remark(&plan, &journal, ctx);
    let journal = load(&store)?;
    let one = find(&journal, Some(&plan.name), ctx.today)?;
    let view = ExperimentView::new(&one, &journal, ctx.today).with_next(&one, ctx.today);
    ctx.out.acknowledge(&view)
}

/// The habit that tells what was done, where nothing that is recorded already does.
fn habit_of(plan: &Plan) -> Option<Entry> {
    let DoneBy::Habit(id) = &plan.done_by else { return None };
    if !plan.makes_habit {
        return None;
    }
    // A word for each, unless the one is to do without the other.
    let is_yes_no = without(&plan.b).is_some_and(|what| is_same(what, &plan.a));
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
    let one = find(&journal, which.name.as_deref(), ctx.today)?;
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
    let one = find(&journal, Some(&one.name), ctx.today)?;
    ctx.out.acknowledge(&ExperimentView::new(&one, &journal, ctx.today))
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
