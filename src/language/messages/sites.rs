//! The messages of the chart of places.

/// What a chart says of places of the body.
pub(crate) struct SiteWords {
    /// The title.
    pub(crate) where_it_hurts: &'static str,
    /// Days with a place that hurts, of days with a score.
    pub(crate) days_with_place: fn(usize, usize) -> String,
    /// Days that hurt and have no place.
    pub(crate) days_without_place: fn(usize) -> String,
    /// Nothing hurts in this period, or nobody said where.
    pub(crate) no_places: &'static str,
    /// Dark is often.
    pub(crate) reading: &'static str,
    /// Whose left and right it is.
    pub(crate) reading_sides: &'static str,
    /// On how many days, which share of the days in percent, and the mean score.
    pub(crate) facts: fn(usize, usize, &str) -> String,
    /// On how many days which side.
    pub(crate) on_side: fn(&str, usize) -> String,
    /// The body from the front.
    pub(crate) front: &'static str,
    /// The body from the back.
    pub(crate) back: &'static str,
    /// The left of the person.
    pub(crate) left: &'static str,
    /// The right of the person.
    pub(crate) right: &'static str,
}
