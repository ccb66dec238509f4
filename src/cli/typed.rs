//! Commands in hints, as they are to be typed: of a journal that was named on the command line, the
//! hint names it too, or what is copied from the screen would be done to another one.

use std::borrow::Cow;
use std::path::Path;

/// How a command in a text begins.
const BEGINS: &str = "`twinge ";

/// What names a journal itself, or has none.
const OF_NO_JOURNAL: &[&str] = &["--journal ", "demo", "man`", "completions"];

/// The part of a command line that names a journal: `--journal pain.db`.
pub(crate) fn naming(journal: &Path) -> String {
    format!("--journal {}", file(journal))
}

/// The name of a file as it is typed in a shell: one that begins with `-` is no option.
pub(crate) fn file(path: &Path) -> String {
    let name = path.to_string_lossy();
    if name.starts_with('-') {
        return quoted(&format!("./{name}")).into_owned();
    }
    quoted(&name).into_owned()
}

/// As it is typed in a shell.
pub(crate) fn quoted(word: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_alphanumeric() || "_./-:+@,%=".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return Cow::Borrowed(word);
    }
    if word.contains(char::is_control) {
        // A break within a command would begin a line of its own.
        let escape = |c: char| match c {
            '\n' => r"\n".to_owned(),
            '\'' | '\\' => format!(r"\{c}"),
            c if c.is_control() => format!(r"\u{:04x}", u32::from(c)),
            c => c.to_string(),
        };
        return Cow::Owned(format!("$'{}'", word.chars().map(escape).collect::<String>()));
    }
    Cow::Owned(format!("'{}'", word.replace('\'', r"'\''")))
}

/// A text in which each command names the journal. What the person wrote, between “ and ”, stays as
/// it is.
pub(crate) fn with_journal<'t>(text: &'t str, naming: Option<&str>) -> Cow<'t, str> {
    let Some(naming) = naming.filter(|_| text.contains(BEGINS)) else {
        return Cow::Borrowed(text);
    };
    let mut typed = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some(at) = rest.find(BEGINS) {
        let (before, after) = rest.split_at(at + BEGINS.len());
        typed.push_str(before);
        rest = after;
        let is_said = typed.rfind('“') > typed.rfind('”');
        if !is_said && !OF_NO_JOURNAL.iter().any(|command| rest.starts_with(command)) {
            typed.push_str(naming);
            typed.push(' ');
        }
    }
    typed.push_str(rest);
    Cow::Owned(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> String {
        with_journal(text, Some(&naming(Path::new("my pain.db")))).into_owned()
    }

    #[test]
    fn each_command_names_the_journal() {
        assert_eq!(
            typed("`twinge undo` or `twinge history`; `twinge` alone"),
            "`twinge --journal 'my pain.db' undo` or `twinge --journal 'my pain.db' history`; \
             `twinge` alone"
        );
        assert_eq!(with_journal("`twinge undo`", None), "`twinge undo`");
    }

    #[test]
    fn what_has_a_journal_of_its_own_and_what_the_person_wrote_stay() {
        for same in [
            "made up by `twinge demo`",
            "`twinge --journal k.db verify`",
            "“`twinge undo` helped” [4416fe6]",
            "“a” “`twinge undo`”",
        ] {
            assert_eq!(typed(same), same);
        }
        assert_eq!(
            typed("“note”\n`twinge undo` takes it back"),
            "“note”\n`twinge --journal 'my pain.db' undo` takes it back"
        );
    }

    #[test]
    fn a_name_is_quoted_as_a_shell_reads_it() {
        for (name, said) in [
            ("pain.db", "pain.db"),
            ("/home/ü/pain.db", "/home/ü/pain.db"),
            ("it's", r"'it'\''s'"),
            ("$HOME", "'$HOME'"),
            ("", "''"),
            ("a\nb's", r"$'a\nb\'s'"),
        ] {
            assert_eq!(quoted(name), said);
        }
        for (name, said) in [("-x.db", "./-x.db"), ("- x", "'./- x'"), ("a-x", "a-x")] {
            assert_eq!(file(Path::new(name)), said);
        }
    }
}
