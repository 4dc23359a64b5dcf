import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { CreateApiKey, createApiKey } from "@/lib/commands/create-api-key";
import { parseInput } from "@/lib/errors";
import { systemContext } from "@/lib/server/context";

/** npm run key -- --name "Warehouse sync" --scope read,write [--days 90]: the key alone on stdout, once. */
async function main() {
  const { values } = parseArgs({
    options: { name: { type: "string" }, scope: { type: "string", default: "read" }, days: { type: "string" } },
  });
  if (!values.name) throw new Error('Give the key a name: npm run key -- --name "Warehouse sync" --scope read,write');
  const input = parseInput(CreateApiKey, {
    name: values.name,
    scopes: values.scope.split(",").map((scope) => scope.trim()),
    ...(values.days ? { expiresInDays: Number(values.days) } : {}),
  });
  const { key } = await createApiKey(await systemContext("key"), input);
  process.stdout.write(`${key}\n`);
}

main()
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  })
  .finally(closeDatabase);
