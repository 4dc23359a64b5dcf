export function findPort(wanted: number, host: string): Promise<number>;
export function parsePort(text?: string): number;
