// One server for every page: static files as a real host sends them (brotli, cacheable), the mocked back ends, and the sandbox
// behind the same address. So compression and latency are the same for all.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { extname } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Static files get the best compression, since it is done once; answers what a server has time for. */
export const brotli = (body, quality = 11) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 22 } });

/**
 * Serves until `close`. `files` maps a path to a file's name or to `{ text, type }`; `mock(path, body)` answers with an object, or with
 * nothing where it has no answer; everything else goes to the sandbox.
 */
export async function serve({ files, mock, sandbox }) {
  const ready = packing(files);
  const log = [];

  const send = (response, path, kind, status, type, body) => {
    log.push({ path, kind, bytes: body.length, at: Date.now() });
    response.writeHead(status, {
      "content-type": type,
      "content-encoding": "br",
      "content-length": body.length,
      "cache-control": kind === "file" ? "public, max-age=31536000, immutable" : "no-store",
    });
    response.end(body);
  };
  const forward = (asked, response, body) => {
    const headers = { ...asked.headers, host: new URL(sandbox).host, "accept-encoding": "identity" };
    const onward = request(new URL(asked.url, sandbox), { method: asked.method, headers }, async (answer) => {
      const parts = await gather(answer);
      send(response, asked.url, "answer", answer.statusCode, answer.headers["content-type"] ?? TYPES[".json"], brotli(parts, 5));
    });
    onward.on("error", (why) => response.destroy(why));
    onward.end(body);
  };

  const server = createServer(async (asked, response) => {
    const path = asked.url.split("?")[0];
    if (files.has(path)) {
      const { body, type } = ready(path);
      send(response, path, type === TYPES[".html"] ? "page" : "file", 200, type, body);
      return;
    }
    const body = await gather(asked);
    const answer = mock(asked.url, body.toString());
    if (answer) send(response, path, "answer", 200, TYPES[".json"], brotli(JSON.stringify(answer), 5));
    else forward(asked, response, body);
  });
  server.on("upgrade", stayOpen);
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  for (const path of files.keys()) ready(path);

  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** What was asked for since the last call: path, kind (`page`, `file`, `answer`), bytes as sent, and when. */
    take: () => log.splice(0),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function gather(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** What is sent of each file; packed once, when it is first wanted. */
function packing(files) {
  const packed = new Map();
  return (path) => {
    if (!packed.has(path)) {
      const file = files.get(path);
      const [body, ending] = typeof file === "string" ? [readFileSync(file), extname(file)] : [Buffer.from(file.text), file.type];
      packed.set(path, { body: brotli(body), type: TYPES[ending] });
    }
    return packed.get(path);
  };
}

/** Sockets for news open and stay silent, as on a quiet day. A refusal would have their owners try again and again. */
function stayOpen(asked, socket) {
  const key = `${asked.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash("sha1").update(key).digest("base64");
  const protocol = asked.headers["sec-websocket-protocol"];
  const lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade", `Sec-WebSocket-Accept: ${accept}`];
  if (protocol) lines.push(`Sec-WebSocket-Protocol: ${protocol.split(",")[0]}`);
  socket.on("error", () => socket.destroy());
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
}
