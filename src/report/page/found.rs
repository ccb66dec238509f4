//! What goes with pain by the diary, and what experiments showed: ranges and what they are of.

use crate::chart::experiment::called;
use crate::draw::page::document::{Block, Span};
use crate::experiment::Outcome;
use crate::insights::subject::{Scale, Subject};
use crate::language::list;
use crate::report::claims::Claimed;
use crate::report::page::detail::Brevity;
use crate::report::page::{Page, joined, labelled, paragraph};
use crate::report::trials::Trial;
use crate::stats::experiment::Found;
use crate::stats::schedule::Arm;

/// A difference that chance alone would do as often is none that can be seen.
const P: f64 = 0.05;

impl Page<'_> {
    /// What is claimed of habits, and what experiments showed; nothing where there is neither.
    pub(super) fn found(&self) -> Vec<Block> {
        self.goes_with().into_iter().chain(self.tried_out()).map(paragraph).collect()
    }

    /// What is claimed of habits; nothing where nothing is.
    fn goes_with(&self) -> Option<Vec<Span>> {
        let claims = self.report.claims.as_ref()?;
        let said = self.list(claims.habits.iter().map(|it| self.claimed(it)));
        let mut spans = labelled(self.words.goes_with, said);
        let no_cause = self.words.no_cause;
        let adjusted = (self.words.adjusted)(claims.recorded_days, &self.date(claims.since));
        spans.push(Span::quiet(format!(" – {adjusted}; {no_cause}")));
        Some(spans)
    }

    /// `Stretching 0.3 to 1.3 lower, about 0.8 (46 of 120 days)`: the range comes first, since
    /// what was picked out because it stood out is on average smaller than it looks.
    fn claimed(&self, it: &Claimed) -> String {
        let words = &self.language.habits;
        let name = |of: &Subject| self.language.habit(&of.id, &of.called);
        let names: Vec<String> = std::iter::once(&it.subject).chain(&it.rivals).map(name).collect();
        let names = self.cut(&list(&names, self.words.or));
        let each = match &it.subject.scale {
            Scale::Amount(unit) => {
                let unit = self.language.habit_unit(&it.subject.id, unit);
                format!(", {},", (words.each)(unit))
            }
            Scale::YesNo => String::new(),
        };
        let n_pairs = it.link.n_pairs;
        let days = it.n_with.map_or_else(|| (words.days)(n_pairs), |n| (words.days_of)(n, n_pairs));
        let caveat = it.link.is_reactive.then(|| self.words.may_decide.to_string());
        let facts = joined([Some(days), caveat]);
        let range = self.range(it.link.low, it.link.high, it.link.effect);
        format!("{names}{each} {range} ({facts})")
    }

    /// Both ends of a range, and about how much it is.
    fn range(&self, low: f64, high: f64, effect: f64) -> String {
        let points = |points: f64| self.language.effect(points.abs());
        let side = |points: f64, said: &str| {
            if points < 0.0 { (self.words.lower)(said) } else { (self.words.higher)(said) }
        };
        if !(low.is_finite() && high.is_finite()) {
            return side(effect, &(self.words.about)(&points(effect)));
        }
        let range = self.language.groups.range;
        let both = if low < 0.0 && high > 0.0 {
            range(&side(low, &points(low)), &side(high, &points(high)))
        } else {
            let (near, far) = (low.abs().min(high.abs()), low.abs().max(high.abs()));
            side(effect, &range(&points(near), &points(far)))
        };
        if self.detail.brevity >= Brevity::Brief {
            return both;
        }
        format!("{both}, {}", (self.words.about)(&points(effect)))
    }

    /// What each experiment that is over showed, a paragraph for each.
    fn tried_out(&self) -> Vec<Vec<Span>> {
        let trials = &self.report.trials;
        // One more is no longer than to say that there is one more.
        let most = self.detail.rows;
        let n_shown = if trials.len() > most + 1 { most } else { trials.len() };
        let mut said: Vec<Vec<Span>> =
            trials.iter().take(n_shown).map(|it| self.showed(it)).collect();
        let more = trials.len() - n_shown;
        if let Some(last) = said.last_mut().filter(|_| more > 0) {
            last.push(Span::quiet(format!(" {}", (self.words.and_more)(more))));
        }
        said
    }

    fn showed(&self, it: &Trial) -> Vec<Span> {
        let (of, found) = (&it.experiment, &it.findings);
        let title = (self.language.trial.title)(
            &self.cut(&of.a),
            &self.cut(&called(of, Arm::B, self.language)),
        );
        let outcome = self.words.outcomes.iter().find(|(id, _)| *id == of.outcome.id());
        let outcome = outcome.filter(|_| of.outcome != Outcome::Day);
        let said = joined([
            outcome.map(|(_, words)| (*words).to_string()),
            Some(found.found.as_ref().map_or_else(
                || self.language.trial.too_few.into(),
                |found| self.difference(found, &of.a),
            )),
            Some((self.words.pairs)(found.whole_pairs, of.design.n_pairs)),
            of.stopped.map(|_| self.language.trial.stopped.to_string()),
            of.gone_on_after.map(|_| self.language.trial.gone_on.to_string()),
        ]);
        let mut spans = labelled(&title, said);
        spans.push(Span::quiet(format!(" – {}", self.language.trial.drawn)));
        spans
    }

    /// `with foam roller 0.3 to 1.5 lower, about 0.9; chance alone does as much 1 time in 200`.
    fn difference(&self, found: &Found, a: &str) -> String {
        let range = self.range(found.low, found.high, found.effect);
        let with = (self.words.with_it)(&range, &self.cut(a));
        let unclear = (found.p > P).then(|| self.words.not_told.to_string());
        joined([unclear, Some(with), Some(self.language.chance(found.p))])
    }
}
