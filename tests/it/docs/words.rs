//! Splits a line of a shell into words, as far as the documents need it.

/// The words of a line: blanks part them, quotes keep them together.
pub(super) fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    for c in line.chars() {
        match quote {
            Some(q) if c == q => quote = None,
            None if c == '"' || c == '\'' => {
                word.get_or_insert_default();
                quote = Some(c);
            }
            None if c == ' ' => words.extend(word.take()),
            Some(_) | None => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[test]
fn a_line_is_split_as_a_shell_does() {
    assert_eq!(words("log  4 --note \"a 'b' c\"  ''"), ["log", "4", "--note", "a 'b' c", ""]);
    assert_eq!(words("--x=\"400 mg\""), ["--x=400 mg"]);
}
