//! Columns with the names that people give them.

use crate::exchange::{listed, mapped, options, read, read_good, refusal};

#[test]
fn flags_and_common_words_are_names() {
    let text = "Datum,Schmerz,Nacht,Schlaf,Sitzen,Stress,Notiz,screen,Woken,surface,weight\n\
                2026-03-01,4,3,7.5,8,2,x,5,1,firm,70\n";
    insta::assert_snapshot!(listed(&read_good(text).entries), @r#"
    2026-03-01 pain now=Int(40)
    2026-03-01 pain night=Int(30)
    2026-03-01 day screen_hours=Real(5.0) sitting_hours=Real(8.0) sleep_hours=Real(7.5) sleep_surface=Text("firm") stress=Int(20) weight_kg=Real(70.0) woken=Int(1)
    2026-03-01 event event=Text("note") text=Text("x")
    "#);
    let text = "date,Pain Level,sleep (hours),comment\n2026-03-01,4,7,x\n";
    assert_eq!(read_good(text).entries.len(), 3);
}

#[test]
fn a_column_called_sleep_is_what_its_cells_are() {
    let of = |text: &str| listed(&read_good(text).entries);
    insta::assert_snapshot!(of("date,sleep,slept\n2026-03-01,side,7\n2026-03-02,,6\n"), @r#"
    2026-03-01 day sleep_hours=Real(7.0) sleep_position=Text("side")
    2026-03-02 day sleep_hours=Real(6.0)
    "#);
    insta::assert_snapshot!(of("date,sleep\n2026-03-01,7h30\n"), @"2026-03-01 day sleep_hours=Real(7.5)");
    insta::assert_snapshot!(of("date,field,value\n2026-03-01,sleep,8\n"), @"2026-03-01 day sleep_hours=Real(8.0)");
    let refused = |text: &str| refusal(text, &options(&[]));
    insta::assert_snapshot!(refused("date,sleep\n2026-03-01,7\n2026-03-02,back\n"), @r#"column "sleep": it has hours, like "7", and positions, like "back": each needs a column of its own, sleep_hours and sleep_position"#);
    insta::assert_snapshot!(refused("date,sleep,slept\n2026-03-01,7,7\n"), @r#"
    columns "sleep" and "slept" are both sleep_hours
      hint: --map slept=- leaves the second one out
    "#);
}

#[test]
fn a_habit_of_ones_own_is_meant_before_a_word_of_others() {
    let text = "date,habit:notes\n2026-03-01,2\n";
    let journal = twinge::journal::Journal::new(read_good(text).entries);
    let again =
        crate::exchange::read_with("date,notes\n2026-03-02,3\n", &options(journal.habits()));
    insta::assert_snapshot!(listed(&again.unwrap().entries), @"2026-03-02 day habit:notes=Real(3.0)");
}

#[test]
fn a_column_is_mapped_once_and_by_its_name() {
    let bad = |map: &[(&str, &str)]| refusal("date,A\n2026-03-01,4\n", &mapped(map));
    insta::assert_snapshot!(bad(&[("A", "pain"), ("a", "worst")]), @r#"
    column "A" is mapped to "pain" and to "worst"
      hint: say --map once for each column
    "#);
    insta::assert_snapshot!(bad(&[("", "pain")]), @r"
    --map =pain does not name the column
      hint: --map NAME=pain; a column without a name needs one in the file
    ");
    insta::assert_snapshot!(refusal("date,Sitzn,Zzz\n2026-03-01,4,1\n", &options(&[])), @r#"
    it is not known what "Sitzn" (perhaps sitting_hours), "Zzz" mean
      hint: --map Sitzn=sitting_hours; --map NAME=FIELD says what a column is; --map NAME=- leaves it out; --new-habits takes all of them as habits of your own
    "#);
}

#[test]
fn several_rows_of_a_day_are_noted() {
    let text = "date,pain\n2026-03-01,4\n2026-03-01,5\n2026-03-01,4\n2026-03-02,1\n2026-03-03,1\n2026-03-03,2\n";
    assert_eq!(
        read(text).unwrap().notes,
        [
            "2026-03-01 has 3 rows: each pain score is kept as a reading of its own; so it is on 1 more day"
        ]
    );
    assert!(read("date,pain\n2026-03-01 08:00,4\n2026-03-01 09:00,5\n").unwrap().notes.is_empty());
}

#[test]
fn a_line_of_sixty_megabytes_is_refused() {
    let text = "x".repeat(60_000_000);
    assert!(refusal(&text, &options(&[])).contains("1 MiB"));
}
