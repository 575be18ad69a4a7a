// A page that embeds the elements: what it sets, what it hears, and what it calls.

/** The path of the module that has both elements, as the tests' server has it. */
async function door() {
  const { name } = performance.getEntriesByType("resource").find((entry) => entry.name.endsWith("/src/embed/start.js"));
  return import(name);
}

/** Writes down every event of ours that reaches the document, with what it tells and whether it can be cancelled. */
export function hear() {
  const heard = [];
  for (const name of ["ready", "count", "open", "close", "navigate", "dismiss", "create", "signed-out", "error"]) {
    document.addEventListener(`nexudus-${name}`, (event) => {
      heard.push(`${name}${event.cancelable ? " (cancelable)" : ""} ${JSON.stringify(event.detail)}`);
    });
  }
  return heard;
}

/** An element as a page has it that sets properties before there is the class. */
export function beforeItsClass(properties) {
  const element = document.createElement("template").content.ownerDocument.createElement("nexudus-inbox");
  Object.assign(element, JSON.parse(properties));
  return document.body.appendChild(document.adoptNode(element));
}

export function call(element, method) { element[method](); }

/** Mounts by call; the handle. */
export async function mountInto(target, options) {
  return (await door()).mount(target, JSON.parse(options));
}

export function setOptions(handle, options) { handle.setOptions(JSON.parse(options)); }
export function elementOf(handle) { return handle.element; }

/** What a wrong call throws. */
export async function mistake(target, options) {
  const { mount } = await door();
  try {
    mount(target, JSON.parse(options));
  } catch (why) {
    return why.message;
  }
  return "";
}
