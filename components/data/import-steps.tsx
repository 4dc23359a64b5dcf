import { Check } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import { IMPORT_STEPS, type ImportStep, STEP_WORDS } from "./import-step";

interface Props {
  sessionId: number | null;
  step: ImportStep;
  /** The last step that can be opened. */
  furthest: ImportStep;
}

/** The five steps; those that can be opened are links, so Back is safe: everything is kept on the server. */
export function ImportSteps({ sessionId, step, furthest }: Props) {
  const [at, last] = [IMPORT_STEPS.indexOf(step), IMPORT_STEPS.indexOf(furthest)];
  return (
    <nav aria-label="Steps of the import" className="mb-4">
      <ol className="flex flex-wrap gap-x-1 gap-y-2">
        {IMPORT_STEPS.map((name, index) => {
          const look = cx(
            "inline-flex h-8 items-center gap-2 rounded-control px-2 max-md:h-11",
            index === at && "bg-muted font-semibold",
          );
          const words = (
            <>
              <span
                aria-hidden
                className={cx(
                  "grid size-5 place-items-center rounded-full border text-xs",
                  index === at ? "border-primary bg-primary text-primary-foreground" : "border-input",
                )}
              >
                {index < at ? <Check className="size-3" /> : index + 1}
              </span>
              {STEP_WORDS[name].name}
            </>
          );
          return (
            <li key={name}>
              {sessionId !== null && index <= last ? (
                <Link
                  href={paths.importSession(sessionId, { step: name })}
                  aria-current={index === at ? "step" : undefined}
                  className={cx(look, index !== at && "hover:bg-muted")}
                >
                  {words}
                </Link>
              ) : (
                <span
                  aria-current={index === at ? "step" : undefined}
                  className={cx(look, index !== at && "text-muted-foreground")}
                >
                  {words}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
