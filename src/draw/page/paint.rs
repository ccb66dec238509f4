//! Pages onto PDF.

use chrono::{DateTime, Utc};
use krilla::Document as Pages;
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::Font;
use krilla_svg::{SurfaceExt as _, SvgSettings};
use plotters::style::RGBColor;

use crate::draw::Error;
use crate::draw::export::{Pdf, export};
use crate::draw::page::document::{Document, Level, Span};
use crate::draw::page::flow::Laid;
use crate::draw::page::pages::Page;
use crate::draw::page::runs::{Line, Run, lines};
use crate::draw::page::strip::{Item, Role, Thing};
use crate::draw::page::style::{FOOT, SIDE, Style};
use crate::draw::page::tags::Painted;
use crate::draw::page::text::Text;
use crate::draw::typeface::{REGULAR, SEMI_BOLD, Typeface, Weight, readable};

/// Longest words at the foot of a page that are looked at, characters.
const LONGEST_FOOT: usize = 400;

/// Paints pages.
pub(super) fn paint(document: &Document, laid: &Laid, at: DateTime<Utc>) -> Result<Pdf, Error> {
    let font = |bytes: &'static [u8]| Font::new(bytes.into(), 0).ok_or(Error::Font);
    let brush = Brush { regular: font(REGULAR)?, semi_bold: font(SEMI_BOLD)?, laid };
    let (width, height) = laid.paper;
    let paper = Size::from_wh(width, height).ok_or(Error::Area)?;
    let foot = Foot::new(document, laid)?;
    export(&document.title, document.language, at, |pages: &mut Pages| {
        let mut painted = Painted::nothing(&laid.parts);
        for (at, page) in laid.pages.iter().enumerate() {
            let mut sheet = pages.start_page_with(PageSettings::new(paper));
            let mut surface = sheet.surface();
            for item in &page.items {
                brush.item(&mut surface, item, at, &mut painted)?;
            }
            for (x, line) in foot.lines(at) {
                let kind = ArtifactType::Footer;
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
                brush.line(&mut surface, line, (x, height - FOOT + line.size / 3.0));
                surface.end_tagged();
            }
            surface.finish();
            sheet.finish();
        }
        pages.set_tag_tree(painted.tree(&laid.parts, document.language.id));
        pages.set_outline(outline(&document.title, &laid.pages));
        Ok(())
    })
}

/// What stands at the foot of each page: words at the left, its number at the right.
struct Foot {
    words: Option<Line>,
    numbers: Vec<Option<Line>>,
    /// Where lines end.
    right: f32,
}

impl Foot {
    fn new(document: &Document, laid: &Laid) -> Result<Self, Error> {
        let typeface = Typeface::new()?;
        let width = laid.paper.0 - 2.0 * SIDE;
        let set = |words: &str, room: f32| {
            let words: String = words.chars().take(LONGEST_FOOT).collect();
            let text = Text::new(&[Span::quiet(words)], Style::SMALL, &typeface);
            lines(&text, room, Style::SMALL, &typeface).into_iter().next()
        };
        let n = laid.pages.len();
        let numbers: Vec<Option<Line>> =
            (1..=n).map(|page| set(&(document.language.drawing.page_of)(page, n), width)).collect();
        let widths = numbers.iter().flatten().map(|line| line.width);
        let room = width - widths.fold(0.0, f32::max) - SIDE;
        let words = set(&document.foot, room.max(0.0));
        Ok(Self { words, numbers, right: SIDE + width })
    }

    /// Returns the lines of a page and where they begin.
    fn lines(&self, page: usize) -> impl Iterator<Item = (f32, &Line)> {
        let number = self.numbers.get(page).into_iter().flatten();
        let number = number.map(|line| (self.right - line.width, line));
        self.words.iter().map(|line| (SIDE, line)).chain(number)
    }
}

/// Returns the bookmarks: parts below what they are part of; the title where there is no heading.
fn outline(title: &str, pages: &[Page]) -> Outline {
    let mut outline = Outline::new();
    let mut whole: Option<OutlineNode> = None;
    let headings = || {
        let on = |(at, page): (usize, &'_ Page)| {
            page.headings.clone().into_iter().map(move |heading| (at, heading))
        };
        pages.iter().enumerate().flat_map(on)
    };
    for (at, (y, level, words)) in headings() {
        let place = XyzDestination::new(at, Point::from_xy(0.0, y));
        let node = OutlineNode::new(words, place).with_open(true);
        match (level, &mut whole) {
            (Level::One, whole) => {
                if let Some(done) = whole.replace(node) {
                    outline.push_child(done);
                }
            }
            (Level::Two, Some(whole)) => whole.push_child(node),
            (Level::Two, None) => outline.push_child(node),
        }
    }
    if let Some(done) = whole {
        outline.push_child(done);
    } else if headings().next().is_none() {
        let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(readable(title), top));
    }
    outline
}

struct Brush<'l> {
    regular: Font,
    semi_bold: Font,
    laid: &'l Laid,
}

impl Brush<'_> {
    fn item(
        &self,
        surface: &mut Surface<'_>,
        item: &Item,
        page: usize,
        painted: &mut Painted,
    ) -> Result<(), Error> {
        match &item.thing {
            Thing::Words(line, height) => {
                let y = item.y + line.baseline(*height);
                for run in &line.runs {
                    let span = SpanTag::empty().with_actual_text(run.said.as_deref());
                    tagged(surface, item.role, ContentTag::Span(span), painted, |surface| {
                        self.run(surface, run, line.size, (item.x, y));
                    });
                }
            }
            Thing::Box(width, height, colour) => {
                let area = Rect::from_xywh(item.x, item.y, *width, *height).ok_or(Error::Area)?;
                tagged(surface, item.role, ContentTag::Other, painted, |surface| {
                    fill(surface, area, *colour);
                });
            }
            Thing::Picture(place, width, height) => {
                let (Some(tree), Some(size), Some(area)) = (
                    self.laid.pictures.get(*place),
                    Size::from_wh(*width, *height),
                    Rect::from_xywh(item.x, item.y, *width, *height),
                ) else {
                    return Err(Error::Area);
                };
                tagged(surface, item.role, ContentTag::Other, painted, |surface| {
                    surface.push_transform(&Transform::from_translate(item.x, item.y));
                    surface.draw_svg(tree, size, SvgSettings::default());
                    surface.pop();
                });
                if let Role::Part(part) = item.role {
                    painted.note_place(part, page, area);
                }
            }
        }
        Ok(())
    }

    fn line(&self, surface: &mut Surface<'_>, line: &Line, (x, y): (f32, f32)) {
        for run in &line.runs {
            self.run(surface, run, line.size, (x, y));
        }
    }

    fn run(&self, surface: &mut Surface<'_>, run: &Run, size: f32, (x, y): (f32, f32)) {
        let font = match run.weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semi_bold,
        };
        surface.set_stroke(None);
        surface.set_fill(Some(ink(run.colour)));
        let start = Point::from_xy(x + run.x, y);
        surface.draw_glyphs(start, &run.glyphs, font.clone(), &run.shown, size, false);
    }
}

/// Paints something as a piece of a part, or as decoration.
fn tagged(
    surface: &mut Surface<'_>,
    role: Role,
    tag: ContentTag<'_>,
    painted: &mut Painted,
    paint: impl FnOnce(&mut Surface<'_>),
) {
    let tag = match role {
        Role::Part(_) => tag,
        Role::Decoration(kind) => ContentTag::Artifact(Artifact::with_kind(kind)),
    };
    let piece: Identifier = surface.start_tagged(tag);
    paint(surface);
    surface.end_tagged();
    if let Role::Part(part) = role {
        painted.note(part, piece);
    }
}

fn fill(surface: &mut Surface<'_>, area: Rect, colour: RGBColor) {
    let mut path = PathBuilder::new();
    path.push_rect(area);
    if let Some(path) = path.finish() {
        surface.set_stroke(None);
        surface.set_fill(Some(ink(colour)));
        surface.draw_path(&path);
    }
}

fn ink(RGBColor(red, green, blue): RGBColor) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}
