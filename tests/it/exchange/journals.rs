//! Random journals: every kind, every field, hostile texts.

use chrono::{Days, NaiveDate};
use proptest::prelude::{Strategy as _, any, prop, prop_oneof};
use proptest::strategy::{BoxedStrategy, Just};
use twinge::journal::fields::{self, exercise, experiment, habit, insight, notice, pain, symptom};
use twinge::journal::{
    Answer, Entry, EntryId, FieldRef, Journal, Kind, Value, Values, Word, read_dose,
};

use crate::exchange::today;

/// Own habits with each sort of answer, an own exercise, and an activity.
pub(crate) const HABITS: [(&str, &str); 6] = [
    ("coffee", "amount"),
    ("late-screen", "yes-no"),
    ("mood", "score"),
    ("weather", "words"),
    ("pilates", "exercise"),
    ("carry-the-shopping", "activity"),
];

/// A text that has broken other programs.
pub(crate) fn hostile_text() -> BoxedStrategy<String> {
    let known = [
        "=1+1",
        "'=1+1",
        "''@x",
        "+49 123",
        "-",
        "@SUM(A1)",
        "＝1",
        "'",
        "''",
        "\"",
        "\"\"",
        "a\"b",
        "a,b;c\td",
        "two\nlines",
        "dos\r\nlines",
        "mac\rlines",
        "\u{1b}[31mred",
        "\u{7}",
        "😀👨‍👩‍👧",
        "背中が痛い",
        "כאב גב",
        "\u{202e}rtl",
        "e\u{301}",
        "\u{feff}x",
        "NULL",
        "nan",
        "1e400",
        "yes",
        "no",
        "0",
        "1",
        "2026-03-01",
        "sep=;",
        "''=x",
        "\u{2028}",
        "it's",
        "back\\slash",
        "x\u{0}y",
    ];
    let known = prop::sample::select(known.to_vec()).prop_map(String::from);
    prop_oneof![3 => known, 2 => any::<String>(), 1 => "[ -~\n\r]{0,40}"].boxed()
}

/// A value of a field as the journal takes it.
pub(crate) fn value(answer: Answer) -> BoxedStrategy<Value> {
    let real =
        |max: f64| (0..=100_000_u32).prop_map(move |n| Value::Real(f64::from(n) / 1e5 * max));
    let read = |texts: BoxedStrategy<String>| {
        texts.prop_filter_map("not a value", move |text| answer.read(&text).ok()).boxed()
    };
    match answer {
        Answer::Score => (0..=100_i64).prop_map(Value::Int).boxed(),
        Answer::Hours => {
            prop_oneof![real(24.0), (0..=48_u8).prop_map(|n| Value::Real(f64::from(n) / 2.0))]
                .boxed()
        }
        Answer::Minutes => real(1440.0).boxed(),
        Answer::Seconds => real(3600.0).boxed(),
        Answer::Count { max } => (0..=max).prop_map(Value::Int).boxed(),
        Answer::YesNo => any::<bool>().prop_map(Value::from).boxed(),
        Answer::Word(table) => word(table),
        Answer::OwnWord(table) if !table.is_empty() => {
            prop_oneof![6 => word(table), 6 => own_word(), 1 => called_like_a_habit()].boxed()
        }
        Answer::OwnWord(_) => own_word(),
        Answer::Text => read(hostile_text()),
        Answer::Amount { min, max, .. } => (min..=max).prop_map(Value::Real).boxed(),
        Answer::Time => {
            (0..24, 0..60).prop_map(|(h, m)| Value::text(&format!("{h:02}:{m:02}"))).boxed()
        }
        Answer::Date => read(
            prop::sample::select(vec!["2019", "2019-05", "2019-05-03"])
                .prop_map(String::from)
                .boxed(),
        ),
        Answer::Year => (1850..=2200_i64).prop_map(Value::Int).boxed(),
    }
}

fn word(table: &'static [Word]) -> BoxedStrategy<Value> {
    prop::sample::select(table.iter().map(|w| w.id).collect::<Vec<_>>())
        .prop_map(Value::text)
        .boxed()
}

/// What is an own habit too: two machines may have called both so.
fn called_like_a_habit() -> BoxedStrategy<Value> {
    let ids = HABITS.map(|(id, _)| id).into_iter().chain(["undefined"]).collect::<Vec<_>>();
    prop::sample::select(ids).prop_map(Value::text).boxed()
}

fn own_word() -> BoxedStrategy<Value> {
    let texts =
        prop_oneof!["[a-z]{1,8}(-[a-z0-9]{1,5})?", "[-+'./:][a-z0-9]{1,6}", "[ä-ü漢-語]{1,4}"];
    texts.prop_filter_map("not a word", |text| Answer::OwnWord(&[]).read(&text).ok()).boxed()
}

/// Some fields of a kind, each with a value.
fn values(kind: Kind) -> BoxedStrategy<Values> {
    let fields = fields::of(kind).to_vec();
    let n = fields.len();
    prop::sample::subsequence(fields, 0..=n.min(6))
        .prop_flat_map(|fields| {
            let each: Vec<_> = fields
                .into_iter()
                .map(|field| value(field.answer).prop_map(move |v| (FieldRef::Known(field), v)))
                .collect();
            each
        })
        .prop_map(gathered)
        .boxed()
}

pub(crate) fn gathered(given: Vec<(FieldRef, Value)>) -> Values {
    let mut values = Values::default();
    for (field, value) in given {
        values.set(field, value);
    }
    values
}

fn own_values() -> BoxedStrategy<Vec<(FieldRef, Value)>> {
    // Also with a value of another type than its definition says, and without a definition.
    let ids =
        ["coffee", "late-screen", "mood", "weather", "carry-the-shopping", "undefined", "odd/+'.:"];
    let of = |id: &'static str| {
        let value = match id {
            "coffee" => value(Answer::Amount { min: -1e9, max: 1e9, unit: "" }),
            "late-screen" => value(Answer::YesNo),
            "mood" | "carry-the-shopping" => {
                value(Answer::Amount { min: 0.0, max: 10.0, unit: "" })
            }
            "weather" => own_word(),
            _ => prop_oneof![
                any::<i64>().prop_map(Value::Int),
                (-1e12..1e12).prop_map(Value::Real),
                own_word()
            ]
            .boxed(),
        };
        value.prop_map(move |v| (FieldRef::Own(id.into()), v))
    };
    let odd = (prop::sample::select(ids.to_vec()), any::<i64>())
        .prop_map(|(id, n)| (FieldRef::Own(id.into()), Value::Int(n)));
    let some = prop::sample::subsequence(ids.to_vec(), 0..=3)
        .prop_flat_map(move |ids| ids.into_iter().map(of).collect::<Vec<_>>());
    prop_oneof![9 => some, 1 => odd.prop_map(|one| vec![one])].boxed()
}

pub(crate) fn day() -> BoxedStrategy<NaiveDate> {
    prop_oneof![0..40_u64, 0..40_000_u64].prop_map(|n| today() - Days::new(n)).boxed()
}

fn entry() -> BoxedStrategy<Entry> {
    let of_kind = |kind: Kind| {
        let own = if kind == Kind::Day { own_values() } else { Just(Vec::new()).boxed() };
        (day(), any::<[u8; 16]>(), values(kind), own).prop_map(move |(day, id, mut values, own)| {
            for (field, value) in own {
                values.set(field, value);
            }
            let id = match kind {
                Kind::Day => EntryId::of_day(day),
                Kind::Symptom => values
                    .text(&symptom::SYMPTOM)
                    .map_or(EntryId(id), |sign| EntryId::of_symptom(day, sign)),
                Kind::Questionnaire => EntryId::of_questionnaire(day),
                Kind::Notice => {
                    let rule = FieldRef::Known(&notice::RULE);
                    if values.get(&notice::RULE).is_none() {
                        values.set(rule, Value::text("worsening"));
                    }
                    EntryId::of_notice(day, values.text(&notice::RULE).unwrap_or_default())
                }
                Kind::Insight => {
                    if values.get(&insight::HABIT).is_none() {
                        values.set(FieldRef::Known(&insight::LOOKED), Value::from(true));
                    }
                    EntryId::of_insight(day, values.text(&insight::HABIT))
                }
                Kind::Experiment => {
                    let name = FieldRef::Known(&experiment::EXPERIMENT);
                    if values.get(&experiment::EXPERIMENT).is_none() {
                        values.set(name, Value::text("foam-roller"));
                    }
                    let name = values.text(&experiment::EXPERIMENT).unwrap_or_default();
                    EntryId::of_experiment(day, name)
                }
                _ => EntryId(id),
            };
            Entry { id, kind, day, values }
        })
    };
    let kinds: Vec<Kind> =
        Kind::OF_A_DAY.into_iter().chain([Kind::Notice, Kind::Insight, Kind::Experiment]).collect();
    prop::sample::select(kinds).prop_flat_map(of_kind).boxed()
}

fn definitions() -> BoxedStrategy<Vec<Entry>> {
    let one = |(id, answer): (&'static str, &'static str)| {
        values(Kind::Habit).prop_map(move |mut values| {
            values.set(FieldRef::Known(&habit::HABIT), Value::text(id));
            values.set(FieldRef::Known(&habit::ANSWER), Value::text(answer));
            Entry {
                id: EntryId::of_habit(id),
                kind: Kind::Habit,
                day: NaiveDate::default(),
                values,
            }
        })
    };
    HABITS.map(one).to_vec().boxed()
}

/// A journal of anything.
pub(crate) fn journal() -> BoxedStrategy<Journal> {
    let profile = values(Kind::Profile).prop_map(|values| {
        let (id, day) = (EntryId::of_profile(), NaiveDate::default());
        Entry { id, kind: Kind::Profile, day, values }
    });
    (prop::collection::vec(entry(), 0..30), profile, definitions())
        .prop_map(|(mut all, profile, definitions)| {
            // A day's habits, its warning signs and its questionnaire have one entry each.
            all.sort_by_key(|e| (e.kind, e.day, e.id));
            all.dedup_by_key(|e| (e.kind, e.day, e.id));
            all.push(profile);
            all.extend(definitions);
            Journal::new(all)
        })
        .boxed()
}

/// A journal that a table of one row a day can hold: one reading a place, one of each
/// exercise, treatment, symptom and event, and no details of them.
pub(crate) fn journal_of_days() -> BoxedStrategy<Journal> {
    let days = prop::collection::btree_map(day(), one_day(), 0..12);
    (days, definitions())
        .prop_map(|(days, mut all)| {
            for (day, entries) in days {
                for (kind, values) in entries {
                    let id = match kind {
                        Kind::Day => EntryId::of_day(day),
                        Kind::Questionnaire => EntryId::of_questionnaire(day),
                        _ => EntryId::named(&format!("{day} {kind:?} {values:?}")),
                    };
                    all.push(Entry { id, kind, day, values });
                }
            }
            Journal::new(all)
        })
        .boxed()
}

/// The values as they are when somebody said them: hours to four decimals.
fn as_read(values: &Values) -> Values {
    let read = |(field, value): (&FieldRef, &Value)| match field {
        FieldRef::Known(known) => {
            (field.clone(), known.answer.read(&known.answer.write(value)).unwrap())
        }
        FieldRef::Own(_) => (field.clone(), value.clone()),
    };
    gathered(values.iter().map(read).collect())
}

type Parts = Vec<(Kind, Values)>;

fn one_day() -> BoxedStrategy<Parts> {
    let places = vec![
        (None, None),
        (Some("neck"), None),
        (Some("upper-back"), Some("left")),
        (None, Some("right")),
    ];
    let pains = prop::sample::subsequence(places, 0..=3).prop_flat_map(|places| {
        places.into_iter().map(|(site, side)| pains_at(site, side)).collect::<Vec<_>>()
    });
    let own = own_values().prop_map(|own| {
        let defined = |(field, value): &(FieldRef, Value)| match field {
            FieldRef::Own(id) => HABITS.iter().any(|(habit, answer)| {
                **id == **habit
                    && matches!(
                        (*answer, value),
                        ("amount" | "score" | "activity", Value::Real(_))
                            | ("yes-no", Value::Int(0 | 1))
                            | ("words", Value::Text(_))
                    )
            }),
            FieldRef::Known(_) => true,
        };
        own.into_iter().filter(defined).collect::<Vec<_>>()
    });
    let habits = (values(Kind::Day), own).prop_map(|(given, own)| {
        let mut values = as_read(&given);
        for (field, value) in own {
            values.set(field, value);
        }
        vec![(Kind::Day, values)]
    });
    let doses = vec!["20", "1", "7.5", "yes", "no", "3x10", "5x10s", "2 sets", "3x5x10s 12m"];
    let exercise = move |id: &'static str| {
        prop::sample::select(doses.clone()).prop_map(move |dose| {
            let mut values = read_dose(dose).unwrap();
            values.set(FieldRef::Known(&exercise::EXERCISE), Value::text(id));
            (Kind::Exercise, values)
        })
    };
    let exercises = prop::sample::subsequence(vec!["walk", "neck-turn", "pilates"], 0..=2)
        .prop_flat_map(move |ids| ids.into_iter().map(exercise.clone()).collect::<Vec<_>>());
    let weekly = values(Kind::Questionnaire).prop_map(|v| vec![(Kind::Questionnaire, v)]);
    (pains, habits, weekly, exercises)
        .prop_map(|(pains, habits, weekly, exercises)| {
            let all = pains.into_iter().flatten().chain(habits).chain(weekly).chain(exercises);
            all.filter(|(_, values)| !values.is_empty()).collect()
        })
        .boxed()
}

/// A reading and the day's scores at one place, with one quality.
fn pains_at(site: Option<&'static str>, side: Option<&'static str>) -> BoxedStrategy<Parts> {
    // As it is read: the start of a known word is that word.
    let quality = value(pain::QUALITY.answer).prop_map(|said| {
        let answer = pain::QUALITY.answer;
        answer.read(&answer.write(&said)).unwrap()
    });
    let quality = prop::option::of(quality);
    let now = prop::option::of((value(Answer::Score), prop::option::of(value(Answer::Time))));
    let of_day =
        prop::sample::subsequence(pain::OF_A_DAY.to_vec(), 0..=4).prop_flat_map(|fields| {
            let one = |field| value(Answer::Score).prop_map(move |v| (FieldRef::Known(field), v));
            fields.into_iter().map(one).collect::<Vec<_>>()
        });
    let place = move |values: &mut Values, quality: Option<Value>| {
        let said = [
            (&pain::SITE, site.map(Value::text)),
            (&pain::SIDE, side.map(Value::text)),
            (&pain::QUALITY, quality),
        ];
        for (field, value) in said {
            if let Some(value) = value {
                values.set(FieldRef::Known(field), value);
            }
        }
    };
    (now, of_day, quality)
        .prop_map(move |(now, of_day, quality)| {
            let mut parts = Vec::new();
            if let Some((score, time)) = now {
                let mut values = gathered(vec![(FieldRef::Known(&pain::NOW), score)]);
                if let Some(time) = time {
                    values.set(FieldRef::Known(&pain::TIME), time);
                }
                place(&mut values, quality.clone());
                parts.push((Kind::Pain, values));
            }
            if !of_day.is_empty() {
                let mut values = gathered(of_day);
                place(&mut values, quality);
                parts.push((Kind::Pain, values));
            }
            parts
        })
        .boxed()
}
