//! A figure as PDF: the SVG text on a page of its own size, its words still text.

use chrono::{DateTime, Utc};
use krilla::Document;
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect, Size as Area};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{BBox, ContentTag, Tag, TagGroup, TagTree};
use krilla_svg::{SurfaceExt as _, SvgSettings};

use crate::chart::figure::Figure;
use crate::draw::export::{Pdf, export};
use crate::draw::svg::svg;
use crate::draw::tree::Reader;
use crate::draw::typeface::readable;
use crate::draw::{Error, Size};

/// Points of paper for each px of CSS.
const PT_PER_PX: f32 = 0.75;

/// Draws a figure as PDF, one page that is as large as the picture; the file says that it
/// was made `at` that moment.
pub fn pdf(figure: &Figure, size: Size, at: DateTime<Utc>) -> Result<Pdf, Error> {
    let tree = Reader::new().read(&svg(figure, size)?)?;
    let (width, height) = (tree.size().width() * PT_PER_PX, tree.size().height() * PT_PER_PX);
    let area = Area::from_wh(width, height).ok_or(Error::Area)?;
    let bounds = Rect::from_xywh(0.0, 0.0, width, height).ok_or(Error::Area)?;
    let title = readable(&figure.title);
    export(&figure.title, figure.language, at, |document: &mut Document| {
        let mut page = document.start_page_with(PageSettings::new(area));
        let mut surface = page.surface();
        let picture = surface.start_tagged(ContentTag::Other);
        let drawn = surface.draw_svg(&tree, area, SvgSettings::default());
        surface.end_tagged();
        surface.finish();
        page.finish();
        drawn.ok_or(Error::Area)?;

        let alt = Some(readable(&figure.alt)).filter(|alt| !alt.is_empty());
        let tag =
            Tag::Figure(alt.or_else(|| Some(title.clone()))).with_bbox(Some(BBox::new(0, bounds)));
        let mut tags = TagTree::new().with_lang(Some(figure.language.id.into()));
        tags.push(TagGroup::with_children(tag, vec![picture.into()]));
        document.set_tag_tree(tags);
        let mut outline = Outline::new();
        let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(title.clone(), top));
        document.set_outline(outline);
        Ok(())
    })
}
