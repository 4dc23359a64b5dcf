import { deliverEvents } from "@/lib/commands/deliver-events";
import { mailNotices } from "@/lib/commands/mail-notices";
import { systemContext } from "@/lib/server/context";

// Sends what is due, as the worker does; the test kills it while it sends.
process.on("message", async (step: string) => {
  const ctx = await systemContext("test");
  await (step === "mail" ? mailNotices : deliverEvents)(ctx);
  process.send?.("done");
});
process.send?.("ready");
