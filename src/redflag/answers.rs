//! What is on record beside the scores of pain, sorted once for all rules.

use chrono::NaiveDate;

use crate::journal::fields::{day, event, pain, symptom, treatment};
use crate::journal::{Entry, Kind, SYMPTOMS, Span};

/// How many days, ending today, ticks and the answers of days are kept for.
pub(crate) const ANSWER_DAYS: u64 = 28;

/// The answers of one day. Each `None` was not recorded.
pub(crate) struct DayAnswers<'a> {
    pub(crate) date: NaiveDate,
    /// A word of [`day::PATTERNS`].
    pub(crate) pattern: Option<&'a str>,
    /// A word of [`day::RESTED`].
    pub(crate) after_rest: Option<&'a str>,
    /// How much pain got in the way, in tenths of a point.
    pub(crate) interference_tenths: Option<i64>,
    /// How many times pain woke the person.
    pub(crate) woken: Option<i64>,
    /// Hours slept.
    pub(crate) slept_hours: Option<f64>,
}

/// One thing that happened.
pub(crate) struct Happening<'a> {
    pub(crate) date: NaiveDate,
    /// A word of the table of events.
    pub(crate) event: &'a str,
    /// Whether a clinician has looked at it since.
    pub(crate) examined: Option<bool>,
}

/// One medicine, once.
pub(crate) struct Dose<'a> {
    pub(crate) date: NaiveDate,
    /// Its name as the person wrote it.
    pub(crate) name: Option<&'a str>,
    /// A word of [`treatment::HELPED`].
    pub(crate) helped: Option<&'a str>,
}

/// What is on record in the look back, each list in order of days.
#[derive(Default)]
pub(crate) struct Answers<'a> {
    /// By row of the table of symptoms: when it was asked, and what was said.
    ticks: Vec<Vec<(NaiveDate, bool)>>,
    pub(crate) days: Vec<DayAnswers<'a>>,
    pub(crate) happenings: Vec<Happening<'a>>,
    pub(crate) doses: Vec<Dose<'a>>,
    /// Where it hurt.
    pub(crate) sites: Vec<(NaiveDate, &'a str)>,
    /// Body weight in whole grams.
    pub(crate) weights_g: Vec<(NaiveDate, i64)>,
    /// Body temperature in whole hundredths of a degree Celsius.
    pub(crate) temperatures: Vec<(NaiveDate, i64)>,
}

impl<'a> Answers<'a> {
    /// Sorts entries that are in order of their days.
    pub(crate) fn of(entries: &'a [Entry], today: NaiveDate) -> Self {
        let recent = Span::ending(today, ANSWER_DAYS).first();
        let mut answers =
            Self { ticks: SYMPTOMS.iter().map(|_| Vec::new()).collect(), ..Self::default() };
        for entry in entries {
            match entry.kind {
                Kind::Pain => {
                    answers.sites.extend(entry.values.text(&pain::SITE).map(|s| (entry.day, s)));
                }
                Kind::Day => answers.add_day(entry, recent),
                Kind::Symptom if entry.day >= recent => answers.add_tick(entry),
                Kind::Event => answers.add_event(entry),
                Kind::Treatment if entry.day >= recent => answers.add_dose(entry),
                _ => {}
            }
        }
        answers
    }

    fn add_day(&mut self, entry: &'a Entry, recent: NaiveDate) {
        let values = &entry.values;
        self.weights_g.extend(values.real(&day::WEIGHT).map(|kg| (entry.day, whole(kg * 1e3))));
        self.temperatures
            .extend(values.real(&day::TEMPERATURE).map(|c| (entry.day, whole(c * 1e2))));
        if entry.day >= recent {
            self.days.push(DayAnswers {
                date: entry.day,
                pattern: values.text(&day::PATTERN),
                after_rest: values.text(&day::AFTER_REST),
                interference_tenths: values.int(&day::INTERFERENCE),
                woken: values.int(&day::WOKEN),
                slept_hours: values.real(&day::SLEEP_HOURS),
            });
        }
    }

    fn add_tick(&mut self, entry: &Entry) {
        let Some(present) = entry.values.yes(&symptom::PRESENT) else { return };
        let Some(id) = entry.values.text(&symptom::SYMPTOM) else { return };
        if let Some(ticks) = row_of(id).and_then(|row| self.ticks.get_mut(row)) {
            ticks.push((entry.day, present));
        }
    }

    fn add_event(&mut self, entry: &'a Entry) {
        if let Some(event) = entry.values.text(&event::EVENT) {
            let examined = entry.values.yes(&event::EXAMINED);
            self.happenings.push(Happening { date: entry.day, event, examined });
        }
    }

    fn add_dose(&mut self, entry: &'a Entry) {
        if entry.values.text(&treatment::TREATMENT) == Some("medicine") {
            self.doses.push(Dose {
                date: entry.day,
                name: entry.values.text(&treatment::NAME),
                helped: entry.values.text(&treatment::HELPED_IT),
            });
        }
    }

    /// When a sign was asked from a day on, and what was said; in order of days.
    pub(crate) fn ticks(&self, symptom: &str, from: NaiveDate) -> &[(NaiveDate, bool)] {
        let ticks = row_of(symptom).and_then(|row| self.ticks.get(row)).map_or(&[][..], |t| t);
        &ticks[ticks.partition_point(|(date, _)| *date < from)..]
    }

    /// The answers of the days from a day on.
    pub(crate) fn days_from(&self, from: NaiveDate) -> &[DayAnswers<'a>] {
        &self.days[self.days.partition_point(|d| d.date < from)..]
    }
}

fn row_of(symptom: &str) -> Option<usize> {
    SYMPTOMS.iter().position(|word| word.id == symptom || word.also.contains(&symptom))
}

#[expect(clippy::cast_possible_truncation, reason = "at most 400,000")]
fn whole(amount: f64) -> i64 {
    amount.round() as i64
}
