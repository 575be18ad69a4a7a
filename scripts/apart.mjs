// A proxy on a free port, which it prints: every request goes out on a connection of its own, which ends with the answer.
import { createServer, request } from "node:http";

const proxy = createServer((asked, answer) => {
  const onward = request(asked.url, { method: asked.method, headers: { ...asked.headers, connection: "close" }, agent: false });
  onward.on("response", (got) => {
    answer.writeHead(got.statusCode, got.headers);
    got.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  asked.pipe(onward);
});
proxy.listen(0, "127.0.0.1", () => process.stdout.write(`${proxy.address().port}\n`));

// It ends with whoever started it, also when that was killed.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(), 500);
