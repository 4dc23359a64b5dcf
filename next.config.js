/** @type {import("next").NextConfig} */
export default {
  // Tracing every file costs time; only the container image needs it.
  output: process.env.BELLWETHER_STANDALONE ? "standalone" : undefined,
  // `npm run check` checks types, of tests as well; a start does not wait for it.
  typescript: { ignoreBuildErrors: true },
  agentRules: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "pg-copy-streams", "graphile-worker"],
};
