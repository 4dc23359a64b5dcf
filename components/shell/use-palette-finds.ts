"use client";
import { useEffect, useState } from "react";
import { viewHref } from "@/components/accounts/address";
import { paths } from "@/lib/paths";

interface Finds {
  accounts: { slug: string; name: string; tone: number; csm: string | null }[];
  views: { slug: string; name: string; query: string }[];
}
export interface Find {
  id: string;
  kind: "Account" | "View";
  name: string;
  detail: string;
  href: string;
}

const WAIT_MILLIS = 120;

/** Accounts and views by name, asked of the server while one types. */
export function usePaletteFinds(q: string): { finds: Find[]; isFailed: boolean } {
  const [found, setFound] = useState<Finds | "failed">({ accounts: [], views: [] });
  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      fetch(paths.palette(q), { signal: controller.signal })
        .then(async (response) => setFound(response.ok ? ((await response.json()) as Finds) : "failed"))
        .catch(() => !controller.signal.aborted && setFound("failed"));
    }, WAIT_MILLIS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [q]);
  if (found === "failed") return { finds: [], isFailed: true };
  const accounts = found.accounts.map(({ slug, name, csm }) => ({
    ...{ id: `account-${slug}`, kind: "Account" as const, name, detail: csm ?? "no CSM", href: paths.account(slug) },
  }));
  const views = found.views.map(({ slug, name, query }) => ({
    ...{ id: `view-${slug}`, kind: "View" as const, name, detail: "", href: viewHref(slug, query) },
  }));
  return { finds: [...accounts, ...views], isFailed: false };
}
