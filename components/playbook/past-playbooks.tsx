import { dayText } from "@/lib/format";
import { bandName } from "./band-name";
import { openedWords } from "./opened-words";
import type { Opened } from "./standing-playbook";

/** Playbooks that were open before, with what came of them, folded. */
export function PastPlaybooks({ past }: { past: readonly Opened[] }) {
  return (
    <details>
      <summary className="cursor-pointer py-1 text-primary">Playbooks before ({past.length})</summary>
      <ul className="flex flex-col gap-1 pt-1">
        {past.map((before) => (
          <li key={before.id}>
            <span className="text-muted-foreground">{dayText(before.openedOn)}</span> {bandName(before.band)},{" "}
            {openedWords(before)}
            {before.result && `. ${before.result}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
