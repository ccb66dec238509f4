//! What goes with pain and what experiments showed, on the page for the doctor.

use twinge::experiment::{Plan, entry_of, findings};
use twinge::insights::insights;
use twinge::journal::fields::treatment;
use twinge::journal::{Entry, Journal, Kind, Value};
use twinge::language::{ENGLISH, GERMAN, Language};
use twinge::report::Redact;

use crate::chart::insights::{diary, looked};
use crate::draw::sample::entry;
use crate::experiment::{date, drawn, experiment, lived, plan};
use crate::report::{Diary, said, today};

fn page_in(language: &'static Language, entries: Vec<Entry>, days: u64, redact: Redact) -> String {
    said(&Diary(entries).report_in(language, days, redact))
}

fn page(entries: Vec<Entry>) -> String {
    page_in(&ENGLISH, entries, 100, Redact::default())
}

#[test]
fn a_claim_stands_there_with_its_range_first_its_days_and_what_it_does_not_show() {
    let shown = page(looked(120));
    let found = insights(&Journal::new(looked(120)), today());
    let finding = found.findings.iter().find(|it| it.subject.id == "backpack").unwrap();
    let link = finding.link.as_ref().unwrap();
    let claim = format!(
        "Goes with pain after it: Carrying a backpack {:.1} to {:.1} higher, about {:.1} \
         (48 of 119 days) – 95 % ranges, adjusted for weekdays, the days before and other habits; \
         120 days with a score since 16 Nov 2025; does not show cause",
        link.low, link.high, link.effect
    );
    assert!(shown.contains(&claim), "{claim}\n{shown}");
    // Neither what has no clear link nor what has too few days.
    assert!(!shown.contains("Sitting, each hour"), "{shown}");
    let german = page_in(&GERMAN, looked(120), 100, Redact::default());
    assert!(german.contains("Geht mit Schmerz danach einher: Rucksack tragen"), "{german}");
    assert!(german.contains("zeigt keine Ursache"), "{german}");
}

#[test]
fn what_may_be_is_not_on_the_page_nor_is_anything_decided_for_it() {
    // The same days without the look: `insights` would claim it today, and nobody asked it.
    let shown = page(diary(120));
    assert!(!shown.contains("Goes with pain") && !shown.contains("Experiment:"), "{shown}");
    assert!(!page(vec![]).contains("Goes with pain"));
}

#[test]
fn an_experiment_that_is_over_stands_there_with_pairs_range_and_chance() {
    let entries = [vec![drawn()], lived(&experiment(&plan()))].concat();
    let journal = Journal::new(entries.clone());
    let found = findings(&experiment(&plan()), &journal, today()).unwrap().found.unwrap();
    let shown = page(entries.clone());
    // 2 of 2^8 orders show as much.
    let told = format!(
        "Experiment: foam roller or no foam roller: with foam roller {:.1} to {:.1} lower, about \
         {:.1}; chance alone does as much 1 time in 128; 8 of 8 pairs – days drawn by chance, and \
         compared as drawn",
        -found.high, -found.low, -found.effect
    );
    assert!(shown.contains(&told), "{told}\n{shown}");
    // Whose answer it is that nothing eased it is said, and that an experiment is something else.
    let eased = "What eased it: no treatment is on record; what was tried out on days drawn by \
                 chance is below";
    assert!(shown.contains(eased), "{shown}");
    let bare = page(diary(120));
    assert!(bare.contains("What eased it: no treatment is on record Warning signs"), "{bare}");
    let german = page_in(&GERMAN, entries.clone(), 90, Redact::default());
    assert!(german.contains("Versuch: foam roller oder ohne foam roller: mit foam"), "{german}");
    // It ended on 22 January, 53 days before the page: a page of 50 days does not have it.
    assert!(!page_in(&ENGLISH, entries, 50, Redact::default()).contains("Experiment:"));
}

#[test]
fn one_under_way_is_not_told_of() {
    let later = Plan { first: date("2026-03-05"), ..plan() };
    let entries =
        [vec![entry_of(&later, 5, date("2026-03-04"))], lived(&experiment(&later))].concat();
    assert!(!page(entries).contains("Experiment:"));
}

#[test]
fn a_difference_that_chance_would_do_is_not_clear() {
    let one = experiment(&plan());
    let mut entries = vec![drawn()];
    // The same pain on all days but two.
    for (n, mut entry) in lived(&one).into_iter().enumerate() {
        let tenths = if n % 7 == 0 { 50 } else { 30 };
        let field = entry.values.iter().next().unwrap().0.clone();
        entry.values.set(field, Value::Int(tenths));
        entries.push(entry);
    }
    let shown = page(entries);
    assert!(shown.contains("no foam roller: no clear difference; "), "{shown}");
}

#[test]
fn what_is_called_like_a_medicine_is_left_out_with_medicines() {
    let of = |redact| {
        let one = Plan { a: "ibuprofen gel".into(), b: "no gel".into(), ..plan() };
        let taken = entry(
            Kind::Treatment,
            date("2026-02-01"),
            "",
            &[
                (&treatment::TREATMENT, Value::text("medicine")),
                (&treatment::NAME, Value::text("Ibuprofen")),
            ],
        );
        let drawn = entry_of(&one, 5, date("2026-01-04"));
        let entries = [vec![drawn, taken], lived(&experiment(&one))].concat();
        page_in(&ENGLISH, entries, 100, redact)
    };
    let none = Redact::default();
    assert!(of(none).contains("Experiment: ibuprofen gel or no gel"));
    for redact in [
        Redact { medicines: true, ..none },
        Redact { habits: true, ..none },
        Redact { notes: true, ..none },
    ] {
        assert!(!of(redact).contains("gel"), "{redact:?}");
    }
}
