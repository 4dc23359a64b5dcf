import { UserRound } from "lucide-react";
import { Popover } from "@/components/ui/popover";
import { type Person, PersonPanel } from "./person-panel";

/** The person's own menu at the foot of the sidebar. */
export function PersonMenu(person: Person) {
  return (
    <Popover
      label={`${person.name}: account and theme`}
      buttonClass="flex h-8 w-full items-center gap-3 rounded-control px-2 text-left hover:bg-muted md:max-xl:justify-center"
      button={
        <>
          <UserRound aria-hidden className="size-4 shrink-0" />
          <bdi className="truncate max-xl:sr-only">{person.name}</bdi>
        </>
      }
      className="w-64"
    >
      <PersonPanel {...person} themeName="menu-theme" />
    </Popover>
  );
}
