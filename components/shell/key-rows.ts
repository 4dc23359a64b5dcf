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
  { keys: ["g", "d"], does: "Data", forImports: true },
  { keys: ["g", "n"], does: "Inbox" },
  { keys: ["g", ","], does: "Settings" },
  { keys: ["/"], does: "Search in the page" },
  { keys: ["Shift", "t"], does: "Change the theme" },
  { keys: ["F6"], does: "Go to the messages" },
  { keys: ["Esc"], does: "Close" },
  { keys: ["?"], does: "These keys" },
];

const BY_SCREEN: Record<string, { name: string; rows: KeyRow[] }> = {
  "/triage": {
    name: "Triage",
    rows: [
      { keys: ["j"], does: "Next account (also ↓)" },
      { keys: ["k"], does: "Previous account (also ↑)" },
      { keys: ["Space"], does: "Peek" },
      { keys: ["Enter"], does: "Open (also o)" },
    ],
  },
  "/inbox": {
    name: "Inbox",
    rows: [
      { keys: ["j"], does: "Next notice (also ↓)" },
      { keys: ["k"], does: "Previous notice (also ↑)" },
      { keys: ["Enter"], does: "Open (also o)" },
      { keys: ["e"], does: "Read, or unread again" },
    ],
  },
  "/scorecards": {
    name: "Scorecards",
    rows: [
      { keys: ["↑", "↓", "←", "→"], does: "Move" },
      { keys: ["1"], does: "Best answer, and on" },
      { keys: ["2"], does: "Middle answer, and on" },
      { keys: ["3"], does: "Worst answer, and on" },
      { keys: ["Enter"], does: "Confirm the row" },
      { keys: ["Ctrl", "Enter"], does: "Confirm all unchanged" },
      { keys: ["n"], does: "Note" },
      { keys: ["0"], does: "Clear" },
    ],
  },
};

/** The keys of the screen at an address, then those of every screen. */
export function keySections(pathname: string, mayImport: boolean): { name: string; rows: KeyRow[] }[] {
  const here = Object.entries(BY_SCREEN).find(([path]) => pathname.startsWith(path))?.[1];
  return [
    ...(here ? [here] : []),
    { name: "Everywhere", rows: EVERYWHERE.filter(({ forImports }) => mayImport || !forImports) },
  ];
}
