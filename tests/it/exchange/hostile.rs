//! Broken files: an error or a clean import, never a panic, and nothing that is not valid.

use std::collections::BTreeSet;

use twinge::exchange::{Import, ReadOptions, WriteOptions, importer};
use twinge::journal::{EntryId, FieldRef, Journal, Kind};

use crate::exchange::{options, read_with, write_as};

const GOOD: &[&str] = &[
    include_str!("../../data/csv/desk_diary.csv"),
    "date,time,pain,worst,pain@neck,night@upper-back:left,site,side,quality,sleep_hours,stress,\
     exercise:walk,took:Ibuprofen,treatment:heat,symptom:fever,event:fall,habit:coffee,note\n\
     2026-03-01,14:30,4,6,2,3,jaw,left,dull,7h30,2,20,400 mg,yes,no,\"fell \"\"hard\"\"\",2,'=1\n\
     2026-03-01,15:30,5,,2,3,,,,\"7,5\",2,5x10s,400 mg,20m,no,,2,\"two\nlines\"\n\
     2026-03-02 08:00,,0,,,,,,,,,0,,,,,,\n",
    "date;pain;sleep_position\r\n2026-03-01;4,5;side\r\n2026-03-02;3;back\r\n",
    "date,time,field,value\n2026-03-01,08:00,pain,4\n2026-03-01,08:00,site,neck\n\
     2026-03-01,,stress,2\n2026-03-02,,habit:tea,3\n,,profile.birth_year,1981\n",
    "date,time,field,value,entry,written\n\
     ,,habit.answer,amount,HABIT,\n\
     ,,habit.habit,tea,HABIT,\n\
     2026-03-01,14:30,pain.now,4,22222222-2222-8222-8222-222222222222,2026-03-01T14:31:00Z\n\
     2026-03-01,14:30,pain.site,neck,22222222-2222-8222-8222-222222222222,2026-03-01T14:31:00Z\n\
     2026-03-01,,day.habit:tea,2,33333333-3333-8333-8333-333333333333,\n\
     2026-03-01,,day.note!text, x ,33333333-3333-8333-8333-333333333333,\n",
];

fn good(n: usize) -> Vec<u8> {
    let habit = EntryId::of_habit("tea").to_string();
    GOOD[n % GOOD.len()].replace("HABIT", &habit).into_bytes()
}

/// Pieces that have broken other programs.
const PIECES: &[&[u8]] = &[
    b",",
    b";",
    b"\t",
    b"\"",
    b"\"\"",
    b"\n",
    b"\r",
    b"\r\n",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"'",
    b"=",
    b"99999999999999999999999999999999",
    b"-1",
    b"NaN",
    b"1e999",
    b"date",
    b"pain@",
    b"pain@neck:",
    b"exercise:",
    b"habit:",
    b"took:",
    b":",
    b"@",
    b"!int",
    b"!real",
    b"!text",
    b"pain.now",
    b"day.",
    b"profile.name",
    b"\xf0\x9f\x98\x80",
    b"\xe2\x80\xae",
    b"\xed\xa0\x80",
    b"sep=;\n",
    b"0000-00-00",
    b"2026-02-30",
    b"9999-12-31",
    b"x",
    b" ",
    b"3x5x10s",
    b"24:61",
    b"\x1b[2J",
];

/// A small generator (splitmix64), so that each run tries the same files.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % sides.max(1) as u64).unwrap()
    }

    fn mutate(&mut self, bytes: &mut Vec<u8>) {
        let at = self.roll(bytes.len() + 1);
        let end = (at + self.roll(40)).min(bytes.len());
        match self.roll(7) {
            0 => drop(bytes.splice(at..at, PIECES[self.roll(PIECES.len())].iter().copied())),
            1 => drop(bytes.splice(at..end, PIECES[self.roll(PIECES.len())].iter().copied())),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let copy = bytes[at..end].to_vec();
                let to = self.roll(bytes.len() + 1);
                drop(bytes.splice(to..to, copy));
            }
            4 if !bytes.is_empty() => {
                let at = self.roll(bytes.len());
                bytes[at] = u8::try_from(self.roll(256)).unwrap();
            }
            5 => bytes.truncate(at),
            _ => {
                let swapped = [(b',', b';'), (b'\n', b'\r'), (b'"', b'\''), (b'-', b'/')];
                let (from, to) = swapped[self.roll(swapped.len())];
                bytes.iter_mut().filter(|b| **b == from).for_each(|b| *b = to);
            }
        }
    }
}

/// What every import must be, whatever the file.
fn check(import: &Import) {
    assert!(import.rows_bad <= import.rows_read, "{import:?}");
    assert_eq!(import.rows_bad == 0, import.row_errors.is_empty(), "{import:?}");
    assert!(import.row_errors.is_sorted_by_key(|error| error.line));
    assert!(import.row_errors.iter().all(|error| error.line > 0 && error.to_string().len() < 1000));
    let ids: BTreeSet<EntryId> = import.entries.iter().map(|entry| entry.id).collect();
    assert_eq!(ids.len(), import.entries.len(), "each entry is there once");
    for entry in &import.entries {
        assert_eq!(Kind::OF_A_DAY.contains(&entry.kind), entry.day != chrono::NaiveDate::default());
        for (field, value) in entry.values.iter() {
            match field {
                FieldRef::Known(known) => {
                    assert_eq!(known.kind, entry.kind);
                    assert!(known.answer.accepts(value), "{entry:?}");
                }
                FieldRef::Own(_) => assert_eq!(entry.kind, Kind::Day),
            }
        }
        let ids: Vec<String> = entry.values.iter().map(|(field, _)| field.id()).collect();
        assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    }
}

fn try_file(bytes: &[u8], options: &ReadOptions<'_>) -> bool {
    match (importer("csv").unwrap().read)(bytes, options) {
        Ok(import) => {
            check(&import);
            true
        }
        Err(error) => {
            let said = format!("{error} {}", error.hint().unwrap_or_default());
            assert!(said.len() < 10_000, "{said}");
            false
        }
    }
}

#[test]
fn changed_files_are_read_or_refused() {
    let mut dice = Dice(1);
    let mut n_read = 0;
    for round in 0..4000 {
        let mut bytes = good(round);
        for _ in 0..=dice.roll(5) {
            dice.mutate(&mut bytes);
        }
        let options =
            ReadOptions { new_habits: round % 3 == 0, raw: round % 7 == 0, ..options(&[]) };
        n_read += usize::from(try_file(&bytes, &options));
    }
    assert!((500..3900).contains(&n_read), "{n_read} of 4000 were read");
}

#[test]
fn random_bytes_are_refused_or_read() {
    let mut dice = Dice(2);
    for round in 0..1500 {
        let n = dice.roll(400);
        let bytes: Vec<u8> = match round % 3 {
            0 => (0..n).map(|_| u8::try_from(dice.roll(256)).unwrap()).collect(),
            1 => (0..n).flat_map(|_| PIECES[dice.roll(PIECES.len())].to_vec()).collect(),
            _ => {
                let header = b"date,pain,note\n".to_vec();
                header
                    .into_iter()
                    .chain((0..n).map(|_| b"\"\n\r,;'= 0123-\0x"[dice.roll(15)]))
                    .collect()
            }
        };
        try_file(&bytes, &ReadOptions { new_habits: round % 2 == 0, ..options(&[]) });
        let wide: Vec<u8> = bytes.iter().flat_map(|b| [*b, 0]).collect();
        try_file(&[b"\xff\xfe", wide.as_slice()].concat(), &options(&[]));
    }
}

#[test]
fn files_of_unusual_size_are_read_or_refused() {
    let sizes = [
        format!("date,note\n2026-03-01,{}\n", "é".repeat(100_000)),
        format!("date,note\n2026-03-01,{}\n", "é".repeat(100_001)),
        format!("date,{}\n", vec!["x"; 4_000].join(",")),
        format!("date,pain\n2026-03-01,4{}\n", ",".repeat(50_000)),
        format!("date,pain\n2026-03-01,4{}\n", ",z".repeat(50_000)),
        format!("date,pain\n{}", "\n".repeat(300_000)),
        format!("date,pain\n{}", "2026-03-01,11\n".repeat(20_000)),
        format!("date,pain\n{}", "2026-03-01,1\n".repeat(20_000)),
        format!(
            "date,{}\n2026-03-01\n",
            (0..4_900).map(|n| format!("habit:h{n}")).collect::<Vec<_>>().join(",")
        ),
        format!("date,note\n2026-03-01,\"{}", "x,\n".repeat(2_000_000)),
        format!("date,{}\n", "x".repeat(900_000)),
        format!("date,took:{}\n2026-03-01,1\n", "x".repeat(200_000)),
        format!("{}pain\n", "\u{feff}".repeat(1000)),
        format!("date,field,value\n{}", "2026-03-01,pain,4\n".repeat(20_000)),
        format!(
            "date,field,value\n{}",
            (0..6_000).map(|n| format!("2026-03-01,f{n},4")).collect::<Vec<_>>().join("\n")
        ),
    ];
    for text in sizes {
        let is_read = try_file(text.as_bytes(), &options(&[]));
        let new = ReadOptions { new_habits: true, ..options(&[]) };
        try_file(text.as_bytes(), &new);
        if text.starts_with("date,pain\n2026-03-01,1\n") {
            assert!(is_read);
        }
    }
}

#[test]
fn what_a_broken_file_gave_is_written_and_read_again() {
    let mut dice = Dice(3);
    for round in 0..300 {
        let mut bytes = good(round);
        dice.mutate(&mut bytes);
        let Ok(import) = (importer("csv").unwrap().read)(&bytes, &options(&[])) else { continue };
        let journal = Journal::new(import.entries);
        let (text, _) = write_as("csv", &journal, &WriteOptions::default());
        let again = read_with(&text, &options(&[])).unwrap();
        assert_eq!(again.row_errors, []);
        assert_eq!(Journal::new(again.entries), journal, "{}", String::from_utf8_lossy(&bytes));
    }
}
