//! A row of a table of tests: what is put on record, and what a rule says of it.

use twinge::journal::Value;
use twinge::journal::fields::{day, event, pain, treatment};
use twinge::redflag::{Status, check};

use super::{Diary, Kind, ago, sound, the, today};

/// What a row puts on record, the last number how many days ago.
pub(crate) enum Put {
    Yes(&'static str, i64),
    No(&'static str, i64),
    Fact(&'static str, i64),
    Event(&'static str, i64),
    Examined(&'static str, i64),
    Site(&'static str, i64),
    Pain(i64, i64),
    /// The night that ended on the day, in points.
    Night(i64, i64),
    /// How many times pain woke the person.
    Woken(i64, i64),
    Celsius(f64, i64),
    Kilos(f64, i64),
    Rest(&'static str, i64),
    AllDay(&'static str, i64),
    /// Name, whether it helped.
    Took(&'static str, Option<&'static str>, i64),
}

pub(crate) fn status(rule: &str, row: &[Put]) -> Status {
    let mut diary = Diary::default();
    let mut facts: Vec<(&'static str, Value)> = Vec::new();
    for put in row {
        match *put {
            Put::Yes(sign, n) => diary.tick(ago(n), sign, true),
            Put::No(sign, n) => diary.tick(ago(n), sign, false),
            Put::Fact(fact, value) => {
                facts.push((fact, Value::Int(value)));
                &mut diary
            }
            Put::Event(kind, n) => {
                diary.put(Kind::Event, ago(n), &[(&event::EVENT, Value::text(kind))])
            }
            Put::Examined(kind, n) => diary.put(
                Kind::Event,
                ago(n),
                &[(&event::EVENT, Value::text(kind)), (&event::EXAMINED, Value::from(true))],
            ),
            Put::Site(site, n) => diary.put(
                Kind::Pain,
                ago(n),
                &[(&pain::WORST, Value::Int(30)), (&pain::SITE, Value::text(site))],
            ),
            Put::Pain(points, n) => diary.worst(ago(n), points * 10),
            Put::Night(points, n) => diary.night(ago(n), points * 10),
            Put::Woken(times, n) => diary.woken(ago(n), times),
            Put::Celsius(c, n) => {
                diary.put(Kind::Day, ago(n), &[(&day::TEMPERATURE, Value::Real(c))])
            }
            Put::Kilos(kg, n) => diary.put(Kind::Day, ago(n), &[(&day::WEIGHT, Value::Real(kg))]),
            Put::Rest(word, n) => {
                diary.put(Kind::Day, ago(n), &[(&day::AFTER_REST, Value::text(word))])
            }
            Put::AllDay(word, n) => {
                diary.put(Kind::Day, ago(n), &[(&day::PATTERN, Value::text(word))])
            }
            Put::Took(name, helped, n) => {
                let mut values = vec![
                    (&treatment::TREATMENT, Value::text("medicine")),
                    (&treatment::NAME, Value::text(name)),
                ];
                values.extend(helped.map(|word| (&treatment::HELPED_IT, Value::text(word))));
                diary.put(Kind::Treatment, ago(n), &values)
            }
        };
    }
    diary.profile(&facts);
    sound(the(rule, check(&diary.journal(), today()))).status
}

#[track_caller]
pub(crate) fn expect(rule: &str, rows: &[(&[Put], Status)]) {
    for (n, (row, expected)) in rows.iter().enumerate() {
        assert_eq!(status(rule, row), *expected, "{rule}, row {n}");
    }
}
