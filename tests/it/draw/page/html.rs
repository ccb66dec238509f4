//! Documents as HTML: one file, whole, harmless.

use std::collections::BTreeSet;

use twinge::draw::page::document::Document;
use twinge::draw::page::html;
use twinge::draw::{Size, html as chart_html};
use usvg::{Options, Tree};

use crate::draw::page::sample::{empty, hostile, long, report};
use crate::draw::sample::{half_a_year, strange};

/// Largest page with one chart.
const MOST_BYTES: usize = 256 * 1024;

/// What has no end tag.
const VOID: &[&str] = &["meta", "hr", "br"];

/// The tags of a page, as a strict reader finds them; every one that is opened is closed.
fn tags(page: &str) -> Vec<String> {
    let body = page.strip_prefix("<!DOCTYPE html>").unwrap();
    let mut open: Vec<String> = vec![];
    let mut all = vec![];
    for piece in body.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').unwrap_or_else(|| panic!("no > in {piece:.80}"));
        let name: String = tag.chars().take_while(|c| !c.is_whitespace()).collect();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop().as_deref(), Some(name), "{piece:.80}"),
            None if VOID.contains(&name.as_str()) || tag.ends_with('/') => {}
            None => open.push(name),
        }
        all.push(tag.to_string());
    }
    assert!(open.is_empty(), "{open:?}");
    all
}

/// The values of an attribute.
fn values<'t>(tags: &'t [String], name: &str) -> Vec<&'t str> {
    let start = format!(" {name}=\"");
    tags.iter()
        .filter_map(|tag| tag.split_once(&start)?.1.split_once('"').map(|(value, _)| value))
        .collect()
}

fn documents() -> Vec<Document> {
    [vec![report(), long(), hostile()], empty()].concat()
}

#[test]
fn every_page_is_whole_and_harmless() {
    for document in documents() {
        let page = html(&document);
        let tags = tags(&page);
        for tag in &tags {
            let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
            assert!(!["script", "iframe", "img", "link", "a", "form"].contains(&&*name), "{tag}");
            // What stands between quotes is only said.
            let bare: String = tag.split('"').step_by(2).collect();
            for attribute in [" on", " href", " src", " xlink", "'"] {
                assert!(!bare.contains(attribute), "{tag}");
            }
        }
        let ids = values(&tags, "id");
        let unique: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "two things have one id");
        let hidden = |c: char| c.is_control() && c != '\n';
        assert!(!page.contains(hidden) && !page.contains(['\u{202e}', '\u{2066}', '\u{feff}']));
        assert_eq!(tags.iter().filter(|tag| tag.starts_with("h1")).count(), 1);
        assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; "));
    }
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    let page = html(&report());
    let elsewhere = page.split("http").skip(1).map(|rest| &rest[..24]);
    let elsewhere: BTreeSet<&str> = elsewhere.collect();
    // The name of SVG is no address, and a policy has a header of its own name.
    let names = ["-equiv=\"Content-Securit", "://www.w3.org/2000/svg\" "];
    assert!(
        elsewhere.iter().all(|it| names.iter().any(|name| it.starts_with(name))),
        "{elsewhere:?}"
    );
    assert_eq!(page.matches("src:url(data:font/woff2;base64,d09GMg").count(), 2);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(html(&report()) == html(&report()));
}

#[test]
fn every_word_is_there_as_it_was_written() {
    let page = html(&report());
    for words in [
        "<title>Upper back pain</title>",
        "<h1>Upper back pain <span class=\"quiet\">report</span></h1>",
        "<p class=\"right\"><strong>Zoë Müller</strong> · born 14 May 1981</p>",
        "<caption class=\"unseen\">The first four weeks beside the last four</caption>",
        "<th class=\"end\" scope=\"col\">Change</th>",
        "<th scope=\"row\"><strong>Exercise</strong>, minutes per week</th>",
        "<td class=\"end number\"><strong>137</strong></td>",
        "<span role=\"img\" aria-label=\"falling from 7 to 2\"><svg ",
        "<div class=\"warning\"><p><strong>Warning signs recorded: 2. </strong>",
        "日本 trip next? 👩\u{200d}⚕\u{fe0f}",
        "<ol><li>Is the night pain",
        "<footer>Self-reported with twinge",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let page = html(&hostile());
    assert!(page.contains("&lt;/style&gt;&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn drawings_can_still_be_read() {
    let page = html(&report());
    let drawings: Vec<&str> =
        page.split("<svg ").skip(1).map(|rest| rest.split_once("</svg>").unwrap().0).collect();
    assert_eq!(drawings.len(), 4 + 2, "a chart is drawn for a page and for a phone");
    for drawing in drawings {
        let svg = format!("<svg {drawing}</svg>");
        Tree::from_str(&svg, &Options::default()).unwrap();
        for id in svg.split("url(#").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(svg.contains(&format!(" id=\"{id}\"")), "{id}");
        }
    }
}

#[test]
fn a_chart_is_also_said_in_words() {
    let figure = half_a_year();
    let page = chart_html(&figure, Size::USUAL).unwrap();
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">"));
    assert!(page.contains("<h1>Pain, day and night</h1>"));
    assert!(page.contains("168 of 184 days with a pain score</span></p>"));
    assert!(page.contains(&format!("<p class=\"small\"><span class=\"quiet\">{}", figure.alt)));
    assert!(page.contains(&format!("<desc>{}</desc>", figure.alt)));
    // Letters of a drawing that is wider would be too small on paper.
    assert!(page.contains("viewBox=\"0 0 700 ") && page.contains("viewBox=\"0 0 360 "));
    // The page says the title, so the drawing does not show it again.
    assert!(!page.contains(">Pain, day and night</text>"));
    for (name, figure) in strange() {
        let page = chart_html(&figure, Size::USUAL).unwrap();
        tags(&page);
        assert!(page.len() < MOST_BYTES, "{name}: {} bytes", page.len());
    }
}
