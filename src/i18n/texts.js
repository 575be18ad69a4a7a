// What the inbox, the sign-in and the errors say, in English, and how texts, numbers and times are written in any language.
//
// An entry is a text or, where something is counted, one text for each plural category of the language. {0}, {1} … are values
// from Rust, {n} is the count. The desk's entries are in desk.js, other languages in lang/; scripts/texts.mjs compares all.

export const english = {
  inbox: "Notifications",
  inboxStaff: "Notifications of all customers",
  bell: "Notifications, {0}",
  waiting: { one: "{n}{0} waiting", other: "{n}{0} waiting" },
  refresh: "Refresh",
  signOut: "Sign out",
  loading: "Loading notifications …",
  empty: "Nothing is waiting for you.",
  emptyStaff: "No notification is waiting for any customer.",
  emptyHint: "New notifications will appear here.",
  arrivals: { one: "Show {n} new notification", other: "Show {n} new notifications" },
  retry: "Try again",
  showMore: "Show more",
  showAll: "Show all of it",
  noMessage: "(no text)",
  customerNumber: "Customer {0}",
  dismiss: "Dismiss",
  dismissNamed: "Dismiss: {0}",

  views: "Which notifications",
  viewWaiting: "Waiting",
  viewDismissed: "Dismissed",
  kind: "Kind",
  allKinds: "All kinds",
  familyBilling: "Billing",
  familyIdentity: "Identity",
  familyAccess: "Lockers",
  familyEvents: "Events and courses",
  familyCommunity: "Community",
  familyNews: "Blog",
  familySurveys: "Surveys",
  familyGeneral: "Notices",
  search: "Search",
  dismissAll: "Dismiss all",
  dismissGroup: "Dismiss these",
  dismissGroupNamed: "Dismiss these: {0}",
  needsAction: "Needs your action",
  notSentYet: "Not sent yet",
  noDate: "Without a date",
  new: "New",
  showFolded: { one: "Show {n} more about this", other: "Show {n} more about this" },
  nothingFound: "Nothing fits. Search for something else, or choose all kinds.",

  typeBlog: "Blog post",
  typeEvent: "Event",
  typeMessage: "Message",
  typeThread: "Thread",
  typeCourse: "Course",
  typeInvoice: "Invoice",
  typeIdentityFailed: "Identity check failed",
  typeIdentityPassed: "Identity check passed",
  typeNotice: "Notice",
  typeReplyLike: "Like of a reply",
  typeLocker: "Locker",
  typeSurvey: "Survey",
  typeThreadLike: "Like of a thread",

  signIn: "Sign in",
  signingIn: "Signing in …",
  signInLead: "Sign in to go on.",
  email: "E-mail",
  password: "Password",
  code: "One-time code",
  pageGivesNone: "This page has given no sign-in. Sign in to the page itself, then try again.",
  signedOut: "You are signed out here.",
  keptNowhere: "This page may not store anything: you stay signed in until you leave or reload it.",
};

// What nobody is told before something has happened. A release sends it with the rest of the wasm (scripts/later.mjs); whatever a first
// view says stands above, because to ask for one of these makes the page wait for the rest.
Object.assign(english, {
  showLess: "Show less",
  dismissed: { one: "Dismissed.", other: "Dismissed {n} notifications." },
  restored: { one: "The notification is back. {0}", other: "The notifications are back. {0}" },
  undo: "Undo",
  close: "Close",
  dismissAnyway: "Dismiss them anyway",
  stillNeeded: "These need an action from you.",
  kept: { one: "{n} that needs an action stays.", other: "{n} that need an action stay." },
  restore: "Bring back",
  restoreNamed: "Bring back: {0}",
  deletedMeanwhile: "This notification is no longer there. It must have been deleted meanwhile.",
  showFewer: { one: "Show only the newest", other: "Show only the newest" },
  emptyDismissed: "Nothing here has been dismissed.",
  emptyDismissedHint: "What you dismiss will appear here.",
  arrived: { one: "{n} new notification", other: "{n} new notifications" },
  sending: "Dismissed {0} of {1}",
  sendingMinutes: { one: "Dismissed {0} of {1}, about {n} minute left", other: "Dismissed {0} of {1}, about {n} minutes left" },
  paused: "Paused at {0} of {1}",
  pause: "Pause",
  resume: "Go on",
  cancel: "Cancel",
  unsent: { one: "{n} waiting to be sent", other: "{n} waiting to be sent" },
  wouldLose: {
    one: "{n} dismissal has not been sent yet and would be lost.",
    other: "{n} dismissals have not been sent yet and would be lost.",
  },
  signOutAnyway: "Sign out anyway",
  stay: "Stay",
  signInIncomplete: "Type your e-mail address and your password.",
  sessionEnded: "Your session has ended. Sign in again; nothing is lost.",
  signInRefused: "E-mail address or password is wrong. Check both and try again.",
  codeNeeded: "Your account is protected by a one-time code. Type it below.",
  codeWrong: "This one-time code is not right. Type the newest one.",
  passwordReset: "Your password has to be changed first. Change it where you sign in to the portal (“Forgot password”), then sign in here.",
  signInFailed: "Signing in is not possible: {0}.",
  signInOffline:
    "No answer came from {0}. Check your connection. Signing in may also be limited to the portal’s own address (CORS).",
  thisSite: "this site",

  noMember: "This account is no member’s account here, so it has no notifications. Sign in with another one.",
  notPermitted: "Your account is not allowed to do this. Ask an administrator for the role {0}.",
  refused: "Nexudus refused this without saying why. Check what was entered and try again.",
  refusedBecause: "Nexudus refused this: {0}",
  throttled: "Too many calls for now. Try again in {0} s.",
  sentNothing: "{0} sent an empty answer instead of data.",
  sentPage: "{0} sent a web page instead of data.",
  sentBroken: "{0} sent an answer that breaks off instead of data.",
  sentOther: "{0} sent {1} instead of data.",
  wrongAddress: "The address is probably wrong: the API is at spaces.nexudus.com or {space}.spaces.nexudus.com.",
  tryOrTell: "Try again; if it stays so, tell your administrator.",
  serverError: "Nexudus could not do this: error {0}. Try again in a moment.",
  offline:
    "No answer came. Check your connection and try again. If only this page has no connection, its address may not be allowed to use the API (CORS).",
  unknownShape: "The answer has an unknown form. Tell your administrator: expected {0}, received {1}.",
  pageRefused:
    "Nexudus does not accept the sign-in of this page. Sign in to the page itself again, then try again; if it stays so, tell your administrator.",
});

// Each language in use, once with each set of the page's own texts; an index into it is what Rust calls `Texts`.
const spoken = [];

/**
 * Adds a language to those in use and returns its index.
 * @param {string} language as Intl takes it
 * @param {object} table its texts; what is missing is said in English
 * @param {string} own the page's own texts as JSON, which come first
 */
export function addLanguage(language, table, own) {
  const known = spoken.findIndex((each) => each.language === language && each.table === table && each.own === own);
  return known < 0 ? spoken.push({ language, table, own, tables: [parse(own), table, english] }) - 1 : known;
}

function parse(own) {
  try {
    const texts = JSON.parse(own);
    if (texts && typeof texts === "object") return texts;
  } catch { /* said below */ }
  console.warn(`nexudus-inbox: texts="${own}" is not a JSON object; it is not used.`);
  return {};
}

export function languageOf(texts) {
  return spoken[texts].language;
}

/** A text with its values, which come in one string with U+001F between them. */
export function say(texts, key, values, count) {
  const table = spoken[texts].tables.find((table) => table[key] != null);
  const entry = table?.[key] ?? key;
  const text = entry.other ? entry[format(texts, Intl.PluralRules).select(count)] ?? entry.other : entry;
  const list = values.split("\u001f");
  return `${text}`.replace(/\{(\w)\}/g, (place, name) => (name === "n" ? decimal(texts, count) : list[name] ?? place));
}

// Intl objects are dear to make and few are needed: one of each for a language.
const formats = new Map();

export function format(texts, Kind, options) {
  const language = languageOf(texts);
  const key = Kind.name + language + Object.values(options ?? {});
  if (!formats.has(key)) formats.set(key, new Kind(language, options));
  return formats.get(key);
}

export function relativeTime(texts, value, unit) {
  return format(texts, Intl.RelativeTimeFormat, { numeric: "auto" }).format(value, unit);
}

export function absoluteTime(texts, milliseconds) {
  return format(texts, Intl.DateTimeFormat, { dateStyle: "full", timeStyle: "short" }).format(milliseconds);
}

/** The day of a time, which is so many days ago: "Today", "Yesterday", or the date. */
export function day(texts, milliseconds, ago) {
  const name = Math.abs(ago) < 2
    ? relativeTime(texts, -ago, "day")
    : format(texts, Intl.DateTimeFormat, { dateStyle: "full" }).format(milliseconds);
  return name.replace(/^./u, (letter) => letter.toLocaleUpperCase(languageOf(texts)));
}

export function decimal(texts, value) {
  return format(texts, Intl.NumberFormat).format(value);
}
