//! Long lists and long messages: what is out of sight is reached by scrolling.

use serde_json::json;

use crate::{Inbox, until};

/// Finds the row with the message `arg[0]`: in a long list its place in the document changes as it is scrolled.
const ROW: &str = "
    const row = all('[part=row]').find((row) => row.querySelector('[part=message]').textContent === arg[0]) ?? null;
";

impl Inbox<'_> {
    /// Scrolls until the row with that message is in sight.
    pub async fn scroll_to(&self, message: &str) {
        // A step at a time, as a finger does: what lies ahead is not in the document yet.
        let find = [
            ROW,
            "
            const top = row?.getBoundingClientRect().top;
            if (top > -2 && top < innerHeight - 60) return true;
            const page = document.scrollingElement, before = page.scrollTop;
            if (row) row.scrollIntoView();
            else page.scrollTop += innerHeight / 2;
            // What has come meanwhile may stand further up.
            if (!row && page.scrollTop === before) page.scrollTop = 0;
            // What is there is drawn before the next step, or a busy page would be scrolled past it.
            return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(false))));
        ",
        ]
        .concat();
        until(&format!("a row {:?}", message.chars().take(40).collect::<String>()), async || {
            self.ask(&find, json!([message])).await == true
        })
        .await;
    }

    /// The messages of all rows from the top, gathered by scrolling to the end.
    pub async fn rows_by_scrolling(&self) -> Vec<String> {
        let mut rows: Vec<String> = vec![];
        self.stage.ask("window.scrollTo(0, 0)", vec![]).await;
        loop {
            let shown = self.rows().await;
            // What is there now goes on where the rows so far overlap with it.
            let from = (0..=rows.len()).find(|at| shown.starts_with(&rows[*at..])).unwrap_or(rows.len());
            rows.truncate(from);
            rows.extend(shown);
            let ended = "
                const page = document.scrollingElement, before = page.scrollTop;
                page.scrollTop += innerHeight / 2;
                return page.scrollTop === before;
            ";
            if self.stage.ask(ended, vec![]).await == true {
                return rows;
            }
            self.ask("return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))", ())
                .await;
        }
    }

    /// Presses a button inside the row with that message.
    pub async fn press_in_row(&self, message: &str, label: &str) {
        let find = [ROW, "return row && button(row, arg[1])"].concat();
        self.click(&format!("{label:?} in a row"), &find, json!([message, label])).await;
    }

    /// Whether a row's message goes on behind a clamp that "Show all of it" opens.
    pub async fn hides_a_part(&self, message: &str) -> bool {
        let clamped = [
            ROW,
            "
            const text = row?.querySelector('[part=message]');
            return row && text.scrollHeight > text.clientHeight + 4 && button(row, 'Show all of it') !== null;
        ",
        ]
        .concat();
        self.ask(&clamped, json!([message])).await == true
    }

    /// What sticks out of the panel or makes the page scroll sideways.
    pub async fn beyond_the_edge(&self) -> Vec<String> {
        let beyond = "
            const panel = root.querySelector('[part=panel]').getBoundingClientRect();
            const page = document.scrollingElement;
            const sticks = (node) => {
                const box = node.getBoundingClientRect();
                const outside = box.width > 0 && (box.left < panel.left - 1 || box.right > panel.right + 1);
                // Text that is too wide does not widen its box.
                return outside || (node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1);
            };
            const found = all('[part=panel] *').filter(sticks).map((node) => node.outerHTML.slice(0, 120));
            if (page.scrollWidth > page.clientWidth) found.push(`page: ${page.scrollWidth} > ${page.clientWidth}`);
            return found;
        ";
        serde_json::from_value(self.ask(beyond, ()).await).unwrap()
    }
}
