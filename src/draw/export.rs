//! A PDF as a file: tagged for screen readers, described, the same bytes every time.

use chrono::{DateTime, Datelike as _, Timelike as _, Utc};
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder, ValidationError};
use krilla::error::KrillaError;
use krilla::metadata::Metadata;
use krilla::{Document, SerializeSettings};

use crate::draw::Error;
use crate::draw::typeface::readable;
use crate::language::Language;

/// What made a file, as its properties say.
const CREATOR: &str = concat!("twinge ", env!("CARGO_PKG_VERSION"));

/// A PDF, and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Why it is not PDF/UA-1, the standard for readers with assistive technology; `None` where
    /// it is.
    pub lack: Option<String>,
}

/// Writes what `draw` puts onto an empty document: as PDF/UA-1, else, where something on it
/// breaks a rule of that, still tagged but without the claim. The file says that it was made `at`
/// a moment; nothing else tells one file from another of the same words.
pub(super) fn export(
    title: &str,
    language: &Language,
    at: DateTime<Utc>,
    draw: impl Fn(&mut Document) -> Result<(), Error>,
) -> Result<Pdf, Error> {
    let write = |configuration: Configuration| {
        let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
        let mut document = Document::new_with(settings);
        draw(&mut document)?;
        document.set_metadata(metadata(title, language, at));
        Ok::<_, Error>(document.finish())
    };
    let accessible = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| Error::Pdf(format!("{error:?}")))?;
    match write(accessible)? {
        Ok(bytes) => Ok(Pdf { bytes, lack: None }),
        Err(KrillaError::Validation(faults)) => {
            let bytes = write(Configuration::default())?.map_err(|e| Error::Pdf(e.to_string()))?;
            Ok(Pdf { bytes, lack: Some(lack(faults.iter().map(|(fault, _)| fault))) })
        }
        Err(error) => Err(Error::Pdf(error.to_string())),
    }
}

/// Says in a few words which rules were broken.
fn lack<'f>(mut faults: impl Iterator<Item = &'f ValidationError>) -> String {
    let unknown = |fault: &&ValidationError| {
        !matches!(
            fault,
            ValidationError::NoCodepointMapping(..) | ValidationError::ContainsNotDefGlyph(..)
        )
    };
    match faults.find(unknown) {
        // A letter with a mark for which there is no single character, such as x̃.
        None => "a letter with a mark is drawn in two parts".into(),
        Some(fault) => format!("{fault:?}"),
    }
}

fn metadata(title: &str, language: &Language, at: DateTime<Utc>) -> Metadata {
    Metadata::new()
        .title(readable(title))
        .language(language.id.into())
        .creator(CREATOR.into())
        .creation_date(moment(at))
}

/// A moment in UTC: in which time zone someone lives is no part of what they hand over.
fn moment(at: DateTime<Utc>) -> krilla::metadata::DateTime {
    let two_digits = |number: u32| u8::try_from(number).unwrap_or_default();
    krilla::metadata::DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(two_digits(at.month()))
        .day(two_digits(at.day()))
        .hour(two_digits(at.hour()))
        .minute(two_digits(at.minute()))
        .second(two_digits(at.second()))
        .utc_offset_hour(0)
}
