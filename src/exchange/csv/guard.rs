//! Keeps a spreadsheet from running a text as a formula, and takes that back on reading.
//!
//! OWASP ASVS 5.0, 1.2.10: a text that begins like a formula gets a `'` in front. A text that
//! already begins with `'` and then like a formula gets one more, so that exactly one can be
//! taken away again.

use std::borrow::Cow;

/// Puts a `'` before a text that a spreadsheet would run.
pub(super) fn guard(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Takes away the `'` that [`guard`] put there.
pub(super) fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_formula(text) => text,
        _ => cell,
    }
}

/// Whether it begins, after any `'`, as a formula does. The last four are the full-width
/// forms, which some spreadsheets take as the plain ones.
fn is_formula(text: &str) -> bool {
    let start = text.trim_start_matches('\'').chars().next();
    matches!(start, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\0' | '＝' | '＋' | '－' | '＠'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{any, prop, prop_assert, prop_assert_eq, proptest};

    #[test]
    fn formulas_get_one_mark_and_lose_one() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("'=1+1", "''=1+1"),
            ("''@x", "'''@x"),
            ("＝1", "'＝1"),
            ("plain", "plain"),
            ("'tis", "'tis"),
            ("", ""),
            ("'", "'"),
        ] {
            assert_eq!(guard(text), cell);
            assert_eq!(unguard(cell), text);
        }
    }

    proptest! {
        #[test]
        fn the_guard_is_taken_back_from_any_text(
            marks in "'{0,3}",
            first in prop::sample::select(vec!["", "=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠"]),
            rest in any::<String>(),
        ) {
            let text = format!("{marks}{first}{rest}");
            let cell = guard(&text);
            prop_assert_eq!(unguard(&cell), &text);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']));
        }
    }
}
