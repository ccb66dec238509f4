//! The body as a calm line figure, and where each site is on it: our own drawing, as data.
//!
//! Everything is one half of a body, from the middle (0) outwards and from the top of the head (0)
//! to the soles ([`HEIGHT`]); the other half is its mirror image. Corners are cut until they are
//! round.

/// A place on the body: from the middle outwards, and down.
pub(super) type Spot = (f64, f64);

/// From the top of the head to the soles.
pub(super) const HEIGHT: f64 = 222.0;
/// From the middle to the tips of the fingers.
pub(super) const HALF_WIDTH: f64 = 46.0;

/// The outline of one half, from the top of the head around to between the legs.
const OUTLINE: &[Spot] = &[
    (0.0, 1.0),
    (6.5, 1.5),
    (11.0, 7.0),
    (12.0, 15.0),
    (11.0, 23.0),
    (7.5, 30.0),
    (6.0, 33.0),
    (6.2, 39.0),
    (11.0, 43.0),
    (21.0, 45.5),
    (28.5, 49.0),
    (31.5, 57.0),
    (33.0, 68.0),
    (35.0, 80.0),
    (38.5, 94.0),
    (41.0, 106.0),
    (43.5, 113.0),
    (45.5, 120.0),
    (44.5, 129.0),
    (40.5, 132.0),
    (37.5, 127.0),
    (37.0, 118.0),
    (35.0, 108.0),
    (31.5, 96.0),
    (28.0, 84.0),
    (25.5, 72.0),
    (23.5, 62.0),
    (22.5, 72.0),
    (21.0, 84.0),
    (19.5, 94.0),
    (21.0, 104.0),
    (24.5, 114.0),
    (26.0, 124.0),
    (25.5, 138.0),
    (23.5, 152.0),
    (21.5, 164.0),
    (21.5, 172.0),
    (22.0, 182.0),
    (20.0, 194.0),
    (16.8, 206.0),
    (17.0, 211.0),
    (20.5, 218.0),
    (18.5, 222.0),
    (11.0, 222.0),
    (9.5, 216.0),
    (10.5, 206.0),
    (10.0, 194.0),
    (8.8, 182.0),
    (9.2, 170.0),
    (7.8, 156.0),
    (5.0, 142.0),
    (1.5, 128.0),
    (0.0, 126.0),
];

/// From where the body is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// The left of the person is on the right of the picture.
    Front,
    /// The left of the person is on the left of the picture.
    Back,
}

/// Where a site is.
pub(super) struct Region {
    /// The id of the site.
    pub(super) site: &'static str,
    /// From where it is seen.
    pub(super) view: View,
    /// Where its leader begins.
    pub(super) spot: Spot,
    /// The shapes of one half.
    pub(super) shapes: &'static [&'static [Spot]],
}

const fn front(site: &'static str, spot: Spot, shapes: &'static [&'static [Spot]]) -> Region {
    Region { site, view: View::Front, spot, shapes }
}

const fn back(site: &'static str, spot: Spot, shapes: &'static [&'static [Spot]]) -> Region {
    Region { site, view: View::Back, spot, shapes }
}

/// All sites.
pub(super) const REGIONS: &[Region] = &[
    front(
        "head",
        (5.0, 11.0),
        &[&[(0.0, 3.0), (6.0, 3.5), (9.8, 8.0), (10.6, 15.0), (10.2, 20.0), (0.0, 20.0)]],
    ),
    front(
        "jaw",
        (4.5, 27.0),
        &[&[(0.0, 23.0), (9.6, 22.0), (8.4, 26.0), (5.5, 31.0), (0.0, 32.0)]],
    ),
    front(
        "chest",
        (11.0, 64.0),
        &[&[
            (0.0, 49.0),
            (12.0, 48.0),
            (21.0, 52.0),
            (21.8, 64.0),
            (20.6, 78.0),
            (12.0, 84.0),
            (0.0, 80.0),
        ]],
    ),
    front(
        "arm",
        (31.5, 80.0),
        &[&[
            (25.0, 58.0),
            (30.0, 54.0),
            (31.6, 66.0),
            (33.8, 80.0),
            (37.2, 95.0),
            (39.6, 106.0),
            (36.2, 107.0),
            (32.8, 95.0),
            (29.2, 82.0),
            (26.6, 70.0),
        ]],
    ),
    front(
        "hand",
        (40.5, 120.0),
        &[&[
            (37.0, 110.0),
            (41.2, 109.0),
            (44.2, 120.0),
            (43.4, 128.0),
            (40.6, 130.6),
            (38.6, 126.0),
            (38.2, 118.0),
        ]],
    ),
    front(
        "leg",
        (15.0, 143.0),
        &[
            &[
                (3.5, 131.0),
                (14.0, 126.0),
                (24.8, 126.0),
                (24.2, 138.0),
                (21.8, 156.0),
                (9.4, 156.0),
                (6.6, 144.0),
            ],
            &[
                (10.0, 180.0),
                (20.8, 180.0),
                (18.8, 194.0),
                (15.6, 205.0),
                (11.6, 205.0),
                (11.2, 194.0),
            ],
        ],
    ),
    front(
        "knee",
        (15.0, 168.0),
        &[&[
            (9.6, 158.5),
            (21.4, 158.5),
            (20.2, 168.0),
            (20.6, 177.5),
            (10.0, 177.5),
            (10.4, 168.0),
        ]],
    ),
    front(
        "foot",
        (14.0, 215.0),
        &[&[
            (11.4, 208.0),
            (15.8, 208.0),
            (19.2, 217.5),
            (18.0, 220.8),
            (11.8, 220.8),
            (10.8, 216.0),
        ]],
    ),
    back(
        "neck",
        (3.0, 36.0),
        &[&[(0.0, 29.0), (5.4, 32.0), (4.9, 39.0), (8.0, 43.5), (0.0, 44.5)]],
    ),
    back(
        "shoulders",
        (22.0, 50.5),
        &[&[
            (9.5, 44.5),
            (20.5, 46.8),
            (27.4, 50.0),
            (29.8, 57.0),
            (24.5, 60.0),
            (19.0, 54.0),
            (11.0, 50.0),
        ]],
    ),
    back(
        "between-shoulders",
        (4.5, 58.0),
        &[&[(0.0, 47.0), (8.6, 50.0), (9.4, 60.0), (7.0, 70.0), (0.0, 71.0)]],
    ),
    back(
        "upper-back",
        (15.0, 72.0),
        &[&[
            (10.6, 52.0),
            (18.0, 56.0),
            (22.6, 66.0),
            (21.4, 77.0),
            (19.8, 86.0),
            (0.0, 86.0),
            (0.0, 73.5),
            (8.6, 72.0),
            (11.4, 62.0),
        ]],
    ),
    back(
        "lower-back",
        (9.0, 96.0),
        &[&[(0.0, 88.0), (19.4, 88.0), (18.2, 95.0), (20.4, 105.0), (0.0, 107.0)]],
    ),
    back(
        "hip",
        (13.0, 117.0),
        &[&[
            (0.8, 109.0),
            (21.4, 107.0),
            (24.4, 116.0),
            (24.6, 126.0),
            (14.0, 131.0),
            (2.6, 126.0),
        ]],
    ),
];

/// Returns the region of a site; `None` where it is not on the body.
pub(super) fn region(site: &str) -> Option<&'static Region> {
    REGIONS.iter().find(|region| region.site == site)
}

/// Returns the outline of the whole body.
pub(super) fn outline() -> Vec<Spot> {
    let other = OUTLINE.iter().rev().map(|(across, down)| (-across, *down));
    round(&OUTLINE.iter().copied().chain(other).collect::<Vec<_>>(), 3)
}

/// Returns a shape with round corners: each is cut at a quarter of its sides, again and again
/// (Chaikin 1974, doi 10.1016/0146-664X(74)90028-8), which never leaves the shape. Corners in the
/// middle of the body stay, so that its halves meet.
pub(super) fn round(shape: &[Spot], times: u32) -> Vec<Spot> {
    let mut round = shape.to_vec();
    for _ in 0..times {
        let next = round.iter().cycle().skip(1);
        let cut = round.iter().zip(next).flat_map(|(one, other)| {
            let at =
                |share: f64| (one.0 + (other.0 - one.0) * share, one.1 + (other.1 - one.1) * share);
            let first = if is_middle(*one) { *one } else { at(0.25) };
            let last = (!is_middle(*other)).then(|| at(0.75));
            std::iter::once(first).chain(last)
        });
        round = cut.collect();
    }
    round
}

fn is_middle(spot: Spot) -> bool {
    spot.0.abs() < 1e-9
}

#[cfg(test)]
mod tests {
    use crate::draw::body::{HALF_WIDTH, HEIGHT, REGIONS, outline, region};
    use crate::journal::SITES;

    #[test]
    fn every_site_is_on_the_body_once() {
        assert!(SITES.iter().all(|site| region(site.id).is_some()));
        assert_eq!(REGIONS.len(), SITES.len());
    }

    #[test]
    fn the_body_is_its_mirror_image_and_keeps_its_size() {
        let outline = outline();
        for (across, down) in &outline {
            assert!(across.abs() <= HALF_WIDTH && (0.0..=HEIGHT).contains(down));
            let mirrored =
                |(a, d): &(f64, f64)| (a + across).abs() < 1e-9 && (d - down).abs() < 1e-9;
            assert!(outline.iter().any(mirrored), "{across} {down}");
        }
    }
}
