//! The tables of formats, and the page about them.

use std::path::Path;

use twinge::exchange::{
    EXPORTERS, IMPORTERS, exporter, exporter_of_extension, formats_page, importer,
    importer_of_extension,
};

use crate::exchange::read;

fn path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/formats.md")
}

#[test]
#[expect(clippy::disallowed_methods, reason = "only a test asks whether to write the page anew")]
fn the_page_is_as_the_program_is() {
    let page = formats_page();
    if std::env::var_os("TWINGE_BLESS").is_some() {
        std::fs::write(path(), &page).unwrap();
    }
    let written = std::fs::read_to_string(path()).unwrap_or_default().replace("\r\n", "\n");
    assert!(page == written, "docs/formats.md is old; TWINGE_BLESS=1 cargo test writes it anew");
}

#[test]
fn every_example_of_the_page_is_read() {
    let page = formats_page();
    let examples: Vec<&str> =
        page.split("```csv\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(examples.len() >= 4);
    for example in examples {
        let import = read(example).unwrap();
        assert_eq!(import.row_errors, [], "{example}");
        assert!(!import.entries.is_empty());
    }
}

#[test]
fn ids_are_unique_and_found() {
    for format in IMPORTERS {
        assert_eq!(importer(format.id).map(|f| f.title), Some(format.title));
        for extension in format.extensions {
            assert!(importer_of_extension(&extension.to_uppercase()).is_some());
        }
    }
    for format in EXPORTERS {
        assert_eq!(exporter(format.id).map(|f| f.title), Some(format.title));
    }
    assert_eq!(exporter_of_extension("CSV").map(|f| f.id), Some("csv"));
    assert!(importer_of_extension("docx").is_none());
}
