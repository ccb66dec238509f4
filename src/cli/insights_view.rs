//! What habits go with, as it is shown.

use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use crate::cli::course_view::{
    ChangeView, TrendView, change_views, points, range, say_days, say_lacking, trend_view,
};
use crate::cli::lines::day_name;
use crate::cli::output::View;
use crate::insights::course::{Course, course};
use crate::insights::days::{Days, Measure};
use crate::insights::ledger::Direction;
use crate::insights::subject::{Scale, Subject, When};
use crate::insights::{Finding, Insights, Verdict};
use crate::stats::links::Link;
use crate::stats::minimum::Lacking;

/// What was found; every number is of the days from `first` to `last`.
#[derive(Debug, Serialize)]
pub(crate) struct InsightsView {
    /// The name of the journal's file.
    id: Option<String>,
    method: &'static str,
    as_of: String,
    /// The first day that is looked at; null: no day has a score.
    first: Option<String>,
    /// The last one.
    last: Option<String>,
    days: usize,
    recorded_days: usize,
    /// What stands for a day's pain.
    pain: Option<&'static str>,
    habits: Vec<HabitView>,
    trend: TrendView,
    changes: Vec<ChangeView>,
    look: LookView,
    #[serde(skip)]
    today: NaiveDate,
    #[serde(skip)]
    found: Insights,
    #[serde(skip)]
    is_sample: bool,
}

/// When claims are decided.
#[derive(Debug, Serialize)]
struct LookView {
    /// Whether they were decided anew for this answer.
    is_new: bool,
    /// The day before this one on which they were; null: there is none.
    last: Option<String>,
}

impl LookView {
    fn of(found: &Insights) -> Self {
        let last = found.ledger.last_look;
        Self { is_new: found.is_look, last: last.map(|day| day.to_string()) }
    }
}

/// One habit; null where there are not enough entries.
#[derive(Debug, Serialize)]
struct HabitView {
    habit: String,
    /// Days from the habit to the pain.
    lag: usize,
    /// Points of pain for one unit, or for yes against no.
    effect: Option<f64>,
    ci_low: Option<f64>,
    ci_high: Option<f64>,
    p: Option<f64>,
    q: Option<f64>,
    verdict: &'static str,
    /// Habits that cannot be told apart from it.
    rivals: Vec<String>,
    caveats: Vec<&'static str>,
    /// Days with pain that have the habit recorded.
    n: Option<usize>,
    /// Of yes or no, on how many of them it was so.
    n_with: Option<usize>,
    /// A larger effect would likely have shown, in either direction.
    smallest: Option<f64>,
    /// What is lacking.
    needs: Option<String>,
    /// Since when it is claimed.
    since: Option<String>,
}

impl View for InsightsView {
    const SCHEMA: &'static str = "insights/1";
}

impl InsightsView {
    /// Takes over what was found.
    pub(crate) fn new(
        id: Option<String>,
        today: NaiveDate,
        found: Insights,
        is_sample: bool,
    ) -> Self {
        let days = found.days.as_ref();
        let course: Option<Course> = days.map(course);
        Self {
            id,
            method: concat!("twinge ", env!("CARGO_PKG_VERSION")),
            as_of: today.to_string(),
            first: days.map(|d| d.first.to_string()),
            last: days.map(|d| d.last().to_string()),
            days: days.map_or(0, |d| d.diary.n_days()),
            recorded_days: days.map_or(0, |d| d.diary.n_recorded()),
            pain: days.map(Days::pain_id),
            habits: found.findings.iter().map(|f| habit_view(f, &found.findings)).collect(),
            trend: trend_view(course.as_ref()),
            changes: change_views(course.as_ref()),
            today,
            look: LookView::of(&found),
            found,
            is_sample,
        }
    }

    fn with(&self, is: fn(Verdict) -> bool) -> impl Iterator<Item = &Finding> {
        self.found.findings.iter().filter(move |f| is(f.verdict))
    }

    fn headed(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_sample {
            writeln!(f, "SAMPLE JOURNAL: made up by `twinge demo`, nobody's pain\n")?;
        }
        let Some(days) = &self.found.days else {
            return writeln!(f, "no day has a pain score yet: `twinge log 4` records one");
        };
        writeln!(f, "Habits and pain, {}", say_days(days))?;
        if days.measure == Measure::Worst {
            writeln!(f, "by the worst of each day, which is what you recorded on most days")?;
        }
        Ok(())
    }

    fn claims(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (direction, heading) in
            [(Direction::Less, "Goes with less pain"), (Direction::More, "Goes with more pain")]
        {
            let is = |finding: &&Finding| finding.verdict == Verdict::Claim(direction);
            let claims: Vec<&Finding> = self.found.findings.iter().filter(is).collect();
            if !claims.is_empty() {
                writeln!(f, "\n{heading}")?;
            }
            for claim in claims {
                self.tell(f, claim)?;
            }
        }
        Ok(())
    }

    /// A claim or a hint, with what else may be behind it.
    fn tell(&self, f: &mut fmt::Formatter<'_>, claim: &Finding) -> fmt::Result {
        let Ok(link) = &claim.link else { return Ok(()) };
        writeln!(f, "  {}", sentence(claim, link))?;
        if let Some(since) = claim.since.filter(|since| *since != self.today) {
            writeln!(f, "    So since {}.", day_name(since))?;
        }
        if !link.rivals.is_empty() {
            let names: Vec<&str> = std::iter::once(&*claim.subject.called)
                .chain(link.rivals.iter().map(|&k| &*self.found.findings[k].subject.called))
                .collect();
            writeln!(
                f,
                "    {}: they mostly come together, your diary can't tell which.",
                capital(&names.join(" or "))
            )?;
        }
        if link.is_reactive {
            writeln!(f, "    {}", reactive(&claim.subject, link))?;
        }
        Ok(())
    }

    fn hints(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hints: Vec<&Finding> = self.with(|v| matches!(v, Verdict::Hint(_))).collect();
        if hints.is_empty() {
            return Ok(());
        }
        writeln!(f, "\nMaybe: too early to say; about 1 in 7 such hints is wrong")?;
        for hint in hints {
            self.tell(f, hint)?;
        }
        Ok(())
    }

    fn unclear(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unclear: Vec<&Finding> = self.with(|v| v == Verdict::NoClearLink).collect();
        if unclear.is_empty() {
            return Ok(());
        }
        writeln!(
            f,
            "\nNo clear link seen: an effect bigger than this, either way, would likely have shown; \
             a smaller one can't be ruled out"
        )?;
        for finding in unclear {
            let Ok(link) = &finding.link else { continue };
            let each = match &finding.subject.scale {
                Scale::Amount(unit) => format!(", for each {unit} more"),
                Scale::YesNo => String::new(),
            };
            let name = format!("{}{each}", capital(&finding.subject.called));
            writeln!(f, "  {:>4}  {name}", points(smallest(link)))?;
        }
        Ok(())
    }

    fn lacking(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lacking: Vec<(&Finding, Lacking)> = self
            .with(|v| v == Verdict::NotEnough)
            .filter_map(|finding| Some((finding, *finding.link.as_ref().err()?)))
            .collect();
        let Some((_, first)) = lacking.first() else { return Ok(()) };
        writeln!(f, "\nNot enough entries yet")?;
        if matches!(first, Lacking::Days(_) | Lacking::Pain(_)) {
            return writeln!(f, "  For all habits: at least {}.", say_lacking(*first));
        }
        let is_never_no = |(finding, lacking): &(&Finding, Lacking)| {
            let is_exercise = finding.subject.id.starts_with("exercise:");
            is_exercise && matches!(lacking, Lacking::Other { than, .. } if *than > 0.0)
        };
        let exercise = lacking.iter().find(|one| is_never_no(one)).map(|(finding, _)| *finding);
        for (finding, lacking) in lacking {
            writeln!(
                f,
                "  {}: {}",
                capital(&finding.subject.called),
                say_needs(&finding.subject, lacking)
            )?;
        }
        let Some(exercise) = exercise else { return Ok(()) };
        let name = exercise.subject.id.trim_start_matches("exercise:");
        writeln!(
            f,
            "  A day without a word of an exercise is not known; `twinge did {name} no` says that it \
             was not done."
        )
    }
}

impl fmt::Display for InsightsView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.headed(f)?;
        if self.found.days.is_none() {
            return Ok(());
        }
        if self.found.findings.is_empty() {
            writeln!(f, "\nNo habit is recorded beside them: `twinge log` asks for some.")?;
        }
        self.claims(f)?;
        self.hints(f)?;
        self.unclear(f)?;
        self.lacking(f)?;
        let next = self.found.ledger.next_look();
        if let Some(next) = next.filter(|_| !self.found.is_look) {
            writeln!(f, "\nWhat is claimed is decided anew from {} on.", day_name(next))?;
        }
        writeln!(
            f,
            "\nThis is what goes together in your entries, not what brings it about. `twinge trend` \
             says how pain changed."
        )
    }
}

fn habit_view(finding: &Finding, all: &[Finding]) -> HabitView {
    let link = finding.link.as_ref().ok();
    let lacking = finding.link.as_ref().err();
    HabitView {
        habit: finding.subject.id.clone(),
        lag: finding.subject.when.lag(),
        effect: link.map(|l| l.effect),
        ci_low: link.map(|l| l.low),
        ci_high: link.map(|l| l.high),
        p: link.map(|l| l.p),
        q: link.map(|l| l.q),
        verdict: finding.verdict.id(),
        rivals: link
            .map(|l| l.rivals.iter().map(|&k| all[k].subject.id.clone()).collect())
            .unwrap_or_default(),
        caveats: link.filter(|l| l.is_reactive).map(|_| "reactive").into_iter().collect(),
        n: link.map(|l| l.n_pairs),
        n_with: finding.n_with,
        smallest: link.map(smallest),
        needs: lacking.map(|l| say_needs(&finding.subject, *l)),
        since: finding.since.map(|day| day.to_string()),
    }
}

/// The end of the interval that is further from 0.
fn smallest(link: &Link) -> f64 {
    link.low.abs().max(link.high.abs())
}

/// What goes with what, and of how many days it is.
fn sentence(finding: &Finding, link: &Link) -> String {
    let Subject { called, when, scale, .. } = &finding.subject;
    let head = match (scale, when) {
        (Scale::YesNo, When::Day) => format!("On days after {called}, your pain"),
        (Scale::YesNo, When::Night) => format!("After {called}, your pain"),
        (Scale::Amount(unit), When::Day) => {
            format!("For each {unit} more of {called}, your pain on the day after")
        }
        (Scale::Amount(unit), When::Night) => {
            format!("For each {unit} more of {called}, your pain on that day")
        }
    };
    let way = if link.effect < 0.0 { "lower" } else { "higher" };
    let n = match (scale, finding.n_with, when) {
        (Scale::YesNo, Some(n), When::Day) => format!("{n} such days of {}", link.n_pairs),
        (Scale::YesNo, Some(n), When::Night) => format!("{n} such nights of {}", link.n_pairs),
        _ => format!("{} days", link.n_pairs),
    };
    format!(
        "{head} was about {} {way} (95 % range: {}), comparing like weekdays and allowing for the \
         day before. {n}.",
        points(link.effect.abs()),
        range(link.low, link.high)
    )
}

/// That the pain may decide, and not the habit. What goes with less pain and follows pain in the
/// same direction is done less on bad days, and the other way round.
fn reactive(subject: &Subject, link: &Link) -> String {
    let which = if link.effect < 0.0 { "less" } else { "more" };
    let what = match subject.scale {
        Scale::YesNo => format!("{} is also {which} frequent", capital(&subject.called)),
        Scale::Amount(_) => format!("There is also {which} of {}", subject.called),
    };
    format!(
        "{what} on bad days, so part of this may be the pain deciding, and not the other way \
         round. Only trying it out on days drawn by lot could tell."
    )
}

/// What is lacking of a habit, in words.
fn say_needs(subject: &Subject, lacking: Lacking) -> String {
    let days = |n: usize| match (n, subject.when) {
        (1, When::Day) => "1 more day".to_string(),
        (_, When::Day) => format!("{n} more days"),
        (1, When::Night) => "1 more night".to_string(),
        (_, When::Night) => format!("{n} more nights"),
    };
    let with = |is: bool| if is { "with it" } else { "recorded without it" };
    match (lacking, &subject.scale) {
        (Lacking::With { value, days: n }, Scale::YesNo) => {
            format!("{} {}", days(n), with(value > 0.0))
        }
        (Lacking::Other { than, days: n }, Scale::YesNo) => {
            format!("{} {}", days(n), with(than <= 0.0))
        }
        (Lacking::Other { than, days: n }, Scale::Amount(_)) => {
            format!("{} with another amount than {than}", days(n))
        }
        _ => say_lacking(lacking),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}
