"use server";
import { SaveKeys, saveKeys as saveKeysCommand } from "@/lib/commands/save-keys";
import { action } from "@/lib/server/action";

export const saveKeys = action(SaveKeys, saveKeysCommand, { revalidate: ["/"] });
