// Courier: one GraphQL address; counts are asked for under names of the client's own choice.
const message = ({ Id, Message, CreatedOn }) => ({
  messageId: String(Id), title: Message, preview: "", created: CreatedOn, opened: CreatedOn, data: {}, tags: [], trackingIds: {}, actions: [],
});

export default (path, body, list) => {
  if (path !== "/q") return undefined;
  const query = JSON.parse(body).query;
  const shown = /archived: true/.test(query) && /GetInboxMessages/.test(query) ? [] : list;
  const counts = Object.fromEntries([...query.matchAll(/(\w+): count\(/g)].map(([, name]) => [name, shown.length]));
  const messages = { totalCount: shown.length, pageInfo: { startCursor: null, hasNextPage: false }, nodes: shown.map(message) };
  return { data: { ...counts, messages } };
};
