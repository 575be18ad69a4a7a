// Novu: a session first, then counts and the list.
const notification = ({ Id, Message, CreatedOn }) => ({
  id: String(Id), transactionId: String(Id), body: Message, to: { subscriberId: "member" }, isRead: false, isSeen: true,
  isArchived: false, isSnoozed: false, createdAt: CreatedOn, channelType: "in_app", severity: "none", tags: [], data: {},
});
const SESSION = {
  token: "none", totalUnreadCount: 25, unreadCount: { total: 25, severity: { high: 0, medium: 0, low: 0, none: 25 } },
  removeNovuBranding: true, isDevelopmentMode: false, maxSnoozeDurationHours: 0,
};

export default (path, body, list) => {
  if (path === "/v1/inbox/session") return { data: SESSION };
  if (path === "/v1/inbox/notifications/count") return { data: [{ count: list.length, filter: {} }] };
  if (path === "/v1/inbox/notifications") return { data: list.map(notification), hasMore: false, filter: {} };
  return path.startsWith("/v1/inbox/") ? { data: body ? { ...notification(list[0]), isArchived: true } : [] } : undefined;
};
