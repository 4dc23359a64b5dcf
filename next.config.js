/** @type {import("next").NextConfig} */
export default {
  // Tracing every file costs time; only the container image needs it.
  output: process.env.BELLWETHER_STANDALONE ? "standalone" : undefined,
  agentRules: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "pg-copy-streams", "graphile-worker"],
};
