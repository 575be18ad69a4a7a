// Knock: the user, the feed's settings, and the feed. Its back end escapes what it puts into markup.
import { markup } from "./text.mjs";

const entry = ({ Id, Message, CreatedOn }) => ({
  __cursor: String(Id), id: String(Id), actors: [], data: {}, tenant: null, total_actors: 0,
  blocks: [{ name: "body", type: "markdown", content: Message, rendered: `<p>${markup(Message)}</p>` }],
  inserted_at: CreatedOn, updated_at: CreatedOn, read_at: null, seen_at: CreatedOn, clicked_at: null, interacted_at: null,
  link_clicked_at: null, archived_at: null, source: { key: "portal", version_id: "1", categories: [] },
});

export default (path, body, list) => {
  if (/^\/v1\/users\/[^/]+\/feeds\/[^/]+\/settings$/.test(path)) return { features: { branding_required: false } };
  if (/^\/v1\/users\/[^/]+\/feeds\/[^/]+$/.test(path)) {
    return {
      entries: list.map(entry),
      meta: { total_count: list.length, unread_count: list.length, unseen_count: 0 },
      page_info: { after: null, before: null, page_size: 50 },
    };
  }
  return path.startsWith("/v1/") ? { id: "member" } : undefined;
};
