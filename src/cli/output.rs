//! What reaches the screen: answers on stdout, everything else on stderr, nothing that a
//! terminal would obey.

use std::fmt::{Display, Write as _};
use std::io::{self, Write};

use serde::Serialize;

use crate::cli::failure::Failure;

/// One answer with two faces: text and JSON.
pub(crate) trait View: Serialize + Display {
    /// The JSON schema's id, like `alerts/1`. It changes when the JSON does.
    const SCHEMA: &'static str;
}

/// Where a command writes.
pub(crate) struct Output<'o> {
    stdout: &'o mut dyn Write,
    stderr: &'o mut dyn Write,
    json: bool,
    quiet: bool,
}

impl<'o> Output<'o> {
    /// Writes to these streams.
    pub(crate) fn new(
        stdout: &'o mut dyn Write,
        stderr: &'o mut dyn Write,
        json: bool,
        quiet: bool,
    ) -> Self {
        Self { stdout, stderr, json, quiet }
    }

    /// Shows the answer.
    pub(crate) fn show<V: View>(&mut self, view: &V) -> Result<(), Failure> {
        if self.json {
            #[derive(Serialize)]
            struct Head {
                schema: &'static str,
            }
            #[derive(Serialize)]
            struct Envelope<'v, V> {
                twinge: Head,
                data: &'v V,
            }
            let envelope = Envelope { twinge: Head { schema: V::SCHEMA }, data: view };
            let json = serde_json::to_string_pretty(&envelope)
                .map_err(|e| Failure::new(crate::cli::exit::FAILED, e))?;
            return self.raw(format!("{}\n", escape_controls(&json)).as_bytes());
        }
        let text = calm(&view.to_string());
        self.raw(text.as_bytes())
    }

    /// Tells that something was kept. It is kept even where nobody can be told any more: then
    /// the failure goes to stderr, and the command still succeeded.
    pub(crate) fn acknowledge<V: View>(&mut self, view: &V) -> Result<(), Failure> {
        if self.quiet && !self.json {
            return Ok(());
        }
        match self.show(view) {
            Err(Failure::Told(_)) => {
                self.warn("saved, but the confirmation could not be written");
                Ok(())
            }
            done => done,
        }
    }

    /// Writes bytes as they are: a picture, a file on stdout.
    pub(crate) fn raw(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.stdout.write_all(bytes).and_then(|()| self.stdout.flush()).map_err(|e| {
            match e.kind() {
                io::ErrorKind::BrokenPipe => Failure::PipeClosed,
                _ => Failure::from_io(format!("cannot write to standard output: {e}"), &e),
            }
        })
    }

    /// A stream for writing much, piece by piece; flush it by [`Output::raw`] of nothing.
    pub(crate) fn stream(&mut self) -> &mut dyn Write {
        self.stdout
    }

    /// Notes on what was done; not with `--quiet`.
    pub(crate) fn note(&mut self, text: impl Display) {
        if !self.quiet {
            self.warn(text);
        }
    }

    /// What must be seen, also with `--quiet`.
    pub(crate) fn warn(&mut self, text: impl Display) {
        let text = calm(&text.to_string());
        // There is nowhere left to say that stderr is gone.
        writeln!(self.stderr, "{text}").ok();
    }
}

/// Shows what a terminal would obey or a reader would not see as `\u{1b}`: C0 except newline
/// and tab, DEL, C1, bidirectional and zero-width controls, line separators.
pub(crate) fn calm(text: &str) -> String {
    escape(text, |c| {
        matches!(c, '\0'..='\x08' | '\x0b'..='\x1f' | '\x7f'..='\u{9f}')
            || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}')
            || matches!(c, '\u{2028}' | '\u{2029}')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
    })
}

/// JSON with DEL and C1 escaped too, which serializers leave as they are.
fn escape_controls(json: &str) -> String {
    if !json.chars().any(|c| matches!(c, '\x7f'..='\u{9f}')) {
        return json.into();
    }
    let mut safe = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        match c {
            '\x7f'..='\u{9f}' => write!(safe, "\\u{:04x}", u32::from(c)).unwrap_or_default(),
            c => safe.push(c),
        }
    }
    safe
}

fn escape(text: &str, is_hostile: impl Fn(char) -> bool) -> String {
    if !text.chars().any(&is_hostile) {
        return text.into();
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_hostile(c) {
            write!(safe, "\\u{{{:x}}}", u32::from(c)).unwrap_or_default();
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_a_terminal_that_it_would_obey() {
        assert_eq!(calm("a\x1b[31mb\u{9b}c\u{202e}d"), "a\\u{1b}[31mb\\u{9b}c\\u{202e}d");
        assert_eq!(calm("line\n\tnext – ≥ 日本"), "line\n\tnext – ≥ 日本");
    }

    #[test]
    fn json_has_no_control_characters() {
        let json = serde_json::to_string("a\x7f\u{85}\x1b").unwrap();
        assert_eq!(escape_controls(&json), r#""a\u007f\u0085\u001b""#);
    }
}
