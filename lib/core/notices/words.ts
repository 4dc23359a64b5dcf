import { z } from "zod";
import { dayWords } from "@/lib/core/playbook/date-words";
import type { NoticeKind } from "./kinds";

const health = z.number().nullish();

/** What the payload of each kind says, beside the account or person it is about, and how that reads. */
const WORDS: Record<NoticeKind, (payload: unknown) => string> = {
  band_changed: worded(
    z.object({ from: z.string(), to: z.string(), healthBefore: health, health, byModel: z.boolean().nullish() }),
    ({ from, to, healthBefore, health: after, byModel }) =>
      `${bandWord(from)} → ${bandWord(to)}${moved(healthBefore, after)}${byModel ? ", by the new version of the model" : ""}`,
  ),
  sudden_fall: worded(
    z.object({ from: z.number(), to: z.number() }),
    ({ from, to }) =>
      `fell ${Math.round(from) - Math.round(to)} points in 14 days${moved(from, to)}: contact or a reason within 2 working days`,
  ),
  divergence_opened: worded(
    z.object({
      ...{ sign: z.string(), gap: z.number(), severe: z.boolean() },
      ...{ isLate: z.boolean().nullish(), dueOn: z.string().nullish() },
    }),
    ({ sign, gap, severe, isLate, dueOn }) =>
      `${isLate ? `not settled by ${dueOn ? dayWords(dueOn) : "its day"}, yours now: ` : ""}${sign === "hidden_risk" ? "people worry more than the numbers" : "numbers worry more than the people"}: ${Math.round(Math.abs(gap))} points apart${severe ? ", severe" : ""}`,
  ),
  clock_breached: worded(
    z.object({ text: z.string(), dueOn: z.string() }),
    ({ text, dueOn }) => `${text || "an obligation is overdue"} (was due ${dayWords(dueOn)})`,
  ),
  cause_named: worded(z.object({ cause: z.string(), by: z.string() }), ({ cause, by }) =>
    cause === "unmet_demand"
      ? `unmet demand, an expansion lead for you: named by ${by}`
      : `${cause.replaceAll("_", " ")} is the cause of its plan: named by ${by}`,
  ),
  plan_overdue: worded(
    z.object({ kind: z.string(), dueOn: z.string(), nextStep: z.string().nullish() }),
    ({ kind, dueOn, nextStep }) =>
      `${kind === "recovery" ? "recovery" : "action"} plan was due ${dayWords(dueOn)}${nextStep ? `: ${nextStep}` : ""}`,
  ),
  plan_waiting: worded(z.object({ by: z.string() }), ({ by }) => `recovery plan waits for your approval, from ${by}`),
  plan_answered: worded(z.object({ verdict: z.enum(["approve", "return"]), note: z.string().nullish() }), (answer) =>
    answer.verdict === "approve" ? "recovery plan approved" : `recovery plan given back: ${answer.note}`,
  ),
  structural_shift: worded(
    z.object({
      first: z.string(),
      fallen: z.number(),
      greens: z.number(),
      of: z.string().nullish(),
      where: z.string().nullish(),
    }),
    ({ first, fallen, greens, of, where }) =>
      `structural shift${of ? ` in ${of}'s team` : ""}: ${fallen} of ${greens} greens (${((100 * fallen) / greens).toFixed(1)}%) fell in the quarter from ${dayWords(first)}${where ? `, ${where}` : ""}`,
  ),
  list_joined: worded(
    z.object({ listName: z.string(), count: z.number(), names: z.array(z.string()) }),
    ({ listName, count, names }) =>
      `${listName}: ${count} ${count === 1 ? "account has" : "accounts have"} joined, ${names.join(", ")}${count > names.length ? " …" : ""}`,
  ),
  scorecards_due: worded(
    z.object({ count: z.number(), dueOn: z.string(), late: z.boolean().optional(), of: z.string().optional() }),
    ({ count, dueOn, late, of }) =>
      `${of ? `${of}: ` : ""}${count} ${count === 1 ? "scorecard is" : "scorecards are"} ${late ? "overdue since" : "due by"} ${dayWords(dueOn)}`,
  ),
  scorecard_requested: worded(
    z.object({ by: z.string(), period: z.string(), about: z.enum(["month", "divergence"]) }),
    ({ by, period, about }) =>
      about === "divergence"
        ? `${by} asks what you know: score and scorecard disagree`
        : `${by} asks for the scorecard of ${period}`,
  ),
  champion_left: worded(
    z.object({ name: z.string(), leftOn: z.string() }),
    ({ name, leftOn }) => `champion ${name} left on ${dayWords(leftOn)}: is the scorecard still right?`,
  ),
  rule_matched: worded(z.object({ name: z.string() }), ({ name }) => name),
  feed_held: worded(z.object({ kind: z.string(), subject: z.string() }), ({ kind, subject }) =>
    kind === "feed"
      ? `${subject} stopped or jumped: its data is held until somebody releases or rejects it`
      : `${subject} moved the whole book: playbooks are held, say what it was`,
  ),
  import_completed: worded(
    z.object({ fileName: z.string(), accepted: z.number(), rejected: z.number(), waiting: z.number() }),
    ({ fileName, accepted, rejected, waiting }) =>
      `${fileName} imported: ${accepted} taken, ${rejected} rejected, ${waiting} waiting`,
  ),
  model_published: worded(
    z.object({ version: z.number(), name: z.string(), note: z.string(), isWithdrawn: z.boolean().nullish() }),
    ({ version, name, note, isWithdrawn }) =>
      `model version ${version}, ${name}${isWithdrawn ? ", is withdrawn before its day" : ""}: ${note}`,
  ),
  scorecard_submitted: worded(z.object({ period: z.string() }), ({ period }) => `scorecard of ${period} submitted`),
};

/** What happened, in one line that begins with the fact; the account's name stands before it wherever it is shown.
 * @example noticeText("band_changed", { from: "Yellow", to: "Red", healthBefore: 61.2, health: 44 }) // → "Yellow → Red, health 61 → 44"
 * @example noticeText("scorecards_due", { count: 1, dueOn: "2026-11-30" }) // → "1 scorecard is due by 30 Nov 2026"
 * @example noticeText("scorecards_due", { count: 3, dueOn: "2026-11-30", late: true, of: "Amir" }) // → "Amir: 3 scorecards are overdue since 30 Nov 2026" */
export function noticeText(kind: NoticeKind, payload: unknown): string {
  return WORDS[kind](payload);
}

/** A band's key as a word.
 * @example bandWord("at_risk") // → "At risk" */
export function bandWord(key: string): string {
  const words = key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether the owner's manager hears of it as well: a change to red by data, a fall of 20 points, a severe divergence, a breach of high
 * severity.
 * @example isSevere("band_changed", { to: "Red", tone: 1 }) // → true
 * @example isSevere("sudden_fall", { from: 70, to: 55 }) // → false */
export function isSevere(kind: NoticeKind, payload: Readonly<Record<string, unknown>>): boolean {
  switch (kind) {
    case "band_changed":
      return payload.tone === 1 && payload.byModel !== true;
    case "sudden_fall":
      return Number(payload.from) - Number(payload.to) >= 20;
    case "divergence_opened":
      return payload.severe === true;
    case "clock_breached":
      return payload.severity === "high";
    default:
      return false;
  }
}

function moved(before: number | null | undefined, after: number | null | undefined): string {
  if (typeof before !== "number" || typeof after !== "number") return "";
  return `, health ${Math.round(before)} → ${Math.round(after)}`;
}

function worded<Payload>(
  schema: z.ZodType<Payload>,
  words: (payload: Payload) => string,
): (payload: unknown) => string {
  return (payload) => {
    const read = schema.safeParse(payload);
    if (!read.success)
      throw new RangeError(`noticeText requires ${read.error.issues[0]?.path.join(".")} of the payload`);
    return words(read.data);
  };
}
