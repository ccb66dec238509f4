//! Many at once lose nothing.

use std::process::Stdio;

use crate::kit::Twinge;

#[test]
fn twenty_processes_at_once_lose_nothing() {
    let twinge = Twinge::new();
    let mut children: Vec<_> = (0..20)
        .map(|n| {
            twinge
                .command(&["log", "4", "--took", &format!("medicine-{n}")])
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    for child in &mut children {
        assert!(child.wait().unwrap().success());
    }
    let day = twinge.json(&["show"]);
    let entries = day["data"]["entries"].as_array().unwrap().clone();
    assert_eq!(entries.iter().filter(|e| e["kind"] == "pain").count(), 20);
    for n in 0..20 {
        let name = format!("medicine-{n}");
        assert!(entries.iter().any(|e| e["values"]["name"] == name.as_str()), "{name} is lost");
    }
}
