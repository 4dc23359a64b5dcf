export function prepareDatabase(options: {
  root: string;
  env: NodeJS.ProcessEnv;
  embedded: boolean;
  step: (name: string, run: (report: () => void) => unknown) => unknown;
}): Promise<{ demo: boolean; link?: string }>;
