import { ChipLink } from "@/components/ui/chip-link";
import { paths } from "@/lib/paths";
import type { ImportStep } from "./import-step";

interface Props {
  sessionId: number;
  step: ImportStep;
  files: readonly { id: number; fileName: string; open: string | null }[];
  current: number;
}

/** The files of an import, each with what is still open in it. */
export function ImportFileTabs({ sessionId, step, files, current }: Props) {
  if (files.length < 2) return null;
  return (
    <nav aria-label="Files" className="mb-4 flex flex-wrap gap-2">
      {files.map(({ id, fileName, open }) => (
        <ChipLink key={id} href={paths.importSession(sessionId, { step, file: id })} active={id === current}>
          {fileName}
          {open && <span className="font-medium text-foreground">· {open}</span>}
        </ChipLink>
      ))}
    </nav>
  );
}
