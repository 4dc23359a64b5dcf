"use client";
import { FileText, Phone, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { useKeys } from "@/components/ui/use-keys";
import { paths } from "@/lib/paths";

/** What an account's page can be taken along as: the brief before a call, and the review page for the customer. */
export function AccountLinks({ slug }: { slug: string }) {
  const router = useRouter();
  useKeys("b", () => router.push(paths.brief(slug)), {
    preventDefault: true,
    does: { b: "Call brief" },
  });
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <ButtonLink href={paths.brief(slug)} size="sm">
        <Phone aria-hidden className="size-4" />
        Call brief
      </ButtonLink>
      <ButtonLink href={paths.customerReview(slug)} size="sm">
        <FileText aria-hidden className="size-4" />
        Review page for the customer
      </ButtonLink>
      <ButtonLink href={paths.printAccount(slug)} size="sm">
        <Printer aria-hidden className="size-4" />
        One page to print
      </ButtonLink>
    </div>
  );
}
