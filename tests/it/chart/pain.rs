//! The pain chart: titles, coverage, gaps, medians, strips, events.

use twinge::chart::figure::{
    BarStrip, Body, Figure, Panel, RowStrip, ScorePanel, Strength, Timeline,
};
use twinge::chart::{Read, Request, find};
use twinge::journal::fields::{day, exercise, pain, symptom, treatment};
use twinge::journal::{Entry, Field, Journal, Kind, Span, Value};
use twinge::language::ENGLISH;

use crate::draw::sample::{date, days, entry, span, strange};

fn score(points: i64) -> Value {
    Value::Int(points * 10)
}

fn scored(day: &str, fields: &[(&'static Field, i64)], site: &str) -> Entry {
    let mut values: Vec<(&'static Field, Value)> =
        fields.iter().map(|(field, points)| (*field, score(*points))).collect();
    if !site.is_empty() {
        values.push((&pain::SITE, Value::text(site)));
    }
    entry(Kind::Pain, date(day), site, &values)
}

pub(super) fn of(journal: &Journal, span: Span, today: &str, site: Option<&str>) -> Figure {
    let request = Request {
        span,
        today: date(today),
        site,
        warnings: &[],
        language: &ENGLISH,
        read: Read::AtOnce,
    };
    (find("pain").unwrap().figure)(journal, &request)
}

pub(super) fn march(entries: Vec<Entry>) -> Figure {
    of(&Journal::new(entries), span("2026-03-01", "2026-03-15"), "2026-03-15", None)
}

pub(super) fn timeline(figure: &Figure) -> &Timeline {
    let Body::Timeline(timeline) = &figure.body else { panic!("no timeline") };
    timeline
}

fn scores(figure: &Figure) -> &ScorePanel {
    let found = timeline(figure).panels.iter().find_map(|panel| match panel {
        Panel::Scores(scores) => Some(scores),
        Panel::Bars(_) | Panel::Rows(_) | Panel::Answers(_) => None,
    });
    found.unwrap()
}

fn bars<'a>(figure: &'a Figure, name: &str) -> &'a BarStrip {
    let found = timeline(figure).panels.iter().find_map(|panel| match panel {
        Panel::Bars(strip) if strip.name == name => Some(strip),
        _ => None,
    });
    found.unwrap()
}

fn rows<'a>(figure: &'a Figure, name: &str) -> &'a RowStrip {
    let found = timeline(figure).panels.iter().find_map(|panel| match panel {
        Panel::Rows(strip) if strip.name == name => Some(strip),
        _ => None,
    });
    found.unwrap()
}

#[test]
fn a_title_names_the_sites_and_what_was_scored() {
    for (sites, night, title) in [
        (&[""][..], true, "Pain, day and night"),
        (&["neck"], true, "Neck pain, day and night"),
        (&["upper-back"], false, "Upper back pain"),
        (&["upper-back", "neck"], false, "Neck and upper back pain"),
        // A place is named where half of the readings with a place are there, and half have one.
        (&["neck", "jaw", "hip"], false, "Pain"),
        (&["neck", "jaw", "neck", "hip"], false, "Neck pain"),
        (&["lower-back", "", "", "", "", "", "", ""], true, "Pain, day and night"),
        (&["lower-back", ""], false, "Lower back pain"),
        (&["lower-back", "", ""], false, "Pain"),
    ] {
        let field: &'static Field = if night { &pain::NIGHT } else { &pain::AVERAGE };
        let entries = sites.iter().zip(2..).map(|(site, n)| {
            scored(&format!("2026-03-{n:02}"), &[(&pain::AVERAGE, 4), (field, 4)], site)
        });
        assert_eq!(march(entries.collect()).title, title);
    }
    assert_eq!(
        march(vec![scored("2026-03-02", &[(&pain::NIGHT, 4)], "neck")]).title,
        "Neck pain at night"
    );
    assert_eq!(march(vec![]).title, "Pain");
}

#[test]
fn one_site_can_be_asked_for() {
    let journal = Journal::new(vec![
        scored("2026-03-02", &[(&pain::AVERAGE, 7)], "neck"),
        scored("2026-03-02", &[(&pain::AVERAGE, 3)], "knee"),
    ]);
    let all = of(&journal, span("2026-03-01", "2026-03-15"), "2026-03-15", None);
    assert_eq!(scores(&all).series[0].newest.as_deref(), Some("2 Mar: 7"));
    assert_eq!(all.subtitle[2], "of several places the highest");
    let knee = of(&journal, span("2026-03-01", "2026-03-15"), "2027-03-15", Some("knee"));
    assert_eq!(scores(&knee).series[0].newest.as_deref(), Some("2 Mar 2026: 3"));
    assert_eq!((knee.title.as_str(), knee.subtitle.len()), ("Knee pain", 2));
}

#[test]
fn coverage_counts_days_with_a_score_and_gaps_days_without_any_entry() {
    let mut entries = vec![
        scored("2026-03-01", &[(&pain::AVERAGE, 0), (&pain::NIGHT, 1)], ""),
        scored("2026-03-15", &[(&pain::AVERAGE, 2)], ""),
    ];
    // An entry without a score ends a gap and adds nothing to the coverage.
    entries.push(entry(
        Kind::Day,
        date("2026-03-05"),
        "",
        &[(&day::SITTING_HOURS, Value::Real(9.0))],
    ));
    let figure = march(entries);
    assert_eq!((figure.coverage.recorded_days, figure.coverage.total_days), (2, 15));
    let gaps: Vec<String> =
        timeline(&figure).gaps.iter().map(|gap| gap.period.to_string()).collect();
    assert_eq!(gaps, ["2 Mar 2026 – 4 Mar 2026", "6 Mar 2026 – 14 Mar 2026"]);
    assert_eq!(figure.subtitle, ["1 Mar 2026 – 15 Mar 2026", "2 of 15 days with a pain score"]);
    let series = &scores(&figure).series;
    assert_eq!(
        (series[0].name.as_str(), series[0].points.len(), series[0].lines.len()),
        ("day", 2, 0)
    );
    assert_eq!(series[0].newest.as_deref(), Some("today 2"));
    assert_eq!((series[1].name.as_str(), series[1].newest.as_deref()), ("night", Some("1 Mar: 1")));
}

#[test]
fn nothing_recorded_is_said_and_has_no_strips() {
    let figure = march(vec![]);
    assert_eq!(figure.subtitle, ["1 Mar 2026 – 15 Mar 2026", "0 of 15 days with a pain score"]);
    assert_eq!(figure.alt, "Pain, 1 Mar 2026 – 15 Mar 2026. Nothing recorded in this period.");
    assert!(figure.reading.is_empty());
    assert_eq!(timeline(&figure).panels.len(), 1);
    assert!(scores(&figure).series.is_empty());
}

#[test]
fn days_to_come_are_not_missing() {
    let journal = Journal::new(vec![scored("2026-03-02", &[(&pain::AVERAGE, 7)], "neck")]);
    let figure = of(&journal, span("2026-03-01", "2026-12-31"), "2026-03-02", None);
    assert_eq!(figure.subtitle, ["1 Mar 2026 – 2 Mar 2026", "1 of 2 days with a pain score"]);
    assert!(timeline(&figure).gaps.is_empty());
    let later = of(&journal, span("2027-03-01", "2027-03-02"), "2026-03-02", None);
    assert_eq!(later.coverage.total_days, 2);
}

#[test]
fn a_sample_says_that_it_is_one() {
    let journal =
        Journal::new(vec![scored("2026-03-02", &[(&pain::AVERAGE, 7)], "neck")]).sample(true);
    let figure = of(&journal, span("2026-03-01", "2026-03-15"), "2026-03-15", None);
    assert_eq!(figure.subtitle[0], "sample data, nobody’s pain");
}

#[test]
fn strips_show_what_was_recorded() {
    let done = |day: &str, name: &str, fields: &[(&'static Field, Value)]| {
        let which = [(&exercise::EXERCISE, Value::text(name))];
        entry(Kind::Exercise, date(day), name, &[&which, fields].concat())
    };
    let minutes = |n: f64| (&exercise::MINUTES, Value::Real(n));
    let habit = |day: &str, hours: f64, side: &str| {
        let fields =
            [(&day::SITTING_HOURS, Value::Real(hours)), (&day::SLEEP_POSITION, Value::text(side))];
        entry(Kind::Day, date(day), "", &fields)
    };
    let figure = march(vec![
        done("2026-03-02", "a", &[minutes(20.0)]),
        done("2026-03-02", "b", &[minutes(25.0)]),
        done("2026-03-02", "c", &[]),
        done("2026-03-03", "a", &[]),
        done("2026-03-04", "a", &[(&exercise::DONE, Value::from(false))]),
        habit("2026-03-02", 8.0, "left"),
        habit("2026-03-03", 8.5, "front"),
        entry(
            Kind::Treatment,
            date("2026-03-02"),
            "a",
            &[(&treatment::TREATMENT, Value::text("medicine"))],
        ),
        entry(
            Kind::Treatment,
            date("2026-03-02"),
            "b",
            &[(&treatment::TREATMENT, Value::text("medicine"))],
        ),
        entry(
            Kind::Treatment,
            date("2026-03-03"),
            "a",
            &[(&treatment::TREATMENT, Value::text("heat"))],
        ),
    ]);
    let exercise = bars(&figure, "Exercise");
    assert_eq!(exercise.bars.len(), 1);
    assert!(
        (exercise.bars[0].point.value - 45.0).abs() < 1e-9 && (exercise.top - 45.0).abs() < 1e-9
    );
    assert_eq!(exercise.done, [Span::ending(date("2026-03-03"), 1)]);
    assert_eq!(exercise.summary.as_deref(), Some("on 2 days"));
    let strengths: Vec<Strength> =
        bars(&figure, "Sitting").bars.iter().map(|bar| bar.strength).collect();
    assert_eq!(strengths, [Strength::Light, Strength::Dark]);
    let names: Vec<&str> =
        rows(&figure, "Sleep position").rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["left", "front"]);
    assert_eq!(rows(&figure, "Medicine").rows[0].name, "on 1 day");
}

#[test]
fn more_than_two_years_are_shown_by_month() {
    let mut entries = vec![];
    // March 2024: 1 to 8 → mean 4.5, 10th–90th percentile 1.7–7.3. April: 7 days, too few. May: eight fives.
    for n in 1..=8 {
        entries.push(scored(&format!("2024-03-{n:02}"), &[(&pain::AVERAGE, n)], ""));
        entries.push(scored(&format!("2024-05-{n:02}"), &[(&pain::AVERAGE, 5)], ""));
        if n < 8 {
            entries.push(scored(&format!("2024-04-{n:02}"), &[(&pain::AVERAGE, 9)], ""));
        }
    }
    let figure = of(&Journal::new(entries), span("2024-03-01", "2026-03-15"), "2026-03-15", None);
    assert_eq!(timeline(&figure).months_per_value, Some(1));
    let day = &scores(&figure).series[0];
    let lines: Vec<Vec<String>> = day
        .lines
        .iter()
        .map(|line| line.iter().map(|point| format!("{} {}", point.period, point.value)).collect())
        .collect();
    assert_eq!(lines, [["1 Mar 2024 – 31 Mar 2024 4.5"], ["1 May 2024 – 31 May 2024 5"]]);
    assert!((day.ribbon[0].low - 1.7).abs() < 1e-9 && (day.ribbon[0].high - 7.3).abs() < 1e-9);
    assert!(day.points.is_empty());
    assert_eq!(day.newest.as_deref(), Some("May 2024: 5"));
    assert_eq!(
        figure.reading,
        ["lines: monthly means; ribbon: 10th–90th percentile", "a mean needs 8 days"]
    );
    // From 8 April to the end of the month nothing was recorded: 23 days, no gap on this scale.
    assert_eq!(timeline(&figure).gaps.len(), 1);
}

#[test]
fn who_records_once_a_week_gets_means_of_three_months() {
    let weekly = days(date("2016-03-01"), 3650, |n| n % 7 != 0);
    let figure = of(&Journal::new(weekly), span("2016-03-01", "2026-02-28"), "2026-02-28", None);
    assert_eq!(timeline(&figure).months_per_value, Some(3));
    assert!(scores(&figure).series[0].lines.iter().map(Vec::len).sum::<usize>() > 35);
    let newest = scores(&figure).series[0].newest.as_deref().unwrap_or_default();
    assert!(
        newest.starts_with("Jan–Feb 2026: ") || newest.starts_with("Oct–Dec 2025: "),
        "{newest}"
    );
}

#[test]
fn the_number_of_values_does_not_grow_without_end() {
    let journal = Journal::new(days(date("2026-01-01"), 60, |_| false));
    let figure = of(&journal, span("0001-01-01", "2026-02-28"), "2026-02-28", None);
    assert!(timeline(&figure).months_per_value.unwrap() >= 24);
}

#[test]
fn a_day_with_only_its_worst_is_no_peak() {
    let mut entries: Vec<Entry> =
        (1..=14).map(|n| scored(&format!("2026-03-{n:02}"), &[(&pain::AVERAGE, 2)], "")).collect();
    entries.truncate(9);
    entries.push(scored("2026-03-10", &[(&pain::WORST, 9)], ""));
    entries.push(scored("2026-03-11", &[(&pain::WORST, 8), (&pain::NOW, 3)], ""));
    let figure = march(entries);
    let day = &scores(&figure).series[0];
    assert_eq!((day.points.len(), day.worst_only.len()), (10, 1));
    assert_eq!(day.worst_only[0].period, Span::ending(date("2026-03-10"), 1));
    assert!((day.worst_only[0].value - 9.0).abs() < 1e-9);
    assert!(day.lines.iter().flatten().all(|point| point.value < 3.1), "{:?}", day.lines);
    assert_eq!(day.newest.as_deref(), Some("11 Mar: 3"));
    assert_eq!(figure.coverage.recorded_days, 11);
    assert_eq!(figure.reading[1], "^ only the worst is known, in no line");
    assert!(figure.alt.contains("Day pain: median 2, from 2 to 3, newest 3, of 10. "));
    assert!(figure.alt.contains("Only the worst is known of 1 day, at most 9. "), "{}", figure.alt);

    let only = march(vec![scored("2026-03-14", &[(&pain::WORST, 6)], "")]);
    let day = &scores(&only).series[0];
    assert!(day.points.is_empty() && day.lines.is_empty());
    assert_eq!(day.newest.as_deref(), Some("14 Mar: worst 6"));
}

#[test]
fn the_worst_is_in_no_mean_of_a_month() {
    let mut entries: Vec<Entry> =
        (1..=8).map(|n| scored(&format!("2024-03-{n:02}"), &[(&pain::AVERAGE, 2)], "")).collect();
    entries.push(scored("2024-03-09", &[(&pain::WORST, 10)], ""));
    let figure = of(&Journal::new(entries), span("2024-03-01", "2026-03-15"), "2026-03-15", None);
    let day = &scores(&figure).series[0];
    assert!((day.lines[0][0].value - 2.0).abs() < 1e-9 && day.worst_only.is_empty());
    assert_eq!(figure.reading[2], "days of which only the worst is known are in no mean");
}

#[test]
fn only_a_screen_tells_from_today() {
    let newest = |fields: &[(&'static Field, i64)]| {
        let figure = march(vec![scored("2026-03-15", fields, "")]);
        scores(&figure).series.iter().filter_map(|it| it.newest.clone()).collect::<Vec<_>>()
    };
    assert_eq!(newest(&[(&pain::NOW, 3)]), ["today 3"]);
    assert_eq!(newest(&[(&pain::NOW, 3), (&pain::AVERAGE, 4)]), ["today 4"]);
    assert_eq!(newest(&[(&pain::NOW, 3), (&pain::NIGHT, 5)]), ["today 3", "last night 5"]);
    assert_eq!(newest(&[(&pain::WORST, 6)]), ["worst today 6"]);
    let at = |time: &str| {
        let values = [(&pain::NOW, score(3)), (&pain::TIME, Value::text(time))];
        march(vec![entry(Kind::Pain, date("2026-03-15"), "", &values)])
    };
    assert_eq!(scores(&at("07:05")).series[0].newest.as_deref(), Some("today 07:05: 3"));
    let moment = |name: &str, points| {
        entry(Kind::Pain, date("2026-03-15"), name, &[(&pain::NOW, score(points))])
    };
    let figure = march(vec![moment("a", 3), moment("b", 4)]);
    assert_eq!(scores(&figure).series[0].newest.as_deref(), Some("today 3.5"));
}

#[test]
fn in_a_file_there_are_only_dates() {
    let newest = |fields: &[(&'static Field, i64)]| {
        let journal = Journal::new(vec![scored("2026-03-15", fields, "")]);
        let request = Request {
            span: span("2026-03-01", "2026-03-15"),
            today: date("2026-03-15"),
            site: None,
            warnings: &[],
            language: &ENGLISH,
            read: Read::Later,
        };
        let figure = (find("pain").unwrap().figure)(&journal, &request);
        scores(&figure).series.iter().filter_map(|it| it.newest.clone()).collect::<Vec<_>>()
    };
    assert_eq!(newest(&[(&pain::AVERAGE, 3), (&pain::NIGHT, 5)]), ["15 Mar: 3", "15 Mar: 5"]);
    assert_eq!(newest(&[(&pain::NOW, 4)]), ["15 Mar: 4"]);
    assert_eq!(newest(&[(&pain::WORST, 6)]), ["15 Mar: worst 6"]);
}

#[test]
fn what_there_is_without_scores_is_shown() {
    let fever =
        [(&symptom::SYMPTOM, Value::text("fever-unwell")), (&symptom::PRESENT, Value::from(true))];
    let figure = march(vec![
        entry(Kind::Symptom, date("2026-03-04"), "", &fever),
        entry(Kind::Day, date("2026-03-05"), "", &[(&day::SITTING_HOURS, Value::Real(9.0))]),
    ]);
    assert_eq!(scores(&figure).nothing, "No pain scores in this period");
    assert_eq!(bars(&figure, "Sitting").bars.len(), 1);
    assert_eq!(timeline(&figure).events[0].label, "Fever or unwell");
    assert!(figure.alt.contains("No pain scores in this period. "), "{}", figure.alt);
    assert!(figure.alt.ends_with("Warnings: 4 Mar 2026 Fever or unwell."), "{}", figure.alt);

    let morning = march(vec![scored("2026-03-04", &[(&pain::MORNING, 4)], "")]);
    assert_eq!(scores(&morning).nothing, "No day or night scores in this period");
    assert_eq!(morning.subtitle[1], "1 of 15 days with a pain score");
}

#[test]
fn exercise_of_months_counts_days_and_never_takes_what_is_missing_for_nothing() {
    let done = |day: &str, fields: &[(&'static Field, Value)]| {
        let which = [(&exercise::EXERCISE, Value::text("walk"))];
        entry(Kind::Exercise, date(day), "", &[&which, fields].concat())
    };
    let mut entries: Vec<Entry> =
        (1..=20).map(|n| scored(&format!("2024-03-{n:02}"), &[(&pain::AVERAGE, 2)], "")).collect();
    entries.push(done("2024-03-02", &[(&exercise::MINUTES, Value::Real(30.0))]));
    entries.push(done("2024-03-03", &[]));
    entries.push(done("2024-03-04", &[(&exercise::MINUTES, Value::Real(0.0))]));
    let figure = of(&Journal::new(entries), span("2024-03-01", "2026-03-15"), "2026-03-15", None);
    let strip = bars(&figure, "Exercise");
    let values: Vec<String> =
        strip.bars.iter().map(|it| format!("{} {}", it.point.period, it.point.value)).collect();
    assert_eq!(values, ["1 Mar 2024 – 31 Mar 2024 2"]);
    assert_eq!((strip.unit.as_str(), strip.summary.as_deref()), ("days/month", Some("on 2 days")));
}

#[test]
fn no_words_claim_what_a_journal_cannot_know() {
    for (name, figure) in strange() {
        let mut said = vec![figure.title, figure.alt];
        said.extend(figure.subtitle.into_iter().chain(figure.reading));
        for word in ["chronic", "diagnos"] {
            assert!(!said.join(" ").to_lowercase().contains(word), "{name}: {word}");
        }
    }
}
