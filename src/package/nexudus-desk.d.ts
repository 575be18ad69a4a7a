// The desk's engine. Importing it defines the elements too.
export type * from "./nexudus-inbox.js";
