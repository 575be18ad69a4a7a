//! The little geometry of the chart.

use std::fmt::Write;

/// Distance of two strokes.
const GAP: usize = 6;

/// The height of a bar where the highest one stands for `most`; what there is can be seen, be it ever so little.
pub fn scaled(value: usize, most: usize, height: usize) -> usize {
    if value == 0 || most == 0 { 0 } else { (value * height / most).clamp(2, height) }
}

/// Slanting strokes all over an area, as the `d` of a path. A pattern would need an id, and not every browser finds one in a shadow
/// root.
pub fn hatch((x, y): (usize, usize), (width, height): (usize, usize)) -> String {
    let mut path = String::new();
    if height == 0 {
        return path;
    }
    for stroke in (GAP / 2..width + height).step_by(GAP) {
        // From the left or the lower edge to the upper or the right one.
        let (left, low) = (stroke.saturating_sub(height), stroke.min(height));
        let (right, high) = (stroke.min(width), stroke.saturating_sub(width));
        // Writing to a string cannot fail.
        let _ = write!(path, "M{} {}L{} {}", x + left, y + low, x + right, y + high);
    }
    path
}
