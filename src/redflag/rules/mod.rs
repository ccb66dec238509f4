//! The table of rules: one row each; a file each, but for the signs that speak for themselves.

mod parts;

mod age_band;
mod cancer_neuro;
mod cancer_pain_pattern;
mod constant_progressive;
mod cord_combo;
mod fever_unwell;
mod fragile_injury;
mod hand_or_gait;
mod heavy_lift;
mod infection_risk;
mod inflammatory;
mod injury_recent;
mod major_trauma;
mod no_rest_relief;
mod not_controlled;
mod not_improving;
mod nsaid_watch;
mod pain_3_months;
mod pain_6_months;
mod pregnancy;
mod risk_profile;
mod severe_struggling;
mod ticked;
mod upper_back_site;
mod weight_loss;
mod worse_at_night;
mod worsening;

use crate::redflag::RedFlag;

/// All rules, the most urgent first.
pub static RULES: &[&RedFlag] = &[
    &ticked::SADDLE_NUMBNESS,
    &ticked::BLADDER_BOWEL,
    &ticked::LEGS_BOTH,
    &ticked::SEXUAL_FUNCTION,
    &ticked::CHEST_PAIN,
    &ticked::CARDIAC_PE,
    &ticked::TEARING_PAIN,
    &major_trauma::RULE,
    &ticked::THUNDERCLAP_NEURO,
    &ticked::MENINGISM,
    &cord_combo::RULE,
    &cancer_neuro::RULE,
    &ticked::SELF_HARM,
    &fever_unwell::RULE,
    &weight_loss::RULE,
    &ticked::LUMP_SHAPE,
    &no_rest_relief::RULE,
    &worse_at_night::RULE,
    &ticked::STRAIN_PAIN,
    &upper_back_site::RULE,
    &severe_struggling::RULE,
    &ticked::LIMB_WEAKNESS,
    &hand_or_gait::RULE,
    &cancer_pain_pattern::RULE,
    &constant_progressive::RULE,
    &fragile_injury::RULE,
    &infection_risk::RULE,
    &ticked::NECK_VASCULAR_SOFT,
    &ticked::ARM_TINGLE,
    &injury_recent::RULE,
    &heavy_lift::RULE,
    &risk_profile::RULE,
    &age_band::RULE,
    &pain_6_months::RULE,
    &not_improving::RULE,
    &worsening::RULE,
    &not_controlled::RULE,
    &ticked::GLANDS_BONE,
    &ticked::CANNOT_COPE,
    &pregnancy::RULE,
    &inflammatory::SEVERAL,
    &pain_3_months::RULE,
    &inflammatory::SOME,
    &nsaid_watch::RULE,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_urgent_come_first() {
        assert!(RULES.is_sorted_by(|a, b| a.urgency >= b.urgency));
    }
}
