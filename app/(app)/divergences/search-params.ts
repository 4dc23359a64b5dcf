import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const STATES = ["open", "overdue", "settled", "closed"] as const;

const params = {
  owner: parseAsString,
  state: parseAsStringLiteral(STATES).withDefault("open"),
  sign: parseAsStringLiteral(["hidden_risk", "false_alarm"]),
  severe: parseAsStringLiteral(["1"]),
  mine: parseAsStringLiteral(["1"]),
};

/** The list's state is its address: /divergences?owner=team&sign=hidden_risk&severe=1. */
export const loadDivergenceParams = createLoader(params);
export const divergenceQuery = createSerializer(params);
export type DivergenceParams = Awaited<ReturnType<typeof loadDivergenceParams>>;
