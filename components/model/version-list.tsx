import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/core/calendar";
import { modelDiff } from "@/lib/core/model-draft/model-diff";
import type { ModelVersion } from "@/lib/core/model-draft/model-version";
import { paths } from "@/lib/paths";
import { DiffLines } from "./diff-lines";
import { StartDraft } from "./start-draft";
import { beginWords, withdrawnWords } from "./version-words";

const MOST_LINES = 4;

/** Every version, newest first: when, who, why, and what it changed in words. */
export function VersionList({
  versions,
  today,
  mayDraft,
}: {
  versions: readonly ModelVersion[];
  today: Day;
  mayDraft: boolean;
}) {
  return (
    <ol className="flex flex-col divide-y">
      {versions.map((version, i) => {
        const before = versions.slice(i + 1).find(({ withdrawn }) => !withdrawn);
        return (
          <li key={version.version} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-80">
              <p>
                <Link href={paths.modelVersion(version.version)} className="font-medium text-primary underline">
                  Version {version.version}
                </Link>{" "}
                {version.name}
                <span className="text-muted-foreground">
                  {` · ${beginWords(version, versions, today)}`}
                  {version.publishedBy && ` · ${version.publishedBy}`}
                </span>
              </p>
              {version.withdrawn && <p className="font-medium">{withdrawnWords(version.withdrawn)}</p>}
              <p>{version.note}</p>
              {before && <DiffLines parts={modelDiff(before.model, version.model)} most={MOST_LINES} />}
            </div>
            <div className="flex flex-wrap gap-2">
              {before && (
                <Link
                  href={paths.modelVersion(version.version, { with: before.version })}
                  className="py-1 text-primary underline"
                >
                  Compare with version {before.version}
                </Link>
              )}
              {mayDraft && (
                <StartDraft
                  size="sm"
                  from={{ version: version.version }}
                  label={`Edit a copy of version ${version.version}`}
                >
                  Edit a copy
                </StartDraft>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
