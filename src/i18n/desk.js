// What the desk says besides, in English. A page with an inbox alone never fetches it.

import { english, format } from "./texts.js";

export const desk = {
  desk: "Staff desk",
  compose: "Write a notification",
  customer: "Customer",
  message: "Message",
  messageHint: "Shown as plain text, just as typed.",
  type: "Type",
  typeHint: "Choose one, or type any other that your portal knows.",
  entity: "Entity",
  entityHint: "The number of what it is about: the post, invoice, event or thread (EntityId).",
  createDismissed: "Create it as dismissed",
  create: "Create notification",
  creating: "Creating …",
  createAnother: "Create another one",
  reminders: "Record a reminder",
  remindersLead: "Recording sends nothing. It notes that a customer was reminded, so that nobody is reminded twice.",
  reminder: "Reminder",
  record: "Record reminder",
  recording: "Recording …",
  recordAgain: "Record it once more",
  leaveIt: "Leave it",

  required: "Fill this in.",
  notInteger: "Type a whole number, such as 1042.",
  tooLarge: "This number is too large: at most 9223372036854775807.",
  unsupported: "This Nexudus does not offer this to your account. If it should, ask an administrator for the role {0}.",
  created: "Notification {0} was created.",
  createdUnnumbered: "The notification was created.",
  recorded: "Entry {0} was added to the log of reminders.",
  recordedUnnumbered: "The entry was added to the log of reminders.",
  foundAfterAll: "The answer was lost on the way, but it did arrive, as number {0}. Nothing was sent twice.",
  repeated:
    "The connection broke and the browser sent it again by itself: it is there as numbers {0}. Look at the list and remove all but one.",
  repeatedMended:
    "The connection broke and the browser sent it again by itself: it is there as numbers {0}. All but the first have been dismissed, so the customer sees it once.",
  notArrived: "The answer was lost on the way. We looked: it did not arrive. You can send it again.",
  arrivalUnknown:
    "The answer was lost on the way, and whether it arrived could not be looked up. Look at the list before you send it again. {0}",
  sameExists: "This customer already has the same notification (number {0}). Create another one?",
  remindedBefore: {
    one: "{0} was sent {1} already: once. Record it once more?",
    other: "{0} was sent {1} already: {n} times. Record it once more?",
  },
  remindedBeforeOn: {
    one: "{0} was sent {1} already: once, last on {2}. Record it once more?",
    other: "{0} was sent {1} already: {n} times, last on {2}. Record it once more?",
  },
  thisCustomer: "This customer",
  thisReminder: "this reminder",
  pageWrite: "Write",
  pageReminders: "Reminders",
  findCustomer: "Name, e-mail address or number (CoworkerId).",
  findReminder: "Name or number (ReminderId).",
  searching: "Searching …",
  noChoices: "Nothing was found. A number is taken as it is.",
  choices: {
    one: "{n} found.",
    other: "{n} found.",
  },
  numbered: "number {0}",
  inactive: "not active",
  maySearchNot: "This account may not search here: it needs the role {0}. Type the number instead.",
  chooseOne: "Choose one from the list, or type the number.",

  earlierLooking: "Looking for earlier entries …",
  earlierNone: "There is no earlier entry for this customer and this reminder.",
  earlierSome: {
    one: "There is an earlier entry for this customer and this reminder:",
    other: "There are {n} earlier entries for this customer and this reminder, the newest ones first:",
  },
  mayNotLookEarlier: "Earlier entries cannot be shown: that takes the role {0}.",
  blockingNone: "This reminder has no blocking period.",
  blockingPeriod: "This reminder is not repeated within {0}.",
  blockingOver: "The last entry is older than that.",
  blockingUntil: "The last entry is within that time, which ends on {0}.",
  mayNotReadReminder: "How soon this reminder may be repeated cannot be shown: that takes the role {0}.",
  log: "Log of reminders",
  logLead: "Which reminders customers have had, when, and who recorded it.",
  logWhen: "Recorded",
  logBy: "By",
  logFrom: "From",
  logTo: "To",
  logFilter: "Filter",
  logAll: "Show all",
  logLoading: "Loading the log …",
  logEmpty: "No reminder has been recorded yet.",
  logNoneFits: "No entry fits these filters.",
  logRange: "{0} to {1} of {2}",
  logLeftOut: {
    one: "Nexudus did not apply all filters. Of this page {n} entry was left out, because it does not fit.",
    other: "Nexudus did not apply all filters. Of this page {n} entries were left out, because they do not fit.",
  },
  logOwnOrder: "Nexudus has sorted the whole log in another way: this order is that of the page alone.",
  logPrevious: "Previous page",
  logNext: "Next page",
  logCsv: "Download CSV",
  logFile: "reminders.csv",
  logNoDate: "Choose a day of the calendar.",
  logBackwards: "The last day comes before the first.",
  mayNotReadLog: "Your account may not see the log of reminders. Ask an administrator for the role {0}.",
  preview: "What the customer will see",
  characters: {
    one: "{n} character",
    other: "{n} characters",
  },
  entityBlog: "The number of the blog post it is about (EntityId).",
  entityEvent: "The number of the event it is about (EntityId).",
  entityCourse: "The number of the course it is about (EntityId).",
  entityThread: "The number of the thread or message it is about (EntityId).",
  entityInvoice: "The number of the invoice it is about (EntityId).",
  entityIdentity: "The number of the identity check it is about (EntityId).",
  entityLocker: "The number of the locker it is about (EntityId).",
  entitySurvey: "The number of the survey it is about (EntityId).",
};

/** Date and time, short enough for a table. */
export function moment(texts, milliseconds) {
  return format(texts, Intl.DateTimeFormat, { dateStyle: "medium", timeStyle: "short" }).format(milliseconds);
}

/** "2 days". */
export function duration(texts, value, unit) {
  return format(texts, Intl.NumberFormat, { style: "unit", unit, unitDisplay: "long" }).format(value);
}

/** Puts them beside the rest. To run it again does no harm. */
export function addDeskTexts() {
  Object.assign(english, desk);
}
