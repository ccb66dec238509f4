//! Since when a report tells.

use twinge::journal::fields::{event, treatment};
use twinge::journal::{Kind, Span, Value};
use twinge::report::visit::since_last;

use crate::report::{Diary, today};

fn visits(ago: &[u64]) -> Span {
    let mut diary = Diary::default();
    for days in ago {
        diary.put(Kind::Event, *days, &[(&event::EVENT, Value::text("visit"))]);
    }
    since_last(&diary.journal(), today())
}

#[test]
fn it_begins_with_the_last_visit_of_half_a_year_at_least_four_weeks_ago() {
    assert_eq!(visits(&[]), Span::ending(today(), 183));
    assert_eq!(visits(&[60, 100]), Span::ending(today(), 61));
    assert_eq!(visits(&[28]), Span::ending(today(), 29));
    // A visit of last week is too near: too little to tell.
    assert_eq!(visits(&[27]), Span::ending(today(), 183));
    assert_eq!(visits(&[7, 60]), Span::ending(today(), 61));
    assert_eq!(visits(&[182]), Span::ending(today(), 183));
    assert_eq!(visits(&[183]), Span::ending(today(), 183));
}

#[test]
fn a_visit_is_to_someone_who_reads_such_a_page() {
    let since = |id| {
        let mut diary = Diary::default();
        diary.put(Kind::Treatment, 40, &[(&treatment::TREATMENT, Value::text(id))]);
        since_last(&diary.journal(), today()).n_days()
    };
    for id in ["doctor", "physiotherapist", "chiropractor", "osteopath"] {
        assert_eq!(since(id), 41, "{id}");
    }
    for id in ["heat", "medicine", "massage"] {
        assert_eq!(since(id), 183, "{id}");
    }
}
