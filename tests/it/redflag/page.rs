//! docs/red-flags.md is what the tables say.

use std::fs;

use twinge::redflag::page::markdown;
use twinge::redflag::tick::TICKS;
use twinge::redflag::{CLOSING, PURPOSE, RULES};

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
        assert!(page.contains(&rule.criterion()) && page.contains(rule.advice));
        for source in rule.sources {
            assert!(page.contains(&source.to_string()));
        }
    }
    for tick in TICKS {
        assert!(page.contains(&format!("- `{}`: You recorded", tick.symptom)));
    }
    for word in ["chronic pain", "all clear", "low risk", "you have"] {
        assert!(!page.to_lowercase().contains(word), "{word}");
    }
}

#[test]
fn every_rule_has_its_file_and_its_test() {
    let root = env!("CARGO_MANIFEST_DIR");
    for folder in ["src/redflag/rules", "tests/it/redflag"] {
        for rule in RULES {
            let file = format!("{root}/{folder}/{}.rs", rule.id.replace('-', "_"));
            assert!(fs::exists(&file).unwrap(), "{file} is missing");
        }
    }
    let files = fs::read_dir(format!("{root}/src/redflag/rules")).unwrap().count();
    assert_eq!(files, RULES.len() + 1, "a file without a row in RULES");
}
