export function acquireDatabase(options: {
  dir: string;
  disposable?: boolean;
  settings?: Readonly<Record<string, string>>;
  namespaces?: boolean;
  say?: (message: string) => void;
}): Promise<{ url: string; pid: number; release(): Promise<void> }>;
export function findDatabase(dir: string): string | null;
export function sweepLeases(dir: string, options?: { namespaces?: boolean }): Promise<void>;
