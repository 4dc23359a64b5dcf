/** Every address of the app. Query values that are absent or empty are left out; order is that of the object. */
type Query = Readonly<Record<string, string | number | null | undefined>>;

function at(path: string, query: Query = {}): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value)).replaceAll("%2C", ",")}`);
  return parts.length > 0 ? `${path}?${parts.join("&")}` : path;
}

export const paths = {
  home: () => "/",
  triage: (query?: Query) => at("/triage", query),
  accounts: (query?: Query) => at("/accounts", query),
  bookRows: (query?: Query) => at("/api/accounts/rows", query),
  bookTargets: (query?: Query) => at("/api/accounts/targets", query),
  bookFacets: () => "/api/accounts/facets",
  account: (slug: string, query?: Query) => at(`/accounts/${encodeURIComponent(slug)}`, query),
  brief: (slug: string, query?: Query) => at(`/accounts/${encodeURIComponent(slug)}/brief`, query),
  printAccount: (slug: string) => `/print/accounts/${encodeURIComponent(slug)}`,
  customerReview: (slug: string, query?: Query) => at(`/print/review/${encodeURIComponent(slug)}`, query),
  portfolio: (query?: Query) => at("/portfolio", query),
  migration: (query?: Query) => at("/portfolio/migration", query),
  portfolioAccounts: (query?: Query) => at("/portfolio/accounts", query),
  books: (query?: Query) => at("/portfolio/books", query),
  handOver: (personId: number) => `/print/hand-over/${personId}`,
  scorecards: (query?: Query) => at("/scorecards", query),
  divergences: (query?: Query) => at("/divergences", query),
  divergence: (id: number) => `/divergences/${id}`,
  whoWasRight: (query?: Query) => at("/divergences/record", query),
  plans: (query?: Query) => at("/plans", query),
  effect: (query?: Query) => at("/plans/effect", query),
  reviews: (query?: Query) => at("/reviews", query),
  planDraft: (slug: string) => `/api/accounts/${encodeURIComponent(slug)}/plan`,
  decisionDraft: (slug: string) => `/api/accounts/${encodeURIComponent(slug)}/decision`,
  calendar: (token: string) => `/ical/${token}.ics`,
  inbox: (query?: Query) => at("/inbox", query),
  settings: () => "/settings",
  notificationSettings: () => "/settings/notifications",
  people: () => "/settings/people",
  playbooks: (query?: Query) => at("/settings/playbooks", query),
  cardRules: () => "/settings/scorecards",
  cardRulesEffect: (query?: Query) => at("/api/scorecards/effect", query),
  ranking: () => "/settings/ranking",
  developers: () => "/developers",
  keyboard: () => "/settings/keyboard",
  palette: (q: string) => at("/api/palette", { q }),
  ownAccount: () => "/settings/account",
  data: () => "/data",
  source: (id: number, query?: Query) => at(`/data/sources/${id}`, query),
  newSource: (kind: string) => at("/data/sources/new", { kind }),
  newImport: () => "/data/import/new",
  importSession: (sessionId: number, query?: Query) => at(`/data/import/${sessionId}`, query),
  importUpload: (sessionId: number, query: Query) => at(`/api/imports/${sessionId}/files`, query),
  importErrors: (importId: number) => `/api/imports/errors/${importId}`,
  exported: (list: string, query?: Query) => at(`/api/export/${list}`, query),
  signIn: (query?: Query) => at("/sign-in", query),
  link: (token: string) => `/link/${encodeURIComponent(token)}`,
} as const;
