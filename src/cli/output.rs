//! What reaches the screen: answers on stdout, everything else on stderr, nothing that a
//! terminal would obey.

use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};
use std::io::{self, Write};

use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use crate::cli::failure::Failure;
use crate::cli::typed::with_journal;

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
    columns: usize,
    /// What names the journal in hints; `None`: it is the usual one.
    naming: Option<String>,
}

impl<'o> Output<'o> {
    /// Writes to these streams.
    pub(crate) fn new(
        stdout: &'o mut dyn Write,
        stderr: &'o mut dyn Write,
        (json, quiet): (bool, bool),
        columns: usize,
        naming: Option<String>,
    ) -> Self {
        Self { stdout, stderr, json, quiet, columns, naming }
    }

    /// Whether the answer is JSON, for a program to read.
    pub(crate) fn is_json(&self) -> bool {
        self.json
    }

    /// Refuses JSON of what is none: a table, a picture or a script on standard output.
    pub(crate) fn refuse_json(&self, what: &str) -> Result<(), Failure> {
        if !self.json {
            return Ok(());
        }
        Err(Failure::usage(format!("--json does not go with {what}")))
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
        let text = self.readable(&view.to_string());
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

    /// A text as it is shown.
    fn readable(&self, text: &str) -> String {
        fold(&calm(&with_journal(text, self.naming.as_deref())), self.columns)
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
        let text = self.readable(&text.to_string());
        // There is nowhere left to say that stderr is gone.
        writeln!(self.stderr, "{text}").ok();
    }
}

/// Breaks lines that are wider than the terminal, at blanks; what follows is indented a little
/// more than the line began. A word that is wider stays whole, and so does a command: what is
/// copied from the screen is typed as it stands there.
pub(crate) fn fold(text: &str, columns: usize) -> String {
    let mut folded = String::with_capacity(text.len() + 16);
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            folded.push('\n');
        }
        if line.width() <= columns {
            folded.push_str(line);
            continue;
        }
        let begun = line.len() - line.trim_start_matches(' ').len();
        let indent = " ".repeat(begun.min(columns / 2) + 2);
        let mut width = begun;
        folded.push_str(&line[..begun]);
        for (n, word) in words(&line[begun..]).into_iter().enumerate() {
            if n > 0 && width + 1 + word.width() > columns {
                folded.push('\n');
                folded.push_str(&indent);
                width = indent.len();
            } else if n > 0 {
                folded.push(' ');
                width += 1;
            }
            folded.push_str(word);
            width += word.width();
        }
    }
    folded
}

/// The words of a line. A command between backticks is one, as is a line that is one of a journal
/// with a long name.
pub(crate) fn words(line: &str) -> Vec<&str> {
    if line.starts_with("twinge --journal ") {
        return vec![line];
    }
    let mut words = Vec::new();
    let (mut begun, mut is_in_command) = (0, false);
    for (at, c) in line.char_indices() {
        match c {
            '`' => is_in_command = !is_in_command && line[at + 1..].contains('`'),
            ' ' if !is_in_command => {
                words.push(&line[begun..at]);
                begun = at + 1;
            }
            _ => {}
        }
    }
    words.push(&line[begun..]);
    words
}

/// What a terminal would obey or a reader would not see: C0 except newline and tab, DEL, C1,
/// bidirectional and zero-width controls, line separators.
fn is_hostile(c: char) -> bool {
    matches!(c, '\0'..='\x08' | '\x0b'..='\x1f' | '\x7f'..='\u{9f}')
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}')
        || matches!(c, '\u{2028}' | '\u{2029}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

/// The name of a file, on one line: a break in it would begin a line that nobody said.
pub(crate) fn on_one_line(name: &str) -> Cow<'_, str> {
    if !name.contains(['\n', '\t']) {
        return Cow::Borrowed(name);
    }
    Cow::Owned(name.replace('\n', "\\u{a}").replace('\t', "\\u{9}"))
}

/// Shows what is hostile as `\u{1b}`.
pub(crate) fn calm(text: &str) -> String {
    escape(text, |c, safe| write!(safe, "\\u{{{c:x}}}"))
}

/// JSON with what is hostile escaped as JSON does it; serializers leave much of it as it is. All of
/// it stands in strings, and none of it takes more than four digits.
fn escape_controls(json: &str) -> String {
    escape(json, |c, safe| write!(safe, "\\u{c:04x}"))
}

fn escape(text: &str, write: impl Fn(u32, &mut String) -> fmt::Result) -> String {
    if !text.contains(is_hostile) {
        return text.into();
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_hostile(c) {
            // Writing to a String cannot fail.
            write(u32::from(c), &mut safe).ok();
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
    fn a_name_of_a_file_is_one_line() {
        assert_eq!(on_one_line("a b"), "a b");
        assert_eq!(on_one_line("a\n\tb.db\n"), "a\\u{a}\\u{9}b.db\\u{a}");
    }

    #[test]
    fn long_lines_are_broken_at_blanks_and_short_ones_left_alone() {
        assert_eq!(fold("  one two three", 9), "  one two\n    three");
        assert_eq!(fold("a  b\n\n  c", 40), "a  b\n\n  c");
        assert_eq!(fold("unbreakable", 4), "unbreakable");
    }

    #[test]
    fn a_command_is_never_broken() {
        assert_eq!(fold("  hint: `a b c` does", 12), "  hint:\n    `a b c`\n    does");
        assert_eq!(fold("  hint: `a b c d e f`; `g`", 12), "  hint:\n    `a b c d e f`;\n    `g`");
        assert_eq!(fold("one ` two three", 9), "one ` two\n  three");
        assert_eq!(fold("  twinge --journal a log 4", 9), "  twinge --journal a log 4");
        assert_eq!(fold("twinge: cannot log", 9), "twinge:\n  cannot\n  log");
    }

    #[test]
    fn json_has_no_control_characters() {
        let said = "a\x7f\u{85}\x1b\u{202e}\u{2028}\u{feff}";
        let json = escape_controls(&serde_json::to_string(said).unwrap());
        assert_eq!(json, r#""a\u007f\u0085\u001b\u202e\u2028\ufeff""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), said);
    }
}
