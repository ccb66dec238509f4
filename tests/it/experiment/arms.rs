//! What may be compared, and by which name.

use twinge::experiment::{free_name, is_same, without};
use twinge::journal::Journal;

use crate::experiment::drawn;

#[test]
fn what_is_left_out_is_found() {
    for (said, what) in [
        ("no walk", Some("walk")),
        ("Without  a pillow", Some("a pillow")),
        ("not sitting", Some("sitting")),
        ("ohne Kissen", Some("Kissen")),
        ("kein Kaffee", Some("Kaffee")),
        ("Keine Treppen", Some("Treppen")),
        ("nordic walking", None),
        ("no", None),
        ("no ?", None),
        ("walk", None),
    ] {
        assert_eq!(without(said), what, "{said}");
    }
}

#[test]
fn the_same_thing_is_known_by_all_its_names() {
    for (a, b, same) in [
        ("walk", "Walking", true),
        ("heat", "hot water bottle", true),
        ("cold pack", "ice", true),
        ("tea", "Tea", true),
        ("tea", "coffee", false),
        ("walk", "no walk", false),
    ] {
        assert_eq!(is_same(a, b), same, "{a}, {b}");
    }
}

#[test]
fn a_name_that_is_taken_gets_a_number() {
    let journal = Journal::new(vec![drawn()]);
    assert_eq!(&*free_name(&journal, "foam-roller"), "foam-roller-2");
    assert_eq!(&*free_name(&journal, "tea"), "tea");
    assert_eq!(&*free_name(&Journal::default(), "foam-roller"), "foam-roller");
}
