// Every option of the table as a control, beside the element it is of. `make playground` serves it with the sandbox behind it.

const table = await (await fetch("options.json")).json();
const camel = (name) => name.replace(/-./g, (letters) => letters[1].toUpperCase());
const place = document.querySelector("#place");
const controls = document.querySelector("#controls");
const tag = document.querySelector("#tag");
let element;

/** Behind this page is the sandbox, and not Nexudus. */
const start = { "api-url": "/", links: '{ "*": "/sample/{id}" }' };
/** What a page's own `getToken` might do; here it signs in with a sample account. */
const givers = { member: "member@example.com", staff: "staff@example.com" };

function giver(name) {
  return async () => {
    const body = new URLSearchParams({ grant_type: "password", username: givers[name], password: name });
    const answer = await fetch("/api/token", { method: "POST", body });
    return { token: (await answer.json()).access_token, user: givers[name] };
  };
}

function make(name, attributes = {}, ...children) {
  const node = Object.assign(document.createElement(name), attributes);
  node.append(...children);
  return node;
}

/** The field for one option; empty is the default. */
function field(option) {
  const { kind, values, minimum, maximum, also } = option;
  const name = option.attribute ?? option.property;
  const choices = kind === "choice" ? values : kind === "function" ? Object.keys(givers) : null;
  if (choices) return make("select", { name }, make("option", { value: "", textContent: "not set" }), ...choices.map((value) => make("option", { value, textContent: value })));
  if (kind === "object") return make("textarea", { name, rows: 2, spellcheck: false, defaultValue: start[name] ?? "" });
  if (kind === "number") return make("input", { name, type: "number", min: also ?? minimum, max: maximum });
  const list = kind === "language" ? make("datalist", { id: "languages" }, ...values.map((value) => make("option", { value }))) : "";
  const input = make("input", { name, defaultValue: start[name] ?? "", spellcheck: false });
  if (list) {
    input.setAttribute("list", list.id);
    input.append(list);
  }
  return input;
}

function control(option) {
  const input = field(option);
  input.id = `option-${input.name}`;
  const hint = make("small", { id: `${input.id}-hint` }, `${option.meaning} Default: ${option.defaultMeaning ?? option.default}.`.replaceAll("`", ""));
  input.setAttribute("aria-describedby", hint.id);
  const list = input.querySelector?.("datalist") ?? "";
  return make("div", {}, make("label", { htmlFor: input.id }, input.name), input, list, hint);
}

/** The element of the chosen kind, with what the controls say. */
function build() {
  const mine = tag.value.slice("nexudus-".length);
  const wanted = table.options.filter((option) => option.elements.includes(mine));
  document.querySelector("#options").replaceChildren(...wanted.map(control));
  document.querySelector("#methods").replaceChildren(...table.methods.filter((method) => method.elements.includes(mine)).map(({ name, meaning }) => {
    const button = make("button", { type: "button", title: meaning }, `${name}()`);
    button.addEventListener("click", () => element[name]());
    return button;
  }));
  element = document.createElement(tag.value);
  for (const option of wanted) apply(option);
  style();
  place.replaceChildren(element);
  write();
}

function apply(option) {
  const input = controls.elements[option.attribute ?? option.property];
  if (option.kind === "function") {
    element[option.property] = input.value ? giver(input.value) : null;
    return;
  }
  // A wrong value goes through: what the element says of it stands in the log.
  element[camel(option.attribute)] = input.value === "" ? null : input.value;
  if (option.attribute === "lang" && input.value === "") element.removeAttribute("lang");
}

function style() {
  for (const { name } of table.cssProperties) element.style.setProperty(`--nexudus-${name}`, controls.elements[`--nexudus-${name}`].value);
}

const quoted = (value) => (value.includes('"') ? `'${value.replaceAll("'", "&#39;")}'` : `"${value}"`);

/** The element as a page would have it. */
function write() {
  const attributes = [...element.attributes].filter(({ name }) => name !== "style").map(({ name, value }) => ` ${name}=${quoted(value)}`);
  const lines = [`<script type="module" src="/assets/nexudus-inbox.js"></script>`, `<${tag.value}${attributes.join("")}></${tag.value}>`];
  const colours = table.cssProperties.map(({ name }) => `--nexudus-${name}`).filter((name) => controls.elements[name].value);
  if (colours.length) lines.push("<style>", `  ${tag.value} {`, ...colours.map((name) => `    ${name}: ${controls.elements[name].value};`), "  }", "</style>");
  if (controls.elements.getToken.value) {
    lines.push(`<script type="module">`, `  document.querySelector("${tag.value}").getToken = async ({ refused }) => {`,
      "    // your way to the token of whoever is signed in, or null", "  };", "</script>");
  }
  document.querySelector("#snippet").textContent = lines.join("\n");
  document.querySelector("#copied").textContent = "";
}

function say(...words) {
  const log = document.querySelector("#log");
  log.prepend(make("li", {}, words.join(" ")));
  while (log.children.length > 200) log.lastChild.remove();
}

document.querySelector("#properties").append(...table.cssProperties.map(({ name, meaning }) => {
  const input = make("input", { name: `--nexudus-${name}`, id: `property-${name}`, spellcheck: false });
  return make("div", {}, make("label", { htmlFor: input.id }, input.name), input, make("small", {}, meaning.replaceAll("`", "")));
}));
for (const { name } of table.events) {
  addEventListener(`nexudus-${name}`, (event) => {
    if (event.cancelable) event.preventDefault();
    say(event.type, event.detail ? JSON.stringify(event.detail) : "");
  });
}
const warn = console.warn;
console.warn = (...words) => {
  say("console:", ...words);
  warn(...words);
};
tag.addEventListener("change", build);
controls.addEventListener("submit", (event) => event.preventDefault());
controls.addEventListener("reset", () => setTimeout(build));
controls.addEventListener("change", ({ target }) => {
  const option = table.options.find(({ attribute, property }) => (attribute ?? property) === target.name);
  if (option) apply(option);
  else style();
  write();
});
document.querySelector("#copy").addEventListener("click", async () => {
  const copied = document.querySelector("#copied");
  try {
    await navigator.clipboard.writeText(document.querySelector("#snippet").textContent);
    copied.textContent = "Copied.";
  } catch {
    copied.textContent = "The browser does not let this page copy; select the text instead.";
  }
});
build();
