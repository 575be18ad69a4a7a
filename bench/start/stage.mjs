// A sandbox with so many notifications, a server before it, and a browser that visits.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { filesOf, mockWith } from "./contenders.mjs";
import { marks } from "./mocks/text.mjs";
import { sandboxWith } from "./sandbox.mjs";
import { serve } from "./serve.mjs";
import { LINES, visit } from "./visit.mjs";

const beside = (name) => readFileSync(new URL(name, import.meta.url), "utf8").trim();
/** Read and written by the element; `Config::session_key` and `src/session/account.rs` have its form. */
const SESSION = "nexudus-inbox.session.member.";

/** Chromium under `modules`' playwright-core, as it comes from the system. */
export function launch(modules) {
  const { chromium } = createRequire(join(modules, "package.json"))("playwright-core");
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: installed("chromium", "google-chrome"), args });
}

function installed(...commands) {
  for (const command of commands) {
    try {
      return execFileSync("which", [command], { encoding: "utf8" }).trim();
    } catch {
      // the next one, then
    }
  }
  throw new Error(`none of ${commands.join(", ")} is installed`);
}

/** `rows` notifications wait for the member. */
export async function stage({ browser, rows, sandbox: command, built, packed, project }) {
  const sandbox = await sandboxWith(command, rows);
  const { list, token } = sandbox;
  const server = await serve({ files: filesOf({ built, packed, project }), mock: mockWith(list), sandbox: sandbox.origin });
  const script = { source: beside("measure.js"), marks: marks(list) };
  const storage = [SESSION, [token.access_token, token.refresh_token, "member@example.com"].join("\n")];
  const url = (name) => `${server.origin}/${name}/`;

  return {
    rows,
    /** One visit, with what it downloaded of its own until the row was there, and in the second after it. */
    async start(name, line, events) {
      server.take();
      const { row, at, blocked } = await visit(browser, { url: url(name), line: LINES[line], script, storage, events });
      const own = server.take().filter(({ path, kind }) => kind === "file" && path !== "/portal.css");
      const bytes = (entries) => entries.reduce((sum, entry) => sum + entry.bytes, 0);
      return { row, blocked, bytes: bytes(own.filter((entry) => entry.at <= at)), later: bytes(own.filter((entry) => entry.at > at)) };
    },
    /** What a dismissal takes, and how many elements there are. */
    async dismiss(name) {
      const after = beside("dismiss.js");
      return (await visit(browser, { url: url(name), line: LINES.loopback, script, storage, after, argument: name })).after;
    },
    close() {
      server.close();
      sandbox.close();
    },
  };
}
