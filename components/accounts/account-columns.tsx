import { Sparkline } from "@/components/charts/sparkline";
import type { WideColumn } from "@/components/data-table/virtual-table";
import { BandBadge } from "@/components/health/band-badge";
import { BandGlyph, toneOfCode } from "@/components/health/band-glyph";
import { ChangeText } from "@/components/health/change-text";
import { ScoreText } from "@/components/health/score-text";
import { bandName, type PeekRow, PeopleBadge } from "@/components/triage/queue-row";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import { dayText, moneyFull, moneyShort, percentText, untilText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { COLUMN_NAMES, type ColumnId } from "./column-names";

export type ListedRow = PeekRow & {
  lastTouchOn: Day | null;
  bandSince: Day | null;
  coverage: number;
};
type Column = WideColumn<ListedRow>;

const CHAMPIONS: Readonly<Record<string, string>> = { active: "Active", at_risk: "At risk", missing: "Missing" };

/** The list's columns in the order asked for, behind the account itself. */
export function accountColumns(ids: readonly ColumnId[], today: Day, currency: string): Column[] {
  const columns = columnsOf(today, currency);
  return [ACCOUNT, ...ids.map((id) => ({ id, header: COLUMN_NAMES[id], ...columns[id] }))];
}

const ACCOUNT: Column = {
  id: "account",
  header: "Account",
  sort: "name",
  width: 200,
  title: ({ name }) => name,
  cell: (row) => (
    <Link href={paths.account(row.slug)} tabIndex={-1} className="block truncate font-medium hover:underline">
      <bdi>{row.name}</bdi>
    </Link>
  ),
};

function columnsOf(today: Day, currency: string): Record<ColumnId, Omit<Column, "id" | "header">> {
  return {
    band: { width: 100, cell: (row) => <BandBadge tone={toneOfCode(row.tone)} name={bandName(row.band)} /> },
    health: {
      ...{ width: 70, numeric: true, sort: "health" },
      cell: (row) => (
        <span className="inline-flex items-center gap-1">
          {row.divergence && <DivergeMark severe={row.divergenceSevere} />}
          <ScoreText value={row.tone === 0 ? null : row.health} />
        </span>
      ),
    },
    measured: {
      ...{ width: 80, numeric: true },
      cell: (row) => <ScoreText value={row.scoreTone === 0 ? null : row.score} className="font-normal!" />,
    },
    people: { width: 152, cell: (row) => <PeopleBadge tone={row.peopleTone} cardState={row.cardState} /> },
    weeks: { width: 92, cell: (row) => <Sparkline values={row.sparkline} tone={toneOfCode(row.tone)} /> },
    champion: { width: 76, cell: (row) => (row.champion && CHAMPIONS[row.champion]) ?? "—" },
    arr: {
      ...{ width: 74, numeric: true, sort: "arr" },
      title: (row) => moneyFull(row.arrCents, currency),
      cell: (row) => (row.arrCents === null ? "no rate" : moneyShort(row.arrCents, currency)),
    },
    renewal: {
      ...{ width: 164, numeric: true, sort: "decide_by" },
      title: (row) => (row.decideBy ? `Decides by ${dayText(row.decideBy)}` : "No decision ahead"),
      cell: (row) => (
        <>
          {row.endsOn ? dayText(row.endsOn) : "open-ended"}{" "}
          <span className="text-muted-foreground text-xs">
            {row.decideBy ? untilText(today, row.decideBy) : "locked in"}
          </span>
        </>
      ),
    },
    csm: { width: 110, cell: (row) => row.csm ?? "—" },
    touch: {
      ...{ width: 88, numeric: true },
      title: (row) => dayText(row.lastTouchOn),
      cell: (row) => untilText(today, row.lastTouchOn),
    },
    am: { width: 130, cell: (row) => row.am ?? "—" },
    change: { width: 72, numeric: true, sort: "change", cell: (row) => <ChangeText points={row.delta30} /> },
    segment: { width: 110, cell: (row) => row.segment ?? "—" },
    reason: { width: 260, sort: "priority", title: (row) => row.reasonText, cell: (row) => row.reasonText || "—" },
    since: {
      ...{ width: 112, numeric: true },
      cell: (row) => dayText(row.bandSince),
    },
    coverage: { width: 100, numeric: true, cell: (row) => percentText(row.coverage) },
  };
}

function DivergeMark({ severe }: { severe: boolean }) {
  const words = severe ? "Diverges strongly" : "Diverges";
  return (
    <span title={words}>
      <BandGlyph mark="diverges" />
      <span className="sr-only">{words}</span>
    </span>
  );
}
