//! A journal with the person's own texts, drawn on every surface: pictures and pages are
//! well-formed, and say nothing that a terminal or a browser would obey.

use chrono::Days;
use twinge::chart::{CHARTS, Read, Request};
use twinge::draw::page::document::Paper;
use twinge::draw::page::html as page_html;
use twinge::draw::{Letters, Size, html, svg, terminal};
use twinge::journal::fields::{
    day, event, exercise, experiment, habit, pain, profile, symptom, treatment,
};
use twinge::journal::{Entry, EntryId, Field, FieldRef, Journal, Kind, Span, Value, Values};
use twinge::language::LANGUAGES;
use twinge::redflag::check;
use twinge::redflag::life::lives;
use twinge::report::{Redact, Wanted, page, report};
use usvg::roxmltree;

use super::given::Given;
use super::{is_hostile, today};

/// How many days the journal has.
const DAYS: u64 = 70;

/// What has no end tag.
const VOID: &[&str] = &["meta", "hr", "br"];

/// The first byte says what is drawn, the second how.
pub fn pictures(bytes: &[u8]) {
    let mut given = Given::new(bytes);
    let (what, how) = (usize::from(given.byte()), given.byte());
    let texts: Vec<String> = (0..6).map(|_| given.text()).collect();
    let journal = journal(&texts);
    let language = LANGUAGES[usize::from(how >> 4) % LANGUAGES.len()];
    let span = Span::ending(today(), DAYS);
    let n = what % (CHARTS.len() + 1);
    let Some(chart) = CHARTS.get(n) else { return page_of(&journal, span, how) };
    let figure = (chart.figure)(
        &journal,
        &Request {
            span: chart.window.map_or(span, |window| window(today())),
            today: today(),
            site: None,
            warnings: &[],
            language,
            read: if how & 1 == 0 { Read::Later } else { Read::AtOnce },
        },
    );
    let width = 320 + u32::from(how) * 4;
    let drawn = svg(&figure, Size::new(width, 400).unwrap()).unwrap();
    assert!(!drawn.contains(is_hostile), "{}", chart.id);
    roxmltree::Document::parse(&drawn).unwrap();
    harmless(&html(&figure, Size::USUAL).unwrap());
    let letters = if how & 2 == 0 { Letters::Blocks } else { Letters::Ascii };
    // What a terminal would obey is taken out where the answer is shown: see `commands`.
    terminal(&figure, 40 + usize::from(how), letters);
}

fn page_of(journal: &Journal, span: Span, how: u8) {
    let redact = Redact {
        name: how & 1 != 0,
        notes: how & 2 != 0,
        medicines: how & 4 != 0,
        habits: how & 16 != 0,
    };
    let wanted = Wanted {
        span,
        today: today(),
        redact,
        language: LANGUAGES[usize::from(how >> 4) % LANGUAGES.len()],
        own_day: None,
        first_pain: None,
    };
    let journal = redact.applied_to(journal);
    let verdicts = check(&journal, today());
    let lives = lives(&journal, &verdicts, today());
    let found: Vec<_> = verdicts.into_iter().zip(lives).collect();
    let paper = if how & 8 == 0 { Paper::A4 } else { Paper::Letter };
    let document = page::document(&report(&journal, &found, wanted), paper, true).unwrap();
    harmless(&page_html(&document));
}

/// A page that is whole, loads nothing and runs nothing.
pub fn harmless(page: &str) {
    assert!(!page.contains(is_hostile));
    let body = page.strip_prefix("<!DOCTYPE html>").unwrap();
    let mut open: Vec<String> = Vec::new();
    for piece in body.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').unwrap_or_else(|| panic!("no > in {piece}"));
        let name: String = tag.chars().take_while(|c| !c.is_whitespace()).collect();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop().as_deref(), Some(name), "{piece}"),
            None if VOID.contains(&name.as_str()) || tag.ends_with('/') => {}
            None => {
                for bad in ["script", "iframe", "img", "link", "a", "form"] {
                    assert_ne!(name, bad, "{piece}");
                }
                open.push(name);
            }
        }
        let bare: String = tag.split('"').step_by(2).collect();
        for attribute in [" on", " href", " src", " xlink", "'"] {
            assert!(!bare.contains(attribute), "{tag}");
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

/// A field said by the person, where it takes the text.
fn say(values: &mut Values, field: &'static Field, text: &str) {
    if let Ok(value) = field.answer.read(text) {
        values.set(FieldRef::Known(field), value);
    }
}

/// Two months in which each text stands wherever a person's own words may.
fn journal(texts: &[String]) -> Journal {
    let mut all = Vec::new();
    let mut add = |kind, id, day, values: Values| all.push(Entry { id, kind, day, values });
    let mut of_person = Values::default();
    for (n, field) in
        [&profile::NAME, &profile::VISIT_GOAL, &profile::ONSET_NOTE, &profile::CONDITIONS]
            .into_iter()
            .chain([&profile::MEDICINES])
            .enumerate()
    {
        say(&mut of_person, field, &texts[n % texts.len()]);
    }
    add(Kind::Profile, EntryId::of_profile(), Default::default(), of_person);
    let own: Vec<String> = texts
        .iter()
        .filter_map(|text| match habit::HABIT.answer.read(text) {
            Ok(Value::Text(id)) => Some(id.into()),
            _ => None,
        })
        .collect();
    for id in &own {
        let mut values = Values::default();
        values.set(FieldRef::Known(&habit::HABIT), Value::text(id));
        values.set(FieldRef::Known(&habit::ANSWER), Value::text("amount"));
        say(&mut values, &habit::UNIT, &texts[0]);
        say(&mut values, &habit::QUESTION, &texts[1]);
        add(Kind::Habit, EntryId::of_habit(id), Default::default(), values);
    }
    for n in 0..DAYS {
        let date = today() - Days::new(n);
        let text = &texts[n as usize % texts.len()];
        let id = |kind: &str| EntryId::named(&format!("{kind} {n}"));
        let score = Value::Int((n as i64 * 37) % 101);
        let mut values = Values::default();
        values.set(FieldRef::Known(&pain::NOW), score.clone());
        values.set(FieldRef::Known(&pain::NIGHT), score);
        say(&mut values, &pain::QUALITY, text);
        say(&mut values, &pain::SITE, ["neck", "lower-back"][n as usize % 2]);
        add(Kind::Pain, id("pain"), date, values);
        let mut values = Values::default();
        say(&mut values, &day::SLEEP_HOURS, &(n % 9).to_string());
        for own in &own {
            values.set(FieldRef::Own(own.as_str().into()), Value::Real((n % 4) as f64));
        }
        add(Kind::Day, EntryId::of_day(date), date, values);
        if n % 7 != 0 {
            continue;
        }
        let kinds: [(Kind, &[&'static Field]); 4] = [
            (Kind::Event, &[&event::EVENT, &event::TEXT]),
            (Kind::Treatment, &[&treatment::NAME, &treatment::AMOUNT, &treatment::NOTE]),
            (Kind::Exercise, &[&exercise::EXERCISE, &exercise::NOTE]),
            (Kind::Symptom, &[&symptom::NOTE]),
        ];
        for (kind, fields) in kinds {
            let mut values = Values::default();
            fields.iter().for_each(|field| say(&mut values, field, text));
            match kind {
                Kind::Event => {
                    say(&mut values, &event::EVENT, ["note", "fall"][n as usize / 7 % 2])
                }
                Kind::Treatment => say(&mut values, &treatment::TREATMENT, "medicine"),
                Kind::Symptom => {
                    say(&mut values, &symptom::SYMPTOM, "fever");
                    values.set(FieldRef::Known(&symptom::PRESENT), Value::from(true));
                }
                _ => {}
            }
            add(kind, id(kind.id()), date, values);
        }
    }
    let mut values = Values::default();
    for (field, said) in [
        (&experiment::EXPERIMENT, texts[2].as_str()),
        (&experiment::ARM_A, &texts[2]),
        (&experiment::ARM_B, &texts[3]),
        (&experiment::QUESTION, &texts[4]),
        (&experiment::DONE_BY, "asked"),
        (&experiment::OUTCOME, "day"),
        (&experiment::LAG, "1"),
        (&experiment::PERIOD, "1"),
        (&experiment::PAIRS, "14"),
        (&experiment::WASHOUT, "0"),
        (&experiment::STATISTIC, experiment::STATISTICS[0].id),
        (&experiment::SEED, "1"),
        (&experiment::DRAWN_BY, experiment::DRAWS[0].id),
        (&experiment::FIRST, &(today() - Days::new(59)).to_string()),
        (&experiment::SCHEDULE, &"ABBA".repeat(7)),
    ] {
        say(&mut values, field, said);
    }
    let drawn = today() - Days::new(60);
    let name = values.text(&experiment::EXPERIMENT).unwrap_or_default();
    all.push(Entry {
        id: EntryId::of_experiment(drawn, name),
        kind: Kind::Experiment,
        day: drawn,
        values,
    });
    Journal::new(all)
}
