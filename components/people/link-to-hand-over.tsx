"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { paths } from "@/lib/paths";

/** A one-time link to pass on. It is shown here and nowhere else: only its hash is kept. */
export function LinkToHandOver({ token, name, days }: { token: string; name: string; days: number }) {
  const [isCopied, setCopied] = useState(false);
  const link = `${window.location.origin}${paths.link(token)}`;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <div className="flex flex-col gap-3">
      <p>
        Send this link to <bdi className="font-medium">{name}</bdi>. It works once, within{" "}
        {days === 1 ? "a day" : `${days} days`}, and is not shown again.
      </p>
      <div className="flex gap-2">
        <Input
          readOnly
          value={link}
          aria-label="One-time link"
          onFocus={(event) => event.target.select()}
          className="font-mono text-xs"
        />
        <Button variant="primary" onClick={copy}>
          {isCopied ? "Copied" : "Copy"}
        </Button>
      </div>
    </div>
  );
}
