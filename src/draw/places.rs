//! Places of the body on paper: front and back, shaded, each place with its words and a leader.

use plotters::style::RGBColor;
use plotters_backend::text_anchor::HPos;

use crate::chart::figure::{Figure, Place, Places};
use crate::draw::backend::Paint;
use crate::draw::body::{HALF_WIDTH, HEIGHT, Region, Spot, View, outline, region, round};
use crate::draw::canvas::{Canvas, Style};
use crate::draw::header::Header;
use crate::draw::layout::count;
use crate::draw::typeface::{Typeface, Weight};
use crate::draw::{Error, Size, theme};

/// Narrowest picture with words beside the bodies, px; on a narrower one they stand below.
const BESIDE_FROM: f64 = 620.0;
/// Least and most height of a body, px.
const BODY: (f64, f64) = (250.0, 560.0);
/// Height of the words above a body, px.
const HEAD: f64 = 26.0;
/// Height of the words of a place, px.
const LABEL: f64 = 40.0;
/// Between a body and words, px.
const SPACE: f64 = 22.0;
/// Shades from few days to nearly all, each up to a share of the days.
const SHADES: [(f64, RGBColor); 5] = [
    (0.1, RGBColor(0xDD, 0xE6, 0xF2)),
    (0.25, RGBColor(0xB5, 0xC9, 0xE4)),
    (0.5, RGBColor(0x86, 0xA3, 0xCC)),
    (0.75, RGBColor(0x4A, 0x6F, 0xA5)),
    (1.0, theme::DAY),
];

/// Where everything of places stands.
pub(super) struct PlaceLayout {
    /// Width and height of the paper.
    pub(super) paper: (f64, f64),
    header: Header,
    /// The top of the bodies.
    top: f64,
    /// Px for each unit of the body.
    scale: f64,
    /// The middles of the body from the front and from the back.
    middles: [f64; 2],
    labels: Vec<Label>,
}

/// Where the words of a place stand.
struct Label {
    /// Which place.
    place: usize,
    /// Where its words begin or end, and the height of its name.
    at: (f64, f64),
    anchor: HPos,
    /// From its words to the body.
    leader: Vec<(f64, f64)>,
}

impl PlaceLayout {
    /// Returns where everything of places stands on a paper of a size.
    pub(super) fn new(figure: &Figure, places: &Places, size: Size, typeface: &Typeface) -> Self {
        let width = f64::from(size.width());
        let room = width - 2.0 * theme::BORDER;
        let header = Header::new(figure, None, width, typeface);
        let top = header.height() + HEAD + 8.0;
        let free = f64::from(size.height()) - top - theme::BORDER;
        let is_beside = width >= BESIDE_FROM;
        let least = places.places.len().div_ceil(2);
        let height = if is_beside { free.max(LABEL * count(least)) } else { free };
        let widest = if is_beside { width * 0.46 } else { room };
        let height = height.clamp(BODY.0, BODY.1).min(widest / (4.4 * HALF_WIDTH) * HEIGHT);
        let scale = height / HEIGHT;
        let apart = (HALF_WIDTH * 1.2 * scale).min(room / 4.0);
        let middles = [width / 2.0 - apart, width / 2.0 + apart];
        let mut layout = Self { paper: (width, 0.0), header, top, scale, middles, labels: vec![] };
        let bottom = if places.places.is_empty() {
            top + 90.0
        } else if is_beside {
            layout.label_beside(&places.places)
        } else {
            layout.label_below(&places.places)
        };
        layout.paper.1 = (bottom + theme::BORDER).max(f64::from(size.height())).ceil();
        layout
    }

    /// Puts words at both sides of the bodies, in the order of what they are about, and returns
    /// where everything ends.
    fn label_beside(&mut self, places: &[Place]) -> f64 {
        let mut bottom = self.top + HEIGHT * self.scale;
        for (view, side) in [(View::Front, HPos::Left), (View::Back, HPos::Right)] {
            let on_it = |(n, place): (usize, &Place)| {
                let region = region(&place.site).filter(|it| it.view == view)?;
                Some((n, self.spot(region, place)))
            };
            let mut own: Vec<(usize, (f64, f64))> =
                places.iter().enumerate().filter_map(on_it).collect();
            own.sort_by(|one, other| one.1.1.total_cmp(&other.1.1));
            // Each as high as what it is about; then pushed down by the one above, and up where
            // the last would leave the body.
            let mut heights: Vec<f64> = vec![];
            for (_, (_, y)) in &own {
                let free = heights.last().map_or(self.top, |above| above + LABEL);
                heights.push(free.max(*y - LABEL / 2.0));
            }
            let mut limit = (bottom - LABEL).max(self.top + LABEL * (count(own.len()) - 1.0));
            for height in heights.iter_mut().rev() {
                *height = height.min(limit);
                limit = *height - LABEL;
            }
            let (edge, towards) = match side {
                HPos::Left => (theme::BORDER, 1.0),
                HPos::Right | HPos::Center => (self.paper.0 - theme::BORDER, -1.0),
            };
            let body = match view {
                View::Front => self.middles[0] - HALF_WIDTH * self.scale,
                View::Back => self.middles[1] + HALF_WIDTH * self.scale,
            };
            for ((place, spot), y) in own.into_iter().zip(heights) {
                let name = y + 8.0;
                let bend = body - towards * SPACE * 0.4;
                let leader = vec![(bend - towards * SPACE, name), (bend, name), spot];
                self.labels.push(Label { place, at: (edge, name), anchor: side, leader });
                bottom = bottom.max(y + LABEL);
            }
        }
        self.label_unknown(places, bottom)
    }

    /// Puts words below the bodies and returns where everything ends.
    fn label_below(&mut self, places: &[Place]) -> f64 {
        let mut y = self.top + HEIGHT * self.scale + SPACE;
        for (place, of) in places.iter().enumerate() {
            if region(&of.site).is_some() {
                let at = (theme::BORDER, y + 8.0);
                self.labels.push(Label { place, at, anchor: HPos::Left, leader: vec![] });
                y += LABEL;
            }
        }
        self.label_unknown(places, y)
    }

    /// Lists places that are not on the body.
    fn label_unknown(&mut self, places: &[Place], bottom: f64) -> f64 {
        let mut y = bottom;
        for (place, of) in places.iter().enumerate() {
            if region(&of.site).is_none() {
                let at = (theme::BORDER, y + 12.0);
                self.labels.push(Label { place, at, anchor: HPos::Left, leader: vec![] });
                y += LABEL;
            }
        }
        y
    }

    /// Returns where the leader of a place ends: in its darker half, else in the one next to its
    /// words.
    fn spot(&self, region: &Region, place: &Place) -> (f64, f64) {
        let outwards = match region.view {
            View::Front => -1.0,
            View::Back => 1.0,
        };
        // From both sides, the person's right is on the outside.
        let side = if place.left > place.right { -outwards } else { outwards };
        self.px(region.view, (region.spot.0 * side, region.spot.1))
    }

    fn px(&self, view: View, (across, down): Spot) -> (f64, f64) {
        let [front, back] = self.middles;
        let middle = if view == View::Front { front } else { back };
        (middle + across * self.scale, self.top + down * self.scale)
    }
}

/// Draws places.
pub(super) fn draw(
    paper: &Canvas<'_>,
    figure: &Figure,
    places: &Places,
    layout: &PlaceLayout,
    typeface: &Typeface,
) -> Result<(), Error> {
    layout.header.draw(paper)?;
    if places.places.is_empty() {
        let middle = (layout.paper.0 / 2.0, f64::midpoint(layout.top, layout.paper.1));
        let calm = Style { size: theme::SUBTITLE, weight: Weight::Regular, colour: theme::QUIET };
        let words = calm.fit(typeface, &places.nothing, layout.paper.0 - 2.0 * theme::BORDER);
        paper.words(middle, calm.of(words, HPos::Center))?;
        return Ok(());
    }
    let words = &figure.language.sites;
    for (view, name) in [(View::Front, words.front), (View::Back, words.back)] {
        draw_body(paper, layout, places, view)?;
        let y = layout.top - HEAD / 2.0;
        let at = |across: f64| (layout.px(view, (across, 0.0)).0, y);
        paper.words(at(0.0), Style::NAME.of(name, HPos::Center))?;
        let (at_left, at_right) = match view {
            View::Front => (words.right, words.left),
            View::Back => (words.left, words.right),
        };
        let room = layout.scale * HALF_WIDTH - 12.0;
        let side = |side: &str| Style::SMALL.fit(typeface, side, room / 2.0 + 8.0);
        paper.words(at(-HALF_WIDTH), Style::SMALL.of(side(at_left), HPos::Left))?;
        paper.words(at(HALF_WIDTH), Style::SMALL.of(side(at_right), HPos::Right))?;
    }
    for label in &layout.labels {
        if let Some(place) = places.places.get(label.place) {
            draw_label(paper, layout, label, place, typeface)?;
        }
    }
    Ok(())
}

fn draw_body(
    paper: &Canvas<'_>,
    layout: &PlaceLayout,
    places: &Places,
    view: View,
) -> Result<(), Error> {
    let outline: Vec<_> = outline().into_iter().map(|spot| layout.px(view, spot)).collect();
    paper.shape(outline.clone(), theme::BODY_FILL)?;
    for place in &places.places {
        let Some(region) = region(&place.site).filter(|it| it.view == view) else { continue };
        // From the front, the left of the person is on the right of the picture.
        let left = if view == View::Front { 1.0 } else { -1.0 };
        for (share, side) in [(place.left, left), (place.right, -left)] {
            let Some(shade) = shade(share) else { continue };
            for shape in region.shapes {
                let half = round(shape, 2).into_iter();
                let half = half.map(|(across, down)| layout.px(view, (across * side, down)));
                paper.shape(half.collect(), shade)?;
            }
        }
    }
    let closed = outline.iter().chain(outline.first()).copied().collect();
    paper.line(closed, Paint::stroke(theme::RULE, 1.3))
}

/// Returns the shade of a share of the days; `None` for none.
fn shade(share: f64) -> Option<RGBColor> {
    let of = SHADES.iter().find(|(up_to, _)| share <= *up_to).or(SHADES.last());
    of.filter(|_| share > 0.0).map(|(_, shade)| *shade)
}

fn draw_label(
    paper: &Canvas<'_>,
    layout: &PlaceLayout,
    label: &Label,
    place: &Place,
    typeface: &Typeface,
) -> Result<(), Error> {
    let (x, y) = label.at;
    let room = match label.leader.first() {
        Some((end, _)) => (end - x).abs() - 4.0,
        None => layout.paper.0 - 2.0 * theme::BORDER,
    };
    let name = Style::NAME.fit(typeface, &place.name, room);
    let reach = Style::NAME.width(typeface, &name) + 5.0;
    if let Some(spot) = label.leader.last() {
        let begin = if matches!(label.anchor, HPos::Left) { x + reach } else { x - reach };
        let line = std::iter::once((begin, y)).chain(label.leader.iter().skip(1).copied());
        paper.line(line.collect(), Paint::stroke(theme::RULE, 0.8))?;
        paper.dots(vec![*spot], 2.6, Paint::fill(theme::PAPER))?;
        paper.dots(vec![*spot], 1.8, Paint::fill(theme::INK))?;
    }
    paper.words((x, y), Style::NAME.of(name, label.anchor))?;
    for (line, words) in [&place.facts, &place.sides].into_iter().enumerate() {
        let words = Style::SMALL.fit(typeface, words, room);
        let y = y + 13.0 + 12.0 * count(line);
        paper.words((x, y), Style::SMALL.of(words, label.anchor))?;
    }
    Ok(())
}
