//! A form field: label, hint, control and error, tied together for assistive technology.

use leptos::prelude::*;

/// What stands in the field's place for typing.
#[derive(Debug, Clone, Copy)]
pub enum Control {
    /// One line.
    Text {
        /// `type` of the input.
        kind: &'static str,
        /// `autocomplete`.
        autocomplete: &'static str,
        /// Ask phones for the digits.
        numeric: bool,
    },
    /// One line with suggestions from the `datalist` of that id; any other text is as welcome.
    Suggest(&'static str),
    /// Several lines.
    Area,
}

/// The error of a field, or an empty text.
pub type FieldError = Signal<String>;

/// One field. `name` is unique within the shadow root and is the input's `id`.
pub fn field(
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    control: Control,
    value: RwSignal<String>,
    error: Option<FieldError>,
) -> AnyView {
    let error = error.unwrap_or_default();
    let error_id = [name, "-error"].concat();
    let hint_id = [name, "-hint"].concat();
    let described = {
        let (error_id, hint_id) = (error_id.clone(), hint_id.clone());
        move || {
            let has_error = error.with(|text| !text.is_empty());
            [if has_error { error_id.as_str() } else { "" }, if hint.is_empty() { "" } else { &hint_id }].join(" ")
        }
    };
    let invalid = move || error.with(|text| (!text.is_empty()).then_some("true"));
    let input = match control {
        Control::Text { kind, autocomplete, numeric } => view! {
            <input id=name name=name type=kind autocomplete=autocomplete inputmode=numeric.then_some("numeric")
                prop:value=value aria-invalid=invalid aria-describedby=described
                on:input:target=move |event| value.set(event.target().value()) />
        }
        .into_any(),
        Control::Suggest(list) => view! {
            <input id=name name=name type="text" autocomplete="off" list=list
                prop:value=value aria-invalid=invalid aria-describedby=described
                on:input:target=move |event| value.set(event.target().value()) />
        }
        .into_any(),
        Control::Area => view! {
            <textarea id=name name=name rows="4" prop:value=value aria-invalid=invalid aria-describedby=described
                on:input:target=move |event| value.set(event.target().value())></textarea>
        }
        .into_any(),
    };
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {input}
            <p class="hint" id=hint_id hidden=hint.is_empty()>{hint}</p>
            <p class="error" id=error_id hidden=move || error.with(String::is_empty)>{move || error.get()}</p>
        </div>
    }
    .into_any()
}
