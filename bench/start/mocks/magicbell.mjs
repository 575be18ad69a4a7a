// MagicBell: the list, and a token for its socket. Its back end escapes what it puts into markup.
import { markup } from "./text.mjs";

const notification = ({ Id, Message, CreatedOn }) => ({
  id: String(Id), title: markup(Message).slice(0, 255) || " ", user_id: "member", created_at: CreatedOn, updated_at: CreatedOn,
  sent_at: CreatedOn, seen_at: CreatedOn, read_at: null, archived_at: null, discarded_at: null,
});

export default (path, body, list) => {
  if (path === "/notifications") return { data: list.map(notification), links: { first: "", next: null, prev: null } };
  return path.startsWith("/") ? { token: "n".repeat(64), connection_id: "none", created_at: "", updated_at: "" } : undefined;
};
