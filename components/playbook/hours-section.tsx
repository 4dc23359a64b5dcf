import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { PersonHours } from "@/lib/core/playbook/hours-held";
import { paths } from "@/lib/paths";
import { HoursTable } from "./hours-table";

/** What the bands' cadences oblige per person, for whoever sees to it that it can be done. */
export function HoursSection({ hours }: { hours: readonly PersonHours[] }) {
  return (
    <Card
      id="hours"
      title="Hours that the cadences oblige, per person"
      aside={
        <Link href={paths.playbooks()} className="text-primary text-sm underline">
          How they are made up
        </Link>
      }
    >
      {hours.length === 0 ? (
        <p className="text-muted-foreground">Nobody of this book owes a recurring duty.</p>
      ) : (
        <HoursTable hours={hours} />
      )}
    </Card>
  );
}
