export function serve(options: {
  root: string;
  mode: "start" | "dev";
  env: NodeJS.ProcessEnv;
  host: string;
  port: number;
  quiet?: boolean;
}): Promise<unknown>;
