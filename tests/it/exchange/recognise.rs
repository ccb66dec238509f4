//! What a file without ids says again is not written again.

use proptest::prelude::{ProptestConfig, prop_assert, proptest};
use twinge::exchange::{WriteOptions, recognise};
use twinge::journal::{Entry, EntryId, Journal, Kind};

use crate::exchange::journals::journal_of_days;
use crate::exchange::{options, read_good, read_with, write_as};
use crate::kit::Twinge;

/// A journal of what a file says, under ids as the program gives them to what is recorded.
fn recorded(text: &str) -> Journal {
    let fresh = |(n, entry): (usize, Entry)| {
        let can_be_many =
            matches!(entry.kind, Kind::Exercise | Kind::Treatment | Kind::Event | Kind::Pain);
        let id = EntryId::fresh(i64::try_from(n).unwrap(), [7; 10]);
        Entry { id: if can_be_many { id } else { entry.id }, ..entry }
    };
    Journal::new(read_good(text).entries.into_iter().enumerate().map(fresh).collect())
}

/// How many entries of a file are not in the journal, after looking for them.
fn n_new(journal: &Journal, text: &str) -> usize {
    let mut import = read_good(text);
    recognise(&mut import, journal);
    let ids: std::collections::BTreeSet<EntryId> = import.entries.iter().map(|e| e.id).collect();
    assert_eq!(ids.len(), import.entries.len(), "each is an entry of its own");
    let is_there = |e: &&Entry| journal.entries().iter().any(|known| known.id == e.id);
    import.entries.len() - import.entries.iter().filter(is_there).count()
}

#[test]
fn what_the_journal_has_under_another_id_is_found() {
    let header =
        "date,pain,site,time,exercise:walk,took:Ibuprofen,treatment:heat,event:fall,note\n";
    let row = |cells: &str| format!("{header}2026-03-01,{cells}\n");
    let journal = recorded(&row("4,neck,14:30,20,400 mg,20m,on ice,late"));
    for (cells, n) in [
        ("4,neck,14:30,20,400 mg,20m,on ice,late", 0),
        // A row that says less says nothing new.
        ("4,neck,,yes,yes,yes,yes,late", 0),
        ("4,,,,,,,", 1),
        ("4,jaw,,,,,,", 1),
        ("5,neck,,,,,,", 1),
        ("4,neck,15:00,,,,,", 1),
        (",,,30,,,,", 1),
        (",,,no,,,,", 1),
        (",,,,200 mg,,,", 1),
        (",,,,,30m,,", 1),
        (",,,,,,on stairs,", 1),
        (",,,,,,,early", 1),
    ] {
        assert_eq!(n_new(&journal, &row(cells)), n, "{cells}");
    }
    let other_name = "date,took:Paracetamol,treatment:medicine\n2026-03-01,400 mg,400 mg\n";
    assert_eq!(n_new(&journal, other_name), 2);
    assert_eq!(n_new(&journal, "date,pain,site\n2026-03-02,4,neck\n"), 1, "another day");
    let by_hand = "date,field,value\n2026-03-01,exercise:walk,20m\n2026-03-01,pain@neck,4\n";
    assert_eq!(n_new(&journal, by_hand), 0);
}

#[test]
fn one_entry_is_found_once() {
    let walks = |cells: &[&str]| {
        let rows: Vec<String> = cells.iter().map(|cell| format!("2026-03-01,{cell}\n")).collect();
        format!("date,exercise:walk\n{}", rows.concat())
    };
    let journal = recorded(&walks(&["20", "30"]));
    assert_eq!(n_new(&journal, &walks(&["20", "20"])), 1);
    assert_eq!(n_new(&journal, &walks(&["yes", "20", "30"])), 1);
    assert_eq!(n_new(&journal, &walks(&["yes", "20"])), 0, "the one that says more chooses first");
    // An import whose rows come in another order the next time.
    let imported = Journal::new(read_good(&walks(&["20", "30"])).entries);
    assert_eq!(n_new(&imported, &walks(&["30", "20"])), 0);
    assert_eq!(n_new(&imported, &walks(&["40", "20"])), 0, "it is a difference, and told");
    assert_eq!(n_new(&imported, &walks(&["40", "20", "30"])), 1);
}

#[test]
fn entries_with_ids_are_left_as_they_are() {
    let text = |id: &str| {
        format!(
            "date,time,field,value,entry,written\n\
             2026-03-01,,exercise.exercise,walk,{id},\n2026-03-01,,exercise.minutes,20,{id},\n"
        )
    };
    let journal = recorded("date,exercise:walk\n2026-03-01,20\n");
    assert_eq!(n_new(&journal, &text("22222222-2222-8222-8222-222222222222")), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn ones_own_table_of_days_has_nothing_new(journal in journal_of_days()) {
        let (text, _) = write_as("csv-days", &journal, &WriteOptions::default());
        let mut import = read_with(&text, &options(journal.habits())).unwrap();
        recognise(&mut import, &journal);
        for entry in &import.entries {
            let there = journal.on(entry.day).iter().find(|e| e.id == entry.id);
            let says = |e: &Entry| entry.values.iter().all(|v| e.values.iter().any(|w| w == v));
            prop_assert!(there.is_some_and(says), "{:?}", entry);
        }
    }
}

#[test]
fn the_sample_exported_by_days_and_imported_is_the_same_journal() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["demo", "sample.db"]);
    let on = |more: &[&str]| twinge.json(&[&["--journal", "sample.db"], more].concat());
    let _ = on(&["log", "4", "--at", "07:15", "--quality", "dull", "--worst", "6"]);
    let _ = on(&["log", "4", "--did", "walk=20m", "--note", "late"]);
    let _ = twinge.done(&["--journal", "sample.db", "export", "--wide", "-o", "days.csv"]);
    let data = on(&["import", "days.csv"])["data"].clone();
    assert_eq!(data["values_new"], 0, "{data}");
    assert_eq!(data["differences"].as_array().unwrap().len(), 0, "{data}");
    assert!(data["values_already_there"].as_i64().unwrap() > 1000);
}
