//! The small line beside a measure: it breaks where nothing is known and never leaves its paper.

use twinge::draw::trend;
use usvg::{Node, Tree};

use crate::draw::pictures::options;

/// The boxes around all that is drawn but the ground.
fn drawn(values: &[Option<f64>]) -> Vec<usvg::Rect> {
    let picture = trend(values, (0.0, 10.0), "said".into()).unwrap();
    assert_eq!(picture.alt, "said");
    assert!(!picture.svg.contains("NaN") && !picture.svg.contains("inf"), "{}", picture.svg);
    let tree = Tree::from_str(&picture.svg, &options()).unwrap();
    let (width, height) = (tree.size().width(), tree.size().height());
    let boxes = tree.root().children().iter().filter_map(|node| match node {
        Node::Path(path) => Some(path.abs_stroke_bounding_box()),
        _ => None,
    });
    let boxes: Vec<usvg::Rect> = boxes.collect();
    for it in &boxes {
        let inside = it.left() >= -0.01 && it.right() <= width + 0.01;
        assert!(inside && it.top() >= -0.01 && it.bottom() <= height + 0.01, "{it:?}");
    }
    boxes.into_iter().skip(1).collect()
}

#[test]
fn a_line_breaks_where_there_is_none_and_the_newest_has_a_dot() {
    /// Pieces of the line, and dots.
    fn parts(values: &[Option<f64>]) -> usize {
        drop(drawn(values));
        let svg = trend(values, (0.0, 10.0), String::new()).unwrap().svg;
        // One of them is the ground.
        svg.matches('M').count() - 1
    }
    let some = |points: f64| Some(points);
    assert_eq!(parts(&[]), 0);
    assert_eq!(parts(&[None, None]), 0);
    // One value alone is a dot, and the newest one has a dot of its own.
    assert_eq!(parts(&[some(3.0)]), 2);
    assert_eq!(parts(&[some(3.0), None]), 1);
    assert_eq!(parts(&[some(3.0), some(4.0)]), 1 + 1);
    assert_eq!(parts(&[some(3.0), some(4.0), None, some(5.0), some(6.0)]), 2 + 1);
    assert_eq!(parts(&[some(3.0), some(4.0), None, some(5.0), None]), 1 + 1);
}

#[test]
fn the_scale_is_never_zoomed_and_never_left() {
    let flat = |points: f64| drawn(&[Some(points), Some(points)])[0];
    let (low, high) = (flat(0.0), flat(10.0));
    assert!(high.top() < flat(5.0).top() && flat(5.0).top() < low.top());
    for (beyond, end) in [(-1e300, low), (11.0, high), (1e300, high)] {
        assert!((flat(beyond).top() - end.top()).abs() < 1e-3, "{beyond}");
    }
    assert_eq!(drawn(&[Some(f64::NAN), Some(f64::INFINITY)]).len(), 0);
    // Many years are a line too.
    assert_eq!(drawn(&vec![Some(4.0); 3000]).len(), 2);
}
