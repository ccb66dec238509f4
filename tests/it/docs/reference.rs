//! docs/commands.md is what the command line says.

use crate::docs::assert_current;
use crate::kit::Twinge;

#[test]
fn the_page_of_commands_is_current() {
    let page = Twinge::new().done(&["man", "--markdown"]).stdout;
    assert_current("docs/commands.md", &page);
}

#[test]
fn every_command_that_help_lists_is_on_the_page() {
    let twinge = Twinge::new();
    let page = twinge.done(&["man", "--markdown"]).stdout;
    let help = twinge.done(&["-h"]).stdout;
    let commands: Vec<&str> = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    assert!(commands.len() > 15, "{commands:?}");
    for name in commands {
        assert!(page.contains(&format!("\n## twinge {name}\n")), "{name} is missing");
    }
}
