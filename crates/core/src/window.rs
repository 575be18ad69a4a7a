//! Which of many lines have to be in the document: those in sight, and some around them. Lengths are CSS pixels.

/// What of the lines is in the document, and how much room the others take.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Window {
    /// The first line in it.
    pub from: usize,
    /// The line after the last one in it.
    pub to: usize,
    /// Height of the lines before it.
    pub before: f64,
    /// Height of the lines after it.
    pub after: f64,
}

/// The heights of lines: measured where they have been seen, and otherwise like those that have.
#[derive(Debug, Clone, Default)]
pub struct Heights {
    /// By key, sorted.
    measured: Vec<(i64, f64)>,
    /// Where each line ends.
    ends: Vec<f64>,
    /// The height of those that have not been seen.
    guess: f64,
    /// Lines in the document by key, and where they were when they came there.
    shown: Vec<(i64, f64)>,
    /// How far these have moved since, and the eye with them.
    moved: f64,
}

/// A row of two lines of text, until one has been measured.
const GUESS: f64 = 76.0;
/// A row of a clamped text, about.
const LONG: f64 = 200.0;
/// A better guess moves everything that lies below what has not been seen, so it has to be better by such a part.
const BETTER: f64 = 0.125;
/// So few are not worth a window.
const FEW: usize = 60;

impl Heights {
    /// Notes heights by key. Returns whether one has changed by as much as can be seen.
    pub fn measure(&mut self, seen: &[(i64, f64)]) -> bool {
        let mut changed = false;
        for &(key, height) in seen {
            match self.measured.binary_search_by_key(&key, |(known, _)| *known) {
                Ok(at) => {
                    if let Some((_, known)) = self.measured.get_mut(at)
                        && (*known - height).abs() >= 0.5
                    {
                        *known = height;
                        changed = true;
                    }
                }
                Err(at) => {
                    self.measured.insert(at, (key, height));
                    changed = true;
                }
            }
        }
        changed
    }

    /// Forgets what was measured: the width has changed, and every text breaks anew.
    pub fn forget(&mut self) {
        self.measured.clear();
        self.guess = 0.0;
    }

    /// Stacks the lines with these keys.
    pub fn stack(&mut self, keys: &[i64]) {
        // One that somebody has opened says nothing about the others.
        let sum: f64 = self.measured.iter().map(|(_, height)| height.min(LONG)).sum();
        let typical = if self.measured.is_empty() { GUESS } else { sum / self.measured.len() as f64 };
        if (typical - self.guess).abs() > self.guess * BETTER {
            self.guess = typical;
        }
        let mut end = 0.0;
        self.ends.clear();
        for key in keys {
            let at = self.measured.binary_search_by_key(key, |(known, _)| *known);
            let known = at.ok().and_then(|at| self.measured.get(at));
            end += known.map_or(self.guess, |(_, height)| *height);
            self.ends.push(end);
        }
        let moved = self.shown.iter().find_map(|(key, top)| {
            let line = keys.iter().position(|other| other == key)?;
            Some(self.top(line) - top)
        });
        self.moved = moved.unwrap_or(0.0);
    }

    /// Notes which lines are in the document, by key and line.
    pub fn show(&mut self, lines: impl Iterator<Item = (i64, usize)>) {
        let mut shown = std::mem::take(&mut self.shown);
        shown.clear();
        shown.extend(lines.map(|(key, line)| (key, self.top(line))));
        self.shown = shown;
    }

    /// What has to be in the document when so much of the lines is above a viewport of that height. What is read stays in its
    /// place on the screen, so wherever that is among the lines by now is what is in sight; while the beginning is in sight,
    /// nothing moves but what comes after it.
    pub fn in_sight(&mut self, above: f64, height: f64) -> Window {
        let moved = std::mem::take(&mut self.moved);
        let top = if above > 0.0 { above + moved } else { above };
        self.window(top, top + height)
    }

    /// True while all lines are in the document wherever one looks, so that nobody has to ask the browser where that is.
    #[must_use]
    pub fn are_few(&self) -> bool {
        self.ends.len() <= FEW
    }

    /// Where a line begins.
    #[must_use]
    pub fn top(&self, line: usize) -> f64 {
        line.checked_sub(1).and_then(|above| self.ends.get(above)).copied().unwrap_or(0.0)
    }

    /// What has to be in the document when `top..bottom` is in sight: that and as much again on either side, so that a scroll
    /// meets rows and not emptiness. Few lines are there as a whole.
    #[must_use]
    pub fn window(&self, top: f64, bottom: f64) -> Window {
        let (count, whole) = (self.ends.len(), self.ends.last().copied().unwrap_or(0.0));
        if self.are_few() {
            return Window { from: 0, to: count, before: 0.0, after: 0.0 };
        }
        let margin = (bottom - top).clamp(200.0, 1_500.0);
        let from = self.ends.partition_point(|end| *end <= top - margin).min(count - 1);
        let to = (self.ends.partition_point(|end| *end < bottom + margin) + 1).clamp(from + 1, count);
        Window { from, to, before: self.top(from), after: (whole - self.top(to)).max(0.0) }
    }
}
