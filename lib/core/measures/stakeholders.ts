import type { Measure } from "./measure";
import { countOf, daysSince, yesIf } from "./shapes";

/** Who argues for us: contacts in force as champion, a count; nothing is 0. Source: contacts. */
export const activeChampions: Measure = {
  key: "active_champions",
  name: "Active champions",
  family: "stakeholders",
  unit: "count",
  direction: "higher",
  feed: "contacts",
  window: null,
  freshness: 35,
  definition: "Contacts in force today whose role is champion.",
  read: (slices) => countOf(slices, "active_champions"),
};

/** How many people we talk with: contacts with a two-way touchpoint within 90 days, a count; nothing is 0. Source:
 * contacts, touchpoints. */
export const engagedContacts: Measure = {
  key: "engaged_contacts",
  name: "Engaged contacts",
  family: "stakeholders",
  unit: "count",
  direction: "higher",
  feed: "contacts",
  alsoFeed: "touchpoints",
  window: null,
  freshness: 35,
  definition: "Contacts with whom there was a two-way touchpoint within the last 90 days.",
  read: (slices) => countOf(slices, "engaged_contacts"),
};

/** Whether those who decide are among them: distinct roles champion, sponsor, economic buyer among the engaged
 * contacts, 0–3. Source: contacts, touchpoints. */
export const buyingRoles: Measure = {
  key: "buying_roles",
  name: "Buying roles engaged",
  family: "stakeholders",
  unit: "count",
  direction: "higher",
  feed: "contacts",
  alsoFeed: "touchpoints",
  window: null,
  freshness: 35,
  definition:
    "How many of the roles champion, sponsor and economic buyer had a two-way touchpoint within the last 90 days.",
  read: (slices) => countOf(slices, "buying_roles"),
};

/** How widely we are known: distinct departments of the contacts in force, a count; nothing is 0. Source: contacts.
 * */
export const departmentsCovered: Measure = {
  key: "departments_covered",
  name: "Departments covered",
  family: "stakeholders",
  unit: "count",
  direction: "higher",
  feed: "contacts",
  window: null,
  freshness: 35,
  definition: "Different departments among the contacts in force today.",
  read: (slices) => countOf(slices, "departments"),
};

/** Whether all hangs on one person: yes with at most one engaged contact, else no, a level. Source: contacts,
 * touchpoints. */
export const singleThreaded: Measure = {
  key: "single_threaded",
  name: "Single-threaded",
  family: "stakeholders",
  unit: "level",
  direction: "level",
  feed: "contacts",
  alsoFeed: "touchpoints",
  window: null,
  freshness: 35,
  levels: ["no", "yes"],
  definition: "Yes where at most one contact had a two-way touchpoint within the last 90 days.",
  read: (slices) => yesIf(countOf(slices, "engaged_contacts"), (contacts) => contacts <= 1),
};

/** How fresh the latest loss is: as-of day − day the latest champion or sponsor left, in days; from customer_since
 * where none ever did. Source: contacts. */
export const daysSinceKeyContactLeft: Measure = {
  key: "days_since_key_contact_left",
  name: "Days since a champion or sponsor left",
  family: "stakeholders",
  unit: "days",
  direction: "higher",
  feed: "contacts",
  window: null,
  freshness: 35,
  sinceCustomer: true,
  definition: "Days since a champion or sponsor last left; since the start as a customer where none did.",
  read: (slices) => daysSince(slices, "last_key_left_day"),
};
