//! Arguments that several commands share.

use chrono::NaiveDate;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use crate::cli::draft::in_field;
use crate::cli::failure::Failure;
use crate::journal::fields::profile::{LANGUAGE, LANGUAGES};
use crate::journal::{Answer, Field, Journal, Kind, Span, Value, Word, fields, read_day};
use crate::language::{ENGLISH, Language};

/// Which day it is about.
#[derive(Args, Debug, Clone, Default)]
pub(crate) struct OnDay {
    /// Which day: yesterday, mon, -2d, 2026-11-03
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub on: Option<String>,
}

impl OnDay {
    /// The day; today when none was said.
    pub(crate) fn day(&self, today: NaiveDate) -> Result<NaiveDate, Failure> {
        match &self.on {
            Some(said) => Ok(read_day(said, today)?),
            None => Ok(today),
        }
    }
}

/// Reads a span of days, like `30d`, `6m`, `2026-03` or `2026-01-02..2026-02-01`.
pub(crate) fn read_span(said: &str, today: NaiveDate) -> Result<Span, Failure> {
    Span::read(said, today).ok_or_else(|| {
        Failure::usage(format!("{said:?} is not a span of days"))
            .hint("spans are like 30d, 4w, 6m, 2y, 2026, 2026-03, 2026-01-02..2026-02-01")
    })
}

/// The language of what is drawn.
#[derive(Args, Debug, Clone, Default)]
pub(crate) struct LanguageArg {
    /// Its language [default: that of the profile, else en]
    #[arg(long, value_name = "LANGUAGE", value_parser = OneOf(LANGUAGES))]
    language: Option<String>,
}

impl LanguageArg {
    /// The language that was said; `None` when none was.
    pub(crate) fn read(&self) -> Result<Option<&'static Language>, Failure> {
        let Some(said) = &self.language else { return Ok(None) };
        match LANGUAGE.answer.read(said) {
            Ok(Value::Text(id)) => Ok(Language::find(&id)),
            Ok(_) => Ok(None),
            Err(misread) => Err(in_field(&LANGUAGE, misread)),
        }
    }
}

/// The language of the profile, else English. That of the system is not asked: the same journal
/// gives the same file everywhere.
pub(crate) fn language_of(journal: &Journal) -> &'static Language {
    journal.profile().text(&LANGUAGE).and_then(Language::find).unwrap_or(&ENGLISH)
}

/// The flags of `log` that come from the table of fields: one for each row that has a flag.
#[derive(Debug, Clone, Default)]
pub(crate) struct FieldFlags(pub Vec<(&'static Field, String)>);

fn flagged() -> impl Iterator<Item = &'static Field> {
    [Kind::Pain, Kind::Day]
        .into_iter()
        .flat_map(|kind| fields::of(kind).iter().copied())
        .filter(|f| !f.flag.is_empty())
}

impl Args for FieldFlags {
    fn augment_args(command: Command) -> Command {
        flagged().fold(command, |command, field| {
            let heading = if field.kind == Kind::Pain { "Pain" } else { "The day" };
            let arg = Arg::new(field.id)
                .long(field.flag)
                .help(field.means)
                .help_heading(heading)
                .value_name(value_name(field))
                .allow_negative_numbers(true)
                .action(ArgAction::Append);
            command.arg(match field.answer {
                Answer::YesNo => {
                    arg.num_args(0..=1).require_equals(true).default_missing_value("yes")
                }
                Answer::Word(words) => arg.value_parser(OneOf(words)),
                _ => arg,
            })
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

fn value_name(field: &Field) -> &'static str {
    match field.answer {
        Answer::Score => "0-10",
        Answer::Hours => "HOURS",
        Answer::Count { .. } => "N",
        Answer::YesNo => "YES|NO",
        Answer::Word(_) | Answer::OwnWord(_) => "WORD",
        Answer::Amount { unit, .. } => unit,
        Answer::Time => "HH:MM",
        _ => "TEXT",
    }
}

/// Offers the words of a table to shells for completion; reading them is the field's work, so
/// that its message is the same everywhere.
#[derive(Clone, Copy)]
pub(crate) struct OneOf(pub(crate) &'static [Word]);

impl clap::builder::TypedValueParser for OneOf {
    type Value = String;

    fn parse_ref(
        &self,
        _: &Command,
        _: Option<&Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<String, clap::Error> {
        Ok(value.to_string_lossy().into_owned())
    }

    fn possible_values(
        &self,
    ) -> Option<Box<dyn Iterator<Item = clap::builder::PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(|w| clap::builder::PossibleValue::new(w.id))))
    }
}

impl FromArgMatches for FieldFlags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut said = Self::default();
        said.update_from_arg_matches(matches)?;
        Ok(said)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        for field in flagged() {
            let values = matches.get_many::<String>(field.id).into_iter().flatten();
            self.0.extend(values.map(|v| (field, v.clone())));
        }
        Ok(())
    }
}
