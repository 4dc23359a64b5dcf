import "server-only";

/** Days for which an import can be undone, and what that needs is kept. */
export const UNDO_DAYS = 30;
