// axe-core, which `scripts/setup.sh test` puts into target/, on a state of an element, in both themes.

let axe;

// axe asks for what texts are filled with, and where colours are forced Chromium says what the page wanted instead of what it paints.
if (matchMedia("(forced-colors: active)").matches) {
  const real = CSSStyleDeclaration.prototype.getPropertyValue;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return real.call(this, name === "-webkit-text-fill-color" ? "color" : name);
  };
}

/** What axe-core holds against an element as it is now, one line each. */
export async function violations(host) {
  axe ??= import("/target/axe.min.js").then(() => globalThis.axe);
  const { run } = await axe;
  const before = host.getAttribute("theme");
  const found = [];
  // In Firefox axe does not find the ground of an open popover, and takes white; the other engines judge its colours.
  const isGroundless = navigator.userAgent.includes("Firefox") && host.shadowRoot.querySelector(":popover-open");
  for (const theme of isGroundless ? ["light"] : ["light", "dark"]) {
    host.setAttribute("theme", theme);
    // Colours are judged when they have arrived.
    await Promise.all(host.shadowRoot.getAnimations().map((animation) => animation.finished.catch(() => {})));
    const result = await run(host, {
      resultTypes: ["violations"],
      // The themes differ in their colours alone. Landmarks are the page's affair, and this page has none.
      ...(theme === "dark" ? { runOnly: ["color-contrast"] } : { rules: { region: { enabled: false } } }),
    });
    for (const { id, help, nodes } of result.violations) {
      for (const node of nodes) found.push(`${theme}: ${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary.replace(/\s+/g, " ")}`);
    }
  }
  if (before === null) host.removeAttribute("theme");
  else host.setAttribute("theme", before);
  return found;
}
