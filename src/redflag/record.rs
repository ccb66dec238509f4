//! The part of a journal that rules read.

use std::cell::OnceCell;

use chrono::{Days, NaiveDate};

use crate::journal::series::{DayPain, pain_of};
use crate::journal::{Entry, Journal, Span};
use crate::redflag::answers::Answers;

/// How many days, ending today, rules read before they ask for everything. No rule's window
/// is longer; only the start of an episode may lie further back.
pub const LOOKBACK_DAYS: u64 = 365;

/// The entries up to and including today, the series made once for all rules.
pub(crate) struct Record<'a> {
    journal: &'a Journal,
    today: NaiveDate,
    recent: Vec<DayPain>,
    answers: Answers<'a>,
    all: OnceCell<Vec<DayPain>>,
}

impl<'a> Record<'a> {
    pub(crate) fn new(journal: &'a Journal, today: NaiveDate) -> Self {
        let entries = journal.within(Span::ending(today, LOOKBACK_DAYS));
        let recent = pain_of(entries, None);
        Self { journal, today, recent, answers: Answers::of(entries, today), all: OnceCell::new() }
    }

    pub(crate) fn journal(&self) -> &'a Journal {
        self.journal
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.today
    }

    /// What is on record beside the scores.
    pub(crate) fn answers(&self) -> &Answers<'a> {
        &self.answers
    }

    /// The first of the last `n_days`.
    pub(crate) fn first_of(&self, n_days: u32) -> NaiveDate {
        Span::ending(self.today, n_days.into()).first()
    }

    /// The first day of the look back.
    pub(crate) fn recent_from(&self) -> NaiveDate {
        Span::ending(self.today, LOOKBACK_DAYS).first()
    }

    /// The days with a score in the look back, in order.
    pub(crate) fn recent(&self) -> &[DayPain] {
        &self.recent
    }

    /// The days with a score among the last `n_days`.
    pub(crate) fn last(&self, n_days: u32) -> &[DayPain] {
        let first = self.first_of(n_days);
        &self.recent[self.recent.partition_point(|d| d.date < first)..]
    }

    /// The entries of the last `n_days`.
    pub(crate) fn entries(&self, n_days: u32) -> &'a [Entry] {
        self.journal.within(Span::ending(self.today, n_days.into()))
    }

    /// All days with a score up to today; `None` when there are entries that were not loaded.
    pub(crate) fn all(&self) -> Option<&[DayPain]> {
        let entries = self.journal.entries();
        let before = entries.partition_point(|e| e.day < self.recent_from());
        let until = entries.partition_point(|e| e.day <= self.today);
        match (self.has_unloaded(), before) {
            (true, _) => None,
            (false, 0) => Some(&self.recent),
            (false, _) => Some(self.all.get_or_init(|| pain_of(&entries[..until], None))),
        }
    }

    /// Whether not even the whole look back was loaded.
    pub(crate) fn is_cut_short(&self) -> bool {
        self.has_unloaded()
            && self.journal.loaded().is_some_and(|span| span.first() > self.recent_from())
    }

    fn has_unloaded(&self) -> bool {
        self.journal.loaded().is_some() && self.journal.has_earlier()
    }
}

/// The day `n` days before `day`, or the first of the calendar.
pub(crate) fn back(day: NaiveDate, n: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(n.into())).unwrap_or(NaiveDate::MIN)
}
