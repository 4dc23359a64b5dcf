export function unitFailures(report: unknown): string[];
export function flowFailures(report: unknown): string[];
