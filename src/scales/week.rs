//! The answers of one week, each beside that of four weeks before.

use chrono::NaiveDate;

use crate::facts::change::{self as diary, Change, Clarity};
use crate::journal::series::pain_by_day;
use crate::journal::{Journal, Span};
use crate::scales::activity;
use crate::scales::change::{self, Rated, Way};
use crate::scales::difference::{Difference, Noticed};
use crate::scales::mean::Mean;
use crate::scales::peg::{self, Peg};

/// The answers of the week that ends with a day. Each `None` was not answered, or has too little
/// to be compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// The day.
    pub day: NaiveDate,
    /// PEG.
    pub peg: Option<Peg>,
    /// The PEG nearest to four weeks before that one.
    pub peg_before: Option<Peg>,
    /// What the person says of the change.
    pub rated: Option<Rated>,
    /// The mean of the activities that were answered, of those still asked.
    pub activities: Option<Mean>,
    /// Those of them that were answered four weeks before too.
    pub compared: Option<activity::Compared>,
    /// The days' pain of the last four weeks and of the four before.
    pub diary: Option<Change>,
}

/// The days that [`week`] looks at: two times four weeks of the days' pain. The week's answers
/// and those at most five weeks before them lie within.
pub fn span(day: NaiveDate) -> Span {
    Span::ending(day, 2 * diary::STRETCH_DAYS)
}

/// Gathers the week that ends with a day, of a journal that has the days of [`span`].
pub fn week(journal: &Journal, day: NaiveDate) -> Week {
    let pegs = peg::history(journal);
    let peg = peg::this_week(&pegs, day);
    let activities = activity::activities(journal);
    let asked = activities.iter().filter(|activity| !activity.is_retired);
    let answered = asked.filter_map(|activity| activity.this_week(day));
    Week {
        day,
        peg,
        peg_before: peg.and_then(|peg| peg::before(&pegs, &peg)),
        rated: change::this_week(&change::history(journal), day),
        activities: Mean::of(answered.map(|(_, score)| score)),
        compared: activity::compare(&activities, day),
        diary: diary::change(&pain_by_day(journal, None), day).ok(),
    }
}

impl Week {
    /// How far PEG is from four weeks before. Higher is worse.
    pub fn peg_difference(&self) -> Option<Difference> {
        Some(peg::difference(&self.peg?, &self.peg_before?))
    }

    /// Whether what the person says and a difference in the numbers that is large enough to mean
    /// something go different ways. That is information, not an error.
    pub fn is_at_odds(&self) -> bool {
        let Some(rated) = self.rated else { return false };
        let of_peg = self.peg_difference().filter(|d| d.beside(&peg::SMALLEST) != Noticed::Less);
        let of_activities = self
            .compared
            .map(|compared| compared.difference())
            .filter(|d| d.beside(&activity::SMALLEST) != Noticed::Less);
        let of_diary = self.diary.filter(|change| change.clarity != Clarity::None);
        // Of activities more is better, of all else less.
        let falls = [
            of_peg.map(|d| d.points() < 0.0),
            of_activities.map(|d| d.points() > 0.0),
            of_diary.map(|change| change.points() < 0.0),
        ];
        let ways = falls.into_iter().flatten();
        ways.map(|is_better| if is_better { Way::Better } else { Way::Worse })
            .any(|way| rated.way() != Some(way))
    }
}
