// Who is measured: what stands in the page for each, and where its files come from. One page shape for all of them.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { chunksOf } from "./build.mjs";
import courier from "./mocks/courier.mjs";
import knock from "./mocks/knock.mjs";
import magicbell from "./mocks/magicbell.mjs";
import novu from "./mocks/novu.mjs";

/** The floor and the others have `mount`; `mock` answers below `/NAME/api`, or at the root where a client takes no path. */
export const CONTENDERS = [
  { name: "nexudus", title: "nexudus-inbox", mount: '<nexudus-inbox audience="member" portal-url=""></nexudus-inbox>' },
  { name: "floor", title: "by hand, no framework", mount: '<ul id="inbox"></ul>' },
  { name: "courier", title: "Courier", mount: '<courier-inbox id="inbox" height="600px"></courier-inbox>', mock: courier },
  { name: "magicbell", title: "MagicBell (React)", mount: '<div id="inbox"></div>', mock: magicbell },
  { name: "novu", title: "Novu", mount: '<div id="inbox" class="bounded"></div>', mock: novu },
  { name: "knock", title: "Knock (React)", mount: '<div id="inbox" class="bounded"></div>', mock: knock, atRoot: true },
];

/** The one place for what an operator's page says of our package: the module, what it will import at once, and its wasm. */
export function ourHead(names) {
  const first = names.filter((name) => /^(nexudus-)?inbox\.(js|wasm)$/.test(name));
  return first
    .map((name) =>
      name.endsWith(".js")
        ? `<link rel="modulepreload" href="${name}">`
        : `<link rel="preload" href="${name}" as="fetch" type="application/wasm" crossorigin>`,
    )
    .concat('<script type="module" src="nexudus-inbox.js"></script>');
}

const theirHead = (name, names, chunks) => [
  ...names.filter((file) => file.endsWith(".css")).map((file) => `<link rel="stylesheet" href="${file}">`),
  ...chunks.map((file) => `<link rel="modulepreload" href="${file}">`),
  `<script type="module" src="${name}.js"></script>`,
];

/** A member's portal with one thing in its main column. */
const page = (head, mount) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Members’ portal</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/portal.css">
    ${head.join("\n    ")}
  </head>
  <body>
    <header class="portal-bar"><a class="brand" href="#">Members’ portal</a></header>
    <main>
      <div class="columns">
        ${mount}
        <div class="cards">
          <article><h2>Your plan</h2><p>Hot desk, unlimited days</p></article>
          <article><h2>Next booking</h2><p>Meeting room 2, tomorrow at 10:00</p></article>
          <article><h2>Deliveries</h2><p>Nothing to collect</p></article>
        </div>
      </div>
    </main>
  </body>
</html>
`;

/** Every path that is served: the pages, what was built for the others in `built`, and our package as it lies in `packed`. */
export function filesOf({ built, packed, project }) {
  // The main column is as high as a list wants to be; those that scroll by themselves are told how high.
  const css = `${readFileSync(join(project, "style/portal.css"), "utf8")}\n.bounded { height: 600px; }\n`;
  const files = new Map([["/portal.css", { text: css, type: ".css" }]]);
  for (const { name, mount } of CONTENDERS) {
    const [folder, names] = name === "nexudus" ? [packed, ourFiles(packed)] : [join(built, name), readdirSync(join(built, name))];
    for (const file of names) files.set(`/${name}/${file}`, join(folder, file));
    const head = name === "nexudus" ? ourHead(names) : theirHead(name, names, chunksOf(built, name));
    files.set(`/${name}/`, { text: page(head, mount), type: ".html" });
  }
  return files;
}

const ourFiles = (packed) => readdirSync(packed).filter((name) => /\.(js|wasm)$/.test(name) && !/desk/.test(name));

/** Answers for all the mocked back ends; nothing for what belongs to the sandbox. */
export const mockWith = (list) => (url, body) => {
  const path = url.split("?")[0];
  for (const { name, mock, atRoot } of CONTENDERS) {
    const prefix = atRoot ? "" : `/${name}/api`;
    if (mock && path.startsWith(`${prefix}/`) && (!atRoot || path.startsWith("/v1/"))) {
      return mock(path.slice(prefix.length), body, list);
    }
  }
  return undefined;
};
