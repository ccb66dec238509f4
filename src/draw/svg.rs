//! A figure as SVG: the text from which every other picture is made.

use std::fmt::Write as _;

use plotters::style::RGBColor;

use crate::chart::figure::{Body, Figure};
use crate::draw::backend::{Hex, Sheet, escape_into};
use crate::draw::boxes::BoxPlan;
use crate::draw::calendar::Plan;
use crate::draw::canvas::Canvas;
use crate::draw::forest::{self, ForestLayout};
use crate::draw::groups::{self, GroupLayout};
use crate::draw::layout::Layout;
use crate::draw::places::{self, PlaceLayout};
use crate::draw::plot;
use crate::draw::theme;
use crate::draw::typeface::{FAMILY, Typeface, readable};
use crate::draw::{Error, Size};

/// Draws a figure as SVG. The same figure and size give the same bytes.
///
/// # Errors
///
/// Never for a figure of whatever values; the type leaves room for surfaces that can fail.
pub fn svg(figure: &Figure, size: Size) -> Result<String, Error> {
    write(figure, figure, size)
}

/// Draws a figure without its title and what stands below it, for a page that says so itself.
pub(super) fn svg_without_title(figure: &Figure, size: Size) -> Result<String, Error> {
    let (title, subtitle, reading) = (String::new(), vec![], vec![]);
    write(figure, &Figure { title, subtitle, reading, ..figure.clone() }, size)
}

/// Writes what is drawn of a figure, and what a screen reader is told of the whole.
fn write(full: &Figure, figure: &Figure, size: Size) -> Result<String, Error> {
    let typeface = Typeface::new()?;
    match &figure.body {
        Body::Timeline(timeline) => {
            let layout = Layout::new(figure, timeline, size, &typeface);
            let hatch = format!("none-{:016x}", fingerprint(full));
            // Where gaps are most of the picture, the scale stays visible below them.
            let is_sparse = plot::is_sparse(figure, timeline);
            let pattern = pattern(&hatch, if is_sparse { None } else { Some(theme::PAPER) });
            on_paper(full, layout.paper, &pattern, &typeface, |paper| {
                plot::draw(paper, figure, timeline, &layout, &hatch, &typeface)
            })
        }
        Body::Calendar(calendar) => {
            let plan = Plan::new(figure, calendar, size, &typeface);
            on_paper(full, plan.paper, "", &typeface, |paper| plan.draw(paper, calendar))
        }
        Body::Boxes(panels) => {
            let plan = BoxPlan::new(figure, panels, size, &typeface);
            on_paper(full, plan.paper, "", &typeface, |paper| plan.draw(paper, panels))
        }
        Body::Groups(body) => {
            let layout = GroupLayout::new(figure, body, size, &typeface);
            on_paper(full, layout.paper, "", &typeface, |paper| {
                groups::draw(paper, figure, body, &layout, &typeface)
            })
        }
        Body::Places(body) => {
            let layout = PlaceLayout::new(figure, body, size, &typeface);
            on_paper(full, layout.paper, "", &typeface, |paper| {
                places::draw(paper, figure, body, &layout, &typeface)
            })
        }
        Body::Effects(body) => {
            let layout = ForestLayout::new(figure, body, size, &typeface);
            on_paper(full, layout.paper, "", &typeface, |paper| {
                forest::draw(paper, figure, body, &layout, &typeface)
            })
        }
    }
}

/// Returns the SVG of what `draw` puts onto a paper of that width and height.
fn on_paper(
    figure: &Figure,
    (width, height): (f64, f64),
    patterns: &str,
    typeface: &Typeface,
    draw: impl FnOnce(&Canvas<'_>) -> Result<(), Error>,
) -> Result<String, Error> {
    let mut svg = String::with_capacity(48 * 1024);
    open(&mut svg, figure, (width, height)).map_err(|_| Error::Area)?;
    svg.push_str(patterns);
    let sheet = Sheet::new(&mut svg, (whole(width), whole(height)), typeface);
    let paper = Canvas::paper(sheet, width, height);
    paper.rect((0.0, 0.0), (width, height), theme::PAPER)?;
    draw(&paper)?;
    paper.finish()?;
    drop(paper);
    svg.push_str("</svg>\n");
    Ok(svg)
}

fn open(svg: &mut String, figure: &Figure, (width, height): (f64, f64)) -> std::fmt::Result {
    writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" \
         font-family=\"{FAMILY}, 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif\">"
    )?;
    for (name, words) in [("title", &figure.title), ("desc", &figure.alt)] {
        write!(svg, "<{name}>")?;
        escape_into(svg, &readable(words));
        writeln!(svg, "</{name}>")?;
    }
    Ok(())
}

/// Returns the pattern for gaps, its ground of a colour or clear.
fn pattern(id: &str, ground: Option<RGBColor>) -> String {
    let ground = ground.map_or_else(|| "none".into(), |colour| Hex(colour).to_string());
    format!(
        "<defs><pattern id=\"{id}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
         <path fill=\"{ground}\" d=\"M0 0h6v6h-6z\"/>\
         <path stroke=\"{}\" stroke-width=\".8\" d=\"M-1.5 1.5l3 -3M-1 7l8 -8M4.5 7.5l3 -3\"/></pattern></defs>\n",
        Hex(theme::HATCH),
    )
}

/// Tells figures apart, so that ids stay unique when several are put on one page (FNV-1a, 64 bit).
fn fingerprint(figure: &Figure) -> u64 {
    let words = [&figure.title, &figure.alt].into_iter().chain(&figure.subtitle);
    let bytes = words.flat_map(|words| words.bytes().chain([0]));
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rounded up, at most some thousands of px"
)]
fn whole(px: f64) -> u32 {
    px as u32
}
