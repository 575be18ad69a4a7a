//! The rows below their headings. Of long lists only what is in sight, and some around it, is in the document.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use leptos::prelude::*;
use nexudus_api::Millis;
use nexudus_core::{lines::Lines, window::Heights};
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::{
    heading::heading,
    model::Model,
    plan::{Group, groups_within, key_of_lane, keys},
    row::row,
};
use crate::{
    shell::Client,
    ui::{El, Keyed, el, focus, focused_beside, hold_still, set_attribute, set_height},
};

/// The list, and what is needed to draw it again.
pub struct Pane {
    pub(super) model: Model,
    client: Client,
    pub(super) area: Element,
    before: Element,
    after: Element,
    /// What is said when the filter lets nothing through.
    nothing: Element,
    pub(super) groups: Keyed,
    /// The rows of each group, by the group's key.
    pub(super) inner: Vec<(i64, Keyed)>,
    pub(super) lines: Lines,
    pub(super) heights: Heights,
    width: f64,
    pub(super) measuring: bool,
    /// The times that are shown, and the one timer for the next moment that one of their texts changes.
    pub(super) times: Vec<Millis>,
    pub(super) timer: Option<TimeoutHandle>,
    pub(super) me: Weak<RefCell<Pane>>,
}

/// The list of what the model has, drawn whenever that changes.
pub fn pane(model: Model, client: Client) -> El {
    let (before, groups, after) = (el("div"), el("div"), el("div"));
    let nothing = el("p").class("state").attr("hidden", "").text(&client.texts.say("nothingFound"));
    let area = el("div").attr("tabindex", "-1").class("area").attr("part", "list");
    let area = area.child(nothing.clone()).child(before.clone()).child(groups.clone()).child(after.clone());
    let Some(groups) = Keyed::new(&groups.0) else { return area };
    let pane = Rc::new_cyclic(|me| {
        RefCell::new(Pane {
            model,
            client,
            area: area.0.clone(),
            before: before.0,
            after: after.0,
            nothing: nothing.0,
            groups,
            inner: vec![],
            lines: Lines::default(),
            heights: Heights::default(),
            width: 0.0,
            measuring: false,
            times: vec![],
            timer: None,
            me: me.clone(),
        })
    });
    let (drawn, scrolled) = (Rc::clone(&pane), Rc::clone(&pane));
    crate::ui::react(Box::new(move || drawn.borrow_mut().update()));
    crate::ui::mark_keyed(&area.0);
    // A scroll inside a shadow root is heard in it alone, so the panel is listened to as well.
    crate::ui::on_scroll(&area.0, Box::new(move || scrolled.borrow_mut().scrolled()));
    area
}

impl Pane {
    fn update(&mut self) {
        self.model.read(&mut |state| {
            let rows = state.inbox.rows();
            self.lines = state.inbox.lines(&rows, &state.filter);
            self.heights.stack(&keys(&self.lines, &rows));
            let found = rows.is_empty() || !self.lines.lines().is_empty();
            set_attribute(&self.nothing, "hidden", found.then_some(""));
        });
        self.show();
    }

    pub(super) fn show(&mut self) {
        let (above, height) = if self.heights.are_few() { (0.0, 0.0) } else { self.look() };
        let window = self.heights.in_sight(above, height);
        let mut groups = vec![];
        self.model.peek(&mut |state| groups = groups_within(&self.lines, window.from, window.to, &state.inbox));
        // The heading of rows whose heading is out of the window stands above them all the same.
        let extra = groups
            .first()
            .filter(|group| group.line < window.from)
            .map_or(0.0, |group| self.heights.top(group.line + 1) - self.heights.top(group.line));
        let had_focus = self.focused();
        let still = hold_still(&self.area);
        self.draw(&groups);
        self.heights.show(groups.iter().flat_map(|group| &group.rows).map(|row| (row.key(), row.line)));
        self.times.clear();
        for group in &groups {
            for record in group.rows.iter().flat_map(|content| &content.records) {
                self.times.extend(record.created_on);
            }
        }
        self.set_timer();
        set_height(&self.before, window.before - extra);
        set_height(&self.after, window.after);
        let _ = still.call0(&JsValue::NULL);
        // The focus does not fall from a row that was scrolled away.
        if had_focus.is_some_and(|element| !element.is_connected()) {
            focus(Some(self.area.clone()));
        }
        let is_cut = window.before + window.after > 0.0;
        self.tell_positions(&groups, is_cut);
        if is_cut {
            self.measure_later();
        }
    }

    /// How much of the list is above the viewport, and how high that is. The browser lays everything out to answer, which in a first
    /// view comes on top of laying out the rows.
    fn look(&mut self) -> (f64, f64) {
        let rect = self.area.get_bounding_client_rect();
        if (rect.width() - self.width).abs() >= 1.0 {
            self.width = rect.width();
            self.heights.forget();
        }
        (-rect.top(), viewport())
    }

    fn draw(&mut self, groups: &[Group]) {
        let (model, client) = (self.model, &self.client);
        let inner = &mut self.inner;
        let wanted: Vec<(i64, u64)> = groups.iter().map(|group| (key_of_lane(group.lane), group.version)).collect();
        inner.retain(|(key, _)| wanted.iter().any(|(wanted, _)| wanted == key));
        self.groups.show(&wanted, &mut |at| {
            let Some(group) = groups.get(at) else { return el("div") };
            let list = el("ul").class("list").attr("role", "list");
            if let Some(keyed) = Keyed::new(&list.0) {
                inner.retain(|(key, _)| *key != key_of_lane(group.lane));
                inner.push((key_of_lane(group.lane), keyed));
            }
            let heading = heading(model, client, group.lane, group.at);
            el("div").class("group").attr("part", "group").child(heading).child(list)
        });
        for group in groups {
            let key = key_of_lane(group.lane);
            let Some((_, keyed)) = inner.iter_mut().find(|(known, _)| *known == key) else { continue };
            let wanted: Vec<(i64, u64)> = group.rows.iter().map(|content| (content.key(), content.version())).collect();
            keyed.show(&wanted, &mut |at| {
                group.rows.get(at).map_or_else(|| el("li"), |content| row(model, client, content))
            });
        }
    }

    /// What has the focus inside the list.
    fn focused(&self) -> Option<Element> {
        focused_beside(&self.area).filter(|active| self.area.contains(Some(active)) && active != &self.area)
    }

    /// Assistive technology hears "12 of 300" although most of the 300 are not in the document.
    fn tell_positions(&self, groups: &[Group], is_cut: bool) {
        for group in groups {
            let Some((_, keyed)) = self.inner.iter().find(|(key, _)| *key == key_of_lane(group.lane)) else { continue };
            let count = self.lines.below(group.line).len().to_string();
            for (content, (_, element)) in group.rows.iter().zip(keyed.shown()) {
                let place = (content.line - group.line).to_string();
                set_attribute(element, "aria-posinset", is_cut.then_some(&place));
                set_attribute(element, "aria-setsize", is_cut.then_some(&count));
            }
        }
    }
}

impl Drop for Pane {
    fn drop(&mut self) {
        self.stop_timer();
    }
}

pub(super) fn viewport() -> f64 {
    document().document_element().map_or(0.0, |root| f64::from(root.client_height()))
}
