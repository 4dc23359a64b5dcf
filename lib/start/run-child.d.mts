export function stopChildren(options?: { graceMs?: number }): Promise<void>;
