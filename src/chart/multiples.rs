//! Small multiples: pain with a habit and without it, week by week, for each habit that is
//! claimed or may be.

use crate::chart::figure::{Amount, Multiple, Multiples, Side, StretchMean};
use crate::chart::insights::{name, verdict};
use crate::insights::habits::asked;
use crate::insights::subject::{Scale, Subject};
use crate::insights::weekly::{Mean, Parting, Stretch, Weekly, weekly};
use crate::insights::{Finding, Insights, Verdict};
use crate::journal::Journal;
use crate::language::Language;

/// Days of a week, and of four weeks, from which on a mean is no longer of few; this project's
/// own choice.
const ENOUGH_DAYS: (usize, usize) = (3, 8);

/// Returns the multiples of what is claimed and of what may be, in their order, and what they
/// show in words.
pub(super) fn multiples(
    journal: &Journal,
    found: &Insights,
    ordered: &[&Finding],
    language: &'static Language,
) -> Option<(Multiples, Vec<String>)> {
    let words = &language.habits;
    let days = found.days.as_ref()?;
    let asked = asked(journal, days);
    let is_told = |it: &&Finding| matches!(it.verdict, Verdict::Claim(_) | Verdict::Hint(_));
    let told = ordered.iter().copied().filter(is_told);
    let told = told.filter(|it| !found.is_told_by_other_side(it)).filter_map(|finding| {
        let asked = asked.iter().find(|asked| asked.subject == finding.subject)?;
        Some((finding, weekly(days, asked)?))
    });
    let told: Vec<(&Finding, Weekly)> = told.collect();
    let weeks = told.first()?.1.weeks;
    let enough = if weeks == 1 { ENOUGH_DAYS.0 } else { ENOUGH_DAYS.1 };
    let has_amount = told.iter().any(|(_, it)| it.parting != Parting::YesNo);
    let panels: Vec<Multiple> = told
        .iter()
        .map(|(finding, weekly)| {
            let [with, without] = side_names(&finding.subject, weekly.parting, language);
            let side = |name: String, all: Mean, of: fn(&Stretch) -> Option<Mean>| Side {
                name,
                count: (words.mean_of)(all.n, &language.tenths(all.points)),
                means: weekly.stretches.iter().map(|it| stretch(it, of(it), enough)).collect(),
            };
            Multiple {
                name: name(&finding.subject, language),
                verdict: verdict(finding.verdict, language).0.into(),
                with: side(with, weekly.with, |it| it.with),
                without: side(without, weekly.without, |it| it.without),
            }
        })
        .collect();
    let title = (words.by_weeks)(weeks);
    let mut said = vec![format!("{title}; {}.", words.as_counted.join("; "))];
    said.extend(told.iter().zip(&panels).map(|((_, weekly), panel)| say(weekly, panel, language)));
    let few = (words.few)(enough);
    let marks = vec![words.dots_and_squares.into(), (words.small)(&few), words.no_mark.into()];
    let mut reading: Vec<String> = words.as_counted.map(Into::into).into();
    reading.extend(has_amount.then(|| words.parted.into()));
    Some((Multiples { title, reading, marks, few, none: words.none.into(), panels }, said))
}

fn stretch(it: &Stretch, mean: Option<Mean>, enough: usize) -> StretchMean {
    let is_few = mean.is_some_and(|mean| mean.n < enough);
    StretchMean {
        period: it.period,
        mean: mean.map(|mean| mean.points),
        amount: if is_few { Amount::Few } else { Amount::Enough },
    }
}

/// What the days with a habit are called, and those without.
fn side_names(subject: &Subject, parting: Parting, language: &Language) -> [String; 2] {
    let words = &language.habits;
    let Parting::From(least) = parting else {
        return [words.with.into(), words.without.into()];
    };
    let unit = match &subject.scale {
        Scale::Amount(unit) => language.habit_unit(&subject.id, unit),
        Scale::YesNo => "",
    };
    let (number, units) = (language.number(least), (words.units)(unit));
    [(words.with_much)(&number, &units), (words.with_less)(&number, &units)]
}

fn say(weekly: &Weekly, panel: &Multiple, language: &Language) -> String {
    let both = weekly.stretches.iter().filter_map(|it| Some((it.with?, it.without?)));
    let (more, of) = both.fold((0, 0), |(more, of), (with, without)| {
        (more + usize::from(with.points > without.points), of + 1)
    });
    let [with, without] =
        [&panel.with, &panel.without].map(|side| format!("{} {}", side.name, side.count));
    (language.habits.multiple_said)(&panel.name, [&with, &without], more, of)
}
