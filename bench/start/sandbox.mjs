// The stand-in for Nexudus with a given number of notifications waiting for the member, and a token for that member.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** About this share of the sample's notifications waits for the member. */
const SHARE = 0.29;
const TRIES = 40;
/** The sample's size that has been found for a number of waiting ones. */
const sizes = new Map();

/** Starts `command` with a sample in which exactly `waiting` notifications wait for the member. */
export async function sandboxWith(command, waiting) {
  let notifications = sizes.get(waiting) ?? Math.round(waiting / SHARE);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const sandbox = await begin(command, notifications);
    const missing = waiting - sandbox.list.length;
    if (missing === 0) {
      sizes.set(waiting, notifications);
      return sandbox;
    }
    sandbox.close();
    // By leaps while far away, then one by one: a larger sample begins like a smaller one.
    notifications += Math.abs(missing) > 5 ? Math.round(missing / SHARE) : Math.sign(missing);
  }
  throw new Error(`the sandbox has no sample in which ${waiting} notifications wait for the member`);
}

async function begin(command, notifications) {
  const child = spawn(command, ["--listen", "127.0.0.1:0", "--notifications", String(notifications)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const close = () => child.kill();
  try {
    const origin = await address(child);
    const form = new URLSearchParams({ grant_type: "password", username: "member@example.com", password: "member" });
    const token = await (await fetch(`${origin}/api/token`, { method: "POST", body: form })).json();
    const headers = { authorization: `Bearer ${token.access_token}`, accept: "application/json" };
    const list = await (await fetch(`${origin}/en/coworker/notifications`, { headers })).json();
    return { origin, token, list, close };
  } catch (why) {
    close();
    throw why;
  }
}

async function address(child) {
  const gone = once(child, "exit").then(([code]) => Promise.reject(new Error(`the sandbox ended with ${code}`)));
  gone.catch(() => {});
  const spoken = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const found = line.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) return found[0];
    }
    throw new Error("the sandbox did not say where it listens");
  })();
  const origin = await Promise.race([spoken, gone]);
  child.stdout.resume();
  return origin;
}
