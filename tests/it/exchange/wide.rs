//! A table of one row a day.

use twinge::exchange::{ReadOptions, WriteOptions};
use twinge::journal::{Entry, Journal, Kind};

use crate::exchange::{
    errors, listed, mapped, options, read, read_good, read_with, refusal, write_as,
};

fn new_habits() -> ReadOptions<'static> {
    ReadOptions { new_habits: true, ..options(&[]) }
}

/// What was read, with notes and errors.
fn told(text: &str, options: &ReadOptions<'_>) -> String {
    let import = read_with(text, options).unwrap();
    let notes = import.notes.iter().map(|note| format!("note: {note}"));
    let errors = import.row_errors.iter().map(ToString::to_string);
    let mut lines = vec![listed(&import.entries)];
    lines.extend(notes.chain(errors));
    lines.join("\n")
}

#[test]
fn one_row_a_day_is_read() {
    insta::assert_snapshot!(
        told(
            "date,pain,worst,night_pain,sleep_position,sleep_hours,sitting_hours,stress,\
             exercise:walk,exercise:yoga,symptom:fever,took:Ibuprofen,treatment:heat,event:fall,note\n\
             2026-03-01,4,6,3.5,side,7h30,\"8,5\",2,20,0,no,400 mg,20m,off the bike,\"a \"\"b\"\"\"\n\
             2026-03-02,,,,,,,,,,,,,,\n\
             2026-03-03,0,,,,,,,yes,5x10s,yes,,no,,\n",
            &options(&[])
        ),
        @r#"
    2026-03-01 pain now=Int(40)
    2026-03-01 pain night=Int(35) worst=Int(60)
    2026-03-01 day sitting_hours=Real(8.5) sleep_hours=Real(7.5) sleep_position=Text("side") stress=Int(20)
    2026-03-01 exercise exercise=Text("walk") minutes=Real(20.0)
    2026-03-01 exercise done=Int(0) exercise=Text("yoga")
    2026-03-01 treatment amount=Text("400 mg") name=Text("Ibuprofen") treatment=Text("medicine")
    2026-03-01 treatment minutes=Real(20.0) treatment=Text("heat")
    2026-03-01 symptom present=Int(0) symptom=Text("fever-unwell")
    2026-03-01 event event=Text("fall") text=Text("off the bike")
    2026-03-01 event event=Text("note") text=Text("a \"b\"")
    2026-03-03 pain now=Int(0)
    2026-03-03 exercise exercise=Text("walk")
    2026-03-03 exercise exercise=Text("yoga") hold_seconds=Real(10.0) reps=Int(5)
    2026-03-03 symptom present=Int(1) symptom=Text("fever-unwell")
    note: 1 "no" cell of treatments and events left out: only those that were are kept
    "#
    );
}

#[test]
fn scores_have_places_times_and_qualities() {
    insta::assert_snapshot!(
        told(
            "date,time,pain,worst,pain@neck,worst@neck,time@upper-back:left,pain@Upper Back:L,site,side,quality\n\
             2026-03-01,14:30,4,5,2,3,9pm,1,lower back,left,Dull\n\
             2026-03-02,,,,,6,,,shoulders:both,,\n\
             2026-03-03 7:05,,,,,3,,,,,\n",
            &options(&[])
        ),
        @r#"
2026-03-01 pain now=Int(40) quality=Text("dull") side=Text("left") site=Text("lower-back") time=Text("14:30")
2026-03-01 pain quality=Text("dull") side=Text("left") site=Text("lower-back") worst=Int(50)
2026-03-01 pain now=Int(20) site=Text("neck") time=Text("14:30")
2026-03-01 pain site=Text("neck") worst=Int(30)
2026-03-01 pain now=Int(10) side=Text("left") site=Text("upper-back") time=Text("21:00")
2026-03-02 pain site=Text("neck") worst=Int(60)
2026-03-03 pain site=Text("neck") worst=Int(30)
note: 1 time without a pain score left out
note: 1 site or quality without a pain score left out
"#
    );
}

#[test]
fn several_rows_of_a_day_come_together() {
    insta::assert_snapshot!(
        told(
            "date,pain,worst,stress,exercise:walk,note\n\
             2026-03-03,3,,,,\n\
             2026-03-01,4,6,,20,\n\
             2026-03-01,4,,2,15,late\n\
             2026-03-01,5,6,,,late\n\
             2026-03-01,1,7,3,no,\n",
            &options(&[])
        ),
        @r#"
    2026-03-03 pain now=Int(30)
    2026-03-01 pain now=Int(40)
    2026-03-01 pain worst=Int(60)
    2026-03-01 exercise exercise=Text("walk") minutes=Real(20.0)
    2026-03-01 pain now=Int(40)
    2026-03-01 day stress=Int(20)
    2026-03-01 exercise exercise=Text("walk") minutes=Real(15.0)
    2026-03-01 event event=Text("note") text=Text("late")
    2026-03-01 pain now=Int(50)
    2026-03-01 event event=Text("note") text=Text("late")
    note: 2026-03-01 has 3 rows: each pain score is kept as a reading of its own
    line 6: worst says "7" where line 3 says "6"
    line 6: stress says "3" where line 4 says "2"
    line 6: exercise:walk says not done where line 3 says done
    "#
    );
}

#[test]
fn the_same_file_twice_has_the_same_ids() {
    let text = "date,pain,worst,exercise:walk,took:a,event:fall,symptom:fever,stress\n\
                2026-03-01,4,6,20,1,yes,yes,2\n2026-03-01,4,,10,2,on the ice,,\n";
    let ids = |text: &str| read_good(text).entries.iter().map(|e| e.id).collect::<Vec<_>>();
    let first = ids(text);
    assert_eq!(first, ids(text));
    assert_eq!(first, ids(&text.replace('\n', "\r\n")));
    let distinct: std::collections::BTreeSet<_> = first.iter().collect();
    assert_eq!(distinct.len(), first.len());
    // Another day before does not shift them.
    let more = text.replacen('\n', "\n2026-02-01,1,,,,,,\n", 1);
    assert!(ids(&more).ends_with(&first));
    insta::assert_snapshot!(first[0], @"f8803c66-c502-8863-afbb-fcab1ab9e5e4");
}

#[test]
fn unknown_columns_are_refused_all_at_once() {
    let text = "date,pain,siting_hours,coffee,nigth\n2026-03-01,4,8,2,3\n";
    insta::assert_snapshot!(refusal(text, &options(&[])), @r#"
it is not known what "siting_hours" (perhaps sitting_hours), "coffee", "nigth" (perhaps night) mean
  hint: --map siting_hours=sitting_hours; --map nigth=night; --map NAME=FIELD says what a column is; --map NAME=- leaves it out; --new-habits takes all of them as habits of your own
"#);
    let one = "date,coffee\n2026-03-01,4\n";
    insta::assert_snapshot!(refusal(one, &options(&[])), @r#"
it is not known what "coffee" means
  hint: --map NAME=FIELD says what a column is; --map NAME=- leaves it out; --new-habits takes all of them as habits of your own
"#);
}

#[test]
fn columns_are_mapped_left_out_and_added() {
    let text = "Day,Neck,PC 1,PC 2,PC 3,mood\n2026-03-01,3.8,2.92,,6.06,x\n2026-03-02,,,,,\n\
                2026-03-03,0,9,9,9,y\n";
    let map = [
        ("Day", "date"),
        ("neck", "pain@neck"),
        ("PC 1", "sitting_hours"),
        ("PC_2", "sitting_hours"),
        ("pc 3", "sitting_hours"),
        ("mood", "-"),
    ];
    insta::assert_snapshot!(told(text, &mapped(&map)), @r#"
2026-03-01 pain now=Int(38) site=Text("neck")
2026-03-01 day sitting_hours=Real(8.98)
note: left out as you said: mood
line 4: PC 1 and the columns added to it make "27", which is not hours of a day, like 7, 7.5, 7h30, 7:30 or 450m
"#);
    let bad = |map: &[(&str, &str)]| refusal("date,neck,back\n", &mapped(map));
    insta::assert_snapshot!(bad(&[("neck", "pain"), ("back", "pain")]), @r#"
columns "neck" and "back" are both pain
  hint: --map back=- leaves the second one out
"#);
    insta::assert_snapshot!(bad(&[("nekc", "pain")]), @r#"
it has no column "nekc"
  hint: did you mean "neck"?
"#);
    insta::assert_snapshot!(bad(&[("neck", "pian")]), @r#"
"pian" is not a field that a column can be mapped to
  hint: did you mean "pain"?
"#);
    insta::assert_snapshot!(bad(&[("neck", "pain@nekc"), ("back", "-")]), @r#"
column "pain@nekc": "nekc" is not a site that is known
  hint: did you mean "pain@neck"?
"#);
}

#[test]
fn new_habits_are_defined_by_their_whole_column() {
    insta::assert_snapshot!(
        told(
            "date,Caffeine cups,late_screen,weather,empty,Tea (cups),habit:steps\n\
             2026-03-01,1,1,sunny,,0,5000\n2026-03-02,0,yes,very cold,,\"1,5\",\n2026-03-03,2,,1,,,0\n",
            &new_habits()
        ),
        @r#"
1970-01-01 habit answer=Text("amount") habit=Text("caffeine-cups")
1970-01-01 habit answer=Text("yes-no") habit=Text("late-screen")
1970-01-01 habit answer=Text("amount") habit=Text("steps")
1970-01-01 habit answer=Text("amount") habit=Text("tea-cups") question=Text("Tea (cups)")
1970-01-01 habit answer=Text("words") habit=Text("weather")
2026-03-01 day habit:caffeine-cups=Real(1.0) habit:late-screen=Int(1) habit:steps=Real(5000.0) habit:tea-cups=Real(0.0) habit:weather=Text("sunny")
2026-03-02 day habit:caffeine-cups=Real(0.0) habit:late-screen=Int(1) habit:tea-cups=Real(1.5) habit:weather=Text("very-cold")
2026-03-03 day habit:caffeine-cups=Real(2.0) habit:steps=Real(0.0) habit:weather=Text("1")
note: empty is empty and was left out
"#
    );
    let text = "date,coffee,screen time\n2026-03-01,2,yes\n";
    let first = read_with(text, &new_habits()).unwrap();
    let journal = Journal::new(first.entries.clone());
    let again = read_with(text, &options(journal.habits())).unwrap();
    let days = |entries: &[Entry]| {
        listed(&entries.iter().filter(|e| e.kind != Kind::Habit).cloned().collect::<Vec<_>>())
    };
    assert_eq!(days(&again.entries), days(&first.entries));
    assert_eq!(again.entries.len(), 1, "they are defined by then");
}

#[test]
fn an_exercise_of_ones_own_is_defined() {
    insta::assert_snapshot!(
        told("date,exercise:Pilates,exercise:walk\n2026-03-01,30,1\n2026-03-02,no,0\n", &options(&[])),
        @r#"
    2026-03-01 exercise exercise=Text("pilates") minutes=Real(30.0)
    2026-03-01 exercise exercise=Text("walk")
    2026-03-02 exercise done=Int(0) exercise=Text("pilates")
    2026-03-02 exercise done=Int(0) exercise=Text("walk")
    1970-01-01 habit answer=Text("exercise") habit=Text("pilates")
    note: exercise:walk has only 0 and 1: read as not done and done
    "#
    );
    let defined = read("date,exercise:pilates\n2026-03-01,1h\n").unwrap();
    let journal = Journal::new(defined.entries);
    let again = read_with("date,pilates\n2026-03-02,20\n", &options(journal.habits())).unwrap();
    insta::assert_snapshot!(listed(&again.entries), @r#"2026-03-02 exercise exercise=Text("pilates") minutes=Real(20.0)"#);
    let amount = read_with("date,pilates\n2026-03-02,20\n", &new_habits()).unwrap();
    let journal = Journal::new(amount.entries);
    insta::assert_snapshot!(
        refusal("date,exercise:pilates\n2026-03-01,1h\n", &options(journal.habits())),
        @r#"
column "exercise:pilates": pilates is a habit of yours that is no exercise
  hint: did you mean "habit:pilates"?
"#
    );
}

#[test]
fn rows_with_errors_are_left_out_whole_and_named() {
    let text = "date,pain,sleep_hours,site,note\n\
                2026-03-01,eleven,25,nekc,\n\
                \n\
                31/02/2026,4,,,\n\
                2026-03-16,4,,,\n\
                2026-03-02,4,,\n\
                2026-03-02,4,,,x,y\n\
                2026-03-02,4,,,x,,\n\
                2026-03-03,99999999999999999999999999999999,,,\n\
                2026-03-04,4,,,\"two\nlines\"\n\
                2026-03-05,4,,,a\0b\n\
                2026-03-06,4,,,\"a\" b\n\
                2026-03-07,11,,,\n";
    insta::assert_snapshot!(errors(text).join("\n"), @r#"
line 2: site "nekc" is not one of neck, shoulders, between-shoulders, upper-back, lower-back, head, jaw, chest, arm, hand, hip, leg, knee, foot
line 2: pain "eleven" is not a number from 0 to 10
line 2: sleep_hours "25" is not hours of a day, like 7, 7.5, 7h30, 7:30 or 450m
line 4: date "31/02/2026" is a day that does not exist
line 5: date 2026-03-16 is in the future
line 6: it has 4 cells where the header has 5
line 7: it has 6 cells where the header has 5
line 9: pain "99999999999999999999999999999999" is not a number from 0 to 10
line 12: it has a NUL byte, which no text has; is the file damaged?
line 13: text follows a closing quotation mark; inside a cell a quotation mark is written twice
line 14: pain "11" is not a number from 0 to 10
"#);
    let import = read(text).unwrap();
    assert_eq!((import.rows_read, import.rows_bad), (11, 9));
    assert_eq!(import.entries.len(), 4);
}

#[test]
fn a_whole_file_is_refused_with_what_to_do() {
    let refused = |text: &str| refusal(text, &options(&[]));
    insta::assert_snapshot!(refused(""), @"there is nothing in it");
    insta::assert_snapshot!(refused("Tag,pain\n2026-03-01,4\n"), @r#"
it is not known what "Tag" (perhaps date) means
  hint: --map Tag=date; --map NAME=FIELD says what a column is; --map NAME=- leaves it out; --new-habits takes all of them as habits of your own
"#);
    insta::assert_snapshot!(refusal("Tag,pain\n2026-03-01,4\n", &mapped(&[("Tag", "-")])), @r#"
no column is called "date"; it has "Tag", "pain"
  hint: --map Tag=date takes that column as the date
"#);
    insta::assert_snapshot!(refused("pain,stress\n4,2\n"), @r#"
no column is called "date"; it has "pain", "stress"
  hint: --map NAME=date says which column it is
"#);
    insta::assert_snapshot!(refused("date,pain,Pain\n"), @r#"
two columns are called "Pain"
  hint: rename one of them, or delete it
"#);
    insta::assert_snapshot!(refused("date,night,night_pain\n"), @r#"
columns "night" and "night_pain" are both night
  hint: --map night_pain=- leaves the second one out
"#);
    insta::assert_snapshot!(refused("date,symptom:hiccups\n"), @r#"column "symptom:hiccups": "hiccups" is not a symptom that is known"#);
    insta::assert_snapshot!(refused("date,note\n2026-03-01,a\n2026-03-02,\"b\n2026-03-03,c\n"), @r"
the quotation mark that opens on line 3 is never closed
  hint: a cell that begins with a quotation mark must end with one; inside it, write each quotation mark twice
");
    insta::assert_snapshot!(refused(&format!("date,note\n2026-03-01,{}\n", "x".repeat(1 << 21))), @r"
a cell on line 2 is longer than 1 MiB
  hint: is it the right file?
");
    let many: Vec<String> = (0..10_000).map(|n| format!("c{n}")).collect();
    insta::assert_snapshot!(refused(&many.join(",")), @r"
it has 10000 columns; at most 5000 are read
  hint: is it the right file?
");
    insta::assert_snapshot!(refused("PK\u{3}\u{4}..."), @r"
it is a spreadsheet or zip file, not a table as text
  hint: open it in the program that made it and save it as CSV (UTF-8)
");
    let latin1 = importer_error(b"date,note\n2026-03-01,caf\xe9\n");
    insta::assert_snapshot!(latin1, @"line 2 is not text in UTF-8 or UTF-16");
}

fn importer_error(bytes: &[u8]) -> String {
    let read = twinge::exchange::importer("csv").unwrap().read;
    read(bytes, &options(&[])).unwrap_err().to_string()
}

#[test]
fn separators_line_ends_and_encodings_make_no_difference() {
    let text = "date,pain,sleep_hours,note\n2026-03-01,4,7.5,\"x, y; z\"\n\n2026-03-02,3,,ü\n";
    let plain = read_good(text).entries;
    let semicolons = "date;pain;sleep_hours;note\n2026-03-01;4;7,5;\"x, y; z\"\n2026-03-02;3;;ü";
    for same in [
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
        format!("\u{feff}{text}"),
        text.trim_end().into(),
        semicolons.into(),
        format!("sep=;\n{semicolons}"),
        semicolons.replace("x, y; z", "#").replace(';', "\t").replace('#', "x, y; z"),
        text.replace("note", "note,").replace("z\"", "z\",").replace("ü", "ü,"),
    ] {
        assert_eq!(read_good(&same).entries, plain, "{same}");
    }
}

#[test]
fn a_header_alone_is_no_error() {
    let import = read_good("date,pain\n");
    assert_eq!((import.entries.len(), import.notes.len()), (0, 1));
}

#[test]
fn texts_lose_the_mark_that_kept_them_from_being_run() {
    let text = "date,note,took:a,quality,worst\n2026-03-01,'=1+1,''@x,'-b,'5\n";
    let import = read("date,note,took:a\n2026-03-01,'=1+1,''@x\n").unwrap();
    insta::assert_snapshot!(listed(&import.entries), @r#"
    2026-03-01 treatment amount=Text("'@x") name=Text("a") treatment=Text("medicine")
    2026-03-01 event event=Text("note") text=Text("=1+1")
    "#);
    let raw =
        read_with("date,note\n2026-03-01,'=1+1\n", &ReadOptions { raw: true, ..options(&[]) });
    insta::assert_snapshot!(listed(&raw.unwrap().entries), @r#"2026-03-01 event event=Text("note") text=Text("'=1+1")"#);
    insta::assert_snapshot!(errors(text).join("\n"), @r#"line 2: worst "'5" is not a number from 0 to 10"#);
}

#[test]
fn a_diary_with_tenths_and_three_computers_is_read() {
    let text = include_str!("../../data/csv/desk_diary.csv");
    let map = [
        ("shoulder_neck", "pain@shoulders"),
        ("neck", "pain@neck"),
        ("hands_and_fingers", "pain@hand"),
        ("eyes", "-"),
        ("desk_h_computer1", "screen_hours"),
        ("desk_h_computer2", "screen_hours"),
        ("desk_h_computer3", "screen_hours"),
    ];
    let import = read_with(text, &mapped(&map)).unwrap();
    assert_eq!(import.row_errors, []);
    let journal = Journal::new(import.entries);
    assert_eq!(journal.recorded_span().map(|s| s.n_days()), Some(60));
    insta::assert_snapshot!(listed(&journal.entries()[..6]), @r#"
    2025-11-01 pain now=Int(34) site=Text("shoulders")
    2025-11-01 pain now=Int(36) site=Text("hand")
    2025-11-01 day screen_hours=Real(7.81)
    2025-11-02 pain now=Int(10) site=Text("neck")
    2025-11-02 pain now=Int(38) site=Text("shoulders")
    2025-11-02 day screen_hours=Real(5.36)
    "#);
}

#[test]
fn a_table_of_days_is_written_with_the_columns_it_needs() {
    let text = "date,time,pain,worst,pain@neck,quality,sleep_hours,exercise:walk,took:a,event:fall,note\n\
                2026-03-01,14:30,4,5,2,dull,7.5,20,1 tablet,yes,=x\n2026-03-01,15:30,3,,,,,3x10,,,\n\
                2026-03-02,,,1,,,,1m,,,\n";
    let journal = Journal::new(read_good(text).entries);
    let (text, export) = write_as("csv-days", &journal, &WriteOptions::default());
    insta::assert_snapshot!(text, @r"
date,pain,worst,quality,time,pain@neck,time@neck,sleep_hours,exercise:walk,took:a,event:fall,note
2026-03-01,4,5,dull,14:30,2,14:30,7.5,20,1 tablet,yes,'=x
2026-03-02,,1,,,,,,1m,,,
");
    insta::assert_snapshot!(format!("{export:?}"), @r#"Export { rows: 2, left_out: [("further exercises of one day", 1), ("further pain scores of one day and place", 1)] }"#);
}

#[test]
fn the_weekly_questions_have_columns() {
    let text = "date,peg_pain,PEG enjoyment,peg_activity,change,habit:carry-the-shopping\n\
                2026-02-15,7,6,6.5,much better,\n\
                2026-03-15,0,,,-1,6\n";
    insta::assert_snapshot!(told(text, &options(&[])), @r#"
    1970-01-01 habit answer=Text("amount") habit=Text("carry-the-shopping")
    2026-02-15 questionnaire change=Text("much-better") peg_activity=Int(65) peg_enjoyment=Int(60) peg_pain=Int(70)
    2026-03-15 day habit:carry-the-shopping=Real(6.0)
    2026-03-15 questionnaire change=Text("a-little-worse") peg_pain=Int(0)
    "#);
    // Out again with the columns that are filled, and in again.
    let import = read_good(text);
    let (written, export) =
        write_as("csv-days", &Journal::new(import.entries), &WriteOptions::default());
    insta::assert_snapshot!(written, @"
    date,habit:carry-the-shopping,peg_pain,peg_enjoyment,peg_activity,change
    2026-02-15,,7,6,6.5,much-better
    2026-03-15,6,0,,,a-little-worse
    ");
    assert_eq!(export.left_out, [("definitions of own habits", 1)]);
    assert_eq!(read_good(&written).entries.len(), 4);
}

#[test]
fn answers_of_a_week_that_are_none_are_named() {
    let text = "date,peg_pain,change\n2026-03-01,11,same\n2026-03-02,4,fine\n\
                2026-03-03,4,same\n2026-03-03,5,same\n";
    insta::assert_snapshot!(errors(text).join("\n"), @r#"
    line 2: peg_pain "11" is not a number from 0 to 10
    line 3: change "fine" is not one of much-better, better, a-little-better, same, a-little-worse, worse, much-worse
    line 5: peg_pain says "5" where line 4 says "4"
    "#);
}
