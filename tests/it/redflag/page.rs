//! docs/red-flags.md is what the tables say.

use std::fs;

use twinge::journal::COUNTRIES;
use twinge::redflag::asking::SIGN_GROUPS;
use twinge::redflag::help_lines::HelpLines;
use twinge::redflag::page::markdown;
use twinge::redflag::seeds::SEED_ITEMS;
use twinge::redflag::tick::TICKS;
use twinge::redflag::{CLOSING, PURPOSE, RULES, RedFlag, Urgency, find};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/red-flags.md");

#[test]
fn the_committed_page_is_current() {
    let written = markdown();
    #[expect(clippy::disallowed_methods, reason = "the test is asked to rewrite the page")]
    if std::env::var_os("TWINGE_BLESS").is_some() {
        fs::write(PAGE, &written).unwrap();
    }
    let committed = fs::read_to_string(PAGE).unwrap_or_default();
    assert!(
        committed == written,
        "docs/red-flags.md is not what src/redflag says; to rewrite it: \
         TWINGE_BLESS=1 cargo test --test it redflag::page"
    );
}

#[test]
fn the_page_says_what_it_is_and_names_everything() {
    let page = markdown();
    assert!(page.contains("No clinician has reviewed these rules yet."));
    assert!(page.contains(PURPOSE) && page.contains(CLOSING));
    for rule in RULES {
        assert!(page.contains(&format!("`{}`, version {}", rule.id, rule.version)));
        assert!(
            page.contains(&rule.criterion()) && page.contains(&rule.advice(&HelpLines::UNKNOWN))
        );
        for source in rule.sources {
            assert!(page.contains(&source.to_string()));
        }
    }
    for tick in TICKS {
        assert!(page.contains(&format!("- `{}`: You recorded", tick.symptom)));
    }
    for country in COUNTRIES {
        assert!(page.contains(&format!("\n| {} | ", country.means)), "{}", country.means);
    }
    for group in SIGN_GROUPS {
        assert!(page.contains(&format!("| {} | ", group.question)));
        for (id, every) in group.signs {
            assert!(page.contains(&format!("(`{id}`) | {} |", every.says())));
        }
    }
    for word in ["chronic pain", "all clear", "low risk", "you have"] {
        assert!(!page.to_lowercase().contains(word), "{word}");
    }
}

#[test]
fn every_rule_has_its_row_and_its_test() {
    let root = env!("CARGO_MANIFEST_DIR");
    let read = |folder: &str| -> Vec<(String, String)> {
        let files = fs::read_dir(format!("{root}/{folder}")).unwrap();
        files
            .map(|file| {
                let path = file.unwrap().path();
                let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
                (stem, fs::read_to_string(path).unwrap())
            })
            .collect()
    };
    for folder in ["src/redflag/rules", "tests/it/redflag"] {
        let files = read(folder);
        let is_tested_in_a_loop =
            |rule: &&&RedFlag| folder.starts_with("tests") && rule.is_one_tick();
        for rule in RULES.iter().filter(|rule| !is_tested_in_a_loop(rule)) {
            let file = rule.id.replace('-', "_");
            let id = format!("\"{}\"", rule.id);
            let is_there = files.iter().any(|(stem, text)| *stem == file || text.contains(&id));
            assert!(is_there, "{folder} has nothing of {}", rule.id);
        }
    }
    let row = read("src/redflag/rules").into_iter().find(|(stem, _)| stem == "mod").unwrap().1;
    for (stem, text) in read("src/redflag/rules") {
        let n_rules = text.matches("pub(super) static").count();
        assert_eq!(row.matches(&format!("&{stem}::")).count(), n_rules, "{stem} without its rows");
    }
}

#[test]
fn every_line_of_the_articles_has_its_rules() {
    let ids: Vec<String> = SEED_ITEMS.iter().map(|item| item.id.into()).collect();
    let all = |list: &str| (1..=12).map(|n| format!("{list}{n}")).collect::<Vec<_>>();
    assert_eq!(ids, [all("A"), all("B"), vec!["S1".into()]].concat());
    for item in SEED_ITEMS {
        assert!(!item.rules.is_empty(), "{}", item.id);
        for id in item.rules {
            let rule = find(id).unwrap_or_else(|| panic!("{}: there is no rule {id}", item.id));
            // What the article has under "at once" is never only for the next visit.
            assert!(!item.id.starts_with('B') || rule.urgency >= Urgency::Urgent, "{id}");
        }
        assert!(markdown().contains(&format!("| {} | {} |", item.id, item.about)));
    }
}
