//! Drawings within HTML: ids that no other drawing of the page has.

use maud::PreEscaped;

/// How large a drawing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// As wide as what it stands in.
    Width,
    /// As large as it says.
    Natural,
}

/// Puts drawings into one page.
#[derive(Debug, Default)]
pub(super) struct Inliner {
    n_drawings: usize,
}

impl Inliner {
    /// Returns a drawing of this program as it stands in the page.
    pub(super) fn picture(&mut self, svg: &str, fit: Fit) -> PreEscaped<String> {
        self.n_drawings += 1;
        let svg = renamed(svg, self.n_drawings);
        PreEscaped(match fit {
            Fit::Natural => svg,
            Fit::Width => unsized_(&svg),
        })
    }
}

/// Adds a number to every id and to what refers to it. Quotes stand in tags alone: in words they
/// are written as entities.
fn renamed(svg: &str, number: usize) -> String {
    let ids = svg.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
    ids.fold(svg.to_string(), |svg, id| {
        svg.replace(&format!(" id=\"{id}\""), &format!(" id=\"{id}-{number}\""))
            .replace(&format!("\"url(#{id})\""), &format!("\"url(#{id}-{number})\""))
    })
}

/// Takes width and height out of the first tag, so that the page decides; the box of its
/// coordinates stays.
fn unsized_(svg: &str) -> String {
    let (tag, rest) = svg.split_once('>').unwrap_or((svg, ""));
    let without = [" width=\"", " height=\""].iter().fold(tag.to_string(), |tag, name| {
        let Some((before, after)) = tag.split_once(name) else { return tag };
        let after = after.split_once('"').map_or("", |(_, after)| after);
        format!("{before}{after}")
    });
    format!("{without}>{rest}")
}

#[cfg(test)]
mod tests {
    use crate::draw::page::inline::{Fit, Inliner};

    const SVG: &str = "<svg width=\"9\" height=\"5\" viewBox=\"0 0 9 5\"><pattern id=\"a\" \
                       width=\"6\"/><rect fill=\"url(#a)\"/><text>id=&quot;a&quot; url(#a)</text></svg>";

    #[test]
    fn ids_are_unique_and_words_stay() {
        let mut page = Inliner::default();
        let (one, other) = (page.picture(SVG, Fit::Natural).0, page.picture(SVG, Fit::Natural).0);
        for (number, svg) in [(1, one), (2, other)] {
            assert!(svg.contains(&format!(" id=\"a-{number}\"")), "{svg}");
            assert!(svg.contains(&format!("\"url(#a-{number})\"")), "{svg}");
            assert!(svg.contains(">id=&quot;a&quot; url(#a)<"), "{svg}");
            assert!(svg.contains(" width=\"9\" height=\"5\""), "{svg}");
        }
    }

    #[test]
    fn the_page_decides_how_wide_a_chart_is() {
        let svg = Inliner::default().picture(SVG, Fit::Width).0;
        assert!(
            svg.starts_with("<svg viewBox=\"0 0 9 5\"><pattern id=\"a-1\" width=\"6\""),
            "{svg}"
        );
    }
}
