import type { DrawRow } from "@/db/queries/list-draws";
import { isRecovered } from "@/lib/core/playbook/stay";
import { listOf } from "./list-cells";

/** Draws of a hold-out as the effect screen lists them. */
export function drawCells(rows: readonly DrawRow[], ids: ReadonlyMap<number, string>) {
  return listOf<DrawRow>(rows, {
    account_id: (row) => ids.get(row.accountId) ?? null,
    name: (row) => row.name,
    play: (row) => row.play,
    drawn_on: (row) => row.drawnOn,
    held_out: (row) => (row.held ? "yes" : "no"),
    measured_then: (row) => (row.score === null ? null : Math.round(row.score * 10) / 10),
    band_day_90: (row) => row.toneAfter,
    renewed: (row) => (row.renewed ? "yes" : "no"),
    lost: (row) => (row.lost ? "yes" : "no"),
    recovered: (row) => (isRecovered(row) ? "yes" : "no"),
  });
}
