import { foldKey } from "./account-key";
import type { ColumnSpec } from "./table-spec";

/** Words of others for ours, in the form that `bare` makes of them. A word of ours that two lists share belongs to the
 * column whose values hold it. */
const WORDS: Record<string, string> = {
  renewed:
    "renewed|renewal|renew|won|closed won|retained|stayed|continued|kept|re signed|resigned contract|extended|verlangert|flat renewal",
  expanded: "expanded|expansion|upsell|upsold|upgrade|upgraded|cross sell|crosssell|grew|increase|increased|uplift",
  downsold:
    "downsold|downsell|contracted|contraction|downgrade|downgraded|reduced|reduction|decrease|decreased|partial churn|shrink|shrunk|reduziert",
  churned:
    "churned|churn|lost|closed lost|cancelled|canceled|cancellation|cancel|terminated|termination|not renewed|non renewal|non renewed|nonrenewal|did not renew|left|ended|gekundigt|verloren|inactive|customer lost",
  critical:
    "critical|sev1|sev 1|sev0|sev 0|severity 1|s1|p0|p1|priority 1|urgent|blocker|outage|emergency|showstopper|kritisch|1",
  high: "high|sev2|sev 2|severity 2|s2|p2|priority 2|major|important|hoch|2",
  normal: "normal|medium|moderate|sev3|sev 3|severity 3|s3|p3|priority 3|standard|default|mittel|3",
  low: "low|sev4|sev 4|sev5|sev 5|severity 4|s4|p4|p5|priority 4|minor|trivial|lowest|question|niedrig|gering|4|5",
  qbr: "qbr|ebr|quarterly business review|executive business review|business review|review|mbr|strategic review",
  check_in:
    "check in|checkin|meeting|sync|catch up|catchup|1 1|weekly sync|monthly sync|touchpoint|account review|status meeting|termin",
  training: "training|onboarding|workshop|webinar|enablement|training session|schulung",
  call: "call|phone|phone call|telephone|telefonat|video call|zoom|anruf",
  email: "email|e mail|mail|message|email sent|incoming email|outgoing email",
  program: "program|programme|advisory board|cab|customer advisory board|user group|beta program|reference program",
  aligned: "aligned|green|strong|full|yes",
  drifting: "drifting|yellow|amber|partial|weakening",
  misaligned: "misaligned|red|not aligned|weak|no",
  champion: "champion|advocate|promoter|evangelist",
  sponsor: "sponsor|executive sponsor|exec sponsor|executive|exec",
  economic_buyer: "economic buyer|decision maker|decisionmaker|budget holder|buyer|signer|entscheider",
  power_user: "power user|poweruser|super user|superuser|admin|administrator|key user|expert user",
  user: "user|end user|enduser|member|practitioner|nutzer",
  detractor: "detractor|blocker|opponent|critic|skeptic|sceptic",
  nps: "nps|net promoter score",
  csat: "csat|customer satisfaction|satisfaction",
  ces: "ces|customer effort score|effort",
  onboarding: "onboarding|implementation|go live|golive|launch|kickoff|kick off|setup|adoption",
  outcome: "outcome|value|business outcome|goal|objective|success|result|roi",
  active: "active|engaged|present|strong|green|yes|aktiv",
  at_risk: "at risk|risk|weak|yellow|amber|wavering",
  missing: "missing|none|lost|left|gone|unknown|red|no|not identified",
  lapsed: "lapsed|quiet|dormant|inactive|yellow|amber|stale",
  none: "none|no|missing|red|never",
  "n/a": "n a|not applicable|not needed",
  defensible: "defensible|proven|green|achieved|documented|realised|realized|strong",
  in_development: "in development|developing|in progress|yellow|amber|partial|emerging|in arbeit",
};

const YES = ["y", "yes", "true", "t", "1", "ja", "oui", "si", "on", "x", "checked", "wahr", "vrai"];
const NO = ["n", "no", "false", "f", "0", "nein", "non", "off", "unchecked", "falsch", "faux"];
const SIGNS: Record<string, string> = { positive: "1", good: "1", negative: "-1", bad: "-1", neutral: "0" };
/** Zendesk's two answers at the ends of the scale; a survey that was offered or not has no answer. */
const RATINGS: Record<string, string> = {
  good: "5",
  bad: "1",
  "good with comment": "5",
  "bad with comment": "1",
  offered: "",
  unoffered: "",
  "not offered": "",
  great: "5",
  amazing: "5",
  ok: "3",
  terrible: "1",
};

/** Their words for a column's values, each with ours; null is for a person to say. */
export function suggestValues(
  column: Pick<ColumnSpec, "name" | "type" | "values">,
  words: readonly string[],
): Record<string, string | null> {
  const dictionary = dictionaryOf(column);
  const found: Record<string, string | null> = {};
  for (const word of new Set(words.map((one) => one.trim()).filter((one) => one !== ""))) {
    // "P1 - Production down": what stands before the dash is the word.
    const [first = word] = word.split(/\s+[-–:/]\s+|:\s+|\s*\(/, 1);
    found[word] = dictionary.get(bare(word)) ?? dictionary.get(bare(first)) ?? null;
  }
  return found;
}

function dictionaryOf({ name, type, values }: Pick<ColumnSpec, "name" | "type" | "values">): Map<string, string> {
  if (values) {
    const entries = values.flatMap((ours) => {
      const theirs = [ours, ...(WORDS[ours]?.split("|") ?? [])].map(bare);
      return theirs.map((word) => [word, ours] as const);
    });
    // A word that the column itself has means itself, whatever other lists say of it.
    return new Map([...entries, ...values.map((ours) => [bare(ours), ours] as const)]);
  }
  if (type === "boolean")
    return new Map([...YES.map((word) => [word, "true"] as const), ...NO.map((word) => [word, "false"] as const)]);
  if (name === "sign") return new Map(Object.entries(SIGNS));
  return name === "csat" ? new Map(Object.entries(RATINGS)) : new Map();
}

function bare(word: string): string {
  return foldKey(word)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
