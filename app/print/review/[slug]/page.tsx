import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintButton } from "@/components/brief/print-button";
import { OpenList } from "@/components/review/open-list";
import { OutcomeTable } from "@/components/review/outcome-table";
import { ReviewSection } from "@/components/review/review-section";
import { supportFinding } from "@/components/review/review-words";
import { UseSection } from "@/components/review/use-section";
import { ChipLink } from "@/components/ui/chip-link";
import { Link } from "@/components/ui/link";
import { SegmentedLinks } from "@/components/ui/segmented";
import { findCustomerReview } from "@/db/queries/find-customer-review";
import { getSettings } from "@/db/queries/get-settings";
import { addMonths } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";
import { paths } from "@/lib/paths";
import { viewerContext } from "@/lib/server/viewer-context";
import { loadReviewParams, reviewQuery, SECTIONS, type Section } from "./search-params";

const NAMES: Record<Section, string> = {
  outcomes: "Results against your goals",
  adoption: "How you use it",
  support: "Support",
  open: "Still open",
};

export async function generateMetadata({ params }: PageProps<"/print/review/[slug]">): Promise<Metadata> {
  const ctx = await viewerContext();
  const review = await findCustomerReview(ctx, (await params).slug, 1);
  return { title: { absolute: review ? `Review with ${review.name}` : "No such account" } };
}

/** A review to hand to the customer: their results, their use, our support, what is open. Nothing internal stands on it. */
export default async function CustomerReviewPage({ params, searchParams }: PageProps<"/print/review/[slug]">) {
  const ctx = await viewerContext();
  const { slug } = await params;
  const asked = await loadReviewParams(searchParams);
  const [review, settings] = await Promise.all([findCustomerReview(ctx, slug, Number(asked.months)), getSettings(ctx)]);
  if (!review) notFound();
  const shown = SECTIONS.filter((section) => asked.show === null || asked.show.includes(section));
  const at = (change: Partial<typeof asked>) => `${paths.customerReview(slug)}${reviewQuery({ ...asked, ...change })}`;
  const without = (section: Section) =>
    shown.includes(section) ? shown.filter((other) => other !== section) : [...shown, section];
  return (
    <main
      id="content"
      className="mx-auto flex max-w-3xl flex-col gap-6 p-6 max-md:p-4 print:max-w-none print:gap-4 print:p-0"
    >
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <Link href={paths.account(slug)} className="text-primary underline">
          Back to the account
        </Link>
        <nav aria-label="Parts of the page" className="flex flex-wrap gap-1">
          {SECTIONS.map((section) => (
            <ChipLink key={section} href={at({ show: without(section) })} active={shown.includes(section)}>
              {NAMES[section]}
            </ChipLink>
          ))}
        </nav>
        <SegmentedLinks
          label="Months"
          current={asked.months}
          options={(["3", "6", "12"] as const).map((months) => ({
            ...{ value: months, label: `${months} months` },
            href: at({ months }),
          }))}
        />
        <PrintButton />
      </div>
      <header>
        <p className="text-muted-foreground">{settings.name}</p>
        <h1 className="font-semibold text-xl">
          Review with <bdi>{review.name}</bdi>
        </h1>
        <p className="text-muted-foreground">
          {dayText(addMonths(ctx.today, -Number(asked.months)))} to {dayText(ctx.today)}
        </p>
      </header>
      {shown.includes("outcomes") && (
        <OutcomeTable title={NAMES.outcomes} outcomes={review.outcomes} today={ctx.today} />
      )}
      {shown.includes("adoption") && <UseSection title={NAMES.adoption} {...review} />}
      {shown.includes("support") && <ReviewSection title={NAMES.support} finding={supportFinding(review.support)} />}
      {shown.includes("open") && <OpenList title={NAMES.open} {...review} />}
    </main>
  );
}
