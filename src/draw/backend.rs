//! A drawing backend of plotters that writes SVG text.
//!
//! Plotters knows whole numbers only, so a picture is drawn at [`UNITS_PER_PX`] units per px and
//! divided on writing. Shapes that follow each other and look the same become one path.

use std::convert::Infallible;
use std::fmt::Write as _;

use plotters::style::RGBColor;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform,
};

use crate::draw::typeface::{CAP_HEIGHT, Typeface, Weight};

/// Units of plotters per px of the picture: positions are exact to 0.1 px.
pub(super) const UNITS_PER_PX: i32 = 10;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The look of a shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Paint {
    /// Inside; `None` leaves it empty.
    pub(super) fill: Option<RGBColor>,
    /// The outline with its width in px; `None` draws none.
    pub(super) stroke: Option<(RGBColor, f64)>,
    /// Lengths of dash and space in px; `None` is a whole line.
    pub(super) dash: Option<(f64, f64)>,
}

impl Paint {
    /// Returns a filled shape without outline.
    pub(super) fn fill(colour: RGBColor) -> Self {
        Self { fill: Some(colour), stroke: None, dash: None }
    }

    /// Returns a line, its width in px.
    pub(super) fn stroke(colour: RGBColor, width: f64) -> Self {
        Self { fill: None, stroke: Some((colour, width)), dash: None }
    }
}

/// A line of text with its look; drawable characters only.
#[derive(Clone)]
pub(super) struct Words {
    /// The text.
    pub(super) text: String,
    /// In px.
    pub(super) size: f64,
    /// How heavy.
    pub(super) weight: Weight,
    /// Its colour.
    pub(super) colour: RGBColor,
    /// Which part of it lies at the given place.
    pub(super) anchor: HPos,
    /// Written from bottom to top.
    pub(super) upright: bool,
}

/// The paper: SVG text that grows.
pub(super) struct Sheet<'a> {
    svg: &'a mut String,
    size_px: (u32, u32),
    typeface: &'a Typeface,
    paint: Option<Paint>,
}

impl<'a> Sheet<'a> {
    /// Returns an empty paper that writes onto the end of `svg`.
    pub(super) fn new(svg: &'a mut String, size_px: (u32, u32), typeface: &'a Typeface) -> Self {
        Self { svg, size_px, typeface, paint: None }
    }

    /// Draws through points, which are joined by straight lines.
    pub(super) fn polyline(
        &mut self,
        points: impl IntoIterator<Item = BackendCoord>,
        paint: Paint,
        closed: bool,
    ) {
        self.begin(paint);
        let mut pen: Option<BackendCoord> = None;
        for (x, y) in points {
            match pen {
                None => {
                    self.svg.push('M');
                    self.numbers(&[x, y]);
                }
                Some(from) => self.line_to((x - from.0, y - from.1)),
            }
            pen = Some((x, y));
        }
        if closed && pen.is_some() {
            self.svg.push('z');
        }
    }

    /// Draws a circle, its radius in units: one arc around from the top, and a last unit to close
    /// it, because SVG has no arc that ends where it begins. Half as long as two half circles.
    pub(super) fn disc(&mut self, (x, y): BackendCoord, radius: i32, paint: Paint) {
        self.begin(paint);
        self.svg.push('M');
        self.numbers(&[x, y - radius]);
        self.svg.push('a');
        self.numbers(&[radius, radius]);
        self.svg.push_str(" 0 1 0 ");
        self.numbers(&[1, 0]);
        self.svg.push('z');
    }

    /// Draws a filled rectangle with the pattern of that id.
    pub(super) fn pattern(&mut self, from: BackendCoord, to: BackendCoord, id: &str) {
        self.end();
        let (x, y) = (from.0.min(to.0), from.1.min(to.1));
        let (width, height) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        for (name, value) in [("<rect x", x), (" y", y), (" width", width), (" height", height)] {
            self.attribute(name, value);
        }
        self.put(format_args!(" fill=\"url(#{id})\"/>\n"));
    }

    /// Writes words with the middle of their capital letters at the given height.
    pub(super) fn words(&mut self, (x, y): BackendCoord, words: &Words) {
        if words.text.is_empty() {
            return;
        }
        self.end();
        let drop = to_units(words.size * CAP_HEIGHT / 2.0);
        let (x, y) = if words.upright { (x + drop, y) } else { (x, y + drop) };
        self.attribute("<text x", x);
        self.attribute(" y", y);
        self.put(format_args!(" font-size=\"{}\" fill=\"{}\"", words.size, Hex(words.colour)));
        if words.weight == Weight::SemiBold {
            self.svg.push_str(" font-weight=\"600\"");
        }
        match words.anchor {
            HPos::Left => {}
            HPos::Center => self.svg.push_str(" text-anchor=\"middle\""),
            HPos::Right => self.svg.push_str(" text-anchor=\"end\""),
        }
        if words.upright {
            self.svg.push_str(" transform=\"rotate(-90 ");
            self.number(x);
            self.svg.push(' ');
            self.number(y);
            self.svg.push_str(")\"");
        }
        self.svg.push('>');
        escape_into(self.svg, &words.text);
        self.svg.push_str("</text>\n");
    }

    fn begin(&mut self, paint: Paint) {
        if self.paint == Some(paint) {
            return;
        }
        self.end();
        self.svg.push_str("<path ");
        match paint.fill {
            Some(colour) => self.put(format_args!("fill=\"{}\"", Hex(colour))),
            None => self.svg.push_str("fill=\"none\""),
        }
        if let Some((colour, width)) = paint.stroke {
            self.put(format_args!(" stroke=\"{}\" stroke-width=\"{width}\"", Hex(colour)));
            if width > 1.5 {
                self.svg.push_str(" stroke-linejoin=\"round\"");
            }
        }
        if let Some((dash, space)) = paint.dash {
            self.put(format_args!(" stroke-dasharray=\"{dash} {space}\""));
        }
        self.svg.push_str(" d=\"");
        self.paint = Some(paint);
    }

    fn end(&mut self) {
        if self.paint.take().is_some() {
            self.svg.push_str("\"/>\n");
        }
    }

    fn line_to(&mut self, step: BackendCoord) {
        match step {
            (0, 0) => {}
            (dx, 0) => {
                self.svg.push('h');
                self.number(dx);
            }
            (0, dy) => {
                self.svg.push('v');
                self.number(dy);
            }
            (dx, dy) => {
                self.svg.push('l');
                self.numbers(&[dx, dy]);
            }
        }
    }

    fn numbers(&mut self, units: &[i32]) {
        for (place, value) in units.iter().enumerate() {
            if place > 0 && *value >= 0 {
                self.svg.push(' ');
            }
            self.number(*value);
        }
    }

    fn attribute(&mut self, name: &str, units: i32) {
        self.svg.push_str(name);
        self.svg.push_str("=\"");
        self.number(units);
        self.svg.push('"');
    }

    fn number(&mut self, units: i32) {
        let tenths = units.unsigned_abs() * 10 / UNITS_PER_PX.unsigned_abs();
        if units < 0 {
            self.svg.push('-');
        }
        if tenths >= 10 || tenths == 0 {
            self.put(format_args!("{}", tenths / 10));
        }
        if !tenths.is_multiple_of(10) {
            self.put(format_args!(".{}", tenths % 10));
        }
    }

    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing into a String cannot fail.
        self.svg.write_fmt(text).unwrap_or_default();
    }
}

/// Returns px as units of plotters.
#[expect(clippy::cast_possible_truncation, reason = "pictures are at most 20,000 px wide")]
pub(super) fn to_units(px: f64) -> i32 {
    (px * f64::from(UNITS_PER_PX)).round() as i32
}

/// Appends a text with what XML reserves written as entities and what XML forbids left out.
pub(super) fn escape_into(svg: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '"' => svg.push_str("&quot;"),
            '\u{0}'..='\u{8}'
            | '\u{b}'
            | '\u{c}'
            | '\u{e}'..='\u{1f}'
            | '\u{fffe}'
            | '\u{ffff}' => {}
            _ => svg.push(c),
        }
    }
}

/// A colour as SVG writes it.
pub(super) struct Hex(pub(super) RGBColor);

impl std::fmt::Display for Hex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let RGBColor(red, green, blue) = self.0;
        write!(f, "#{red:02X}{green:02X}{blue:02X}")
    }
}

fn colour_of(colour: BackendColor) -> RGBColor {
    let (red, green, blue) = colour.rgb;
    RGBColor(red, green, blue)
}

fn paint_of<S: BackendStyle>(style: &S, filled: bool) -> Paint {
    let colour = colour_of(style.color());
    if filled {
        return Paint::fill(colour);
    }
    Paint::stroke(colour, f64::from(style.stroke_width()) / f64::from(UNITS_PER_PX))
}

impl DrawingBackend for Sheet<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let units = UNITS_PER_PX.unsigned_abs();
        (self.size_px.0 * units, self.size_px.1 * units)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.end();
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.polyline([from, to], paint_of(style, false), false);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        filled: bool,
    ) -> Drawn {
        let (x0, x1) = (from.0.min(to.0), from.0.max(to.0));
        let (y0, y1) = (from.1.min(to.1), from.1.max(to.1));
        self.polyline([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], paint_of(style, filled), true);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.polyline(path, paint_of(style, false), false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        filled: bool,
    ) -> Drawn {
        self.disc(centre, i32::try_from(radius).unwrap_or(i32::MAX / 2), paint_of(style, filled));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.polyline(corners, paint_of(style, true), true);
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        place: BackendCoord,
    ) -> Drawn {
        let size = style.size() / f64::from(UNITS_PER_PX);
        let half = to_units(size * CAP_HEIGHT / 2.0);
        let middle = match style.anchor().v_pos {
            VPos::Top => place.1 + half,
            VPos::Center => place.1,
            VPos::Bottom => place.1 - half,
        };
        let words = Words {
            text: self.typeface.drawable(text),
            size,
            weight: if style.style().as_str() == "bold" {
                Weight::SemiBold
            } else {
                Weight::Regular
            },
            colour: colour_of(style.color()),
            anchor: style.anchor().h_pos,
            upright: matches!(style.transform(), FontTransform::Rotate270),
        };
        self.words((place.0, middle), &words);
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let weight =
            if style.style().as_str() == "bold" { Weight::SemiBold } else { Weight::Regular };
        let px = 1.0 / f64::from(UNITS_PER_PX);
        let width = self.typeface.width(&self.typeface.drawable(text), weight, style.size() * px);
        let height = style.size() * px * CAP_HEIGHT;
        Ok((to_units(width).unsigned_abs(), to_units(height).unsigned_abs()))
    }
}

#[cfg(test)]
mod tests {
    use plotters::style::RGBColor;
    use plotters_backend::DrawingBackend as _;

    use crate::draw::backend::{Paint, Sheet, escape_into};
    use crate::draw::typeface::Typeface;

    fn drawn(draw: impl FnOnce(&mut Sheet<'_>)) -> String {
        let typeface = Typeface::new().unwrap();
        let mut svg = String::new();
        let mut sheet = Sheet::new(&mut svg, (100, 100), &typeface);
        draw(&mut sheet);
        sheet.present().unwrap();
        svg
    }

    #[test]
    fn numbers_are_short_and_exact() {
        let paint = Paint::stroke(RGBColor(0, 0, 0), 1.0);
        let svg =
            drawn(|sheet| sheet.polyline([(21, 10), (41, 10), (41, -3), (40, -2)], paint, false));
        assert_eq!(
            svg,
            "<path fill=\"none\" stroke=\"#000000\" stroke-width=\"1\" d=\"M2.1 1h2v-1.3l-.1 .1\"/>\n"
        );
    }

    #[test]
    fn shapes_that_look_the_same_share_a_path() {
        let (red, blue) = (RGBColor(255, 0, 0), RGBColor(0, 0, 255));
        let svg = drawn(|sheet| {
            sheet.disc((40, 40), 20, Paint::fill(red));
            sheet.disc((80, 40), 20, Paint::fill(red));
            sheet.disc((80, 40), 20, Paint::fill(blue));
        });
        assert_eq!(svg.matches("<path").count(), 2);
        assert!(svg.contains("M4 2a2 2 0 1 0 .1 0zM8 2a2 2"), "{svg}");
    }

    #[test]
    fn xml_is_escaped_and_filtered() {
        let mut text = String::new();
        escape_into(&mut text, "<b>\"a\" & \u{1b}\u{0}\u{fffe}b</b>");
        assert_eq!(text, "&lt;b&gt;&quot;a&quot; &amp; b&lt;/b&gt;");
    }
}
