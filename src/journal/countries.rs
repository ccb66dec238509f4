//! The countries whose emergency numbers are known, by their two letters (ISO 3166-1).

use crate::journal::words::Word;

const fn country(id: &'static str, name: &'static str, also: &'static [&'static str]) -> Word {
    Word { id, means: name, called: name, also }
}

/// Countries by their code in small letters; what people call them is read as well.
pub static COUNTRIES: &[Word] = &[
    country("ar", "Argentina", &[]),
    country("at", "Austria", &["österreich", "oesterreich", "osterreich"]),
    country("au", "Australia", &[]),
    country("be", "Belgium", &["belgië", "belgie", "belgique", "belgien"]),
    country("bg", "Bulgaria", &["българия"]),
    country("br", "Brazil", &["brasil"]),
    country("ca", "Canada", &[]),
    country("ch", "Switzerland", &["schweiz", "suisse", "svizzera", "svizra"]),
    country("cl", "Chile", &[]),
    country("cn", "China", &["prc", "mainland-china", "中国"]),
    country("co", "Colombia", &[]),
    country("cy", "Cyprus", &["κύπρος", "kypros"]),
    country("cz", "Czechia", &["czech-republic", "czech", "česko", "cesko"]),
    country("de", "Germany", &["deutschland"]),
    country("dk", "Denmark", &["danmark"]),
    country("ee", "Estonia", &["eesti"]),
    country("es", "Spain", &["españa", "espana"]),
    country("fi", "Finland", &["suomi"]),
    country("fr", "France", &[]),
    country(
        "gb",
        "United Kingdom",
        &[
            "uk",
            "u.k.",
            "the-uk",
            "great-britain",
            "britain",
            "england",
            "scotland",
            "wales",
            "northern-ireland",
        ],
    ),
    country("gr", "Greece", &["hellas", "ελλάδα"]),
    country("hk", "Hong Kong", &["hongkong", "香港"]),
    country("hr", "Croatia", &["hrvatska"]),
    country("hu", "Hungary", &["magyarország", "magyarorszag"]),
    country("ie", "Ireland", &["eire", "éire", "republic-of-ireland"]),
    country("il", "Israel", &["ישראל"]),
    country("in", "India", &["bharat"]),
    country("is", "Iceland", &["ísland", "island"]),
    country("it", "Italy", &["italia"]),
    country("jp", "Japan", &["nippon", "nihon", "日本"]),
    country("kr", "South Korea", &["korea", "republic-of-korea", "한국", "대한민국"]),
    country("li", "Liechtenstein", &[]),
    country("lt", "Lithuania", &["lietuva"]),
    country("lu", "Luxembourg", &["luxemburg", "lëtzebuerg"]),
    country("lv", "Latvia", &["latvija"]),
    country("mt", "Malta", &[]),
    country("mx", "Mexico", &["méxico"]),
    country("my", "Malaysia", &[]),
    country("nl", "Netherlands", &["the-netherlands", "nederland", "holland"]),
    country("no", "Norway", &["norge", "noreg"]),
    country("nz", "New Zealand", &["aotearoa"]),
    country("ph", "Philippines", &["the-philippines", "pilipinas"]),
    country("pl", "Poland", &["polska"]),
    country("pt", "Portugal", &[]),
    country("ro", "Romania", &["românia"]),
    country("rs", "Serbia", &["srbija", "србија"]),
    country("se", "Sweden", &["sverige"]),
    country("sg", "Singapore", &[]),
    country("si", "Slovenia", &["slovenija"]),
    country("sk", "Slovakia", &["slovensko"]),
    country("th", "Thailand", &[]),
    country("tr", "Türkiye", &["turkiye", "turkey"]),
    country("tw", "Taiwan", &["台灣", "臺灣"]),
    country("ua", "Ukraine", &["the-ukraine", "україна", "ukraina"]),
    country(
        "us",
        "United States",
        &["usa", "u.s.", "u.s.a.", "the-us", "the-usa", "america", "united-states-of-america"],
    ),
    country("za", "South Africa", &["rsa"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::words::simplify;

    #[test]
    fn a_country_is_found_by_its_code_its_name_and_what_people_call_it() {
        let id = |text| Word::find(COUNTRIES, text).map(|w| w.id);
        for text in ["gb", "GB", "UK", "u.k.", "United Kingdom", "united_kingdom", " England "] {
            assert_eq!(id(text), Some("gb"), "{text}");
        }
        assert_eq!(id("Deutschland"), Some("de"));
        // An e and a dot after it, as some keyboards write it.
        assert_eq!(id("Belgie\u{308}"), Some("be"));
        assert_eq!(id("ÖSTERREICH"), Some("at"));
        assert_eq!(id("México"), Some("mx"));
        // Neither a start of a name nor a code of three letters is a guess worth making.
        for text in ["united", "gbr", "", "atlantis"] {
            assert_eq!(id(text), None, "{text}");
        }
    }

    #[test]
    fn ids_are_codes_in_order_and_no_spelling_means_two_countries() {
        assert!(COUNTRIES.is_sorted_by(|a, b| a.id < b.id));
        let mut seen: Vec<String> = Vec::new();
        for w in COUNTRIES {
            assert!(w.id.len() == 2 && w.id.bytes().all(|b| b.is_ascii_lowercase()), "{}", w.id);
            assert_eq!(w.name(), w.means);
            let names = [w.id, w.called].into_iter().chain(w.also.iter().copied());
            for name in names.map(simplify) {
                assert!(!seen.contains(&name), "{name} stands twice");
                seen.push(name);
            }
            for name in w.also {
                assert_eq!(*name, simplify(name), "{name} would not be found");
            }
        }
    }
}
