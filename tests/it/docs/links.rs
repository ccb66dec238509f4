//! Every link of the documents that leads into the project leads to something.

use std::fs;

use crate::docs::file;

/// The links of a document that lead into the project, as paths from its root.
fn links(document: &str, text: &str) -> Vec<String> {
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets
        .filter(|target| !target.contains("://"))
        .map(|target| match target.split_once('#') {
            Some(("", anchor)) => format!("{document}#{anchor}"),
            _ if folder.is_empty() => target.into(),
            _ => format!("{folder}/{target}"),
        })
        .collect()
}

/// The anchors of a document, as its headings make them.
fn anchors(text: &str) -> Vec<String> {
    text.lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            let kept =
                words.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
            kept.map(|c| if c == ' ' { '-' } else { c }).collect()
        })
        .collect()
}

#[test]
fn every_link_leads_to_something() {
    let mut documents: Vec<String> =
        ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"].map(String::from).into();
    for entry in fs::read_dir(file("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "md") {
            documents.push(format!("docs/{}", path.file_name().unwrap().to_string_lossy()));
        }
    }
    for document in &documents {
        let text = fs::read_to_string(file(document)).unwrap();
        let is_unmerged = |line: &str| line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>");
        assert!(!text.lines().any(is_unmerged), "{document} is half merged");
        for link in links(document, &text) {
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            assert!(file(path).exists(), "{document}: there is no {path}");
            if !anchor.is_empty() {
                let there = anchors(&fs::read_to_string(file(path)).unwrap());
                assert!(there.iter().any(|a| a == anchor), "{document}: {path} has no #{anchor}");
            }
        }
    }
}
