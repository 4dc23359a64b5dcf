import type { Ctx } from "@/lib/server/context";

export type Query = (ctx: Ctx, ...rest: unknown[]) => Promise<unknown>;
export const [TODAY, BEFORE] = ["2026-11-30", "2026-10-30"];
const MONTH = "2026-11";
/** What only the foreign account is called. */
export const SECRET = "S3cretForeign";
const all = { book: "all" };

/** Every query that takes part in reading accounts, asked for the foreign account or for everything. */
export const ASKS: Record<string, (ask: Query, ctx: Ctx, foreign: number) => Promise<unknown>> = {
  countBook: (ask, ctx) => ask(ctx, { ...all, q: "" }),
  countPortfolioAccounts: (ask, ctx) => ask(ctx, all),
  countTriage: (ask, ctx) => ask(ctx, all),
  findCases: (ask, ctx, id) => ask(ctx, id),
  listAlike: (ask, ctx, id) => ask(ctx, id),
  findCustomerReview: (ask, ctx) => ask(ctx, SECRET.toLowerCase(), 12),
  findBriefFacts: (ask, ctx, id) => ask(ctx, id, BEFORE),
  findLastContact: (ask, ctx, id) => ask(ctx, id),
  findAccount: (ask, ctx) => ask(ctx, SECRET.toLowerCase()),
  findAccountRecord: (ask, ctx) => ask(ctx, SECRET.toLowerCase()),
  findScorecard: (ask, ctx, id) => ask(ctx, id, "2026-10"),
  listAccountIds: (ask, ctx) => ask(ctx, [SECRET.toLowerCase()]),
  listAccounts: (ask, ctx) => ask(ctx, all, { sort: { by: "name", descending: false }, after: null, limit: 9 }),
  countDivergences: async (ask, ctx) => {
    const { open, openArrCents } = (await ask(ctx, "all")) as { open: number; openArrCents: number };
    return { open, sum: openArrCents };
  },
  findDivergence: (ask, ctx) => ask(ctx, 1),
  listDivergenceRows: (ask, ctx) => ask(ctx, { ...all, state: "open" }),
  getValidationSummary: (ask, ctx) => ask(ctx, { horizon: 10, smallDownsells: true, unavoidable: true }),
  listDecisionsBefore: (ask, ctx) => ask(ctx, { horizon: 10, version: 1 }),
  getLossEvidence: (ask, ctx) => ask(ctx, 1),
  listWatched: (ask, ctx) => ask({ ...ctx, today: "2027-06-01" }),
  listDecided: (ask, ctx) => ask(ctx),
  getValidations: (ask, ctx) => ask(ctx, { horizons: [10], version: 1, smallDownsells: true, unavoidable: true }),
  // The foreign account has the only decision: one more than one is two.
  listHorizons: async (ask, ctx) => {
    const asked = { version: 1, before: "decided", smallDownsells: true, unavoidable: true };
    const [row] = (await ask(ctx, asked)) as { waiting: number }[];
    return { accounts: 1 + (row?.waiting ?? 0) };
  },
  listQuadrant: (ask, ctx) => ask(ctx, "all"),
  listDivergences: (ask, ctx) => ask(ctx, {}, { after: null, limit: 9 }),
  listOutcomes: (ask, ctx) => ask(ctx, {}, { after: null, limit: 9 }),
  findAccountReplay: (ask, ctx, id) => ask(ctx, id, { from: BEFORE, to: TODAY }),
  listVersionMoves: (ask, ctx) => ask(ctx, 1, 1),
  findOpenDivergence: (ask, ctx, id) => ask(ctx, id),
  findOpenPlaybook: (ask, ctx, id) => ask(ctx, id),
  findPeek: (ask, ctx) => ask(ctx, SECRET.toLowerCase()),
  getAccountWork: (ask, ctx, id) => ask(ctx, id),
  getChange: (ask, ctx, id) => ask(ctx, id, BEFORE, TODAY),
  getDecomposition: (ask, ctx, id) => ask(ctx, id),
  getReachFacts: (ask, ctx, id) => ask(ctx, id, { asOf: TODAY, definition: { measures: [] } }),
  getStanding: (ask, ctx) => ask(ctx, all),
  getBookChange: (ask, ctx) => ask(ctx, all, BEFORE, TODAY),
  listAccountNames: async (ask, ctx, id) => [...((await ask(ctx, [id])) as Map<number, unknown>)],
  getShift: (ask, ctx) => ask(ctx, all, { first: "2026-11-01", last: TODAY, before: "2026-10-31" }),
  getPast: (ask, ctx) => ask(ctx, all, { from: BEFORE, to: TODAY }),
  getShiftReasons: (ask, ctx) => ask(ctx, all, { start: BEFORE, end: TODAY }),
  listMembers: (ask, ctx) =>
    Promise.all(["unconfirmed", "renewals", "red", "expansion"].map((list) => ask(ctx, list, all, 9))),
  listMemberIds: async (ask, ctx) =>
    ((await ask(ctx, "renewals", all)) as number[]).map((accountId) => ({ accountId, list: "renewals" })),
  countMembers: (ask, ctx) => ask(ctx, "unconfirmed", all),
  listAccountRows: (ask, ctx) => ask(ctx),
  listBook: (ask, ctx) => ask(ctx, all, { sort: { by: "name", descending: false } }),
  listBookGroups: (ask, ctx) => ask(ctx, all, "band"),
  listBookTargets: (ask, ctx) => ask(ctx, all, 9),
  listBandsOverTime: (ask, ctx) => ask(ctx, { ...all, counted: null }, [TODAY]),
  listCardExpiries: (ask, ctx, id) => ask(ctx, [id]),
  listCardFacts: (ask, ctx, id) => ask(ctx, [id], TODAY),
  listCardContexts: (ask, ctx, id) => ask(ctx, [id], MONTH),
  countUnread: async (ask, ctx) => ((await ask(ctx)) === 0 ? [] : SECRET),
  listInbox: (ask, ctx) => ask(ctx, { unread: false, after: null }),
  listChildren: (ask, ctx, id) => ask(ctx, id),
  listContacts: (ask, ctx, id) => ask(ctx, id),
  listExternalIds: (ask, ctx, id) => ask(ctx, [id]),
  listCauses: (ask, ctx) => ask(ctx, all, { from: "2026-01-01", to: TODAY }),
  listHeldAccounts: (ask, ctx) => ask(ctx, all),
  listHealthHistory: (ask, ctx, id) => ask(ctx, id, { from: BEFORE, to: TODAY }),
  listMarkers: (ask, ctx, id) => ask(ctx, id, { from: "2026-01-01", to: "2026-11-30" }),
  listMigration: (ask, ctx) => ask(ctx, all, BEFORE, TODAY),
  listPortfolioAccounts: (ask, ctx) => ask(ctx, all),
  listScorecardGrid: (ask, ctx) => ask(ctx, MONTH, "all"),
  listScorecardHistory: (ask, ctx, id) => ask(ctx, id),
  listShownHealth: (ask, ctx, id) => ask(ctx, [id]),
  listSignalSeries: (ask, ctx, id) => ask(ctx, id),
  getStandingOn: (ask, ctx) => ask(ctx, all, BEFORE),
  getRenewalBasis: (ask, ctx) => ask(ctx),
  getForecast: (ask, ctx) => ask(ctx, { book: "all", segment: null }, "12m"),
  listRenewalsAhead: (ask, ctx) => ask(ctx, all, { from: "2020-01-01", to: "2030-01-01" }),
  listDecidedContracts: (ask, ctx) => ask(ctx, { from: "2020-01-01", to: TODAY }),
  listCalledOutcomes: (ask, ctx) => ask(ctx),
  listHealthAverages: (ask, ctx) => ask(ctx, all, [BEFORE]),
  listRenewals: (ask, ctx) => ask(ctx, all, "2020-01-01", "2030-01-01"),
  listMeasureSums: (ask, ctx) => ask(ctx, all, "csm"),
  listCsmStandings: (ask, ctx) => ask(ctx, all),
  listDraws: (ask, ctx) => ask(ctx, all),
  listStays: (ask, ctx) => ask(ctx, all, { from: "2026-10-10", to: TODAY }),
  listTriage: (ask, ctx) => ask(ctx, all),
  getHandOver: (ask, ctx) => Promise.all([1, 2, 3].map((personId) => ask(ctx, personId))),
  countPlans: (ask, ctx) => ask(ctx, all),
  listPlans: (ask, ctx) => ask(ctx, all),
  findPlanDraft: (ask, ctx) => ask(ctx, SECRET.toLowerCase()),
  findDecisionDraft: (ask, ctx) => ask(ctx, SECRET.toLowerCase()),
  listDecisions: (ask, ctx, id) => ask(ctx, id),
  listAgenda: (ask, ctx) => ask(ctx, { ...all, from: null, until: "2027-12-31" }),
  listHeldReviews: (ask, ctx) => ask(ctx, { ...all, from: BEFORE, until: TODAY }),
  listCalendar: (ask, ctx) => ask(ctx),
};
