//! A calendar with characters: a digit for each day, weeks as columns from Monday down.

use chrono::{Datelike as _, NaiveDate};
use unicode_width::UnicodeWidthStr as _;

use crate::chart::figure::{Calendar, DaySquare, Figure};
use crate::chart::smooth::month_spans;
use crate::draw::letters::{Letters, cut, header, joined};
use crate::draw::weeks::{blocks, column, name_column, row};
use crate::journal::Span;
use crate::language::year;

/// Columns of a day: its digit, and a mark where there is room.
const WITH_MARK: usize = 2;
/// Columns of the names of weekdays and the years, with a space after them.
const GUTTER: usize = 5;
/// Weeks from the name of a month to the next, at least.
const LEAST_WEEKS: usize = 4;
/// Most dates of warning signs that are listed where squares have no mark.
const MOST_DATES: usize = 12;
/// A score of 10, which has one column too.
const TEN: char = 'X';
/// Pain woke the person.
const WOKEN: char = '\'';
/// A warning sign was ticked.
const TICKED: char = '!';
/// A day with an entry and no score.
const NO_SCORE: char = '-';

/// Returns the lines of a calendar, at most `width` columns wide.
pub(super) fn lines(
    figure: &Figure,
    calendar: &Calendar,
    width: usize,
    letters: Letters,
) -> Vec<String> {
    let say = |words: &str| letters.say(words, figure.language);
    let mut lines = header(figure, None, width, letters);
    if let Some(nothing) = &calendar.nothing {
        lines.push(cut(&format!("  {}.", say(nothing)), width));
    }
    if calendar.days.is_empty() {
        return lines;
    }
    let (blocks, columns) = of_width(figure.span, width - GUTTER);
    let page = Page { figure, calendar, columns, empty: letters.not_recorded() };
    for span in blocks {
        lines.push(say(&page.names(span, width)));
        lines.extend((0..7).map(|row| say(&page.row(span, row))));
        lines.push(String::new());
    }
    lines.extend(joined(&page.key(), width, say));
    lines
}

struct Page<'a> {
    figure: &'a Figure,
    calendar: &'a Calendar,
    /// Columns of a day.
    columns: usize,
    /// What stands for a day without an entry.
    empty: char,
}

impl Page<'_> {
    /// Returns the names of the months, each above the first week that is all of it.
    fn names(&self, span: Span, width: usize) -> String {
        let mut line = format!("{:<GUTTER$}", year(span.first()));
        for month in month_spans(span, 1) {
            let first = month.first();
            let at = GUTTER + self.columns * name_column(span, month);
            let language = self.figure.language;
            let is_new = first != span.first() && first.month() == 1;
            let short = language.short_month(first).to_string();
            let full = if is_new { language.short_month_of_year(first) } else { short.clone() };
            let has_room = full.width() < LEAST_WEEKS * self.columns;
            let name = if has_room { full } else { short };
            if line.width() <= at && at + name.width() <= width {
                line = format!("{line:<at$}{name} ");
            }
        }
        line
    }

    fn row(&self, span: Span, of_row: usize) -> String {
        let weekdays = self.figure.language.short_weekdays();
        let name = weekdays.get(of_row).copied().unwrap_or_default();
        let mut line = format!("{name:<GUTTER$}");
        let first = span.days().find(|date| row(*date) == of_row);
        let Some(first) = first else { return line };
        let before = self.columns * column(span, first);
        line.push_str(&" ".repeat(before));
        let dates = first.iter_weeks().take_while(|date| *date <= span.last());
        line.extend(dates.flat_map(|date| self.day(date)).collect::<Vec<char>>());
        line
    }

    fn day(&self, date: NaiveDate) -> Vec<char> {
        let days = &self.calendar.days;
        let found = days.binary_search_by_key(&date, |day| day.date).ok();
        let day = found.and_then(|at| days.get(at));
        let digit = match day.map(|day| day.score) {
            None => self.empty,
            Some(None) => NO_SCORE,
            Some(Some(10)) => TEN,
            Some(Some(score)) => char::from(b'0' + score.min(9)),
        };
        let mark = match day {
            Some(day) if day.is_warned => TICKED,
            Some(day) if day.is_woken => WOKEN,
            _ => ' ',
        };
        if self.columns < WITH_MARK { vec![digit] } else { vec![digit, mark] }
    }

    /// Returns what the characters stand for: only those that occur.
    fn key(&self) -> Vec<String> {
        let words = &self.figure.language.drawing;
        let days = &self.calendar.days;
        let has = |is: fn(&DaySquare) -> bool| days.iter().any(is);
        let has_mark = |is: fn(&DaySquare) -> bool| self.columns >= WITH_MARK && has(is);
        let n_days = usize::try_from(self.figure.span.n_days()).unwrap_or_default();
        let said = [
            (has(|day| day.score == Some(10)), TEN, "10"),
            (has_mark(|day| day.is_warned), TICKED, words.sign_ticked),
            (has_mark(|day| day.is_woken && !day.is_warned), WOKEN, words.woken),
            (has(|day| day.score.is_none()), NO_SCORE, words.no_score),
            (days.len() < n_days, self.empty, words.not_recorded),
        ];
        let mut parts = vec![];
        if has(|day| day.score.is_some()) {
            parts.push(words.highest_of_day.into());
        }
        let said = said.into_iter().filter(|(occurs, _, _)| *occurs);
        parts.extend(said.map(|(_, letter, what)| (words.stands_for)(letter, what)));
        parts.extend(self.ticked());
        parts
    }

    /// Returns the newest days with a warning sign in words where no mark says them.
    fn ticked(&self) -> Option<String> {
        let language = self.figure.language;
        let days = self.calendar.days.iter().rev().filter(|day| day.is_warned);
        let newest = days.take(MOST_DATES).map(|day| language.short_date(day.date));
        let mut dates: Vec<String> = newest.collect();
        dates.reverse();
        let listed = format!("{}: {}", language.drawing.sign_ticked, dates.join(", "));
        (self.columns < WITH_MARK && !dates.is_empty()).then_some(listed)
    }
}

/// Returns the spans of the blocks and how many columns a day has. Without marks where years fit
/// then, and half-years did not.
fn of_width(span: Span, room: usize) -> (Vec<Span>, usize) {
    let plain = || blocks(span, room).unwrap_or_else(|| month_spans(span, 1));
    match blocks(span, room / WITH_MARK) {
        Some(marked) if marked.len() <= 2 || plain().len() == marked.len() => (marked, WITH_MARK),
        _ => (plain(), 1),
    }
}
