import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { PublishModel, publishModel } from "@/lib/commands/publish-model";
import { AppError, parseInput } from "@/lib/errors";
import { systemContext } from "@/lib/server/context";

const { values, positionals } = parseArgs({
  options: { note: { type: "string" }, from: { type: "string" } },
  allowPositionals: true,
});

/** npm run model -- MODEL.json --note "Why" [--from 2024-01-01]: publishes a model as the next version. */
async function main() {
  const [path] = positionals;
  if (!path) throw new AppError("invalid", 'Which model? npm run model -- MODEL.json --note "Why" [--from YYYY-MM-DD]');
  const model: unknown = JSON.parse(await readFile(path, "utf8"));
  const ctx = await systemContext("model");
  const input = parseInput(PublishModel, {
    model,
    note: values.note ?? "",
    ...(values.from ? { effectiveFrom: values.from } : {}),
  });
  const { version } = await publishModel(ctx, input);
  console.log(`Published as version ${version}. Scores follow with the next run: npm run score -- --history`);
}

main()
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  })
  .finally(closeDatabase);
