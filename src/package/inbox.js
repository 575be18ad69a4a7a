// The package's way in, nexudus-inbox.js: the door with both elements, and with the inbox's engine but for its wasm, which is brought
// in when it is wanted. scripts/release.sh says where `glue` and `sheet` are.

import css from "sheet";
import init, { mount as start } from "glue";
import { define } from "../embed/door.js";

export { mount } from "../embed/mount.js";

define(css, {
  // Its address follows that of the module, also through bundlers, which know this form.
  "nexudus-inbox": () => init({ module_or_path: new URL("./nexudus-inbox.wasm", import.meta.url) }).then(() => ({ mount: start })),
  "nexudus-desk": () => import("./nexudus-desk.js").then((desk) => desk.engine()),
});
