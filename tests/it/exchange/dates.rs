//! Dates as people and spreadsheets write them.

use crate::exchange::{mapped, options, read, read_with, refusal};

/// The days of a file with these dates, or what is wrong, and the notes.
fn days(dates: &[&str], map: &[(&str, &str)]) -> String {
    let rows: Vec<String> = dates.iter().map(|date| format!("{date},4\n")).collect();
    let import = read_with(&format!("day,pain\n{}", rows.concat()), &mapped(map)).unwrap();
    let days = import.entries.iter().map(|e| e.day.to_string());
    let errors = import.row_errors.iter().map(ToString::to_string);
    days.chain(errors).chain(import.notes).collect::<Vec<_>>().join("\n")
}

#[test]
fn one_date_settles_the_order_of_all() {
    let date = [("day", "date")];
    insta::assert_snapshot!(days(&["03/04/2025", "13/11/2025", "4/4/25"], &date), @r#"
    2025-04-03
    2025-11-13
    2025-04-04
    days are read with the day first, as "13/11/2025" must be
    "#);
    insta::assert_snapshot!(days(&["03/04/25 14:30", "11/13/25", "2025-12-01", "9.8.25"], &date), @r#"
    2025-03-04
    2025-11-13
    2025-12-01
    2025-08-09
    days are read with the month first, as "11/13/25" must be
    "#);
    insta::assert_snapshot!(days(&["03.04.2025", "13.11.25"], &date), @r"
    2025-04-03
    2025-11-13
    ");
    let long = read("date,field,value\n03/04/2025,pain,4\n13/11/2025,pain,5\n").unwrap();
    assert_eq!(long.entries[0].day.to_string(), "2025-04-03");
}

#[test]
fn what_nothing_settles_is_asked_for() {
    let refused = |dates: &str| refusal(&format!("date,pain\n{dates}"), &options(&[]));
    insta::assert_snapshot!(refused("4/4/2025,1\n03/04/2025,1\n"), @r#"
    column "date": "03/04/2025" can be 3 April or 4 March, and no day of the file tells which
      hint: --map date=date:dmy reads them with the day first, --map date=date:mdy with the month, --map date=date:ymd with the year
    "#);
    insta::assert_snapshot!(refused("13/11/2025,1\n11/13/2025,1\n"), @r#"
    column "date": "13/11/2025" has the day first, but "11/13/2025" the month
      hint: --map date=date:dmy reads them with the day first, --map date=date:mdy with the month, --map date=date:ymd with the year
    "#);
    let day_first = [("day", "date:dmy")];
    insta::assert_snapshot!(days(&["03/04/2025", "4-4-25", "11/13/2025"], &day_first), @r#"
    2025-04-03
    2025-04-04
    line 4: day "11/13/2025" is no day with the day first, as the days of this file are read
    "#);
    insta::assert_snapshot!(days(&["03/04/2025"], &[("day", "date:mdy")]), @"2025-03-04");
    insta::assert_snapshot!(days(&["25/03/04"], &[("day", "date:ymd")]), @"2025-03-04");
}
