import type { Blueprint } from "./blueprint";
import { line } from "./line";
import { dayText, quarterStart, today } from "./window";

export const ACCOUNT_COLUMNS =
  "id, external_id, slug, name, domain, industry, region, source, crm_url, parent_id, customer_since, recorded_at";
export const OWNER_COLUMNS = "account_id, valid_from, csm_id, am_id";
export const ATTRIBUTE_COLUMNS = "account_id, valid_from, segment, lifecycle_stage, attributes";

const externalId = (id: number) => `ACC-${String(id).padStart(4, "0")}`;

export function accountRows(account: Blueprint): string {
  const since = dayText(account.customerSince);
  return line(
    account.id,
    externalId(account.id),
    account.slug,
    account.name,
    `${account.slug}.example`,
    account.industry,
    account.region,
    account.source,
    `https://crm.example/accounts/${externalId(account.id)}`,
    account.parentId,
    since,
    `${since} 06:00:00+00`,
  );
}

export function ownerRows(account: Blueprint): string {
  return line(account.id, dayText(account.customerSince), account.csmId, account.amId);
}

/** Segment, stage and attributes: onboarding for 90 days, then live; the product's version 5 came in September 2026. */
export function attributeRows(account: Blueprint, to = today): string {
  const { id, customerSince: since, segment, productVersion } = account;
  const attributes = (version: string) => JSON.stringify({ product_version: version, plan: PLANS[segment] });
  const rollout = quarterStart + 5;
  const isNewer = productVersion === "v5";
  let rows = line(id, dayText(since), segment, "onboarding", attributes(since >= rollout ? productVersion : "v4"));
  const steps = new Set([since + 90, ...(isNewer && since < rollout ? [rollout] : [])]);
  for (const day of [...steps].sort((a, b) => a - b)) {
    if (day > to) continue;
    rows += line(
      id,
      dayText(day),
      segment,
      day >= since + 90 ? "live" : "onboarding",
      attributes(day >= rollout ? productVersion : "v4"),
    );
  }
  return rows;
}

const PLANS = { Enterprise: "enterprise", "Mid-market": "business", SMB: "team" } as const;
