//! The life of an alert: raised, told, answered, raised again; for every rule. What takes time
//! is in `lapses`.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use twinge::redflag::life::{Life, Stage, lives};
use twinge::redflag::{RULES, RedFlag, Urgency, Verdict, check};

use super::vignettes::stories;
use super::{Diary, before};

/// The alert of a rule on a day.
pub(super) fn life_of(diary: &Diary, rule: &str, as_of: NaiveDate) -> Life {
    let verdicts = check(&diary.journal(), as_of);
    let lives = lives(&diary.journal(), &verdicts, as_of);
    assert_eq!(lives.len(), RULES.len());
    let at = verdicts.iter().position(|v| v.id() == rule).unwrap();
    lives[at].clone()
}

/// Where it stands, whether it is told now, whether it asks for something still.
pub(super) fn state(diary: &Diary, rule: &str, as_of: NaiveDate) -> (Option<Stage>, bool, bool) {
    let life = life_of(diary, rule, as_of);
    (life.stage, life.is_due, life.is_open)
}

/// A rule with a diary that meets it on a day, and the last day that it rests on.
struct Met {
    rule: &'static RedFlag,
    diary: Diary,
    as_of: NaiveDate,
    last: NaiveDate,
}

impl Met {
    fn ago(&self, days: i64) -> NaiveDate {
        before(self.as_of, days)
    }

    fn state(&self, change: impl FnOnce(&mut Diary)) -> (Option<Stage>, bool, bool) {
        let mut diary = self.diary.clone();
        change(&mut diary);
        state(&diary, self.rule.id, self.as_of)
    }
}

/// Each rule with a story that meets it.
fn all() -> Vec<Met> {
    let mut found: BTreeMap<&'static str, Met> = BTreeMap::new();
    for story in stories() {
        for v in check(&story.diary.journal(), story.as_of).into_iter().filter(Verdict::is_met) {
            let (diary, as_of) = (story.diary.clone(), story.as_of);
            let last = *v.dates.last().unwrap();
            found.entry(v.id()).or_insert(Met { rule: v.rule, diary, as_of, last });
        }
    }
    assert_eq!(found.len(), RULES.len(), "each rule has a story that meets it");
    found.into_values().collect()
}

/// After how many days it is told again; `None`: never by time alone.
fn wait(rule: &RedFlag) -> Option<i64> {
    rule.again_after_days().filter(|days| *days > 0).map(Into::into)
}

#[test]
fn what_is_met_and_was_never_told_is_told_unless_it_is_for_the_report_alone() {
    for met in all() {
        let is_told = met.rule.urgency != Urgency::Discuss;
        let id = met.rule.id;
        assert_eq!(met.state(|_| ()), (Some(Stage::Raised), is_told, true), "{id}");
        let life = life_of(&met.diary, id, met.as_of);
        assert_eq!((life.told, life.n_told, life.answer.clone()), (None, 0, None), "{id}");
        assert_eq!(life.sentence(), None, "{id}");
    }
}

#[test]
fn what_was_told_today_is_not_told_today() {
    for met in all() {
        let id = met.rule.id;
        let told = |diary: &mut Diary| {
            diary.told(met.as_of, id);
        };
        assert_eq!(met.state(told), (Some(Stage::Told), false, true), "{id}");
        let mut diary = met.diary.clone();
        let life = life_of(diary.told(met.as_of, id), id, met.as_of);
        assert_eq!((life.told, life.n_told), (Some(met.as_of), 1), "{id}");
        assert_eq!(life.sentence(), Some(format!("You were told on {}.", met.as_of)), "{id}");
    }
}

#[test]
fn it_is_told_again_when_its_wait_ends_and_not_the_day_before() {
    let mut n_rules = BTreeMap::new();
    for met in all() {
        let (id, Some(days)) = (met.rule.id, wait(met.rule)) else { continue };
        *n_rules.entry(days).or_insert(0) += 1;
        // Each further notice within a year doubles it, up to eight times.
        for (n_told, times) in [(1, 1), (2, 2), (3, 4), (4, 8), (5, 8), (6, 8)] {
            for (since, expected) in [
                (days * times, (Some(Stage::RaisedAgain), true, true)),
                (days * times - 1, (Some(Stage::Told), false, true)),
            ] {
                let told = |diary: &mut Diary| {
                    for earlier in 0..n_told {
                        diary.told(met.ago(since + earlier), id);
                    }
                };
                assert_eq!(met.state(told), expected, "{id}, {n_told} times, {since} days ago");
            }
        }
    }
    assert_eq!(n_rules, BTreeMap::from([(14, 14), (30, 11)]));
}

#[test]
fn a_notice_of_a_year_ago_doubles_nothing() {
    for met in all() {
        let (id, Some(days)) = (met.rule.id, wait(met.rule)) else { continue };
        let told = |first: i64| {
            move |diary: &mut Diary| {
                diary.told(before(met.as_of, first), id).told(before(met.as_of, days), id);
            }
        };
        assert!(!met.state(told(364)).1, "{id}");
        assert!(met.state(told(365)).1, "{id}");
    }
}

#[test]
fn what_is_told_once_or_never_is_not_told_again() {
    let mut n_rules = 0;
    for met in all().into_iter().filter(|met| met.rule.again_after_days().is_none()) {
        for since in [1, 30, 364, 365, 4000] {
            let told = |diary: &mut Diary| {
                diary.told(met.ago(since), met.rule.id);
            };
            assert_eq!(met.state(told), (Some(Stage::Told), false, true), "{}", met.rule.id);
        }
        n_rules += 1;
    }
    assert_eq!(n_rules, 6);
}

#[test]
fn an_emergency_is_told_again_when_it_is_recorded_again_and_only_then() {
    let mut n_rules = 0;
    for met in all().into_iter().filter(|met| met.rule.urgency == Urgency::Emergency) {
        let id = met.rule.id;
        let told = |day: NaiveDate| {
            move |diary: &mut Diary| {
                diary.told(day, id);
            }
        };
        let day_before = before(met.last, 1);
        assert_eq!(met.state(told(met.last)), (Some(Stage::Told), false, true), "{id}");
        assert_eq!(met.state(told(day_before)), (Some(Stage::RaisedAgain), true, true), "{id}");
        // However often it was told: nothing is doubled.
        let often = |diary: &mut Diary| {
            (1..10).for_each(|n| {
                diary.told(before(met.last, n), id);
            });
        };
        assert_eq!(met.state(often), (Some(Stage::RaisedAgain), true, true), "{id}");
        // Seen, or a mistake, and recorded again: that is news, and asks for something.
        for reply in ["will-call", "seen", "mistake"] {
            let said = |day: NaiveDate| {
                move |diary: &mut Diary| {
                    diary.said((day, true), id, reply, day);
                }
            };
            let again = (Some(Stage::RaisedAgain), true, true);
            assert_eq!(met.state(said(day_before)), again, "{id} {reply}");
            let is_open = reply == "will-call";
            let quiet = (Some(Stage::Answered), false, is_open);
            assert_eq!(met.state(said(met.last)), quiet, "{id} {reply}");
        }
        n_rules += 1;
    }
    assert_eq!(n_rules, 13);
}

#[test]
fn what_the_person_will_call_about_is_told_again_a_wait_after_they_said_so() {
    for met in all() {
        let (id, Some(days)) = (met.rule.id, wait(met.rule)) else { continue };
        for (since, expected) in [
            (0, (Some(Stage::Answered), false, true)),
            (days - 1, (Some(Stage::Answered), false, true)),
            (days, (Some(Stage::RaisedAgain), true, true)),
        ] {
            // Told long before the answer, which counts; or never, and answered from the list.
            let (said, long_ago) = (met.ago(since), met.ago(since + 50));
            for of in [(long_ago, true), (said, false)] {
                let say = |diary: &mut Diary| {
                    diary.said(of, id, "will-call", said);
                };
                assert_eq!(met.state(say), expected, "{id}, said {since} days ago");
            }
        }
    }
}

#[test]
fn what_a_doctor_has_seen_or_is_a_mistake_is_quiet_while_it_goes_on() {
    for met in all().into_iter().filter(|met| met.rule.urgency != Urgency::Emergency) {
        for reply in ["seen", "mistake"] {
            // A stretch of two weeks or a month that it was not met does not fit in between.
            for since in [0, 1, 13, 14] {
                let (id, on) = (met.rule.id, met.ago(since));
                let say = |diary: &mut Diary| {
                    diary.said((on, true), id, reply, on);
                };
                let quiet = (Some(Stage::Answered), false, false);
                assert_eq!(met.state(say), quiet, "{id} {reply} {since}");
            }
        }
    }
}

#[test]
fn what_was_said_before_it_was_told_again_is_of_the_past() {
    for met in all() {
        let Some(days) = wait(met.rule) else { continue };
        let id = met.rule.id;
        let mut diary = met.diary.clone();
        diary.said((met.ago(days + 5), true), id, "seen", met.ago(days + 3)).told(met.ago(3), id);
        let life = life_of(&diary, id, met.as_of);
        assert_eq!(
            (life.stage, life.is_due, life.is_open),
            (Some(Stage::Told), false, true),
            "{id}"
        );
        assert_eq!((life.answer, life.n_told), (None, 2), "{id}");
    }
}

#[test]
fn an_answer_stands_whichever_notice_it_is_kept_with() {
    // Told on two machines, one of which did not know of the other's: the older notice was answered
    // after the newer was told.
    for met in all().into_iter().filter(|met| met.rule.urgency != Urgency::Emergency) {
        let id = met.rule.id;
        for (on, is_answered) in [(1, true), (2, true), (3, false)] {
            let mut diary = met.diary.clone();
            diary.said((met.ago(9), true), id, "seen", met.ago(on)).told(met.ago(2), id);
            let life = life_of(&diary, id, met.as_of);
            assert_eq!(life.answer.is_some(), is_answered, "{id}, answered {on} days ago");
            assert_eq!((life.told, life.is_open), (Some(met.ago(2)), !is_answered), "{id}");
        }
    }
}

#[test]
fn what_was_told_and_said_of_the_other_rules_changes_nothing() {
    for met in all() {
        let others = |diary: &mut Diary| {
            for other in RULES.iter().filter(|rule| rule.id != met.rule.id) {
                diary.told(met.as_of, other.id);
                diary.said((met.ago(1), true), other.id, "seen", met.as_of);
            }
        };
        assert_eq!(met.state(others), met.state(|_| ()), "{}", met.rule.id);
    }
}

#[test]
fn notices_of_later_days_are_not_known_yet() {
    for met in all() {
        let (id, tomorrow) = (met.rule.id, met.as_of + Days::new(1));
        let nothing = met.state(|_| ());
        assert_eq!(
            met.state(|diary| {
                diary.told(tomorrow, id);
            }),
            nothing,
            "{id}"
        );
        let said = |diary: &mut Diary| {
            diary.said((tomorrow, true), id, "seen", tomorrow);
        };
        assert_eq!(met.state(said), nothing, "{id}");
        // An answer that was given later to what was told today: it is told, not answered.
        let said = |diary: &mut Diary| {
            diary.said((met.as_of, true), id, "seen", tomorrow);
        };
        assert_eq!(met.state(said), (Some(Stage::Told), false, true), "{id}");
        // One to what was listed today, and not told: nothing is known of it.
        let said = |diary: &mut Diary| {
            diary.said((met.as_of, false), id, "seen", tomorrow);
        };
        assert_eq!(met.state(said), nothing, "{id}");
    }
}
