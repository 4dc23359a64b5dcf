import type { ReactNode } from "react";

/** One fact of an account's header, in a list of them. */
export function Fact({ name, value }: { name: ReactNode; value: string }) {
  return (
    <div>
      <dt className="text-muted-foreground text-xs">{name}</dt>
      <dd className="font-medium">{value}</dd>
    </div>
  );
}
