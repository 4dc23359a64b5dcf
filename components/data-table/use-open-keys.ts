"use client";
import { useRouter } from "next/navigation";
import { useListKeys } from "./use-list-keys";

/** A list whose rows lead somewhere: j and k move, Enter opens the row's address. */
export function useOpenKeys<Row>(rows: readonly Row[], hrefOf: (row: Row) => string) {
  const router = useRouter();
  const onOpen = (index: number) => {
    const row = rows[index];
    if (row) router.push(hrefOf(row));
  };
  return useListKeys({ ids: rows.map(hrefOf), start: 0, onOpen });
}
