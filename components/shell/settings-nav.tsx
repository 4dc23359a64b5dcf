"use client";
import { usePathname } from "next/navigation";
import { SegmentedLinks } from "@/components/ui/segmented";
import { paths } from "@/lib/paths";

const PAGES = [
  { value: paths.ownAccount(), label: "Your account", href: paths.ownAccount() },
  { value: paths.notificationSettings(), label: "Notifications", href: paths.notificationSettings() },
  { value: paths.keyboard(), label: "Keyboard", href: paths.keyboard() },
  { value: paths.people(), label: "People", href: paths.people() },
  { value: paths.playbooks(), label: "Playbooks", href: paths.playbooks() },
  { value: paths.cardRules(), label: "Scorecards", href: paths.cardRules() },
  { value: paths.ranking(), label: "Ranking", href: paths.ranking() },
  { value: paths.developers(), label: "API", href: paths.developers() },
];

export function SettingsNav() {
  return (
    <div className="mb-4">
      <SegmentedLinks label="Settings" current={usePathname()} options={PAGES} />
    </div>
  );
}
