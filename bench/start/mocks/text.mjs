const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A message as text inside markup. */
export const markup = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);

/** What gives a row away in a page: the beginnings of the messages that look the same as text and as markup. */
export const marks = (list) => {
  const starts = list.map(({ Message }) => Message.split(/[^\p{L}\p{N} ,.:]/u)[0].trim().slice(0, 40));
  return [...new Set(starts.filter((start) => start.length > 11))].slice(0, 25);
};
