//! The table of rules: one file and one row each.

mod pain_6_months;
mod worse_at_night;

use crate::redflag::RedFlag;

/// All rules, the most urgent first.
pub static RULES: &[&RedFlag] = &[&worse_at_night::RULE, &pain_6_months::RULE];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_urgent_come_first() {
        assert!(RULES.is_sorted_by(|a, b| a.urgency >= b.urgency));
    }
}
