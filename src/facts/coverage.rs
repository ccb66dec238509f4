//! How much of a span was recorded.

use crate::journal::series::DayPain;
use crate::journal::{Journal, Span, series};

/// How much of a span has a pain score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Days with a pain score of any sort.
    pub recorded_days: usize,
    /// Days of the span.
    pub total_days: usize,
    /// The longest stretch of days without a score, the first of them where several are as
    /// long; `None` where there is none.
    pub longest_gap: Option<Span>,
}

/// The days with a score within a span, in order.
pub fn scored_days(journal: &Journal, span: Span) -> Vec<DayPain> {
    series::pain_of(journal.within(span), None)
}

/// How much of a span was recorded; `days` are its scored days, in order.
pub fn coverage(days: &[DayPain], span: Span) -> Coverage {
    let mut longest: Option<Span> = None;
    let mut next = span.first();
    let ends = days.iter().map(|d| d.date.pred_opt()).chain([Some(span.last())]);
    let starts_after = days.iter().map(|d| d.date.succ_opt()).chain([None]);
    for (end, after) in ends.zip(starts_after) {
        let gap = end.and_then(|end| Span::new(next, end));
        if gap.map(|g| g.n_days()) > longest.map(|g| g.n_days()) {
            longest = gap;
        }
        next = after.unwrap_or(next);
    }
    Coverage {
        recorded_days: days.len(),
        total_days: usize::try_from(span.n_days()).unwrap_or(usize::MAX),
        longest_gap: longest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Score;

    fn span(first: &str, last: &str) -> Span {
        Span::new(first.parse().unwrap(), last.parse().unwrap()).unwrap()
    }

    fn day(date: &str) -> DayPain {
        let date = date.parse().unwrap();
        let highest = Score::whole(3);
        DayPain { date, day: None, day_from: None, night: None, morning: None, highest }
    }

    #[test]
    fn the_longest_gap_may_be_at_either_end_or_everything() {
        let march = span("2026-03-01", "2026-03-31");
        let gap = |days: &[&str]| {
            let days: Vec<DayPain> = days.iter().map(|d| day(d)).collect();
            coverage(&days, march).longest_gap
        };
        assert_eq!(gap(&[]), Some(march));
        assert_eq!(gap(&["2026-03-31"]), Some(span("2026-03-01", "2026-03-30")));
        assert_eq!(gap(&["2026-03-01"]), Some(span("2026-03-02", "2026-03-31")));
        assert_eq!(gap(&["2026-03-10", "2026-03-25"]), Some(span("2026-03-11", "2026-03-24")));
        // Of two as long the first.
        assert_eq!(gap(&["2026-03-16"]), Some(span("2026-03-01", "2026-03-15")));
        let all: Vec<DayPain> = march.days().map(|d| day(&d.to_string())).collect();
        let whole = coverage(&all, march);
        assert_eq!((whole.recorded_days, whole.total_days, whole.longest_gap), (31, 31, None));
    }
}
