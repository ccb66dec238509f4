//! Whom to call, by country: the emergency number, a medical advice line, a crisis line.
//!
//! **The numbers were not checked with each country's authorities, and must be before a
//! release.** The emergency numbers were compared with the table that Android phones use; the
//! other lines are general knowledge. Where a national line is not known for certain, there is
//! none. Whoever finds a wrong one is asked to report it.

use std::fmt;

use serde::Serialize;

use crate::journal::fields::profile;
use crate::journal::{COUNTRIES, Values, Word};
use crate::redflag::Source;
use crate::redflag::source::{ANDROID_NUMBERS, PROJECT_CHOICE};

/// Whom to call where a person lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct HelpLines {
    /// The country, by its id in [`COUNTRIES`]. `None`: it was not said, or has no row here.
    pub country: Option<&'static str>,
    /// What to call in an emergency of health, the usual number first; at least one.
    pub emergency: &'static [&'static str],
    /// Where medical advice is given on what is urgent but no emergency. Empty: no national
    /// line is known.
    pub advice_lines: &'static [Line],
    /// Who listens to thoughts of self-harm. Empty: no national line is known.
    pub crisis_lines: &'static [Line],
    /// Where the numbers come from; at least one.
    #[serde(skip)]
    pub sources: &'static [&'static Source],
}

/// A number, and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// As it is dialled in the country.
    pub number: &'static str,
    /// Who answers, and for whom it is not.
    pub name: &'static str,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.number, self.name)
    }
}

impl HelpLines {
    /// What is said where the country is not known: 112 works in the European Union and, on
    /// mobile phones, in many other countries.
    pub const UNKNOWN: Self = Self {
        country: None,
        emergency: &["112"],
        advice_lines: &[],
        crisis_lines: &[],
        sources: BOTH,
    };

    /// The lines of the country that the profile names.
    pub fn of(profile: &Values) -> Self {
        let said = profile.text(&profile::COUNTRY);
        let country = said.and_then(|said| Word::find(COUNTRIES, said));
        let row = HELP_LINES.iter().find(|row| row.country == country.map(|word| word.id));
        row.copied().unwrap_or(Self::UNKNOWN)
    }

    /// Fills a text's places: `{call}`, `{urgent_line}` and `{crisis}`.
    pub(crate) fn fill(&self, text: &str) -> String {
        text.replace("{call}", &self.call())
            .replace("{urgent_line}", &self.urgent_line())
            .replace("{crisis}", &self.crisis())
    }

    /// What to do in an emergency: `call 999 or 112`.
    pub fn call(&self) -> String {
        let numbers = self.emergency.join(" or ");
        match self.country {
            Some(_) => format!("call {numbers}"),
            None => format!("call {numbers} (or your local emergency number)"),
        }
    }

    /// What to do with what is urgent, beside asking for an appointment.
    fn urgent_line(&self) -> String {
        match (self.country, self.advice_lines) {
            (None, _) => "call a medical advice line (111 in the United Kingdom)".into(),
            (Some(_), []) => "ask a doctors' out-of-hours service".into(),
            (Some(_), lines) => format!("call {}", joined(lines)),
        }
    }

    /// Who listens, as a sentence.
    pub(crate) fn crisis(&self) -> String {
        match (self.country, self.crisis_lines) {
            (None, _) => "A crisis line listens: 116 123 in many countries of Europe, 988 in the \
                          United States and Canada."
                .into(),
            (Some(_), []) => "Where there is a crisis line, it listens.".into(),
            (Some(_), [line]) => format!("A crisis line listens: {line}."),
            (Some(_), lines) => format!("Crisis lines listen: {}.", joined(lines)),
        }
    }
}

fn joined(lines: &[Line]) -> String {
    lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ")
}

static PHONES: &[&Source] = &[&ANDROID_NUMBERS];
static BOTH: &[&Source] = &[&ANDROID_NUMBERS, &PROJECT_CHOICE];

const fn line(number: &'static str, name: &'static str) -> Line {
    Line { number, name }
}

/// A country of which only the emergency number is known, as phones know it.
const fn calls(country: &'static str, emergency: &'static [&'static str]) -> HelpLines {
    HelpLines {
        country: Some(country),
        emergency,
        advice_lines: &[],
        crisis_lines: &[],
        sources: PHONES,
    }
}

/// A country of which more is known, from no source that was checked.
const fn row(
    country: &'static str,
    emergency: &'static [&'static str],
    advice_lines: &'static [Line],
    crisis_lines: &'static [Line],
) -> HelpLines {
    HelpLines { country: Some(country), emergency, advice_lines, crisis_lines, sources: BOTH }
}

/// All countries, in the order of [`COUNTRIES`].
pub static HELP_LINES: &[HelpLines] = &[
    calls("ar", &["107", "911"]),
    row(
        "at",
        &["144", "112"],
        &[line("1450", "health advice")],
        &[line("142", "TelefonSeelsorge")],
    ),
    row("au", &["000"], &[line("1800 022 222", "healthdirect")], &[line("13 11 14", "Lifeline")]),
    row(
        "be",
        &["112"],
        &[],
        &[
            line("1813", "Zelfmoordlijn, in Dutch"),
            line("0800 32 123", "Centre de Prévention du Suicide, in French"),
        ],
    ),
    calls("bg", &["112"]),
    row("br", &["192"], &[], &[line("188", "CVV")]),
    row(
        "ca",
        &["911"],
        &[line("811", "health advice, in most provinces and territories")],
        &[line("988", "Suicide Crisis Helpline")],
    ),
    row("ch", &["144", "112"], &[], &[line("143", "Die Dargebotene Hand")]),
    calls("cl", &["131"]),
    calls("cn", &["120"]),
    calls("co", &["123"]),
    calls("cy", &["112"]),
    row("cz", &["112", "155"], &[], &[line("116 123", "Linka první psychické pomoci")]),
    row(
        "de",
        &["112"],
        &[line("116117", "the doctors' on-call service")],
        &[line("0800 111 0 111", "TelefonSeelsorge")],
    ),
    row("dk", &["112"], &[], &[line("70 201 201", "Livslinien")]),
    row("ee", &["112"], &[line("1220", "family doctors' advice line")], &[]),
    row("es", &["112"], &[], &[line("024", "línea de atención a la conducta suicida")]),
    row(
        "fi",
        &["112"],
        &[line("116117", "Päivystysapu")],
        &[line("09 2525 0111", "MIELI Kriisipuhelin")],
    ),
    row("fr", &["15", "112"], &[], &[line("3114", "numéro national de prévention du suicide")]),
    row(
        "gb",
        &["999", "112"],
        &[line("111", "NHS 111; in Northern Ireland the GP out-of-hours service")],
        &[line("116 123", "Samaritans")],
    ),
    row("gr", &["112"], &[], &[line("1018", "KLIMAKA")]),
    calls("hk", &["999"]),
    calls("hr", &["112"]),
    row("hu", &["112"], &[], &[line("116 123", "LESZ")]),
    row("ie", &["112", "999"], &[], &[line("116 123", "Samaritans")]),
    row("il", &["101"], &[], &[line("1201", "ERAN")]),
    row("in", &["112"], &[], &[line("14416", "Tele-MANAS")]),
    row(
        "is",
        &["112"],
        &[line("1700", "Læknavaktin")],
        &[line("1717", "Hjálparsími Rauða krossins")],
    ),
    row("it", &["112", "118"], &[], &[line("02 2327 2327", "Telefono Amico")]),
    calls("jp", &["119"]),
    calls("kr", &["119"]),
    row("li", &["144", "112"], &[], &[]),
    calls("lt", &["112"]),
    row("lu", &["112"], &[], &[line("454545", "SOS Détresse")]),
    calls("lv", &["112"]),
    calls("mt", &["112"]),
    calls("mx", &["911"]),
    calls("my", &["999"]),
    row("nl", &["112"], &[], &[line("113", "113 Zelfmoordpreventie")]),
    row("no", &["113"], &[line("116117", "legevakt")], &[line("116 123", "Mental Helse")]),
    row("nz", &["111"], &[line("0800 611 116", "Healthline")], &[line("1737", "Need to talk?")]),
    calls("ph", &["911"]),
    row("pl", &["112"], &[], &[line("116 123", "Kryzysowy Telefon Zaufania")]),
    row("pt", &["112"], &[line("808 24 24 24", "SNS 24")], &[]),
    calls("ro", &["112"]),
    calls("rs", &["194"]),
    row("se", &["112"], &[line("1177", "health advice")], &[line("90101", "Självmordslinjen")]),
    row("sg", &["995"], &[], &[line("1767", "Samaritans of Singapore")]),
    row("si", &["112"], &[], &[line("116 123", "Zaupni telefon Samarijan")]),
    row("sk", &["112", "155"], &[], &[]),
    calls("th", &["1669"]),
    calls("tr", &["112"]),
    row("tw", &["119"], &[], &[line("1925", "the health ministry's line")]),
    row("ua", &["103", "112"], &[], &[line("7333", "Lifeline Ukraine")]),
    row("us", &["911"], &[], &[line("988", "Suicide and Crisis Lifeline")]),
    row("za", &["112", "10177"], &[], &[line("0800 567 567", "SADAG")]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{FieldRef, Value};

    fn of(country: &str) -> HelpLines {
        let mut facts = Values::default();
        facts.set(FieldRef::Known(&profile::COUNTRY), Value::text(country));
        HelpLines::of(&facts)
    }

    #[test]
    fn every_country_has_its_row_in_the_same_order() {
        let countries: Vec<Option<&str>> = COUNTRIES.iter().map(|w| Some(w.id)).collect();
        let rows: Vec<Option<&str>> = HELP_LINES.iter().map(|row| row.country).collect();
        assert_eq!(rows, countries);
        for row in HELP_LINES.iter().chain([&HelpLines::UNKNOWN]) {
            assert!(!row.emergency.is_empty() && !row.sources.is_empty(), "{row:?}");
            let lines = row.advice_lines.iter().chain(row.crisis_lines);
            for number in row.emergency.iter().copied().chain(lines.map(|l| l.number)) {
                let can_be_dialled = number.bytes().all(|b| b.is_ascii_digit() || b == b' ');
                assert!(can_be_dialled && number == number.trim() && number.len() >= 2, "{number}");
            }
        }
    }

    /// The numbers that the design names, so that no slip of the table goes unseen.
    #[test]
    fn the_numbers_are_those_that_are_known() {
        let emergency = |country| of(country).emergency.join(" ");
        for (country, numbers) in [
            ("uk", "999 112"),
            ("Ireland", "112 999"),
            ("usa", "911"),
            ("Canada", "911"),
            ("au", "000"),
            ("New Zealand", "111"),
            ("deutschland", "112"),
            ("at", "144 112"),
            ("Schweiz", "144 112"),
            ("France", "15 112"),
            ("no", "113"),
            ("japan", "119"),
            ("korea", "119"),
            ("china", "120"),
            ("taiwan", "119"),
            ("hong kong", "999"),
            ("sg", "995"),
            ("brasil", "192"),
            ("il", "101"),
        ] {
            assert_eq!(emergency(country), numbers, "{country}");
        }
        let lines = |lines: &[Line]| lines.iter().map(|l| l.number).collect::<Vec<_>>().join(" ");
        for (country, advice, crisis) in [
            ("gb", "111", "116 123"),
            ("ie", "", "116 123"),
            ("us", "", "988"),
            ("ca", "811", "988"),
            ("au", "1800 022 222", "13 11 14"),
            ("nz", "0800 611 116", "1737"),
            ("de", "116117", "0800 111 0 111"),
            ("at", "1450", "142"),
            ("ch", "", "143"),
            ("fr", "", "3114"),
            ("es", "", "024"),
            ("pt", "808 24 24 24", ""),
            ("se", "1177", "90101"),
            ("no", "116117", "116 123"),
            ("dk", "", "70 201 201"),
            ("fi", "116117", "09 2525 0111"),
        ] {
            let row = of(country);
            assert_eq!(
                (lines(row.advice_lines), lines(row.crisis_lines)),
                (advice.into(), crisis.into()),
                "{country}"
            );
        }
    }

    #[test]
    fn the_european_union_calls_112() {
        for country in [
            "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu",
            "ie", "it", "lt", "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si", "sk",
        ] {
            assert!(of(country).emergency.contains(&"112"), "{country}");
        }
    }

    #[test]
    fn a_country_that_is_not_known_or_not_said_has_the_default() {
        assert_eq!(HelpLines::of(&Values::default()), HelpLines::UNKNOWN);
        assert_eq!(of("atlantis"), HelpLines::UNKNOWN);
        assert_eq!(of("atlantis").call(), "call 112 (or your local emergency number)");
        assert_eq!(of("gb").call(), "call 999 or 112");
        // What was recorded before there was a table.
        assert_eq!(of("germany").country, Some("de"));
    }

    #[test]
    fn each_sort_of_row_says_whom_to_call() {
        let says = |country| of(country).fill("{urgent_line}; {crisis}");
        assert_eq!(
            says("au"),
            "call 1800 022 222 (healthdirect); A crisis line listens: 13 11 14 (Lifeline)."
        );
        assert_eq!(
            says("be"),
            "ask a doctors' out-of-hours service; Crisis lines listen: 1813 (Zelfmoordlijn, in \
             Dutch) or 0800 32 123 (Centre de Prévention du Suicide, in French)."
        );
        assert_eq!(
            says("cn"),
            "ask a doctors' out-of-hours service; Where there is a crisis line, it listens."
        );
        assert_eq!(
            says("atlantis"),
            "call a medical advice line (111 in the United Kingdom); A crisis line listens: 116 \
             123 in many countries of Europe, 988 in the United States and Canada."
        );
    }
}
