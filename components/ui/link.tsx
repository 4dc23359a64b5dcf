"use client";
import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

type Props = Omit<ComponentProps<typeof NextLink>, "prefetch">;

/** A link within the application. What it leads to is read ahead once the mouse is on it, not as soon as it shows: a screen of
 * eighty links would ask the server eighty times for what nobody may open. */
export function Link({ onMouseEnter, ...props }: Props) {
  const [isMeant, setMeant] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={isMeant ? null : false}
      onMouseEnter={(event) => {
        setMeant(true);
        onMouseEnter?.(event);
      }}
    />
  );
}
