//! Signs that speak for themselves when ticked: one rule each.

use crate::redflag::Group::{self, Chest, Coping, Neuro, PainPattern, Shape, Systemic};
use crate::redflag::RedFlag;
use crate::redflag::Source;
use crate::redflag::Urgency::{self, Emergency, Soon, Urgent};
use crate::redflag::advice::{Advice, STAY_WITH_SOMEONE, emergency, soon, urgent};
use crate::redflag::rules::parts::ticked;
use crate::redflag::source::{
    GPONLINE_NECK, HSE_CHEST, HSE_TEARING, ICHD_NECK, NHS_BACK_PAIN, NHS_NECK_PAIN, NORFOLK_BACK,
    PRIMARY_CARE_NOTEBOOK, PROJECT_CHOICE, SEED_ARTICLE,
};

/// A rule on the sign of the same name.
const fn sign(
    id: &'static str,
    urgency: Urgency,
    group: Group,
    title: &'static str,
    advice: Advice<'static>,
    sources: &'static [&'static Source],
) -> RedFlag {
    RedFlag {
        id,
        version: 1,
        title,
        urgency,
        group,
        once: false,
        when: ticked(id),
        advice,
        basis: "It is asked, since people do not speak of it unasked. That a tick counts for 14 \
                days is this project's own choice.",
        sources,
    }
}

pub(super) static SADDLE_NUMBNESS: RedFlag = sign(
    "saddle-numbness",
    Emergency,
    Neuro,
    "Numbness round the genitals, buttocks or inner thighs",
    emergency(
        "You recorded new numbness or tingling round the genitals, buttocks or inner thighs.",
    ),
    &[&NHS_BACK_PAIN, &NORFOLK_BACK, &SEED_ARTICLE],
);

pub(super) static BLADDER_BOWEL: RedFlag = sign(
    "bladder-bowel",
    Emergency,
    Neuro,
    "Trouble peeing, or controlling pee or poo",
    emergency("You recorded new trouble peeing, or controlling when you pee or poo."),
    &[&NHS_BACK_PAIN, &NORFOLK_BACK, &SEED_ARTICLE],
);

pub(super) static LEGS_BOTH: RedFlag = sign(
    "legs-both",
    Emergency,
    Neuro,
    "Both legs painful, weak or numb",
    emergency("You recorded pain, tingling, weakness or numbness in both legs."),
    &[&NHS_BACK_PAIN, &NORFOLK_BACK, &SEED_ARTICLE],
);

pub(super) static SEXUAL_FUNCTION: RedFlag = sign(
    "sexual-function",
    Emergency,
    Neuro,
    "Loss of feeling in the genitals, or of erection",
    emergency("You recorded new loss of feeling in the genitals, or of erection, with back pain."),
    &[&NORFOLK_BACK],
);

pub(super) static CHEST_PAIN: RedFlag = sign(
    "chest-pain",
    Emergency,
    Chest,
    "Chest pain with the back or neck pain",
    emergency("You recorded chest pain together with back or neck pain."),
    &[&NHS_BACK_PAIN, &HSE_CHEST, &SEED_ARTICLE],
);

pub(super) static CARDIAC_PE: RedFlag = RedFlag {
    when: ticked("chest-tight"),
    ..sign(
        "cardiac-pe",
        Emergency,
        Chest,
        "Tight chest, or pain spreading with breathlessness",
        emergency(
            "You recorded a tight or heavy chest, or pain spreading to arm, jaw or back, with \
             sweating, sickness or breathlessness.",
        ),
        &[&HSE_CHEST],
    )
};

pub(super) static TEARING_PAIN: RedFlag = sign(
    "tearing-pain",
    Emergency,
    Chest,
    "Sudden tearing pain in the chest or upper back",
    emergency("You recorded sudden severe tearing pain in the chest or upper back."),
    &[&HSE_TEARING],
);

pub(super) static THUNDERCLAP_NEURO: RedFlag = RedFlag {
    when: ticked("sudden-headache"),
    ..sign(
        "thunderclap-neuro",
        Emergency,
        Neuro,
        "Sudden worst headache, or neck pain with slurred speech or a collapse",
        emergency(
            "You recorded a sudden worst-ever headache, or new one-sided neck or head pain with \
             double vision, slurred speech, a drooping face or a collapse.",
        ),
        &[&ICHD_NECK],
    )
};

pub(super) static MENINGISM: RedFlag = RedFlag {
    when: ticked("stiff-neck-fever"),
    ..sign(
        "meningism",
        Emergency,
        Systemic,
        "Stiff neck with fever",
        emergency(
            "You recorded a stiff neck with fever and severe headache, a rash that does not fade, \
             or confusion.",
        ),
        &[&GPONLINE_NECK],
    )
};

pub(super) static SELF_HARM: RedFlag = sign(
    "self-harm",
    Emergency,
    Coping,
    "Thoughts of harming yourself",
    emergency("You recorded thoughts of harming yourself.").action(STAY_WITH_SOMEONE).ends(),
    &[&PROJECT_CHOICE],
);

pub(super) static LUMP_SHAPE: RedFlag = sign(
    "lump-shape",
    Urgent,
    Shape,
    "A lump in the back, or a changed shape",
    urgent("You recorded a lump or swelling in the back, or a changed shape."),
    &[&NHS_BACK_PAIN, &SEED_ARTICLE],
);

pub(super) static STRAIN_PAIN: RedFlag = sign(
    "strain-pain",
    Urgent,
    PainPattern,
    "Pain worse on coughing, sneezing or straining",
    urgent("You recorded pain that is worse on coughing, sneezing or straining."),
    &[&NHS_BACK_PAIN, &SEED_ARTICLE],
);

pub(super) static LIMB_WEAKNESS: RedFlag = sign(
    "limb-weakness",
    Urgent,
    Neuro,
    "New weakness in an arm, hand or leg",
    urgent("You recorded new or growing weakness in an arm, hand or leg.").more(
        "If weakness of a leg is getting worse fast, both legs are weak, or one side of the face \
         or body is weak, public guidance says to {call}, or go to an emergency department, now.",
    ),
    &[&PRIMARY_CARE_NOTEBOOK, &NORFOLK_BACK, &SEED_ARTICLE],
);

pub(super) static NECK_VASCULAR_SOFT: RedFlag = RedFlag {
    when: ticked("dizzy-neck"),
    ..sign(
        "neck-vascular-soft",
        Urgent,
        Neuro,
        "Dizziness or blackouts on moving the neck",
        urgent("You recorded dizziness, blackouts or disturbed sight on moving the neck.").more(
            "If it comes with a sudden severe headache, double vision, slurred speech, a drooping \
             face or a collapse, public guidance says to {call}, or go to an emergency department, \
             now.",
        ),
        &[&GPONLINE_NECK, &PRIMARY_CARE_NOTEBOOK, &ICHD_NECK],
    )
};

pub(super) static ARM_TINGLE: RedFlag = sign(
    "arm-tingle",
    Soon,
    Neuro,
    "Pins and needles in an arm or leg",
    soon("You recorded pins and needles or numbness in one arm or leg.").more(
        "If it is in both legs, or round the genitals or buttocks, public guidance says to {call}, \
         or go to an emergency department, now.",
    ),
    &[&NHS_NECK_PAIN, &NHS_BACK_PAIN, &SEED_ARTICLE],
);

pub(super) static GLANDS_BONE: RedFlag = sign(
    "glands-bone",
    Soon,
    Systemic,
    "Swollen glands or a tender bone",
    soon("You recorded swollen glands, or tenderness right over the bone."),
    &[&GPONLINE_NECK, &PRIMARY_CARE_NOTEBOOK],
);

pub(super) static CANNOT_COPE: RedFlag = sign(
    "cannot-cope",
    Soon,
    Coping,
    "Worried, or struggling to cope",
    soon(
        "You recorded being worried, or struggling to cope.",
    )
    .more(
        "If there are thoughts of harming yourself that you might act on, public guidance says to \
         {call}, or go to an emergency department, now. {crisis}",
    )
    .ends(),
    &[&NHS_BACK_PAIN, &PROJECT_CHOICE],
);
