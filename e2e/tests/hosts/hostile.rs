//! Pages whose styles mean everything on them.

use nexudus_e2e::{Inbox, MEMBER, Stage, play_host, until};
use nexudus_sandbox::Config;
use serde_json::{Value, json};

/// Gives the element the same room everywhere, and tells what has become of every style of everything in it, but for colours of
/// what the page may choose, and places.
const STYLES: &str = "
    const host = document.querySelector(arguments[0]);
    for (const [name, value] of [['display', 'block'], ['width', '600px']]) host.style.setProperty(name, value, 'important');
    const told = {};
    [...host.shadowRoot.querySelectorAll('*')].forEach((node, nth) => {
        const style = getComputedStyle(node);
        told[`${nth} ${node.localName}.${node.getAttribute('class') ?? ''}`] =
            Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]));
    });
    return told;
";

/// So few that all of them are in the document, wherever the list stands.
fn few() -> Config {
    Config { notifications: 60, ..Config::default() }
}

async fn styles(stage: &Stage, host: &str) -> Value {
    // No row is under the pointer.
    stage.browser.action_chain().move_to(0, 0).perform().await.unwrap();
    stage.ask(STYLES, vec![json!(host)]).await
}

/// What differs, as far as one wants to read.
fn differences(before: &Value, after: &Value) -> Vec<String> {
    let mut found = vec![];
    for (node, styles) in before.as_object().unwrap() {
        for (name, value) in styles.as_object().unwrap() {
            // Where something stands is the page's affair.
            let is_place = name.starts_with("inset") || ["top", "right", "bottom", "left"].contains(&name.as_str());
            if !is_place && after[node][name] != *value {
                found.push(format!("{node}: {name} is {} and not {value}", after[node][name]));
            }
        }
    }
    assert_eq!(before.as_object().unwrap().len(), after.as_object().unwrap().len());
    found.truncate(40);
    found
}

#[tokio::test]
async fn styles_of_the_page_change_nothing_inside() {
    play_host(few(), async |stage| {
        stage.open("bare.html").await;
        stage.inbox().enter(MEMBER).await;
        stage.inbox().shows(&stage.of_member()).await;
        let before = styles(stage, "nexudus-inbox").await;
        stage.open("hostile.html").await;
        stage.inbox().shows(&stage.of_member()).await;
        assert_eq!(stage.ask("return getComputedStyle(document.body).fontSize", vec![]).await, "40px", "it is hostile");
        let after = styles(stage, "#list").await;
        let differences = differences(&before, &after);
        assert!(differences.is_empty(), "{differences:#?}");
        stage.inbox().takes_a_dismissal().await;
    })
    .await;
}

#[tokio::test]
async fn an_open_panel_lies_above_everything() {
    play_host(few(), async |stage| {
        stage.open("hostile.html").await;
        let bell = Inbox::new(stage, "#bell");
        until("the bell is there", async || bell.elements("section[popover]").await == 1).await;
        let on_top = "
            const host = document.querySelector('#bell');
            const box = host.shadowRoot.querySelector('[part=panel]').getBoundingClientRect();
            return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.id ?? JSON.stringify([box, innerWidth, innerHeight, host.getBoundingClientRect()]);
        ";
        stage
            .ask(
                "const bell = document.querySelector('#bell'); bell.scrollIntoView({ block: 'start' }); bell.open()",
                vec![],
            )
            .await;
        assert_eq!(stage.ask(on_top, vec![]).await, "bell");
        assert_eq!(stage.ask("return document.elementFromPoint(2, 2).className", vec![]).await, "overlay");
        bell.enter(MEMBER).await;
        bell.shows(&stage.of_member()).await;
    })
    .await;
}
