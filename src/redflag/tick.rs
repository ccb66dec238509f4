//! What public guidance says of each warning sign that a person can tick, at once.
//!
//! One row for each row of [`crate::journal::SYMPTOMS`]; they are the seed of rules on ticks.

use crate::journal::Word;
use crate::redflag::Source;
use crate::redflag::Urgency::{self, Discuss, Emergency, Soon, Urgent};
use crate::redflag::advice::{Advice, STAY_WITH_SOMEONE, usual};
use crate::redflag::help_lines::HelpLines;
use crate::redflag::source::{
    GPONLINE_NECK, HSE_CHEST, HSE_TEARING, ICHD_NECK, NHS_BACK_PAIN, NHS_NECK_PAIN, NICE_NG65,
    NORFOLK_BACK, PRIMARY_CARE_NOTEBOOK, PROJECT_CHOICE, ROYAL_FREE_HANDS,
};

/// What public guidance says of one warning sign.
#[derive(Debug)]
pub struct Tick {
    /// The id of the sign in the table of symptoms.
    pub symptom: &'static str,
    /// How soon public guidance says to be seen.
    pub urgency: Urgency,
    /// The sign within a sentence: "You recorded …".
    pub sign: &'static str,
    /// With what else it is an emergency: "If …". `None`: nothing raises it, or it is one.
    pub emergency_if: Option<&'static str>,
    /// Who says so; at least one.
    pub sources: &'static [&'static Source],
}

impl Tick {
    /// What to say when the sign is ticked: a notice that stands alone.
    pub fn says(&self, lines: &HelpLines) -> String {
        let mut more = String::new();
        if let Some(also) = self.emergency_if {
            more = format!(
                "If {also}, public guidance says to {{call}}, or go to an emergency department, now."
            );
        }
        let usual = usual(self.urgency, "");
        let advice = match self.symptom {
            SELF_HARM => usual.action(STAY_WITH_SOMEONE).ends(),
            NIGHT => usual.action(ONE_NIGHT),
            CANNOT_COPE => {
                more.push_str(" {crisis}");
                usual.ends()
            }
            _ => usual,
        };
        let said = format!("You recorded {}.", self.sign);
        Advice { said: &said, more: &more, ..advice }.alone(lines)
    }

    /// Those who say so in public; none where it is this project's own choice.
    pub fn public_sources(&self) -> impl Iterator<Item = &'static Source> {
        self.sources.iter().copied().filter(|source| *source != &PROJECT_CHOICE)
    }
}

/// Signs that may be meant, those that are an emergency first, otherwise in their order.
pub(crate) fn most_urgent_first(mut signs: Vec<&'static Word>) -> Vec<&'static Word> {
    signs.sort_by_key(|sign| !is_emergency(sign.id));
    signs
}

/// Whether a sign alone is an emergency.
pub(crate) fn is_emergency(symptom: &str) -> bool {
    find(symptom).is_some_and(|tick| tick.urgency == Emergency)
}

/// What to do if what may be meant is an emergency, the most urgent first; empty where none may
/// be one.
pub(crate) fn if_it_is(signs: &[&Word], lines: &HelpLines) -> Vec<String> {
    let now = format!("{}, or go to an emergency department, now.", lines.call());
    let of_body = |sign: &&&Word| sign.id != SELF_HARM && is_emergency(sign.id);
    let body: Vec<String> = signs.iter().filter(of_body).map(|sign| begun(sign.means)).collect();
    let body = (!body.is_empty()).then(|| format!("If this is {}: {now}", body.join(", or ")));
    let is = |id: &str| signs.iter().any(|sign| sign.id == id);
    let mind = (is(SELF_HARM) || is(CANNOT_COPE)).then(|| {
        format!(
            "If there are thoughts of harming yourself: talk to someone now. {} If you might act \
             on them, {now}",
            lines.crisis()
        )
    });
    if body.is_none() && mind.is_none() {
        let with = signs.iter().find_map(|sign| find(sign.id)?.emergency_if);
        return with.map(|with| format!("If {with}: {now}")).into_iter().collect();
    }
    let is_of_mind_first = signs.first().is_some_and(|sign| sign.id == SELF_HARM);
    let both = if is_of_mind_first { [mind, body] } else { [body, mind] };
    both.into_iter().flatten().collect()
}

/// A question within a sentence.
fn begun(question: &str) -> String {
    let mut letters = question.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

const SELF_HARM: &str = "self-harm";
const CANNOT_COPE: &str = "cannot-cope";
const NIGHT: &str = "worse-at-night";

/// The rule asks for several nights, since one says little (Harding 2005): its tick may not say
/// more than the rule.
const ONE_NIGHT: &str = "One night says little. Record it each time: public guidance lists pain \
     that goes on being worse at night among the signs with which to ask for an urgent \
     appointment, and twinge says so when it was often.";

/// What public guidance says of this sign; `None` for an id that is not in the table.
pub fn find(symptom: &str) -> Option<&'static Tick> {
    TICKS.iter().find(|t| t.symptom == symptom)
}

const fn tick(
    symptom: &'static str,
    urgency: Urgency,
    sign: &'static str,
    emergency_if: Option<&'static str>,
    sources: &'static [&'static Source],
) -> Tick {
    Tick { symptom, urgency, sign, emergency_if, sources }
}

/// All signs, in the order of the table of symptoms.
pub static TICKS: &[Tick] = &[
    tick(
        "saddle-numbness",
        Emergency,
        "new numbness or tingling round the genitals, buttocks or inner thighs",
        None,
        &[&NHS_BACK_PAIN, &NORFOLK_BACK],
    ),
    tick(
        "bladder-bowel",
        Emergency,
        "new trouble peeing, or controlling when you pee or poo",
        None,
        &[&NHS_BACK_PAIN, &NORFOLK_BACK],
    ),
    tick(
        "legs-both",
        Emergency,
        "pain, tingling, weakness or numbness in both legs",
        None,
        &[&NHS_BACK_PAIN, &NORFOLK_BACK],
    ),
    tick(
        "sexual-function",
        Emergency,
        "new loss of feeling in the genitals, or of erection, with back pain",
        None,
        &[&NORFOLK_BACK],
    ),
    tick(
        "chest-pain",
        Emergency,
        "chest pain together with back or neck pain",
        None,
        &[&NHS_BACK_PAIN, &HSE_CHEST],
    ),
    tick(
        "chest-tight",
        Emergency,
        "a tight or heavy chest, or pain spreading to arm, jaw or back, with sweating, sickness \
         or breathlessness",
        None,
        &[&HSE_CHEST],
    ),
    tick(
        "tearing-pain",
        Emergency,
        "sudden severe tearing pain in the chest or upper back",
        None,
        &[&HSE_TEARING],
    ),
    tick(
        "sudden-headache",
        Emergency,
        "a sudden worst-ever headache, or new one-sided neck or head pain with double vision, \
         slurred speech, a drooping face or a collapse",
        None,
        &[&ICHD_NECK],
    ),
    tick(
        "stiff-neck-fever",
        Emergency,
        "a stiff neck with fever and severe headache, a rash that does not fade, or confusion",
        None,
        &[&GPONLINE_NECK],
    ),
    tick(
        "fever-unwell",
        Urgent,
        "a high temperature, chills, or feeling generally unwell",
        Some(
            "there is also a stiff neck with a severe headache, a rash that does not fade, or \
             confusion",
        ),
        &[&NHS_BACK_PAIN, &GPONLINE_NECK],
    ),
    tick("weight-loss", Urgent, "losing weight without trying", None, &[&NHS_BACK_PAIN]),
    tick(
        "lump-shape",
        Urgent,
        "a lump or swelling in the back, or a changed shape",
        None,
        &[&NHS_BACK_PAIN],
    ),
    tick(
        "no-rest-relief",
        Urgent,
        "pain that does not get better after resting",
        None,
        &[&NHS_BACK_PAIN],
    ),
    tick(
        "worse-at-night",
        Urgent,
        "pain that is worse at night or wakes you",
        None,
        &[&NHS_BACK_PAIN],
    ),
    tick(
        "strain-pain",
        Urgent,
        "pain that is worse on coughing, sneezing or straining",
        None,
        &[&NHS_BACK_PAIN],
    ),
    tick(
        "severe-struggling",
        Urgent,
        "pain so bad that you struggle to sleep or to get through the day",
        None,
        &[&NHS_BACK_PAIN],
    ),
    tick(
        "limb-weakness",
        Urgent,
        "new or growing weakness in an arm, hand or leg",
        Some(
            "weakness of a leg is getting worse fast, both legs are weak, or one side of the \
             face or body is weak",
        ),
        &[&PRIMARY_CARE_NOTEBOOK, &NORFOLK_BACK],
    ),
    tick(
        "clumsy-hands",
        Urgent,
        "clumsy hands",
        Some("walking is unsteady too, peeing or pooing has changed, or it is getting worse fast"),
        &[&ROYAL_FREE_HANDS],
    ),
    tick(
        "unsteady-walking",
        Urgent,
        "heavy or unsteady legs when walking",
        Some("the hands are clumsy too, peeing or pooing has changed, or it is getting worse fast"),
        &[&ROYAL_FREE_HANDS],
    ),
    tick(
        "neck-shock",
        Urgent,
        "an electric shock down the spine on bending the neck",
        None,
        &[&PRIMARY_CARE_NOTEBOOK],
    ),
    tick(
        "dizzy-neck",
        Urgent,
        "dizziness, blackouts or disturbed sight on moving the neck",
        Some(
            "it comes with a sudden severe headache, double vision, slurred speech, a drooping \
             face or a collapse",
        ),
        &[&GPONLINE_NECK, &PRIMARY_CARE_NOTEBOOK, &ICHD_NECK],
    ),
    tick(
        "arm-tingle",
        Soon,
        "pins and needles or numbness in one arm or leg",
        Some("it is in both legs, or round the genitals or buttocks"),
        &[&NHS_NECK_PAIN, &NHS_BACK_PAIN],
    ),
    tick(
        "not-controlled",
        Soon,
        "that the usual painkillers have not helped",
        None,
        &[&NHS_NECK_PAIN],
    ),
    tick(
        "glands-bone",
        Soon,
        "swollen glands, or tenderness right over the bone",
        None,
        &[&GPONLINE_NECK, &PRIMARY_CARE_NOTEBOOK],
    ),
    tick(
        CANNOT_COPE,
        Soon,
        "being worried, or struggling to cope",
        Some("there are thoughts of harming yourself that you might act on"),
        &[&NHS_BACK_PAIN, &PROJECT_CHOICE],
    ),
    tick(SELF_HARM, Emergency, "thoughts of harming yourself", None, &[&PROJECT_CHOICE]),
    tick(
        "morning-stiffness",
        Discuss,
        "stiffness of half an hour or more in the morning that eases as you move",
        None,
        &[&NICE_NG65],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::SYMPTOMS;
    use crate::redflag::RULES;
    use crate::redflag::help_lines::HELP_LINES;

    #[test]
    fn every_symptom_has_its_row_in_the_same_order() {
        let symptoms: Vec<&str> = SYMPTOMS.iter().map(|w| w.id).collect();
        let ticks: Vec<&str> = TICKS.iter().map(|t| t.symptom).collect();
        assert_eq!(ticks, symptoms);
        for tick in TICKS {
            assert!(!tick.sources.is_empty(), "{} cites nobody", tick.symptom);
            assert!(find(tick.symptom).is_some_and(|t| std::ptr::eq(t, tick)));
        }
        assert!(find("hunger").is_none());
    }

    #[test]
    fn an_emergency_names_the_number_and_what_was_recorded() {
        let lines = HelpLines::UNKNOWN;
        for tick in TICKS {
            let text = tick.says(&lines);
            assert!(text.starts_with(&format!("You recorded {}.", tick.sign)), "{text}");
            let names_number = text.contains("call 112 (or your local emergency number)");
            let may_be_emergency = tick.urgency == Emergency || tick.emergency_if.is_some();
            assert_eq!(names_number, may_be_emergency, "{text}");
        }
        let british = HELP_LINES.iter().find(|row| row.country == Some("gb")).unwrap();
        assert_eq!(
            find("legs-both").map(|t| t.says(british)).as_deref(),
            Some(
                "You recorded pain, tingling, weakness or numbness in both legs. Public guidance \
                 says to call 999 or 112, or go to an emergency department, now. This \
                 journal cannot judge how serious it is."
            )
        );
        assert_eq!(
            find(SELF_HARM).map(|t| t.says(british)).as_deref(),
            Some(
                "You recorded thoughts of harming yourself. Please do not stay alone with them: \
                 talk to someone now. If you might act on them, call 999 or 112, or go to an \
                 emergency department, now. A crisis line listens: 116 123 (Samaritans)."
            )
        );
    }

    #[test]
    fn a_rule_on_one_tick_says_what_the_tick_said() {
        for rule in RULES.iter().filter(|rule| rule.is_one_tick()) {
            let ticks = TICKS.iter().filter(|tick| rule.is_met_by_tick(tick.symptom));
            let said: Vec<String> = ticks.map(|tick| tick.says(&HelpLines::UNKNOWN)).collect();
            assert_eq!(said, [rule.advice(&HelpLines::UNKNOWN)], "{}", rule.id);
        }
    }

    #[test]
    fn the_tiers_are_those_of_public_guidance() {
        let of = |urgency| TICKS.iter().filter(|t| t.urgency == urgency).count();
        assert_eq!([of(Emergency), of(Urgent), of(Soon), of(Discuss)], [10, 12, 4, 1]);
    }

    #[test]
    fn the_words_judge_nothing() {
        for tick in TICKS {
            let text = tick.says(&HelpLines::UNKNOWN).to_lowercase();
            for word in ["you have", "safe", "all clear", "diagnos", "chronic", " take ", " mg"] {
                assert!(!text.contains(word), "{word} in: {text}");
            }
        }
    }
}
