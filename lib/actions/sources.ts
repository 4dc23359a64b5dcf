"use server";
import { RemoveSource, removeSource as removeSourceCommand } from "@/lib/commands/remove-source";
import { RunSource, runSource as runSourceCommand } from "@/lib/commands/run-source";
import { SaveSource, saveSource as saveSourceCommand } from "@/lib/commands/save-source";
import { TestSource, testSource as testSourceCommand } from "@/lib/commands/test-source";
import { paths } from "@/lib/paths";
import { action } from "@/lib/server/action";

const screens = { revalidate: [paths.data()] };

export const saveSource = action(SaveSource, saveSourceCommand, screens);

export const removeSource = action(RemoveSource, removeSourceCommand, screens);

export const runSource = action(RunSource, runSourceCommand, screens);

export const testSource = action(TestSource, testSourceCommand);
