import { migrate } from "@/lib/start/migrate";

process.on("message", (url: string) => {
  migrate(url).then(
    () => process.send?.("done"),
    (error: Error) => process.send?.(error.message),
  );
});
process.send?.("ready");
