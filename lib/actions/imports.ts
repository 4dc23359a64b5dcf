"use server";
import { z } from "zod";
import { CorrectSignal, correctSignal as correctSignalCommand } from "@/lib/commands/correct-signal";
import { DescribeImport, describeImport as describeImportCommand } from "@/lib/commands/describe-import";
import { DiscardImport, discardImport as discardImportCommand } from "@/lib/commands/discard-import";
import { MapImport, mapImport as mapImportCommand } from "@/lib/commands/map-import";
import { RequestImport, requestImport as requestImportCommand } from "@/lib/commands/request-import";
import { SaveMapping, saveMapping as saveMappingCommand } from "@/lib/commands/save-mapping";
import { startImport as startImportCommand } from "@/lib/commands/start-import";
import { UndoImport, undoImport as undoImportCommand } from "@/lib/commands/undo-import";
import { action } from "@/lib/server/action";

const screens = { revalidate: ["/data"] };

export const startImport = action(z.strictObject({}), startImportCommand, screens);

export const discardImport = action(DiscardImport, discardImportCommand, screens);

export const describeImport = action(DescribeImport, describeImportCommand, screens);

export const mapImport = action(MapImport, mapImportCommand, screens);

export const saveMapping = action(SaveMapping, saveMappingCommand, screens);

export const requestImport = action(RequestImport, requestImportCommand, screens);

export const undoImport = action(UndoImport, undoImportCommand, { revalidate: ["/data", "/triage", "/portfolio"] });

export const correctSignal = action(CorrectSignal, correctSignalCommand, { revalidate: ["/data", "/accounts"] });
