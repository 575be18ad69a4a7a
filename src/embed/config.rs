//! Attributes of the elements.

use nexudus_api::{Millis, Value};
use nexudus_core::{Audience, PAGE_SIZE, links::Links};
use web_sys::HtmlElement;

use crate::shell::warn;

/// How an inbox stands on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Display {
    /// In the flow of the page.
    Inline,
    /// A bell with a count, and the panel in a popover.
    Bell,
}

/// What one element is configured with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// `audience="member|staff"`: whose endpoints are used. The desk is staff's whatever it says.
    pub audience: Audience,
    /// `display="inline|bell"`. Default inline; the desk is always inline.
    pub display: Display,
    /// `api-url`: the staff API's host, without a slash at the end. Default `https://spaces.nexudus.com` `[seed]`.
    pub api_url: String,
    /// `portal-url`: the customer API's host, such as `https://{space}.spaces.nexudus.com`. Default: the page's own.
    pub portal_url: String,
    /// `token-url`: where `/api/token` is. Default: `portal-url` for members, `api-url` for staff.
    pub token_url: String,
    /// `undo-seconds`: how long a member's dismissal can be taken back before it is sent. Milliseconds here. Default 8 s.
    pub undo_window: Millis,
    /// `writes-per-minute`: the request budget for dismissals. Default 60 `[doc]`.
    pub writes_a_minute: usize,
    /// `poll-seconds`: how often the list is looked at anew while it can be seen; 0 for only when somebody asks, else at least 10.
    /// Milliseconds here. Default 60 s.
    pub poll_period: Millis,
    /// `page-size`: records that a page of the staff's list is asked for, 1 to 100. Default 25 `[doc]`. The member's list comes as
    /// the service sends it, because its parameters are not documented.
    pub page_size: i64,
    /// `links`: a JSON object from notification types to addresses. Default: no links.
    pub links: Links,
}

impl Config {
    /// Reads the attributes. A wrong value is a warning on the console that names the attribute, and the default.
    #[must_use]
    pub fn read(host: &HtmlElement) -> Self {
        let is_desk = is_desk(host);
        let audience = match host.get_attribute("audience").as_deref() {
            _ if is_desk => Audience::Staff,
            Some("staff") => Audience::Staff,
            Some("member") | None => Audience::Member,
            Some(other) => {
                warn(&["audience=\"", other, "\" is neither member nor staff; member is used."].concat());
                Audience::Member
            }
        };
        let display = match host.get_attribute("display").as_deref() {
            _ if is_desk => Display::Inline,
            Some("bell") => Display::Bell,
            Some("inline") | None => Display::Inline,
            Some(other) => {
                warn(&["display=\"", other, "\" is neither inline nor bell; inline is used."].concat());
                Display::Inline
            }
        };
        let api_url = url(host, "api-url").unwrap_or_else(|| "https://spaces.nexudus.com".into());
        let portal_url = url(host, "portal-url").unwrap_or_default();
        let token_url = url(host, "token-url").unwrap_or_else(|| match audience {
            Audience::Member => portal_url.clone(),
            Audience::Staff => api_url.clone(),
        });
        Self {
            audience,
            display,
            api_url,
            portal_url,
            token_url,
            undo_window: Millis::from(whole(host, "undo-seconds", 8, |_| true)) * 1000,
            writes_a_minute: usize::from(whole(host, "writes-per-minute", 60, |number| number > 0)),
            poll_period: Millis::from(whole(host, "poll-seconds", 60, |number| number == 0 || number >= 10)) * 1000,
            page_size: match audience {
                Audience::Member => PAGE_SIZE,
                Audience::Staff => {
                    i64::from(whole(host, "page-size", PAGE_SIZE as u16, |number| (1..=100).contains(&number)))
                }
            },
            links: links(host),
        }
    }

    /// Where the token is kept in the tab's session: one place for each audience and token host.
    #[must_use]
    pub fn session_key(&self) -> String {
        let audience = match self.audience {
            Audience::Member => "member",
            Audience::Staff => "staff",
        };
        ["nexudus-inbox.session.", audience, ".", &self.token_url].concat()
    }
}

/// An address without its last slash. Anything but http, https or a path on the same origin is refused.
fn url(host: &HtmlElement, name: &str) -> Option<String> {
    let value = host.get_attribute(name)?;
    let value = value.trim().trim_end_matches('/');
    let local = value.is_empty() || (value.starts_with('/') && !value.starts_with("//"));
    if local || value.starts_with("https://") || value.starts_with("http://") {
        return Some(value.to_owned());
    }
    warn(&[name, "=\"", value, "\" is not an http(s) address or a path of this site; the default is used."].concat());
    None
}

/// Whether it is the staff's element.
pub fn is_desk(host: &HtmlElement) -> bool {
    host.local_name() == "nexudus-desk"
}

fn whole(host: &HtmlElement, name: &str, default: u16, fits: fn(u16) -> bool) -> u16 {
    let Some(value) = host.get_attribute(name) else { return default };
    let number =
        value.trim().parse::<i64>().ok().and_then(|number| u16::try_from(number).ok()).filter(|number| fits(*number));
    number.unwrap_or_else(|| {
        warn(
            &[name, "=\"", &value, "\" is not a whole number that it takes; ", &default.to_string(), " is used."]
                .concat(),
        );
        default
    })
}

fn links(host: &HtmlElement) -> Links {
    let Some(value) = host.get_attribute("links") else { return Links::default() };
    let Some(Value::Object(map)) = Value::parse(&value) else {
        warn(&["links=\"", &value, "\" is not a JSON object; there are no links."].concat());
        return Links::default();
    };
    let pairs = map.into_iter().map(|(kind, address)| (kind, address.as_str().unwrap_or_default().to_owned()));
    let (links, unsafe_ones) = Links::new(pairs);
    for kind in unsafe_ones {
        warn(&["links: \"", &kind, "\" does not lead to http, https or a path of this site; it is no link."].concat());
    }
    links
}
