import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { UpdateSettings, updateSettings } from "@/lib/commands/update-settings";
import { parseInput } from "@/lib/errors";
import { systemContext } from "@/lib/server/context";

const { values } = parseArgs({
  options: {
    name: { type: "string" },
    currency: { type: "string" },
    "time-zone": { type: "string" },
    "fiscal-start": { type: "string" },
    today: { type: "string" },
  },
});

/** npm run settings -- --name "RavenStack" --today 2024-12-31 (or --today none) */
async function main() {
  const ctx = await systemContext("settings");
  const changes = parseInput(UpdateSettings, {
    ...(values.name ? { name: values.name } : {}),
    ...(values.currency ? { currency: values.currency } : {}),
    ...(values["time-zone"] ? { timeZone: values["time-zone"] } : {}),
    ...(values["fiscal-start"] ? { fiscalStartMonth: Number(values["fiscal-start"]) } : {}),
    ...(values.today ? { todayFixed: values.today === "none" ? null : values.today } : {}),
  });
  await updateSettings(ctx, changes);
  const { today } = await systemContext("settings");
  console.log(`Saved. Today is ${today}.`);
}

main()
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  })
  .finally(closeDatabase);
