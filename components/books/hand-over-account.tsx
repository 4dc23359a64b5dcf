import { BandBadge } from "@/components/health/band-badge";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import { shownInteger } from "@/lib/core/health/rounding";
import { dayText, moneyShort, untilText } from "@/lib/format";
import { paths } from "@/lib/paths";

interface Account {
  slug: string;
  name: string;
  segment: string | null;
  tone: number;
  band: string | null;
  health: number | null;
  arrCents: number | null;
  decideBy: Day | null;
  reasons: readonly string[];
  plans: readonly { kind: "action" | "recovery"; goal: string | null; nextStep: string | null; dueOn: Day | null }[];
  clocks: readonly { text: string; dueOn: Day; state: string }[];
  notes: readonly { on: Day; author: string | null; text: string }[];
  contacts: readonly { name: string; role: string; title: string | null }[];
}

const TONES = [null, "red", "yellow", "green"] as const;

/** One account of a hand-over: how it stands and why, what is open, what was said last, whom to speak to. */
export function HandOverAccount({ account, currency, today }: { account: Account; currency: string; today: Day }) {
  const { slug, name, segment, tone, band, health, arrCents, decideBy } = account;
  return (
    <section className="break-inside-avoid rounded-card border bg-card p-3">
      <h2 className="flex flex-wrap items-center gap-2 font-semibold text-base">
        <Link href={paths.account(slug)} className="text-primary underline">
          <bdi>{name}</bdi>
        </Link>
        <BandBadge tone={TONES[tone] ?? null} name={bandName(band)} />
        {tone > 0 && health !== null && <span>{shownInteger(health)}</span>}
      </h2>
      <p className="text-muted-foreground">
        {[
          segment,
          arrCents === null ? null : `${moneyShort(arrCents, currency)} ARR`,
          decideBy === null ? null : `decides by ${dayText(decideBy)} (${untilText(today, decideBy)})`,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <Lines title="Why" lines={account.reasons} />
      <Lines
        title="Plans"
        lines={account.plans.map(({ kind, goal, nextStep, dueOn }) =>
          [
            kind === "recovery" ? "Recovery" : "Action",
            goal,
            nextStep && `next: ${nextStep}`,
            dueOn && `by ${dayText(dueOn)}`,
          ]
            .filter(Boolean)
            .join(" · "),
        )}
      />
      <Lines title="Due" lines={account.clocks.map(dueLine)} />
      <Lines
        title="Said last"
        lines={account.notes.map(({ on, author, text }) => `${dayText(on)}, ${author ?? "imported"}: ${text}`)}
      />
      <Lines
        title="Speak to"
        lines={account.contacts.map(({ name: person, role, title }) =>
          [person, role.replaceAll("_", " "), title].filter(Boolean).join(", "),
        )}
      />
    </section>
  );
}

/** What a clock says, with its day where it does not name it. */
function dueLine({ text, dueOn }: { text: string; dueOn: Day }): string {
  return text.includes(dueOn) ? text.replace(dueOn, dayText(dueOn)) : `${text} · ${dayText(dueOn)}`;
}

function bandName(band: string | null): string {
  if (!band) return "Insufficient data";
  const words = band.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="mt-2 flex gap-2">
      <h3 className="w-20 shrink-0 font-medium">{title}</h3>
      <ul className="flex min-w-0 flex-col gap-0.5">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
