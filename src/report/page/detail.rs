//! How much of each thing stands on the page.

/// How much of each thing stands on the page. What is longer is counted, never dropped unsaid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Detail {
    /// Notes.
    pub(super) notes: usize,
    /// Letters of each text of the person's own.
    pub(super) letters: usize,
    /// Rows of each list: treatments, exercises, places, activities.
    pub(super) rows: usize,
    /// Height of the chart, px; it takes more where it needs more. `None`: there is no room
    /// for it, and the page says so.
    pub(super) chart_px: Option<u32>,
    /// Whether exercise, sitting, sleep and medicine are drawn below pain.
    pub(super) has_strips: bool,
    /// Whether events other than warning signs are named on the chart.
    pub(super) names_events: bool,
    /// How briefly the rest is said.
    pub(super) brevity: Brevity,
}

/// How briefly things are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Brevity {
    /// As fully as can be.
    Full,
    /// Of rules to discuss only the first, those that ask for
    /// someone always; answers without what is said elsewhere.
    Brief,
    /// Signs and rules by their names alone.
    Names,
}

/// From the fullest page to the tightest: the first that is one page is taken.
pub(super) const DETAILS: &[Detail] = &[
    Detail { has_strips: true, ..detail(5, 200, 6, 320) },
    detail(5, 200, 6, 270),
    detail(4, 200, 6, 230),
    detail(4, 160, 5, 210),
    detail(3, 140, 5, 200),
    detail(3, 110, 4, 190),
    brief(2, 90, 3, 180),
    brief(1, 70, 2, 170),
    Detail { names_events: false, ..brief(1, 50, 2, 160) },
    Detail { names_events: false, ..brief(0, 40, 1, 160) },
    Detail { names_events: false, brevity: Brevity::Names, ..brief(0, 40, 1, 160) },
    Detail { chart_px: None, ..brief(2, 90, 2, 160) },
    Detail { chart_px: None, brevity: Brevity::Names, ..brief(0, 40, 1, 160) },
];

/// Notes, letters of each text, rows of each list, and the height of the chart in px.
const fn detail(notes: usize, letters: usize, rows: usize, chart_px: u32) -> Detail {
    Detail {
        notes,
        letters,
        rows,
        chart_px: Some(chart_px),
        has_strips: false,
        names_events: true,
        brevity: Brevity::Full,
    }
}

const fn brief(notes: usize, letters: usize, rows: usize, chart_px: u32) -> Detail {
    Detail { brevity: Brevity::Brief, ..detail(notes, letters, rows, chart_px) }
}
