//! A sentence that appears when there is one, in a live region that is there from the start.

use leptos::prelude::*;

/// A live region with the given role (`status` or `alert`). Empty text keeps the region and hides the box.
pub fn message(role: &'static str, text: RwSignal<String>) -> AnyView {
    view! {
        <div role=role class="message" class:shown=move || text.with(|text| !text.is_empty())>
            {move || text.get()}
        </div>
    }
    .into_any()
}
