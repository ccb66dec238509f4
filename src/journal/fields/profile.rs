//! What can be recorded of the person: facts that change how a warning sign is read.

use crate::journal::countries::COUNTRIES;
use crate::journal::entry::Kind;
use crate::journal::field::{Answer, Asked, Field};
use crate::journal::fields::fields;
use crate::journal::words::Word;

/// Languages of charts. What is shown in each is told by the room of languages.
pub static LANGUAGES: &[Word] =
    &[Word::new("en", "English", &["english"]), Word::new("de", "German", &["german", "deutsch"])];

fields! { Profile:
    /// The name that stands on the report.
    NAME, "name", "", Answer::Text, "your name, for the report", Asked::OnlyWhenSaid;
    /// Year of birth.
    BIRTH_YEAR, "birth_year", "", Answer::Year, "year of birth", Asked::OnlyWhenSaid;
    /// When the pain began: a day, a month or a year.
    ONSET, "onset", "", Answer::Date, "when this pain began", Asked::OnlyWhenSaid;
    /// How it began, in the person's own words.
    ONSET_NOTE, "onset_note", "", Answer::Text, "how it began", Asked::OnlyWhenSaid;
    /// Country, for emergency numbers. One that is not in the table is kept in the person's own
    /// word, and has the numbers of no country.
    COUNTRY, "country", "", Answer::OwnWord(COUNTRIES), "country, for emergency numbers", Asked::OnlyWhenSaid;
    /// The language of charts. `None`: English.
    LANGUAGE, "language", "", Answer::Word(LANGUAGES), "language of charts", Asked::OnlyWhenSaid;
    /// Thin bones.
    OSTEOPOROSIS, "osteoporosis", "", Answer::YesNo, "osteoporosis (thin bones)", Asked::OnlyWhenSaid;
    /// Weak immune system.
    WEAK_IMMUNITY, "weak_immunity", "", Answer::YesNo, "a weakened immune system, HIV or TB", Asked::OnlyWhenSaid;
    /// Ever had cancer.
    HAD_CANCER, "had_cancer", "", Answer::YesNo, "ever had cancer", Asked::OnlyWhenSaid;
    /// Inflammatory arthritis.
    INFLAMMATORY_ARTHRITIS, "inflammatory_arthritis", "", Answer::YesNo, "inflammatory arthritis", Asked::OnlyWhenSaid;
    /// Neck or back surgery.
    SPINE_SURGERY, "spine_surgery", "", Answer::YesNo, "neck or back surgery", Asked::OnlyWhenSaid;
    /// Injected drugs.
    INJECTED_DRUGS, "injected_drugs", "", Answer::YesNo, "ever injected drugs", Asked::OnlyWhenSaid;
    /// Pregnant.
    PREGNANT, "pregnant", "", Answer::YesNo, "pregnant", Asked::OnlyWhenSaid;
    /// Steroids over months.
    STEROIDS, "steroids", "", Answer::YesNo, "takes or took steroids for months", Asked::OnlyWhenSaid;
    /// Blood thinners.
    BLOOD_THINNERS, "blood_thinners", "", Answer::YesNo, "takes blood thinners", Asked::OnlyWhenSaid;
    /// Stomach, heart, kidney or liver trouble, asthma or high blood pressure.
    NSAID_RISK, "nsaid_risk", "", Answer::YesNo, "stomach ulcer, heart, kidney or liver trouble, asthma or high blood pressure", Asked::OnlyWhenSaid;
    /// Trying to lose weight.
    TRYING_TO_LOSE, "trying_to_lose", "", Answer::YesNo, "trying to lose weight", Asked::OnlyWhenSaid;
    /// Weak eyesight.
    WEAK_EYESIGHT, "weak_eyesight", "", Answer::YesNo, "needs glasses or lenses", Asked::OnlyWhenSaid;
    /// Other medicines.
    MEDICINES, "medicines", "", Answer::Text, "medicines taken regularly", Asked::OnlyWhenSaid;
    /// Other conditions.
    CONDITIONS, "conditions", "", Answer::Text, "other conditions", Asked::OnlyWhenSaid;
    /// What the person wants from the next visit.
    VISIT_GOAL, "visit_goal", "", Answer::Text, "what you want from the next visit", Asked::OnlyWhenSaid;
}
