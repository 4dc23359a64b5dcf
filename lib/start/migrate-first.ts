import { migrate } from "@/lib/start/migrate";

// Loaded before a command-line task, so that it may be the first thing that ever runs in a folder.
await migrate(process.env.DATABASE_URL ?? "");
