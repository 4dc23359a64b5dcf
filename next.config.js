/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  agentRules: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "pg-copy-streams", "graphile-worker"],
};
