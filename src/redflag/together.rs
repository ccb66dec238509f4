//! Urgent signs of different groups at once: together they say more than each alone.

use std::fmt;

use serde::Serialize;

use crate::redflag::source::{CHRISTIE_SIGNS, IFOMPT_FRAMEWORK};
use crate::redflag::{Source, Urgency, Verdict};

/// What a rule is about, for telling several signs of one thing from signs of several. The
/// groups are those that the sources tell apart; which rule is in which is this project's own
/// choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// The whole body: fever, weight, glands.
    Systemic,
    /// How pain comes and goes, lasts, and what eases it.
    PainPattern,
    /// Feeling, strength, balance, bladder and bowel.
    Neuro,
    /// What the profile says, with what happened or hurts.
    RiskProfile,
    /// What can be seen or felt on the back.
    Shape,
    /// The chest.
    Chest,
    /// A fall, an injury, an accident.
    Injury,
    /// How the person bears it.
    Coping,
    /// Medicines taken.
    Medicine,
}

impl Group {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Systemic,
        Self::PainPattern,
        Self::Neuro,
        Self::RiskProfile,
        Self::Shape,
        Self::Chest,
        Self::Injury,
        Self::Coping,
        Self::Medicine,
    ];

    /// What it is called.
    pub const fn means(self) -> &'static str {
        match self {
            Self::Systemic => "the whole body",
            Self::PainPattern => "the pattern of pain",
            Self::Neuro => "feeling, strength and control",
            Self::RiskProfile => "what your profile says",
            Self::Shape => "the shape of the back",
            Self::Chest => "the chest",
            Self::Injury => "an injury",
            Self::Coping => "coping",
            Self::Medicine => "medicines",
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.means())
    }
}

/// What is said of urgent signs of different groups; how soon to be seen stays the same.
pub const SAYS: &str = "More than one of these together makes it more important to be seen.";

/// Who says so.
pub static SOURCES: &[&Source] = &[&CHRISTIE_SIGNS, &IFOMPT_FRAMEWORK];

/// The urgent rules that are met, by their groups: two groups or more.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Together {
    /// Each group with its rules.
    pub groups: Vec<Members>,
}

impl fmt::Display for Together {
    /// Writes each group with its rules.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, Members { group, rules }) in self.groups.iter().enumerate() {
            let gap = if n == 0 { "" } else { "; " };
            write!(f, "{gap}{group}: {}", rules.join(", "))?;
        }
        Ok(())
    }
}

/// The rules of one group that are met.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Members {
    /// The group.
    pub group: Group,
    /// The ids of its rules, at least one.
    pub rules: Vec<&'static str>,
}

/// Whether urgent rules of different groups are met, and which. `None`: those that are met are
/// of one group, or there are none.
///
/// An emergency needs no more weight, and what is for soon adds none. What is told once does
/// not count: pain between the shoulders is where this journal's people hurt, so with it every
/// other sign would be one of two.
pub fn together<'v>(verdicts: impl IntoIterator<Item = &'v Verdict>) -> Option<Together> {
    let counts = |v: &&Verdict| v.is_met() && v.urgency() == Urgency::Urgent && !v.rule.once;
    let met: Vec<&Verdict> = verdicts.into_iter().filter(counts).collect();
    let of = |group: Group| -> Vec<&'static str> {
        met.iter().filter(|v| v.rule.group == group).map(|v| v.id()).collect()
    };
    let groups = Group::ALL.into_iter().map(|group| Members { group, rules: of(group) });
    let groups: Vec<Members> = groups.filter(|members| !members.rules.is_empty()).collect();
    (groups.len() > 1).then_some(Together { groups })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_is_listed_once() {
        assert!(Group::ALL.is_sorted_by(|a, b| a < b));
        for group in Group::ALL {
            assert!(!group.means().is_empty());
        }
    }
}
