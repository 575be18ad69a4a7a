// The package's way in, nexudus-inbox.js: the door with both elements, and with the inbox's engine but for its wasm, which is brought
// in when it is wanted. scripts/release.sh says where `glue`, `rest` and `sheet` are.

import css from "sheet";
import init, { mount as start } from "glue";
import { later } from "rest";
import { define } from "../embed/door.js";

export { mount } from "../embed/mount.js";

/** What the first rows ask the browser for takes long the first time alone, and the page is idle while the wasm is on its way. */
function warmUp() {
  try {
    const language = document.documentElement.lang || undefined;
    new Intl.NumberFormat(language).format(1);
    new Intl.PluralRules(language).select(1);
    new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-1, "day");
    new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short" }).format(0);
    localStorage.getItem("");
  } catch { /* A language that is none, or no storage: the rows do without as well. */ }
}

define(css, {
  "nexudus-inbox": () => {
    setTimeout(warmUp);
    // Its address follows that of the module, also through bundlers, which know this form.
    return init(new URL("./nexudus-inbox.wasm", import.meta.url)).then(() => ({ mount: start, sheets: [later] }));
  },
  "nexudus-desk": () => import("./nexudus-desk.js").then((desk) => desk.engine()),
});
