//! The bars: one for each week, as high as what was sent, hatched as high as what of it was dismissed.

use leptos::prelude::request_animation_frame;
use nexudus_core::outcomes::{Bar, Tally};

use super::{
    sentences::{numbers, span},
    strokes::{hatch, scaled},
};
use crate::{
    i18n::Texts,
    ui::{El, el, set_property, svg},
};

/// Height of the highest bar, and the room above and below it for words.
const HEIGHT: usize = 120;
const ABOVE: usize = 18;
const BELOW: usize = 20;
/// Room of one bar while all can have their words, and beyond.
const WIDE: usize = 48;
const NARROW: usize = 15;
const FEW: usize = 13;

/// The chart. Narrow places scroll it; what it shows stands in the table beside it as well.
pub fn chart(texts: Texts, bars: &[Bar], tally: Tally) -> El {
    let few = bars.len() <= FEW;
    let room = if few { WIDE } else { NARROW };
    let highest = bars.iter().max_by_key(|bar| bar.tally.sent);
    let most = highest.map_or(0, |bar| bar.tally.sent);
    let top = highest.map(|bar| span(texts, bar.span, false)).unwrap_or_default();
    let label = texts.with("outcomeChart", &[&numbers(texts, tally), &texts.decimal(most), &top]);
    let (width, height) = (bars.len() * room, ABOVE + HEIGHT + BELOW);
    let image = svg("svg")
        .class("chart")
        .attr("role", "img")
        .attr("aria-label", &label)
        .attr("viewBox", &["0 0", &width.to_string(), &height.to_string()].join(" "))
        .attr("width", &width.to_string())
        .attr("height", &height.to_string());
    let image = bars.iter().enumerate().fold(image, |image, (nth, bar)| {
        // Where there are many, every fourth one has a date, and the newest always.
        let is_named = few || (bars.len() - 1 - nth).is_multiple_of(4);
        image.child(one(texts, bar, (nth * room, room), most, (few, is_named)))
    });
    let floor = (ABOVE + HEIGHT).to_string();
    let image =
        image.child(svg("line").attr("x1", "0").attr("x2", &width.to_string()).attr("y1", &floor).attr("y2", &floor));
    let place = el("div").class("chart-box scroll").attr("tabindex", "0").attr("role", "group");
    let element = place.0.clone();
    request_animation_frame(move || {
        // Where it does not fit, the newest weeks are in sight first.
        let end = if element.matches(":dir(rtl)").unwrap_or(false) { -1e6 } else { 1e6 };
        set_property(&element, "scrollLeft", &end.into());
    });
    place.attr("aria-label", &texts.say("outcomeByWeek")).child(image)
}

fn one(texts: Texts, bar: &Bar, (left, room): (usize, usize), most: usize, (counted, named): (bool, bool)) -> El {
    let gap = room / 6;
    let (x, width) = (left + gap, room - 2 * gap);
    let (sent, dismissed) = (scaled(bar.tally.sent, most, HEIGHT), scaled(bar.tally.dismissed, most, HEIGHT));
    let top = |height: usize| ABOVE + HEIGHT - height;
    let word = |y: usize, text: &str| {
        svg("text")
            .attr("x", &(left + room / 2).to_string())
            .attr("y", &y.to_string())
            .attr("text-anchor", "middle")
            .text(text)
    };
    svg("g")
        .class("week")
        .child(rect("sent", (x, top(sent)), (width, sent)))
        .child(rect("dismissed", (x, top(dismissed)), (width, dismissed)))
        .child(svg("path").class("hatch").attr("d", &hatch((x, top(dismissed)), (width, dismissed))))
        .maybe((counted && bar.tally.sent > 0).then(|| word(top(sent) - 5, &texts.decimal(bar.tally.sent))))
        .maybe(named.then(|| word(ABOVE + HEIGHT + 14, &span(texts, bar.span, true))))
}

fn rect(class: &str, (x, y): (usize, usize), (width, height): (usize, usize)) -> El {
    svg("rect")
        .class(class)
        .attr("x", &x.to_string())
        .attr("y", &y.to_string())
        .attr("width", &width.to_string())
        .attr("height", &height.to_string())
}

/// What the two kinds of area mean.
pub fn legend(texts: Texts) -> El {
    let sample = |class: &str, hatched: bool| {
        svg("svg")
            .class("chart")
            .attr("aria-hidden", "true")
            .attr("viewBox", "0 0 16 16")
            .attr("width", "16")
            .attr("height", "16")
            .child(rect(class, (1, 1), (14, 14)))
            .maybe(hatched.then(|| svg("path").class("hatch").attr("d", &hatch((1, 1), (14, 14)))))
    };
    let part = |image: El, text: &str| el("span").child(image).child(el("span").text(text));
    el("p")
        .class("legend")
        .child(part(sample("sent", false), &texts.say("outcomeSentColumn")))
        .child(part(sample("dismissed", true), &texts.say("viewDismissed")))
}
