import type { z } from "zod";
import { AppError } from "@/lib/errors";

/** Where the next page begins, as text that programs hand back unread. */
export function cursorText(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** A cursor read back; one of another list or order is refused. Null: from the beginning. */
export function cursorOf<Place extends z.ZodType>(schema: Place, text: string | undefined): z.output<Place> | null {
  if (text === undefined) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch {
    const detail = "is not a cursor of this list in this order: begin without one";
    throw new AppError("invalid", `cursor ${detail}.`, { cursor: detail });
  }
}
