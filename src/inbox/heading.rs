//! The heading of a group of rows, with what can be done to all of them.

use leptos::prelude::*;
use nexudus_api::Millis;
use nexudus_core::{
    known::day_of,
    lines::{Lane, Line, Lines, Range},
    list::View,
};
use wasm_bindgen::JsCast;
use web_sys::{Event, UiEvent};

use super::model::Model;
use crate::{
    shell::{Client, now, zone},
    ui::{El, button, el, focus_in_place},
};

/// A heading. `at` is a time of the day that it names.
pub fn heading(model: Model, client: &Client, lane: Lane, at: Option<Millis>) -> El {
    let texts = client.texts;
    let name = move || match (lane, at) {
        (Lane::NeedsAction, _) => texts.say("needsAction"),
        (Lane::Leaving, _) => texts.say("notSentYet"),
        (Lane::Day(Some(day)), Some(at)) => {
            model.tick.get();
            texts.day(at, day_of(now(), zone) - day)
        }
        (Lane::Day(_), _) => texts.say("noDate"),
    };
    let asks = RwSignal::new(false);
    let clear = move |event: Event| {
        if lane == Lane::NeedsAction {
            if !asks.get_untracked() {
                return asks.set(true);
            }
            // The question has taken the place of what was clicked; a double click is no answer to it.
            if event.unchecked_ref::<UiEvent>().detail() > 1 {
                return;
            }
        }
        asks.set(false);
        let ids = model.ids_below(lane);
        focus_in_place(event.current_target(), "section", "h2");
        model.act(&mut |inbox| drop(inbox.dismiss(now(), &ids, lane == Lane::NeedsAction)));
    };
    let mut is_waiting = false;
    model.peek(&mut |state| is_waiting = state.inbox.view() == View::Waiting);
    let bulk = || {
        button("link", "", clear)
            .attr("part", "dismiss-group")
            .live("aria-label", move || (!asks.get()).then(|| texts.with("dismissGroupNamed", &[&name()])))
            .live_text(move || texts.say(if asks.get() { "dismissAnyway" } else { "dismissGroup" }))
    };
    let warning = || {
        el("span")
            .class("warning")
            .attr("role", "alert")
            .live_text(move || if asks.get() { texts.say("stillNeeded") } else { String::new() })
    };
    el("div")
        .class("group-bar")
        .child(el("h3").live_text(name))
        .maybe(is_waiting.then(warning))
        .maybe(is_waiting.then(bulk))
}

impl Model {
    /// The `Id`s of the rows below a heading, folded ones included.
    pub fn ids_below(self, lane: Lane) -> Vec<i64> {
        self.ids(&|lines| {
            let at = lines.lines().iter().position(|line| *line == Line::Heading(lane));
            at.map(|at| lines.below(at)).unwrap_or_default()
        })
    }

    /// The `Id`s of all rows in sight.
    pub fn ids_in_sight(self) -> Vec<i64> {
        self.ids(&Lines::rows)
    }

    fn ids(self, choose: &dyn Fn(&Lines) -> Vec<Range>) -> Vec<i64> {
        let mut ids = vec![];
        self.peek(&mut |state| {
            let rows = state.inbox.rows();
            let lines = state.inbox.lines(&rows, &state.filter);
            for range in choose(&lines) {
                for at in lines.members(range) {
                    ids.extend(rows.get(*at as usize).map(|row| row.record.id));
                }
            }
        });
        ids
    }
}
