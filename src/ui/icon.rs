//! Icons as single paths on a 24-unit grid, drawn in the text's colour.

use nexudus_api::Family;

use super::{El, svg};

/// The icon of a family of notifications.
pub fn family_icon(family: Family) -> El {
    icon(match family {
        Family::Community => "M4 5h16v11H9l-5 4V5z",
        Family::Events => "M5 6h14v13H5V6zm0 5h14M9 3v5m6-5v5",
        Family::Billing => "M6 3h12v18l-3-2-3 2-3-2-3 2V3zm3 5h6m-6 4h6",
        Family::Identity => "M4 5h16v14H4V5zm9 5h4m-4 4h4M9 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm-3 4c0-3 6-3 6 0",
        Family::Access => "M6 11h12v9H6v-9zm3 0V8a3 3 0 0 1 6 0v3m-3 4v2",
        Family::News => "M4 5h13v14H6a2 2 0 0 1-2-2V5zm13 4h3v8a2 2 0 0 1-3 2M7 9h7m-7 4h7",
        Family::Surveys => "M6 4h12v16H6V4zm3 5 1 1 2-2m-3 7 1 1 2-2m2-5h2m-2 6h2",
        Family::General => "M6 16V11a6 6 0 0 1 12 0v5l2 2H4l2-2zm4 4a2 2 0 0 0 4 0",
    })
}

/// The cross on the dismiss button.
pub fn cross() -> El {
    icon("M6 6l12 12M18 6 6 18")
}

/// The arrow on the button that brings a row back.
pub fn back() -> El {
    icon("M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6")
}

/// It repeats what stands beside it in words, so assistive technology skips it.
fn icon(path: &str) -> El {
    svg("svg")
        .class("icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(svg("path").attr("d", path))
}
