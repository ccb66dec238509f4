//! The person's own SQLite reads the journal through the views.

use rusqlite::Connection;

use crate::kit::Twinge;

#[test]
fn views_show_what_stands_now() {
    let twinge = Twinge::new();
    for args in [
        &["log", "4.5", "--worst", "6", "--site", "neck:left", "--slept", "7h30"][..],
        &["edit", "today", "worst=5"],
        &["did", "walk", "20m"],
        &["took", "heat", "15m"],
        &["symptom", "fever", "--no"],
        &["event", "fall", "on ice", "--on", "2026-01-02"],
        &["habit", "add", "coffee", "--as", "amount"],
        &["log", "--habit", "coffee=3"],
        &["did", "yoga"],
        &["undo"],
    ] {
        let _ = twinge.done(args);
    }
    let file = Connection::open(twinge.journal()).unwrap();
    let one = |sql: &str| -> String { file.query_row(sql, [], |row| row.get(0)).unwrap() };
    let pain = "SELECT group_concat(line, '; ') FROM (SELECT
        day || ' ' || coalesce(now, '-') || ' ' || coalesce(worst, '-') || ' ' || site || ' ' || side
        AS line FROM pain ORDER BY now IS NULL)";
    assert_eq!(one(pain), "2026-03-15 4.5 - neck left; 2026-03-15 - 5.0 neck left");
    assert_eq!(one("SELECT day || ' ' || sleep_hours FROM day"), "2026-03-15 7.5");
    assert_eq!(one("SELECT group_concat(exercise || minutes) FROM exercise"), "walk20.0");
    assert_eq!(one("SELECT treatment || minutes FROM treatment"), "heat15.0");
    assert_eq!(one("SELECT symptom || present FROM symptom"), "fever-unwell0");
    assert_eq!(one("SELECT day || event || text FROM event"), "2026-01-02fallon ice");
    assert_eq!(one("SELECT habit || value FROM own_habit"), "coffee3.0");
}

#[test]
fn every_day_field_is_a_column_of_its_view() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let file = Connection::open(twinge.journal()).unwrap();
    for (view, fields) in [
        ("day", twinge::journal::fields::day::FIELDS),
        ("pain", twinge::journal::fields::pain::FIELDS),
        ("exercise", twinge::journal::fields::exercise::FIELDS),
        ("treatment", twinge::journal::fields::treatment::FIELDS),
        ("symptom", twinge::journal::fields::symptom::FIELDS),
        ("event", twinge::journal::fields::event::FIELDS),
        ("questionnaire", twinge::journal::fields::questionnaire::FIELDS),
        ("notice", twinge::journal::fields::notice::FIELDS),
        ("insight", twinge::journal::fields::insight::FIELDS),
        ("experiment", twinge::journal::fields::experiment::FIELDS),
    ] {
        for field in fields {
            let sql = format!("SELECT {view}.{} FROM {view}", field.id);
            assert!(file.prepare(&sql).is_ok(), "{view} has no column {}", field.id);
        }
    }
}
