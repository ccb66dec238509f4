//! What habits go with, as it is shown.

use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use crate::cli::course_view::{
    ChangeView, TrendView, change_views, points, say_days, say_gaps, say_lacking, trend_view,
};
use crate::cli::insights_words::{capital, echo, reactive, say_needs, sentence};
use crate::cli::lines::day_name;
use crate::cli::output::View;
use crate::cli::same_day_view::{self, SameDayView};
use crate::cli::site::site_name;
use crate::insights::course::{Course, course};
use crate::insights::days::{Days, Measure};
use crate::insights::ledger::Direction;
use crate::insights::same_day::SameDay;
use crate::insights::subject::Scale;
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
    /// Of the pain of which site alone; null: of the highest of all.
    site: Option<&'static str>,
    habits: Vec<HabitView>,
    /// Habits of the day beside the pain of the same day: no effects.
    same_day: Vec<SameDayView>,
    trend: TrendView,
    changes: Vec<ChangeView>,
    look: LookView,
    #[serde(skip)]
    today: NaiveDate,
    #[serde(skip)]
    found: Insights,
    #[serde(skip)]
    same_days: Vec<SameDay>,
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
        same_days: Vec<SameDay>,
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
            site: None,
            habits: found.findings.iter().map(|f| habit_view(f, &found)).collect(),
            same_day: same_days.iter().map(SameDayView::of).collect(),
            trend: trend_view(course.as_ref()),
            changes: change_views(course.as_ref()),
            today,
            look: LookView::of(&found),
            found,
            same_days,
            is_sample,
        }
    }

    /// The same of one site alone.
    #[must_use]
    pub(crate) fn at_site(mut self, site: Option<&'static str>) -> Self {
        self.site = site;
        self
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
        let at = self.site.map(|site| format!(" at the {}", site_name(site))).unwrap_or_default();
        writeln!(f, "Habits and pain{at}, {}", say_days(days))?;
        say_gaps(days).iter().try_for_each(|gap| writeln!(f, "{gap}"))?;
        if days.measure == Measure::Worst {
            writeln!(f, "by the worst of each day, which is what you recorded on most days")?;
        }
        if self.site.is_some() {
            writeln!(
                f,
                "nothing is claimed of one site: with many sites to look at, one of them would show \
                 something by chance"
            )?;
        }
        Ok(())
    }

    fn claims(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (direction, heading) in
            [(Direction::Less, "Goes with less pain"), (Direction::More, "Goes with more pain")]
        {
            let is = |finding: &&Finding| {
                finding.verdict == Verdict::Claim(direction)
                    && !self.found.is_told_by_other_side(finding)
            };
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
            writeln!(f, "    Claimed since {}.", day_name(since))?;
        }
        if let Some(other) = self.found.other_side(claim) {
            let other = capital(&other.subject.called);
            writeln!(f, "    {other}: the other way round, since it is always one of the two.")?;
        }
        if !link.rivals.is_empty() {
            let names: Vec<&str> = std::iter::once(&*claim.subject.called)
                .chain(link.rivals.iter().map(|&k| &*self.found.findings[k].subject.called))
                .collect();
            let is_always = link
                .rivals
                .iter()
                .any(|&k| matches!(self.found.findings[k].link, Err(Lacking::Apart { .. })));
            writeln!(
                f,
                "    {}: they {} come together, your diary can't tell which.",
                capital(&names.join(" or ")),
                if is_always { "always" } else { "mostly" }
            )?;
        }
        if link.is_reactive {
            writeln!(f, "    {}", reactive(&claim.subject, link))?;
        }
        Ok(())
    }

    fn hints(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hints = self.with(|v| matches!(v, Verdict::Hint(_)));
        let hints: Vec<&Finding> =
            hints.filter(|it| !self.found.is_told_by_other_side(it)).collect();
        if hints.is_empty() {
            return Ok(());
        }
        writeln!(f, "\nMaybe: too early to say; about 1 in 7 such hints is wrong")?;
        for hint in hints {
            self.tell(f, hint)?;
        }
        writeln!(
            f,
            "  Trying it out on days drawn by lot could tell: `twinge experiment plan WHAT`."
        )
    }

    fn echoes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut echoes = self.found.findings.iter().filter(|it| it.is_echo()).peekable();
        if echoes.peek().is_some() {
            writeln!(f, "\nThe same day goes the other way")?;
        }
        for finding in echoes {
            let Ok(link) = &finding.link else { continue };
            writeln!(f, "  {}", echo(&finding.subject, link))?;
        }
        Ok(())
    }

    fn unclear(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unclear = self.with(|v| v == Verdict::NoClearLink);
        let unclear: Vec<&Finding> = unclear.filter(|it| !it.is_echo()).collect();
        if unclear.is_empty() {
            return Ok(());
        }
        writeln!(
            f,
            "\nNo clear link seen. An effect larger than the number, either way, would likely have \
             shown; a smaller one can't be ruled out"
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
        if lacking.iter().any(|(_, lacking)| *lacking == Lacking::OtherPain) {
            return writeln!(
                f,
                "\nPain was the same on all of these days: what goes with less or more of it can't \
                 be seen."
            );
        }
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
                say_needs(&finding.subject, lacking, &self.found)
            )?;
        }
        let Some(exercise) = exercise else { return Ok(()) };
        let name = exercise.subject.id.trim_start_matches("exercise:");
        writeln!(
            f,
            "  A day on which you say nothing of an exercise counts for neither; \
             `twinge did {name} no` says that it was not done."
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
        self.echoes(f)?;
        same_day_view::list(f, &self.same_days)?;
        self.unclear(f)?;
        self.lacking(f)?;
        let next = self.found.ledger.next_look();
        if let Some(next) = next.filter(|_| !self.found.is_look) {
            writeln!(f, "\nWhat is claimed is decided anew from {} on.", day_name(next))?;
        }
        writeln!(
            f,
            "\nThis is what goes together in your entries, not what brings it about. `twinge chart \
             insights` draws it, `twinge trend` says how pain changed."
        )
    }
}

fn habit_view(finding: &Finding, found: &Insights) -> HabitView {
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
            .map(|l| l.rivals.iter().map(|&k| found.findings[k].subject.id.clone()).collect())
            .unwrap_or_default(),
        caveats: link
            .into_iter()
            .flat_map(|l| [(l.is_reactive, "reactive"), (finding.is_echo(), "echo")])
            .filter_map(|(is, id)| is.then_some(id))
            .collect(),
        n: link.map(|l| l.n_pairs),
        n_with: finding.n_with,
        smallest: link.map(smallest),
        needs: lacking.map(|l| say_needs(&finding.subject, *l, found)),
        since: finding.since.map(|day| day.to_string()),
    }
}

/// The end of the interval that is further from 0.
fn smallest(link: &Link) -> f64 {
    link.low.abs().max(link.high.abs())
}
