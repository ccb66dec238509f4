//! The weekly answers: scores worked by hand, pieces and gaps at their limits.

use twinge::chart::figure::{AnswerPanel, Body, Figure, Look, Panel, PanelSize, Timeline};
use twinge::journal::fields::questionnaire::{CHANGE, PEG_PAIN};
use twinge::journal::{Span, Value};
use twinge::language::{ENGLISH, GERMAN};

use crate::draw::sample::chart_of;
use crate::scales::{Diary, ago};

fn of(diary: &Diary) -> Figure {
    chart_of("peg", &ENGLISH, diary.0.clone(), Span::ending(ago(0), 91), &[])
}

fn timeline(figure: &Figure) -> &Timeline {
    let Body::Timeline(timeline) = &figure.body else { panic!("no timeline") };
    timeline
}

fn panels(figure: &Figure) -> Vec<&AnswerPanel> {
    let panels = timeline(figure).panels.iter().map(|panel| match panel {
        Panel::Answers(panel) => panel,
        _ => panic!("no answers"),
    });
    panels.collect()
}

/// The pieces of the first series of a panel: how long ago and what.
fn pieces(panel: &AnswerPanel) -> Vec<Vec<(i64, f64)>> {
    let ago_of = |day: chrono::NaiveDate| (ago(0) - day).num_days();
    let pieces = panel.series[0].pieces.iter();
    pieces
        .map(|piece| piece.iter().map(|it| (ago_of(it.period.last()), it.value)).collect())
        .collect()
}

#[test]
fn the_line_is_the_mean_of_three_answers_and_each_answer_is_a_mark() {
    let mut diary = Diary::default();
    diary.peg(ago(7), [60, 50, 40]).peg(ago(0), [30, 0, 60]);
    let figure = of(&diary);
    let panel = panels(&figure)[0];
    // (6 + 5 + 4) / 3 and (3 + 0 + 6) / 3.
    assert_eq!(pieces(panel), [[(7, 5.0), (0, 3.0)]]);
    let series: Vec<_> =
        panel.series.iter().map(|it| (it.name.as_str(), it.look, it.newest.as_deref())).collect();
    assert_eq!(
        series,
        [
            ("PEG", Look::Line, Some("today 3")),
            ("pain", Look::Rings, Some("3")),
            ("enjoyment", Look::Squares, Some("0")),
            ("activity", Look::Triangles, Some("6")),
        ]
    );
    assert_eq!((panel.scale, panel.size), ((0.0, 10.0), PanelSize::Main));
}

#[test]
fn over_more_than_two_years_only_the_mean_is_drawn_and_that_is_said() {
    for (n_days, n_series) in [(731, 4), (732, 1)] {
        let mut diary = Diary::default();
        diary.peg(ago(7), [60, 50, 40]);
        let span = Span::ending(ago(0), n_days);
        let figure = chart_of("peg", &ENGLISH, diary.0, span, &[]);
        assert_eq!(panels(&figure)[0].series.len(), n_series, "{n_days}");
        let said = figure.reading.iter().any(|it| it == "single answers only up to two years");
        assert_eq!(said, n_series == 1, "{n_days}");
    }
}

#[test]
fn an_answer_is_about_the_week_that_ends_with_its_day() {
    let mut diary = Diary::default();
    diary.peg(ago(7), [60, 50, 40]);
    let figure = of(&diary);
    let period = panels(&figure)[0].series[0].pieces[0][0].period;
    assert_eq!((period.first(), period.last()), (ago(13), ago(7)));
}

#[test]
fn a_line_breaks_and_a_gap_begins_after_more_than_14_days() {
    for (apart, n_pieces, n_gaps) in [(7, 1, 0), (14, 1, 0), (15, 2, 1), (40, 2, 1)] {
        let mut diary = Diary::default();
        for n in 0..=(90 - apart) / 7 {
            diary.peg(ago(apart + 7 * n), [50, 50, 50]);
        }
        diary.peg(ago(0), [50, 50, 50]);
        let figure = of(&diary);
        assert_eq!(pieces(panels(&figure)[0]).len(), n_pieces, "{apart}");
        let gaps = &timeline(&figure).gaps;
        assert_eq!(gaps.len(), n_gaps, "{apart}: {gaps:?}");
        assert!(gaps.iter().all(|gap| gap.period.n_days() == i64::try_from(apart - 7).unwrap()));
    }
}

#[test]
fn the_rating_is_shown_beneath_in_steps_and_words() {
    let mut diary = Diary::default();
    diary.weekly(ago(14), &[(&CHANGE, Value::text("much-worse"))]);
    diary.weekly(ago(7), &[(&CHANGE, Value::text("same"))]);
    diary.weekly(ago(2), &[(&CHANGE, Value::text("a-little-better"))]);
    let figure = of(&diary);
    let [peg, change] = panels(&figure)[..] else { panic!("two panels") };
    assert_eq!((peg.is_empty(), peg.nothing.as_str()), (true, "No PEG in this period"));
    assert_eq!(pieces(change), [[(14, -3.0), (7, 0.0), (2, 1.0)]]);
    assert_eq!(change.series[0].newest.as_deref(), Some("13 Mar: a little better"));
    assert_eq!((change.scale, change.unit.as_str()), ((-3.0, 3.0), "up: better"));
}

#[test]
fn activities_have_strips_and_it_is_said_that_they_go_the_other_way() {
    let mut diary = Diary::default();
    diary.activity("shop").activity("film").activity("never");
    diary.did(ago(7), &[("shop", 4.0), ("film", 10.0)]).did(ago(0), &[("shop", 5.5)]);
    let figure = of(&diary);
    let names: Vec<&str> = panels(&figure).iter().map(|panel| panel.name.as_str()).collect();
    // The one that was answered last comes first; one without an answer has no strip.
    assert_eq!(names, ["PEG, 0–10", "shop", "film"]);
    assert_eq!(pieces(panels(&figure)[1]), [[(7, 4.0), (0, 5.5)]]);
    assert_eq!(panels(&figure)[1].unit, "10: as before");
    assert!(figure.reading.contains(
        &"activities of your own go the other way round: 10 as before the pain, 0 unable".into()
    ));
    assert_eq!(of(Diary::default().peg(ago(0), [1, 1, 1])).reading.len(), 2);
}

#[test]
fn nine_activities_are_eight_strips_and_one_is_said_to_be_left_out() {
    let mut diary = Diary::default();
    for n in 0..9 {
        let id = format!("task-{n}");
        diary.activity(&id).did(ago(n), &[(&id, 5.0)]);
    }
    let figure = of(&diary);
    assert_eq!(panels(&figure).len(), 1 + 8);
    assert_eq!(figure.reading.last().unwrap(), "1 more activity left out");
    assert!(panels(&figure).iter().all(|panel| panel.name != "task-8"));
}

#[test]
fn a_week_without_all_three_answers_has_no_peg() {
    let mut diary = Diary::default();
    diary.weekly(ago(0), &[(&PEG_PAIN, Value::Int(50))]);
    let figure = of(&diary);
    assert!(panels(&figure)[0].is_empty());
    assert_eq!(figure.coverage.recorded_days, 0);
    assert_eq!(panels(&figure)[0].nothing, "No weekly answers in this period");
}

#[test]
fn what_cannot_be_seen_is_said() {
    let mut diary = Diary::default();
    diary.activity("shop").did(ago(0), &[("shop", 4.0)]);
    diary.peg(ago(14), [60, 50, 40]).peg(ago(7), [30, 20, 40]).peg(ago(0), [40, 40, 40]);
    diary.weekly(ago(1), &[(&CHANGE, Value::text("better"))]);
    let span = Span::ending(ago(0), 91);
    let words = |language| chart_of("peg", language, diary.0.clone(), span, &[]).alt;
    assert_eq!(
        words(&ENGLISH),
        "PEG: pain, enjoyment of life, general activity, 15 Dec 2025 – 15 Mar 2026. \
         4 answers in 13 weeks. PEG: median 4, from 3 to 5, newest 4, of 10. \
         Own rating: better, 14 Mar 2026. Activities of your own go the other way round: \
         10 as before the pain, 0 unable. shop: median 4, from 4 to 4, newest 4, of 10."
    );
    assert!(words(&GERMAN).contains("Eigenes Urteil: besser, 14. März 2026."));
    let nothing = of(&Diary::default()).alt;
    assert!(nothing.ends_with(" No weekly answers in this period."), "{nothing}");
}
