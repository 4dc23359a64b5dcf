import { QuestionBar } from "@/components/validation/question-bar";
import type { ValidationSummary } from "@/db/queries/validation/get-validation-summary";
import type { ScoringVersion } from "@/db/queries/validation/list-scoring-versions";
import { HORIZONS } from "@/lib/core/validation/horizons";
import { paths } from "@/lib/paths";
import { type Params, pageOf, windowWords } from "./search-params";

interface Props {
  params: Params;
  versions: readonly ScoringVersion[];
  asked: ScoringVersion | null;
  other: ValidationSummary["other"];
  today: string;
}

const QUARTERS = 6;

/** What is asked of the past. */
export function Question({ params, versions, asked, other, today }: Props) {
  const { horizon, before, window, downsells, unavoidable } = params;
  const at = (change: Parameters<typeof pageOf>[1]) => pageOf(params, change);
  const named = (found: ScoringVersion) => ({ value: String(found.version), label: `v${found.version} ${found.name}` });
  const kept = Object.entries({
    ...{ horizon: horizon === 90 ? null : horizon, before: before === "decided" ? null : before },
    ...{ downsells, unavoidable },
  }).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)] as const]));
  return (
    <QuestionBar
      action={paths.validation()}
      horizon={{
        current: String(horizon),
        options: HORIZONS.map((days) => ({
          ...{ value: String(days), label: `${days} days before` },
          href: at({ horizon: days }),
        })),
      }}
      before={{
        current: before,
        options: [
          { value: "decided", label: "the decision", href: at({ before: null }) },
          { value: "effective", label: "its effect", href: at({ before: "effective" }) },
        ],
      }}
      selects={[
        ...(asked && before === "decided"
          ? [
              {
                name: "version",
                label: "Version of the model",
                value: String(asked.version),
                options: versions.map(named),
              },
            ]
          : []),
        ...(other && before === "decided"
          ? [
              {
                name: "beside",
                label: "Version beside it",
                value: String(other.version.version),
                options: versions
                  .filter((found) => found !== asked)
                  .map((found) => ({ ...named(found), label: `beside v${found.version}` })),
              },
            ]
          : []),
        { name: "window", label: "Decisions", value: window ?? "", options: windows(today, window) },
      ]}
      switches={[
        {
          label: "Without downsells under 5%",
          active: downsells === "out",
          href: at({ downsells: downsells ? null : "out" }),
        },
        {
          label: "Without unavoidable losses",
          active: unavoidable === "out",
          href: at({ unavoidable: unavoidable ? null : "out" }),
        },
      ]}
      kept={Object.fromEntries(kept)}
    />
  );
}

/** All, the last 90 days, and the last quarters; one that was asked for stays. */
function windows(today: string, asked: string | null) {
  const [year, quarter] = [Number(today.slice(0, 4)), Math.ceil(Number(today.slice(5, 7)) / 3)];
  const quarters = Array.from({ length: QUARTERS }, (_, i) => {
    const index = year * 4 + quarter - 1 - i;
    return `${Math.floor(index / 4)}-q${(index % 4) + 1}`;
  });
  const values = ["90d", ...quarters, ...(asked && asked !== "90d" && !quarters.includes(asked) ? [asked] : [])];
  return [{ value: "", label: windowWords(null) }, ...values.map((value) => ({ value, label: windowWords(value) }))];
}
