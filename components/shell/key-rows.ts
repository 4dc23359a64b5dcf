interface KeyRow {
  keys: string[];
  does: string;
  /** Only for those who may import. */
  forImports?: true;
}

const EVERYWHERE: KeyRow[] = [
  { keys: ["g", "t"], does: "Triage" },
  { keys: ["g", "a"], does: "Accounts" },
  { keys: ["g", "p"], does: "Portfolio" },
  { keys: ["g", "s"], does: "Scorecards" },
  { keys: ["g", "e"], does: "Divergences" },
  { keys: ["g", "l"], does: "Plans" },
  { keys: ["g", "r"], does: "Reviews" },
  { keys: ["g", "m"], does: "Model" },
  { keys: ["g", "v"], does: "Validation" },
  { keys: ["g", "f"], does: "Forecast" },
  { keys: ["g", "d"], does: "Data", forImports: true },
  { keys: ["g", "n"], does: "Inbox" },
  { keys: ["g", ","], does: "Settings" },
  { keys: ["Ctrl", "k"], does: "Find accounts, views and actions (also Ctrl j)" },
  { keys: ["/"], does: "Search in the page" },
  { keys: ["Ctrl", "z"], does: "Take back the last step" },
  { keys: ["Ctrl", "Shift", "z"], does: "Do it again" },
  { keys: ["Shift", "t"], does: "Change the theme" },
  { keys: ["F6"], does: "Go to the messages" },
  { keys: ["Esc"], does: "Close" },
  { keys: ["?"], does: "These keys" },
];

const WORK: KeyRow[] = [
  { keys: ["e"], does: "Done" },
  { keys: ["h"], does: "Snooze, then d, w, m or a date" },
  { keys: ["p"], does: "Plan" },
  { keys: ["n"], does: "Note" },
  { keys: ["s"], does: "Scorecard" },
  { keys: ["q"], does: "Ask for the scorecard" },
  { keys: ["a"], does: "Owner" },
  { keys: ["l"], does: "Log a review" },
  { keys: ["d"], does: "Decide about a red account" },
  { keys: ["c"], does: "Copy the account's address" },
];

const LIST: KeyRow[] = [
  { keys: ["j"], does: "Next row (also ↓ and ])" },
  { keys: ["k"], does: "Previous row (also ↑ and [)" },
  { keys: ["Space"], does: "Reasons beside the list" },
  { keys: ["Enter"], does: "Open (also o)" },
  { keys: ["x"], does: "Choose or let go of the row" },
  { keys: ["Shift", "j"], does: "Choose downwards (Shift k upwards)" },
  ...WORK,
];

const MOVING: KeyRow[] = [
  { keys: ["j"], does: "Next row (also ↓)" },
  { keys: ["k"], does: "Previous row (also ↑)" },
  { keys: ["Enter"], does: "Open the account (also o)" },
];

const BY_SCREEN: Record<string, { name: string; rows: KeyRow[] }> = {
  "/triage": { name: "Triage", rows: LIST },
  "/accounts": {
    name: "Accounts",
    rows: [...LIST, { keys: ["Ctrl", "a"], does: "Choose all matching" }, { keys: ["1", "…", "9"], does: "A view" }],
  },
  "/accounts/": {
    name: "Account",
    rows: [
      { keys: ["["], does: "The account before, on the list you came from" },
      { keys: ["]"], does: "The account after" },
      { keys: ["b"], does: "Call brief" },
      ...WORK,
    ],
  },
  "/portfolio/lists": {
    name: "Lists",
    rows: [
      ...MOVING,
      { keys: ["l"], does: "Log a review; on the audit list, sign the audit" },
      { keys: ["p"], does: "Plan" },
      { keys: ["w"], does: "Subscribe to the list, or no longer" },
    ],
  },
  "/portfolio/shift": { name: "Structural shift", rows: MOVING },
  "/portfolio": {
    name: "Portfolio",
    rows: [
      { keys: ["←"], does: "The quarter before (→ the one after)" },
      { keys: ["Shift", "c"], does: "Compare with the year before" },
      { keys: ["u"], does: "Accounts or ARR" },
      { keys: ["t"], does: "Charts or tables" },
      { keys: ["Tab"], does: "Into a chart; arrows move, Enter opens the accounts" },
    ],
  },
  "/plans": {
    name: "Plans",
    rows: [
      ...MOVING,
      { keys: ["Space"], does: "Reasons beside the list" },
      { keys: ["e"], does: "The step is done, then the next one" },
      { keys: ["h"], does: "Reschedule, then d, w, m or a date" },
      { keys: ["p"], does: "Change the plan" },
      { keys: ["v"], does: "Approve it or give it back" },
    ],
  },
  "/reviews": {
    name: "Reviews",
    rows: [
      ...MOVING,
      { keys: ["l"], does: "Log it as held" },
      { keys: ["p"], does: "Plan it for a day" },
      { keys: ["h"], does: "Reschedule what is planned" },
    ],
  },
  "/forecast": {
    name: "Forecast",
    rows: [
      ...MOVING,
      { keys: ["1"], does: "Call it commit" },
      { keys: ["2"], does: "Call it best case" },
      { keys: ["3"], does: "Call it at risk" },
      { keys: ["4"], does: "Call it lost" },
    ],
  },
  "/validation": {
    name: "Validation",
    rows: [
      { keys: ["j"], does: "Next section" },
      { keys: ["k"], does: "Previous section" },
    ],
  },
  "/divergences": {
    name: "Divergences",
    rows: [
      { keys: ["j"], does: "Next row (also ↓)" },
      { keys: ["k"], does: "Previous row (also ↑)" },
      { keys: ["Enter"], does: "Open (also o)" },
    ],
  },
  "/model/draft": {
    name: "Draft of the model",
    rows: [
      { keys: ["Ctrl", "z"], does: "Take back the last change" },
      { keys: ["Ctrl", "Shift", "z"], does: "Do it again" },
    ],
  },
  "/scorecards": {
    name: "Scorecards",
    rows: [
      { keys: ["↑", "↓", "←", "→"], does: "Into the grid from anywhere on the page; there, move" },
      { keys: ["1"], does: "Best answer, and on" },
      { keys: ["2"], does: "Middle answer, and on" },
      { keys: ["3"], does: "Worst answer, and on" },
      { keys: ["Enter"], does: "Confirm the row" },
      { keys: ["Ctrl", "Enter"], does: "Confirm all unchanged" },
      { keys: ["Ctrl", "Shift", "Enter"], does: "Confirm all answered; once they are, to Submit" },
      { keys: ["Shift", "↓"], does: "Select a range; 1 2 3 fill it" },
      { keys: ["Ctrl", "a"], does: "Select all answers" },
      { keys: ["Ctrl", "d"], does: "Fill down" },
      { keys: ["Ctrl", "c"], does: "Copy for a spreadsheet (Ctrl v pastes)" },
      { keys: ["Ctrl", "z"], does: "Take back (Ctrl Shift z brings again)" },
      { keys: ["n"], does: "Note" },
      { keys: ["r"], does: "Next reason that is asked for" },
      { keys: ["0"], does: "Clear" },
    ],
  },
};

/** The keys of the screen at an address, then those of every screen. */
export function keySections(pathname: string, mayImport: boolean): { name: string; rows: KeyRow[] }[] {
  const here = Object.entries(BY_SCREEN).find(
    ([path]) => pathname === path || (path !== "/accounts" && pathname.startsWith(path)),
  )?.[1];
  return [
    ...(here ? [here] : []),
    { name: "Everywhere", rows: EVERYWHERE.filter(({ forImports }) => mayImport || !forImports) },
  ];
}
