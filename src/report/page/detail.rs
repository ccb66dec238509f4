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
    /// Rows of the table of measures; those that say most come first.
    pub(super) measures: usize,
    /// Whether what was tried is a table; else it is a line.
    pub(super) has_tables: bool,
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
    /// Answers and habits without what is said elsewhere on the page.
    Short,
    /// Of rules to discuss only the first, those that ask for someone always.
    Brief,
    /// Signs and rules by their names alone.
    Names,
}

/// From the fullest page to the tightest: the first that is one page is taken.
pub(super) const DETAILS: &[Detail] = &[
    Detail { has_strips: true, ..detail(5, 200, 6, 320) },
    detail(5, 200, 6, 270),
    detail(4, 200, 6, 230),
    detail(3, 160, 5, 200),
    short(3, 140, 5, 220),
    short(2, 140, 4, 200),
    Detail { measures: 9, ..short(2, 120, 3, 180) },
    Detail { measures: 9, ..short(1, 120, 3, 160) },
    Detail { measures: 7, ..short(1, 120, 3, 160) },
    Detail { measures: 7, ..short(1, 60, 2, 160) },
    Detail { measures: 7, ..short(0, 60, 3, 150) },
    Detail { measures: 7, names_events: false, ..short(0, 60, 2, 140) },
    Detail { measures: 5, ..short(0, 60, 2, 160) },
    brief(2, 90, 3, 170),
    brief(1, 70, 2, 160),
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
        measures: 11,
        has_tables: true,
        names_events: true,
        brevity: Brevity::Full,
    }
}

const fn short(notes: usize, letters: usize, rows: usize, chart_px: u32) -> Detail {
    Detail { brevity: Brevity::Short, ..detail(notes, letters, rows, chart_px) }
}

const fn brief(notes: usize, letters: usize, rows: usize, chart_px: u32) -> Detail {
    Detail {
        measures: 0,
        has_tables: false,
        brevity: Brevity::Brief,
        ..detail(notes, letters, rows, chart_px)
    }
}
