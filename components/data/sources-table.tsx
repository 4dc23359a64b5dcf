import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { countText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { agoText, spanText } from "./ago-text";
import { freshnessText, KIND_WORDS, type SourceFacts, sourceState } from "./source-state";
import { StateMark } from "./state-mark";

interface Source extends SourceFacts {
  id: number;
  name: string;
  kind: keyof typeof KIND_WORDS;
  at: string | null;
  nextInMinutes: number | null;
  rowsOfDay: number;
}

/** The sources that deliver by themselves, each against its promise. */
export function SourcesTable({ sources }: { sources: readonly Source[] }) {
  return (
    <Table label="Sources">
      <thead>
        <tr>
          <Th>Source</Th>
          <Th>State</Th>
          <Th>Last delivery</Th>
          <Th numeric>Age of promise</Th>
          <Th numeric>Rows in 24 h</Th>
          <Th>Next run</Th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.id}>
            <Td>
              <Link href={paths.source(source.id)} className="font-medium underline-offset-2 hover:underline">
                <bdi>{source.name}</bdi>
              </Link>{" "}
              <span className="text-muted-foreground text-xs">
                {source.name === KIND_WORDS[source.kind] ? null : KIND_WORDS[source.kind]} {source.at}
              </span>
            </Td>
            <Td>
              <StateMark state={sourceState(source)} />
            </Td>
            <Td className="whitespace-nowrap">
              {source.deliveredMinutesAgo === null ? "–" : agoText(source.deliveredMinutesAgo)}
            </Td>
            <Td numeric className="whitespace-nowrap">
              {freshnessText(source)}
            </Td>
            <Td numeric>{countText(source.rowsOfDay)}</Td>
            <Td className="whitespace-nowrap">{nextText(source)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function nextText({ kind, enabled, nextInMinutes }: Source): string {
  if (!enabled) return "–";
  if (kind !== "postgres") return "as it comes";
  return nextInMinutes === null || nextInMinutes < 1 ? "within a minute" : `in ${spanText(nextInMinutes)}`;
}
