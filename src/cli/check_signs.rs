//! The lists of warning signs in `twinge check`, and what is said at once of a yes.

use chrono::NaiveDate;

use crate::cli::asking::{Reply, on_interrupt_say, prompt};
use crate::cli::check_asking::{Session, Step, listed, read_yes_no, short};
use crate::cli::choice::{Choice, Days, read_choice};
use crate::cli::draft::Draft;
use crate::cli::failure::Failure;
use crate::cli::output::fold;
use crate::cli::symptom::advise;
use crate::cli::which_sign::{denied, several};
use crate::journal::{EntryId, Heard, Word, hear};
use crate::redflag::asking::Asking;
use crate::redflag::help_lines::HelpLines;
use crate::redflag::tick;

/// Asked where one of a list may be an emergency: who is frightened by a yes has not denied the
/// others.
const OTHERS: &str = "The others on this list: none of them? n, or Enter for no answer";

/// What was said to a list.
enum Said {
    Choice(Choice),
    /// A sign in the person's own words, of this list or of another.
    Sign(&'static Word),
}

impl Session<'_, '_> {
    pub(super) fn ask_signs(&mut self, heading: &str, signs: &[Asking]) -> Result<Step, Failure> {
        // What was said in other words to an earlier list: "none of these" must not deny it.
        let is_open = |asking: &&Asking| !self.has_said(asking.sign);
        let signs: Vec<&Asking> = signs.iter().filter(is_open).collect();
        let items: Vec<String> = signs.iter().map(|asking| line(asking, self.today())).collect();
        let may_be_emergency = signs.iter().any(|asking| tick::is_emergency(asking.sign.id));
        let mut left: Vec<usize> = (0..signs.len()).collect();
        let mut question = listed(heading, &items);
        while !left.is_empty() {
            let lines = HelpLines::of(self.journal.profile());
            let columns = self.columns();
            let said = self.ask_text(&question, |said| {
                read_said(said, signs.len(), |near| {
                    let told = tick::if_it_is(near, &lines).join("\n");
                    prompt(&fold(&format!("{told}\n"), columns));
                })
            })?;
            let choice = match said {
                Reply::Ended => return Ok(Step::End),
                Reply::Skipped => return Ok(Step::Next),
                Reply::Said(Said::Choice(choice)) => choice,
                Reply::Said(Said::Sign(sign)) => {
                    let at = signs.iter().position(|asking| std::ptr::eq(asking.sign, sign));
                    self.say_taken(sign, at);
                    self.record_sign(sign, true)?;
                    if at.is_some() {
                        left.retain(|i| Some(*i) != at);
                        question = OTHERS.into();
                    }
                    continue;
                }
            };
            match choice {
                Choice::NoneOfThem => return self.deny(&signs, &left),
                Choice::OneByOne => return self.ask_signs_each(&signs, &items, &left),
                Choice::These(chosen) => {
                    for (at, _) in chosen {
                        if left.contains(&at) {
                            self.record_sign(signs[at].sign, true)?;
                        }
                        left.retain(|i| *i != at);
                    }
                    if !may_be_emergency {
                        return self.deny(&signs, &left);
                    }
                    question = OTHERS.into();
                }
            }
        }
        Ok(Step::Next)
    }

    fn deny(&mut self, signs: &[&Asking], left: &[usize]) -> Result<Step, Failure> {
        for at in left {
            self.record_sign(signs[*at].sign, false)?;
        }
        Ok(Step::Next)
    }

    fn ask_signs_each(
        &mut self,
        signs: &[&Asking],
        items: &[String],
        left: &[usize],
    ) -> Result<Step, Failure> {
        for at in left {
            let text = format!("{:>3} {}: y or n", at + 1, items[*at]);
            match self.ask_text(&text, read_yes_no)? {
                Reply::Said(is_there) => self.record_sign(signs[*at].sign, is_there)?,
                Reply::Skipped => {}
                Reply::Ended => return Ok(Step::End),
            }
        }
        Ok(Step::Next)
    }

    fn has_said(&self, sign: &Word) -> bool {
        let id = EntryId::of_symptom(self.today(), sign.id);
        self.entries.iter().any(|entry| entry.id == id)
    }

    /// Says back which sign own words were taken as.
    fn say_taken(&mut self, sign: &Word, at: Option<usize>) {
        let place = at.map_or_else(|| "not on this list".into(), |at| format!("number {}", at + 1));
        self.ctx.out.warn(format!("taken as {} ({place}): {}", sign.id, sign.means));
    }

    fn record_sign(&mut self, sign: &'static Word, present: bool) -> Result<(), Failure> {
        let mut draft = Draft::new(self.today(), Some(self.ctx.moment.time_of_day()));
        draft.symptom(sign, present);
        // What is an emergency, or with something else is one, is said before the next question.
        let may_be = |tick: &tick::Tick| tick.emergency_if.is_some();
        let is_emergency = tick::is_emergency(sign.id);
        if !present || !(is_emergency || tick::find(sign.id).is_some_and(may_be)) {
            return self.record(draft);
        }
        prompt("\n");
        advise(self.ctx, sign.id);
        if is_emergency {
            let lines = HelpLines::of(self.journal.profile());
            self.say_stop(&tick::if_it_is(&[sign], &lines).join("\n"));
        }
        self.record(draft)?;
        let id = EntryId::of_symptom(self.today(), sign.id);
        self.said_at_once.extend(self.entries.iter().find(|entry| entry.id == id).cloned());
        Ok(())
    }

    /// After an emergency nothing is to be answered any more; Ctrl-C says it again.
    pub(super) fn say_stop(&mut self, emergency: &str) {
        self.ctx.out.warn("Stop here and call. Ctrl-D saves and leaves.");
        on_interrupt_say(fold(emergency, self.columns()));
    }

    pub(super) fn today(&self) -> NaiveDate {
        self.ctx.today
    }

    fn columns(&self) -> usize {
        self.ctx.settings.columns
    }
}

/// A sign with what was said of it lately, so that a no to it is meant.
fn line(asking: &Asking, today: NaiveDate) -> String {
    let said = match asking.last {
        Some(last) if last.on == today => {
            format!(" (you said {} today)", if last.present { "yes" } else { "no" })
        }
        Some(last) if last.present => format!(" (you said yes on {})", short(last.on)),
        _ => String::new(),
    };
    format!("{}{said}", asking.sign.means)
}

/// Reads numbers, or a sign in a person's own words; `warn` is given those that may be meant.
fn read_said(said: &str, n: usize, warn: impl Fn(&[&'static Word])) -> Result<Said, Failure> {
    let misread = match read_choice(said, n, Days::NotTaken) {
        Ok(choice) => return Ok(Said::Choice(choice)),
        Err(misread) => misread,
    };
    match hear(said) {
        Heard::Named(sign) | Heard::Meant(sign) => Ok(Said::Sign(sign)),
        Heard::Perhaps(near) => {
            let near = tick::most_urgent_first(near);
            warn(&near);
            Err(several(said, &near))
        }
        Heard::Denied(near) => Err(denied(said, &near)),
        Heard::Happened(_) | Heard::Nothing => Err(misread),
    }
}
