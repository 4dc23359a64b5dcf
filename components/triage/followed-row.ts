interface Listed {
  accountIds: readonly number[];
  /** The index of the active row. */
  active: number;
}

/** Which row is active now: that of the account which was, where the list was only ordered anew; where rows came or went, or one
 * moved oneself, the row asked for. */
export function followedRow(before: Listed, now: Listed): number {
  const isReordered =
    now.accountIds.length === before.accountIds.length &&
    now.accountIds.some((accountId, i) => accountId !== before.accountIds[i]);
  const at = isReordered ? now.accountIds.indexOf(before.accountIds[before.active] ?? -1) : -1;
  return at >= 0 ? at : now.active;
}
