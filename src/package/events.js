// What the wrappers hand on, without the `nexudus-` before it.
export const events = ["ready", "count", "open", "close", "navigate", "dismiss", "create", "signed-out", "error"];
