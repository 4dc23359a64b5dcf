import { accountOf } from "@/app/api/v1/accounts/find";
import { saidOf } from "@/app/api/v1/scorecard-input";
import { findScorecard, type ScorecardRecord } from "@/db/queries/api/find-scorecard";
import { getScorecard, putScorecard } from "@/lib/api/scorecards";
import { submitScorecards } from "@/lib/commands/submit-scorecards";
import { Period } from "@/lib/core/scorecard/period";
import { AppError, parseInput } from "@/lib/errors";
import type { Ctx } from "@/lib/server/context";
import { Refusal } from "@/lib/server/refusal";
import { route, Tagged } from "@/lib/server/route";

/** The card of an account for a month. */
export const GET = route(getScorecard, async (ctx, { params }) => {
  const { accountId, externalId, period } = await addressed(ctx, params);
  const card = await findScorecard(ctx, accountId, period);
  if (!card) throw new AppError("not_found", `"${externalId}" has no card for ${period}.`);
  return shown(externalId, period, card);
});

/** Gives or corrects the card of a month by the rules of the screens. */
export const PUT = route(putScorecard, async (ctx, { params, body, request }) => {
  const { accountId, externalId, period } = await addressed(ctx, params);
  const version = expectedVersion(request);
  const [result] = await submitScorecards(ctx, { period, cards: [{ accountId, version, ...saidOf(body) }] });
  const card = await findScorecard(ctx, accountId, period);
  if (result?.submitted && card) return shown(externalId, period, card);
  const { message, lacking } = result as Extract<typeof result, { submitted: false }>;
  if (version !== undefined && version !== (card?.version ?? 0)) {
    const members = { current: card && cardJson(externalId, period, card), sent: body };
    const headers: Record<string, string> = card ? { etag: etagOf(card) } : {};
    throw new Refusal("precondition", "Somebody else has given this card meanwhile.", { members, headers });
  }
  const fields = lacking.map(({ question, why }) => [`reasons.${question}`, `is needed: ${WHY[why]}`]);
  throw new AppError("invalid", message, Object.fromEntries(fields));
});

const WHY = {
  changed: "the answer changed",
  first_best: "the best answer is given for the first time",
  diverges: "the card diverges from the score",
};

async function addressed(ctx: Ctx, params: Record<string, string>) {
  const { accountId, externalId } = await accountOf(ctx, params.id);
  return { accountId, externalId, period: parseInput(Period, params.period) };
}

/** The version that a change was made on: If-Match names it, If-None-Match: * says that there is none. */
function expectedVersion(request: Request): number | undefined {
  if (request.headers.get("if-none-match") === "*") return 0;
  const given = request.headers.get("if-match");
  if (given === null || given === "*") return undefined;
  const [, version] = /^"(\d{1,9})"$/.exec(given) ?? [];
  // An ETag that is no version matches none.
  return version === undefined ? Number.MAX_SAFE_INTEGER : Number(version);
}

const etagOf = ({ version }: ScorecardRecord) => `"${version}"`;

function cardJson(externalId: string, period: string, card: ScorecardRecord) {
  return {
    account_id: externalId,
    period,
    version: card.version,
    champion: card.champion,
    executive: card.executive,
    outcome: card.outcome,
    reasons: card.notes,
    submitted_on: card.submittedOn,
    submitted_by: card.author,
    recorded_as: card.recordedAs,
  };
}

function shown(externalId: string, period: string, card: ScorecardRecord) {
  return new Tagged(cardJson(externalId, period, card), etagOf(card));
}
