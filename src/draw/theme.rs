//! Colours and sizes of every picture, in one place.

use plotters::style::RGBColor;

/// Text and the strongest marks.
pub(super) const INK: RGBColor = RGBColor(0x1A, 0x1F, 0x26);
/// Text of second rank: 6.2:1 on white.
pub(super) const QUIET: RGBColor = RGBColor(0x5A, 0x63, 0x6E);
/// Paper.
pub(super) const PAPER: RGBColor = RGBColor(0xFF, 0xFF, 0xFF);
/// Lines that help the eye and say nothing.
pub(super) const GRID: RGBColor = RGBColor(0xD9, 0xDD, 0xE3);
/// The axis and the foot of strips.
pub(super) const AXIS: RGBColor = RGBColor(0xB4, 0xBA, 0xC3);
/// Diagonal lines where nothing was recorded.
pub(super) const HATCH: RGBColor = RGBColor(0xCB, 0xD1, 0xD9);
/// Day pain: dots, line by month, words.
pub(super) const DAY: RGBColor = RGBColor(0x17, 0x3F, 0x73);
/// Day pain: the median below the dots.
pub(super) const DAY_PALE: RGBColor = RGBColor(0x86, 0xA3, 0xCC);
/// Day pain: where most days of a month lie.
pub(super) const DAY_RIBBON: RGBColor = RGBColor(0xCC, 0xD9, 0xED);
/// Night pain: rings, line by month, words; 5.49:1 on white.
pub(super) const NIGHT: RGBColor = RGBColor(0xB0, 0x4A, 0x00);
/// Night pain: the dashed median below the rings.
pub(super) const NIGHT_PALE: RGBColor = RGBColor(0xE0, 0x90, 0x4C);
/// Night pain: where most nights of a month lie.
pub(super) const NIGHT_RIBBON: RGBColor = RGBColor(0xF6, 0xDF, 0xCC);
/// The body, where nothing hurts.
pub(super) const BODY_FILL: RGBColor = RGBColor(0xF7, 0xF8, 0xF9);
/// Warnings.
pub(super) const WARNING: RGBColor = RGBColor(0xA8, 0x00, 0x1C);
/// Rules of events.
pub(super) const RULE: RGBColor = RGBColor(0x5F, 0x68, 0x73);
/// Bars.
pub(super) const BAR: RGBColor = RGBColor(0x6A, 0x74, 0x80);
/// What bars are a part of.
pub(super) const BAR_PALE: RGBColor = RGBColor(0xD5, 0xDA, 0xE0);
/// Bars below a mark.
pub(super) const BAR_LIGHT: RGBColor = RGBColor(0xB1, 0xB9, 0xC4);
/// Bars over a mark.
pub(super) const BAR_DARK: RGBColor = RGBColor(0x42, 0x4A, 0x55);

/// The squares of a calendar, from score 0 to 10: one hue, ever darker. Whole scores only, so no
/// tint lies where neither ink nor paper could be read on it.
pub(super) const RAMP: [RGBColor; 11] = [
    RGBColor(0xF5, 0xF8, 0xFC),
    RGBColor(0xE6, 0xED, 0xF7),
    RGBColor(0xD5, 0xE1, 0xF1),
    RGBColor(0xBF, 0xD2, 0xEA),
    RGBColor(0xA5, 0xC0, 0xE0),
    RGBColor(0x88, 0xAC, 0xD5),
    RGBColor(0x6B, 0x97, 0xC8),
    RGBColor(0x40, 0x70, 0xAB),
    RGBColor(0x2B, 0x59, 0x91),
    RGBColor(0x1B, 0x43, 0x76),
    RGBColor(0x0D, 0x2A, 0x55),
];
/// From this score on a square is so dark that paper is written on it in place of ink.
pub(super) const PAPER_FROM: u8 = 7;

/// A severity band of the 0–10 scale.
pub(super) struct Band {
    /// Where it ends, on the scale; it begins where the one before ends.
    pub(super) to: f64,
    /// Its tint.
    pub(super) tint: RGBColor,
}

/// The usual cut points of the numeric rating scale: 1–3 mild, 4–6 moderate, 7–10 severe; below
/// these is "no pain", which has no name in the margin.
pub(super) const BANDS: &[Band] = &[
    Band { to: 0.5, tint: PAPER },
    Band { to: 3.5, tint: RGBColor(0xF7, 0xF8, 0xF9) },
    Band { to: 6.5, tint: RGBColor(0xEE, 0xF0, 0xF3) },
    Band { to: 10.0 + HEADROOM, tint: RGBColor(0xE4, 0xE7, 0xEB) },
];

/// Room above 10 and below 0 on the scale, so that no dot is cut.
pub(super) const HEADROOM: f64 = 0.35;

/// Size of the title, px.
pub(super) const TITLE: f64 = 19.0;
/// Size of the lines below the title, px.
pub(super) const SUBTITLE: f64 = 12.5;
/// Size of axis labels, names and event labels, px.
pub(super) const BODY: f64 = 11.0;
/// Smallest size, px: 6.9 pt when 700 px are printed on 182 mm.
pub(super) const SMALL: f64 = 10.0;
/// Empty border of every picture, px.
pub(super) const BORDER: f64 = 16.0;

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance of WCAG 2.2.
    fn luminance(colour: RGBColor) -> f64 {
        let part = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour.0) + 0.7152 * part(colour.1) + 0.0722 * part(colour.2)
    }

    fn contrast(one: RGBColor, other: RGBColor) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn squares_get_darker_and_their_numbers_can_be_read() {
        // #767676 on white is the example that everybody quotes: 4.54.
        assert!((contrast(RGBColor(0x76, 0x76, 0x76), PAPER) - 4.54).abs() < 0.01);
        assert!(RAMP.windows(2).all(|pair| luminance(pair[0]) > luminance(pair[1]) + 0.01));
        for (score, tint) in (0_u8..).zip(RAMP) {
            let ink = if score >= PAPER_FROM { PAPER } else { INK };
            assert!(contrast(ink, tint) >= 4.5, "{score}: {}", contrast(ink, tint));
        }
    }
}
