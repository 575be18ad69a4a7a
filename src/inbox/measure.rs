//! What of the rows depends on the clock and on the browser's layout: texts that change by themselves, and heights.

use std::time::Duration;

use leptos::prelude::*;
use nexudus_core::{inbox::Load, known::until_midnight, relative::relative};
use web_sys::Element;

use super::{
    pane::{Pane, viewport},
    plan::{HEADING, keys},
};
use crate::shell::{now, zone};

impl Pane {
    /// Wakes up when "5 minutes ago" has become six, or today yesterday.
    pub(super) fn set_timer(&mut self) {
        let now = now();
        let midnight = until_midnight(now, zone);
        let next = self.times.iter().map(|at| relative(now, *at).2).min().unwrap_or(midnight).min(midnight);
        let me = self.me.clone();
        let wake = move || {
            if let Some(pane) = me.upgrade() {
                let model = pane.borrow().model;
                model.tick.try_set(true);
                pane.borrow_mut().set_timer();
            }
        };
        self.stop_timer();
        let wait = Duration::from_millis(u64::try_from(next).unwrap_or_default());
        self.timer = set_timeout_with_handle(wake, wait).ok();
    }

    pub(super) fn stop_timer(&mut self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }

    /// Pages load as the end comes near, when somebody scrolls.
    pub(super) fn scrolled(&mut self) {
        // A row that was opened meanwhile is higher than it was.
        if !self.measure() {
            self.show();
        }
        let height = viewport();
        let rest = self.area.get_bounding_client_rect().bottom() - height;
        let mut can_load = false;
        self.model.peek(&mut |state| can_load = state.inbox.has_more() && matches!(state.inbox.load(), Load::Ready));
        if rest < height && can_load {
            self.model.act(&mut |inbox| inbox.more(now()));
        }
    }

    /// Heights are known once the browser has laid the rows out.
    pub(super) fn measure_later(&mut self) {
        if !std::mem::replace(&mut self.measuring, true) {
            let me = self.me.clone();
            request_animation_frame(move || {
                if let Some(pane) = me.upgrade() {
                    pane.borrow_mut().measure();
                }
            });
        }
    }

    /// Whether something was not as high as it was taken to be, and what is in the document has been drawn anew for that.
    pub(super) fn measure(&mut self) -> bool {
        self.measuring = false;
        let mut seen = vec![];
        let mut look = |key: i64, element: &Element| {
            let height = element.get_bounding_client_rect().height();
            if height > 0.0 {
                seen.push((key, height));
            }
        };
        for (_, keyed) in &self.inner {
            keyed.shown().for_each(|(key, element)| look(key, element));
        }
        if let Some(heading) = self.groups.shown().next().and_then(|(_, group)| group.first_element_child()) {
            look(HEADING, &heading);
        }
        let changed = self.heights.measure(&seen);
        if changed {
            self.model.peek(&mut |state| self.heights.stack(&keys(&self.lines, &state.inbox.rows())));
            self.show();
        }
        changed
    }
}
