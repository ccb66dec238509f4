//! The weekly questions as they are shown: the answers, and each beside that of four weeks ago.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use chrono::NaiveDate;
use serde::Serialize;

use crate::cli::lines;
use crate::cli::output::View;
use crate::cli::save::SavedView;
use crate::facts::change::{Change, Clarity};
use crate::journal::{Entry, Journal, Kind, Score, Span};
use crate::scales::activity::{self, Activity, activities};
use crate::scales::change::Rated;
use crate::scales::peg::{self, ATTRIBUTION, CONVENTION_PERCENT, ITEMS, Peg};
use crate::scales::{BEFORE_DAYS_FROM, BEFORE_DAYS_TO, Difference, Mean, Smallest, Week, week};

/// What the answers come to.
#[derive(Debug, Serialize)]
pub(crate) struct WeeklyView {
    /// The last day of the week that is summed up.
    day: String,
    /// What was saved; null where the answers were only listed.
    saved: Option<SavedView>,
    /// Null: not all three questions were answered in the week.
    peg: Option<PegView>,
    /// What the person says; null: not answered in the week.
    change: Option<ChangeView>,
    /// Null: none was answered in the week.
    activities: Option<ActivitiesView>,
    /// The days' pain; null: not enough entries to say.
    diary: Option<DiaryView>,
    /// Whether what the person says and the numbers go different ways.
    is_at_odds: bool,
    /// The answers of a span; null where they were not asked for.
    answers: Option<Vec<AnswerView>>,
    /// Where the limits of the differences are from.
    sources: Vec<SourceView>,
    /// Whose questions they are.
    attribution: &'static str,
    /// The activities that have columns.
    #[serde(skip)]
    columns: Vec<String>,
}

#[derive(Debug, Serialize)]
struct SourceView {
    source: &'static str,
    doi: &'static str,
}

#[derive(Debug, Serialize)]
struct PegView {
    day: String,
    /// The mean of the three, 0–10.
    score: f64,
    pain: f64,
    enjoyment: f64,
    activity: f64,
    /// Null: no answer from 21 to 35 days before.
    before: Option<BeforeView>,
    #[serde(skip)]
    shown: String,
}

#[derive(Debug, Serialize)]
struct BeforeView {
    day: String,
    score: f64,
    difference: DifferenceView,
    #[serde(skip)]
    shown: String,
}

#[derive(Debug, Serialize)]
struct DifferenceView {
    /// Negative: lower now.
    points: f64,
    /// Of the earlier score; null from 0.
    percent: Option<f64>,
    /// Whether that is 30 % or more; null from 0.
    is_30_percent: Option<bool>,
    /// less, about or more than the smallest difference that people notice.
    noticed: &'static str,
    #[serde(skip)]
    shown: String,
}

#[derive(Debug, Serialize)]
struct ChangeView {
    day: String,
    word: &'static str,
    #[serde(skip)]
    shown: String,
}

#[derive(Debug, Serialize)]
struct ActivitiesView {
    /// The mean of those answered, 0 (unable) – 10 (as before the pain).
    score: f64,
    answered: u32,
    /// Those that were answered four weeks before too; null: none was.
    compared: Option<ComparedView>,
    #[serde(skip)]
    shown: String,
}

#[derive(Debug, Serialize)]
struct ComparedView {
    activities: u32,
    now: f64,
    before: f64,
    difference: DifferenceView,
    #[serde(skip)]
    shown: (String, String),
}

#[derive(Debug, Serialize)]
struct DiaryView {
    /// Mean of the days' pain of the last 28 days, 0–10.
    now: f64,
    now_days: usize,
    /// The same of the 28 before.
    before: f64,
    before_days: usize,
    /// clear, possible or none.
    change: &'static str,
}

/// The answers of one day; each null was not answered.
#[derive(Debug, Serialize)]
struct AnswerView {
    day: String,
    peg: Option<f64>,
    pain: Option<f64>,
    enjoyment: Option<f64>,
    activity: Option<f64>,
    change: Option<&'static str>,
    /// By id.
    activities: BTreeMap<String, f64>,
    #[serde(skip)]
    shown: String,
}

impl WeeklyView {
    /// After answers of a day were saved.
    pub(crate) fn saved(journal: &Journal, day: NaiveDate, saved: SavedView) -> Self {
        Self { saved: Some(saved), ..Self::of(&week(journal, day)) }
    }

    /// The answers of a span, and what those of the last week of it with any come to.
    pub(crate) fn listed(journal: &Journal, span: Span) -> Self {
        let within = journal.days().filter(|(day, _)| span.contains(*day));
        let mut activities = activities(journal);
        activities.retain(|a| a.answers.iter().any(|(day, _)| span.contains(*day)));
        let answered = within
            .filter_map(|(day, entries)| Some((day, answer_view(day, entries, &activities)?)));
        let (days, answers): (Vec<NaiveDate>, Vec<AnswerView>) = answered.unzip();
        let last = days.last().copied().unwrap_or(span.last());
        let columns = activities.iter().map(|activity| activity.text.to_string()).collect();
        Self { answers: Some(answers), columns, ..Self::of(&week(journal, last)) }
    }

    fn of(week: &Week) -> Self {
        let peg = week.peg.map(|peg| peg_view(peg, week));
        let activities = week.activities.map(|mean| ActivitiesView {
            score: mean.points(),
            answered: mean.n(),
            compared: week.compared.map(|both| compared_view(&both)),
            shown: mean.to_string(),
        });
        let mut sources = Vec::new();
        sources.extend(week.peg_before.map(|_| source_of(&peg::SMALLEST)));
        sources.extend(week.compared.map(|_| source_of(&activity::SMALLEST)));
        sources.extend(week.diary.iter().flat_map(|_| DIARY_SOURCES));
        Self {
            day: week.day.to_string(),
            saved: None,
            peg,
            change: week.rated.map(change_view),
            activities,
            diary: week.diary.as_ref().map(diary_view),
            is_at_odds: week.is_at_odds(),
            answers: None,
            sources,
            attribution: ATTRIBUTION,
            columns: Vec::new(),
        }
    }
}

/// Where the limits of the days' pain are from.
const DIARY_SOURCES: [SourceView; 2] = [
    SourceView { source: "Farrar and others, Pain, 2001", doi: "10.1016/S0304-3959(01)00349-9" },
    SourceView {
        source: "Kovacs and others, BMC Musculoskeletal Disorders, 2008",
        doi: "10.1186/1471-2474-9-43",
    },
];

fn source_of(smallest: &Smallest) -> SourceView {
    SourceView { source: smallest.source, doi: smallest.doi }
}

fn peg_view(peg: Peg, week: &Week) -> PegView {
    let [pain, enjoyment, activity] = peg.answers.map(Score::points);
    let before =
        week.peg_before.zip(week.peg_difference()).map(|(before, difference)| BeforeView {
            day: before.day.to_string(),
            score: before.score().points(),
            difference: difference_view(difference, &peg::SMALLEST),
            shown: format!("was {} on {}", before.score(), lines::day_name(before.day)),
        });
    let day = peg.day.to_string();
    let shown = peg.score().to_string();
    PegView { day, score: peg.score().points(), pain, enjoyment, activity, before, shown }
}

fn difference_view(difference: Difference, smallest: &Smallest) -> DifferenceView {
    DifferenceView {
        points: difference.points(),
        percent: difference.percent(),
        is_30_percent: difference.is_percent(CONVENTION_PERCENT),
        noticed: difference.beside(smallest).id(),
        shown: difference.say(smallest),
    }
}

fn compared_view(both: &activity::Compared) -> ComparedView {
    ComparedView {
        activities: both.now.n(),
        now: both.now.points(),
        before: both.before.points(),
        difference: difference_view(both.difference(), &activity::SMALLEST),
        shown: (both.now.to_string(), both.before.to_string()),
    }
}

fn change_view(rated: Rated) -> ChangeView {
    ChangeView { day: rated.day.to_string(), word: rated.word.id, shown: rated.word.name() }
}

fn diary_view(change: &Change) -> DiaryView {
    DiaryView {
        now: change.now.value,
        now_days: change.now.n,
        before: change.before.value,
        before_days: change.before.n,
        change: match change.clarity {
            Clarity::Clear => "clear",
            Clarity::Possible => "possible",
            Clarity::None => "none",
        },
    }
}

/// The answers of one day; `None` where it has none.
fn answer_view(day: NaiveDate, entries: &[Entry], activities: &[Activity]) -> Option<AnswerView> {
    let weekly = entries.iter().find(|entry| entry.kind == Kind::Questionnaire);
    let on_day = |activity: &Activity| {
        activity.answers.iter().find(|(on, _)| *on == day).map(|(_, score)| *score)
    };
    let own: Vec<Option<Score>> = activities.iter().map(on_day).collect();
    if weekly.is_none() && own.iter().all(Option::is_none) {
        return None;
    }
    let [pain, enjoyment, activity] =
        ITEMS.each_ref().map(|item| weekly.and_then(|entry| entry.values.score(item.field)));
    let peg = weekly.and_then(Peg::of).map(|peg| peg.score());
    let change = weekly.and_then(Rated::of);
    let score = |score: Option<Score>| score.map_or_else(|| "·".into(), |s| s.to_string());
    let mean = peg.map_or_else(|| "·".into(), |mean| mean.to_string());
    let mut shown = format!(
        "{:<15} {mean:>4} {:>5} {:>10} {:>9}",
        lines::day_name(day),
        score(pain),
        score(enjoyment),
        score(activity)
    );
    for own in &own {
        // Writing to a String cannot fail.
        write!(shown, " {:>4}", score(*own)).ok();
    }
    let word = change.map_or_else(|| "·".into(), |rated| rated.word.name());
    write!(shown, "  {word}").ok();
    let by_id = activities.iter().zip(&own);
    Some(AnswerView {
        day: day.to_string(),
        peg: peg.map(Mean::points),
        pain: pain.map(Score::points),
        enjoyment: enjoyment.map(Score::points),
        activity: activity.map(Score::points),
        change: change.map(|rated| rated.word.id),
        activities: by_id.filter_map(|(a, s)| Some((a.id.to_string(), (*s)?.points()))).collect(),
        shown,
    })
}

impl View for WeeklyView {
    const SCHEMA: &'static str = "weekly/1";
}

impl fmt::Display for WeeklyView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(saved) = &self.saved {
            writeln!(f, "{saved}")?;
        }
        if let Some(answers) = &self.answers {
            if answers.is_empty() {
                return writeln!(f, "no answers: `twinge weekly` asks, one question at a time");
            }
            self.write_table(f, answers)?;
            writeln!(f)?;
        }
        self.write_week(f)?;
        if self.answers.is_some() {
            writeln!(f, "{}", self.attribution)?;
        }
        Ok(())
    }
}

impl WeeklyView {
    fn write_table(&self, f: &mut fmt::Formatter<'_>, answers: &[AnswerView]) -> fmt::Result {
        write!(f, "{:<15} {:>4} {:>5} {:>10} {:>9}", "", "PEG", "pain", "enjoyment", "activity")?;
        for n in 1..=self.columns.len() {
            write!(f, " {:>4}", format!("({n})"))?;
        }
        writeln!(f, "  change")?;
        for answer in answers {
            writeln!(f, "{}", answer.shown)?;
        }
        writeln!(f, "· not answered; PEG is the mean of the three beside it, lower is better")?;
        let numbered = self.columns.iter().zip(1..).map(|(text, n)| format!("({n}) {text}"));
        let numbered: Vec<String> = numbered.collect();
        if !numbered.is_empty() {
            let numbered = numbered.join(", ");
            writeln!(f, "your activities, 0 (unable) – 10 (as before the pain): {numbered}")?;
        }
        Ok(())
    }

    fn write_week(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.answers {
            // A list may end long ago: then it is not four weeks before today.
            Some(_) => writeln!(f, "week up to {}, compared with four weeks before", self.day)?,
            None => writeln!(f, "compared with four weeks ago")?,
        }
        if let Some(change) = &self.change {
            writeln!(f, "  you say: {}", change.shown)?;
        }
        let none = format!("from {BEFORE_DAYS_FROM} to {BEFORE_DAYS_TO} days before");
        if let Some(peg) = &self.peg {
            match &peg.before {
                Some(BeforeView { difference, shown, .. }) => {
                    let much = match difference.is_30_percent {
                        Some(true) => "; 30 % or more",
                        _ => "",
                    };
                    writeln!(f, "  PEG {}, {shown}: {}{much}", peg.shown, difference.shown)?;
                }
                None => writeln!(f, "  PEG {}, no answer {none} to compare it with", peg.shown)?,
            }
        }
        if let Some(activities) = &self.activities {
            match &activities.compared {
                Some(ComparedView { activities: n, difference, shown: (now, before), .. }) => {
                    let n = if *n == 1 { "the same one".into() } else { format!("the same {n}") };
                    let said = &difference.shown;
                    writeln!(f, "  activities {now}, was {before} ({n}): {said}")?;
                }
                None => {
                    let shown = &activities.shown;
                    writeln!(f, "  activities {shown}, none was answered {none}")?;
                }
            }
        }
        self.write_diary(f)?;
        if self.is_at_odds {
            writeln!(f, "  your words and the numbers differ: that is information, not an error")?;
        }
        if !self.sources.is_empty() {
            let sources: Vec<&str> = self.sources.iter().map(|s| s.source).collect();
            writeln!(f, "  the limits are from groups of people: {}", sources.join("; "))?;
        }
        Ok(())
    }

    fn write_diary(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(diary) = &self.diary else {
            return writeln!(f, "  days' pain: not enough entries to say");
        };
        let points = diary.now - diary.before;
        let way = match format!("{:.1}", points.abs()).as_str() {
            "0.0" => "the same".into(),
            shown if points < 0.0 => format!("{shown} lower"),
            shown => format!("{shown} higher"),
        };
        let clarity = match diary.change {
            "clear" => ", a clear change",
            "possible" => ", perhaps a change",
            _ if way == "the same" => "",
            _ => ", about the same",
        };
        let DiaryView { now, now_days, before, before_days, .. } = diary;
        writeln!(
            f,
            "  days' pain {now:.1} ({now_days} days), was {before:.1} ({before_days} days): {way}\
             {clarity}"
        )
    }
}
