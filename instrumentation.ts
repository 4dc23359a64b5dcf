/** Runs once as the server starts: refuses bad configuration, starts the jobs, and drains on SIGTERM. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startServer } = await import("@/lib/jobs/start-server");
    await startServer();
  }
}
