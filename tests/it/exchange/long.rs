//! A table of one row a value.

use twinge::exchange::{ReadOptions, WriteOptions};
use twinge::journal::{Entry, EntryId, FieldRef, Journal, Kind, Value, Values};

use crate::exchange::{
    errors, listed, mapped, options, read, read_good, read_with, refusal, write_as,
};

#[test]
fn rows_of_one_moment_are_one_reading() {
    let import = read_good(
        "date,time,field,value\n\
         2026-03-01,08:00,pain,4\n\
         2026-03-01,20:00,pain,6\n\
         2026-03-01,20:00,site,neck\n\
         2026-03-01,8:00,quality,dull\n\
         2026-03-01,,worst,7\n\
         2026-03-01,,stress,2\n\
         2026-03-01,,exercise:walk,20m\n\
         2026-03-01,,habit:coffee,3\n\
         2026-03-01,12:00,pain@jaw,1\n\
         2026-03-02,,pain.worst,2\n\
         2026-03-02,,day.sleep_hours,7h\n\
         2026-03-02,,stress,\n\
         ,,profile.birth_year,1981\n",
    );
    insta::assert_snapshot!(listed(&import.entries), @r#"
    1970-01-01 profile birth_year=Int(1981)
    1970-01-01 habit answer=Text("amount") habit=Text("coffee")
    2026-03-01 pain worst=Int(70)
    2026-03-01 day habit:coffee=Real(3.0) stress=Int(20)
    2026-03-01 exercise exercise=Text("walk") minutes=Real(20.0)
    2026-03-01 pain now=Int(40) quality=Text("dull") time=Text("08:00")
    2026-03-01 pain now=Int(10) site=Text("jaw") time=Text("12:00")
    2026-03-01 pain now=Int(60) site=Text("neck") time=Text("20:00")
    2026-03-02 pain worst=Int(20)
    2026-03-02 day sleep_hours=Real(7.0)
    "#);
}

#[test]
fn what_is_not_clear_is_refused() {
    insta::assert_snapshot!(
        errors(
            "date,time,field,value\n\
             2026-03-01,08:00,pain,4\n\
             2026-03-01,08:00,pain,5\n\
             2026-03-01,08:00,site,neck\n\
             2026-03-02,,worst,7\n\
             2026-03-02,,worst,8\n\
             2026-03-03,25:00,worst,8\n\
             2026-03-03,,,8\n\
             2026-03-03,,worst,12\n"
        ).join("\n"),
        @r#"
line 4: site could belong to any of the 2 pain scores of that time; write the field as pain@neck, or give each score its own time
line 6: worst says "8" where line 5 says "7"
line 7: time "25:00" is not a time of day like 14:30
line 8: field is empty
line 9: worst "12" is not a number from 0 to 10
"#
    );
    // With a day, it would stand beside what the journal says and not in its place.
    assert_eq!(
        errors("date,field,value\n2026-03-01,profile.birth_year,1981\n,profile.birth_year,1982\n"),
        ["line 2: date a fact about you, or of your habits, has no date: leave it empty"]
    );
    let refused = |text: &str| refusal(text, &options(&[]));
    insta::assert_snapshot!(refused("date,field,value\n2026-03-01,pian,4\n2026-03-01,tea,4\n"), @r#"
it is not known what "pian" (perhaps pain), "tea" mean
  hint: --map pian=pain; --map NAME=FIELD says what a column is; --map NAME=- leaves it out; --new-habits takes all of them as habits of your own
"#);
    insta::assert_snapshot!(refused("date,field,value\n2026-03-01,date,4\n"), @r#"column "date": it is a column of its own, not a field"#);
    insta::assert_snapshot!(refused("date,field,value,pain\n2026-03-01,worst,4,4\n"), @r#"column "pain": it has no place beside the columns "field" and "value", which make this a table of one row a value"#);
}

#[test]
fn fields_can_be_mapped_and_become_habits() {
    let text = "when,what,how much\n2026-03-01,PC 1,3\n2026-03-01,PC 2,2.5\n2026-03-01,tea,2\n";
    let map = [
        ("when", "date"),
        ("what", "field"),
        ("how much", "value"),
        ("PC 1", "sitting_hours"),
        ("PC 2", "sitting_hours"),
    ];
    let options = ReadOptions { new_habits: true, ..mapped(&map) };
    insta::assert_snapshot!(listed(&read_with(text, &options).unwrap().entries), @r#"
1970-01-01 habit answer=Text("amount") habit=Text("tea")
2026-03-01 day habit:tea=Real(2.0) sitting_hours=Real(5.5)
"#);
}

fn sample() -> Journal {
    let day = "2026-03-01".parse().unwrap();
    let entry = |id: EntryId, kind: Kind, values: &[(&str, Value)]| {
        let mut all = Values::default();
        for (field, value) in values {
            all.set(FieldRef::from_id(kind, field).unwrap(), value.clone());
        }
        Entry { id, kind, day, values: all }
    };
    let id = |n: u8| EntryId([n; 16]);
    let mut profile =
        entry(EntryId::of_profile(), Kind::Profile, &[("birth_year", Value::Int(1981))]);
    profile.day = chrono::NaiveDate::default();
    Journal::new(vec![
        profile,
        entry(
            id(1),
            Kind::Pain,
            &[
                ("now", Value::Int(40)),
                ("time", Value::text("14:30")),
                ("site", Value::text("neck")),
            ],
        ),
        entry(
            EntryId::of_day(day),
            Kind::Day,
            &[("sleep_hours", Value::Real(7.5)), ("habit:tea", Value::Real(2.0))],
        ),
        entry(
            id(2),
            Kind::Exercise,
            &[("exercise", Value::text("walk")), ("minutes", Value::Real(20.0))],
        ),
        entry(id(3), Kind::Event, &[("time", Value::text("07:00"))]),
        entry(
            id(5),
            Kind::Event,
            &[("event", Value::text("note")), ("text", Value::text("=1+1, \"x\"\ny"))],
        ),
        entry(id(4), Kind::Treatment, &[]),
    ])
}

#[test]
fn an_export_is_a_plain_table() {
    let written = |_: &Entry| Some("2026-03-01T14:31:02Z".into());
    let (text, export) =
        write_as("csv", &sample(), &WriteOptions { written: &written, raw: false });
    insta::assert_snapshot!(text, @r#"
    date,time,field,value,entry,written
    ,,profile.birth_year,1981,937a898a-1933-8c32-937c-aa38386f83fb,2026-03-01T14:31:02Z
    2026-03-01,14:30,pain.now,4,01010101-0101-0101-0101-010101010101,2026-03-01T14:31:02Z
    2026-03-01,14:30,pain.site,neck,01010101-0101-0101-0101-010101010101,2026-03-01T14:31:02Z
    2026-03-01,,day.habit:tea!real,2,2bd4dce3-bc7f-8341-b514-5226c6c19453,2026-03-01T14:31:02Z
    2026-03-01,,day.sleep_hours,7.5,2bd4dce3-bc7f-8341-b514-5226c6c19453,2026-03-01T14:31:02Z
    2026-03-01,,exercise.exercise,walk,02020202-0202-0202-0202-020202020202,2026-03-01T14:31:02Z
    2026-03-01,,exercise.minutes,20,02020202-0202-0202-0202-020202020202,2026-03-01T14:31:02Z
    2026-03-01,,treatment,,04040404-0404-0404-0404-040404040404,2026-03-01T14:31:02Z
    2026-03-01,,event.time,07:00,03030303-0303-0303-0303-030303030303,2026-03-01T14:31:02Z
    2026-03-01,,event.event,note,05050505-0505-0505-0505-050505050505,2026-03-01T14:31:02Z
    2026-03-01,,event.text,"'=1+1, ""x""
    y",05050505-0505-0505-0505-050505050505,2026-03-01T14:31:02Z
    "#);
    assert_eq!((export.rows, export.left_out.len()), (11, 0));
    let import = read(&text).unwrap();
    assert_eq!(import.written.len(), 7);
    assert_eq!(Journal::new(import.entries), sample());
}

#[test]
fn an_export_can_be_sorted_added_to_and_edited() {
    let (text, _) = write_as("csv", &sample(), &WriteOptions::default());
    let mut rows: Vec<csv::StringRecord> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes())
        .records()
        .map(Result::unwrap)
        .collect();
    rows[1..].reverse();
    let mut sorted = csv::Writer::from_writer(Vec::new());
    for row in &rows {
        sorted.write_record(row).unwrap();
    }
    let sorted = String::from_utf8(sorted.into_inner().unwrap()).unwrap();
    assert_eq!(Journal::new(read(&sorted).unwrap().entries), sample());

    let (text, _) =
        write_as("csv", &sample(), &WriteOptions { raw: true, ..WriteOptions::default() });
    let added =
        format!("{text}2026-03-01,,stress,4,,\n2026-03-01,,pain,3,,\n").replace(",40,", ",4,");
    let import = read_with(&added, &ReadOptions { raw: true, ..options(&[]) }).unwrap();
    insta::assert_snapshot!(listed(&import.entries), @r#"
    1970-01-01 profile birth_year=Int(1981)
    2026-03-01 pain now=Int(40) site=Text("neck") time=Text("14:30")
    2026-03-01 day habit:tea=Real(2.0) sleep_hours=Real(7.5) stress=Int(40)
    2026-03-01 exercise exercise=Text("walk") minutes=Real(20.0)
    2026-03-01 treatment 
    2026-03-01 event time=Text("07:00")
    2026-03-01 event event=Text("note") text=Text("=1+1, \"x\"\ny")
    2026-03-01 pain now=Int(30)
    "#);
}

#[test]
fn an_entry_with_a_fault_is_left_out_whole() {
    let id = EntryId([1; 16]);
    let other = EntryId([2; 16]);
    let text = format!(
        "date,time,field,value,entry,written\n\
         2026-03-01,,pain.worst,4,{id},\n\
         2026-03-01,,pain.night,14,{id},\n\
         2026-03-01,,pain.average,4,{id},\n\
         2026-03-01,,pain.worst,5,{other},2026-03-01T08:00:00+01:00\n\
         2026-03-02,,pain.night,5,{other},\n\
         2026-03-01,,pain.worst,5,nonsense,\n\
         2026-03-01,,pain.wosrt,5,03030303-0303-0303-0303-030303030303,\n\
         2026-03-01,,mood.now,5,04040404-0404-0404-0404-040404040404,\n\
         2026-03-01,,day.woken,5,05050505-0505-0505-0505-050505050505,yesterday\n\
         2026-03-01,,day.woken,1,06060606-0606-0606-0606-060606060606,\n\
         2026-03-01,,day.woken,2,06060606-0606-0606-0606-060606060606,\n\
         2026-03-01,,day.woken!real,1.5,07070707-0707-0707-0707-070707070707,\n\
         2026-03-01,,day.woken,3,2bd4dce3-bc7f-8341-b514-5226c6c19453,\n"
    );
    insta::assert_snapshot!(errors(&text).join("\n"), @r#"
    line 3: pain.night "14" is not a number from 0 to 10
    line 6: its entry is of 2026-03-01, of the kind pain, on line 5
    line 7: entry "nonsense" is not the id of an entry
    line 8: field "pain.wosrt" is not a field that is known
    line 9: field "mood.now" is not a field that is known
    line 10: written "yesterday" is not a moment like 2026-03-01T14:30:00Z
    line 12: woken is said otherwise on line 11
    line 13: day.woken!real "1.5" is not a whole number from 0 to 50
    "#);
    let import = read(&text).unwrap();
    assert_eq!((import.rows_read, import.rows_bad, import.entries.len()), (13, 12, 1));
    assert!(import.written.is_empty());
}
