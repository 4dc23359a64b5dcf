import { expect, test } from "vitest";
import { layerBreaches } from "./layers";
import { sourceFiles } from "./source-files";

test("the house imports only along its layers, and every file is in one", () => {
  expect(layerBreaches(sourceFiles())).toEqual([]);
});

const serverOnly = 'import "server-only";\n';
const refused: [fact: string, path: string, text: string][] = [
  ["core imports a package", "lib/core/a.ts", 'import { format } from "date-fns";'],
  ["core imports Node", "lib/core/a.ts", 'import fs from "node:fs";'],
  ["core imports shared", "lib/core/a.ts", 'import { AppError } from "@/lib/errors";'],
  ["core imports a type of a row", "lib/core/a.ts", 'import type { accounts } from "@/db/schema";'],
  ["schema imports the server", "db/schema/a.ts", 'import { env } from "@/lib/server/env";'],
  ["the server imports a query", "lib/server/a.ts", `${serverOnly}import { getA } from "@/db/queries/get-a";`],
  ["a server file forgets its first line", "lib/server/a.ts", 'import { env } from "@/lib/server/env";'],
  ["a query forgets its first line", "db/queries/list-a.ts", `// why\n${serverOnly}`],
  ["a query imports next", "db/queries/list-a.ts", `${serverOnly}import { cookies } from "next/headers";`],
  ["a query imports a command", "db/queries/list-a.ts", `${serverOnly}import { addA } from "@/lib/commands/add-a";`],
  ["a command imports react", "lib/commands/add-a.ts", `${serverOnly}import { cache } from "react";`],
  ["a command calls a command", "lib/commands/add-a.ts", `${serverOnly}import { addB } from "./add-b";`],
  ["an action imports a table", "lib/actions/a.ts", '"use server";\nimport { accounts } from "@/db/schema";'],
  ["an action is not declared as one", "lib/actions/a.ts", 'import { addA } from "@/lib/commands/add-a";'],
  ["a job imports a table", "lib/jobs/a.ts", 'import { accounts } from "@/db/schema/accounts";'],
  ["a route imports a table", "app/api/v1/a/route.ts", 'import { accounts } from "@/db/schema";'],
  ["the kit knows a domain word", "components/ui/a.tsx", 'import { bandOf } from "@/lib/core/health/band";'],
  ["a component takes a row", "components/health/a.tsx", 'import type { A } from "@/db/schema/accounts";'],
  ["a component queries", "components/health/a.tsx", 'import { getA } from "@/db/queries/get-a";'],
  ["a component loads a query later", "components/health/a.tsx", 'const a = () => import("@/db/queries/get-a");'],
  ["a page writes", "app/(app)/triage/page.tsx", 'import {\n  addA,\n} from "@/lib/commands/add-a";'],
  ["a page imports a table", "app/(app)/triage/page.tsx", 'export { accounts } from "@/db/schema";'],
  ["a page speaks SQL", "app/(app)/triage/page.tsx", 'import { sql } from "drizzle-orm";'],
  ["a climb hides the layer", "components/ui/a.tsx", 'import { env } from "../../lib/server/env";'],
  ["the product imports the demo", "lib/commands/add-a.ts", `${serverOnly}import "@/db/demo/seed";`],
  ["the product imports the embedded database", "lib/server/a.ts", `${serverOnly}import "#embedded/cluster.mjs";`],
  ["the server imports a run", "lib/server/a.ts", `${serverOnly}import { a } from "@/lib/server/run/a";`],
  ["a configuration imports the product", "next.config.js", 'import { env } from "./lib/server/env";'],
  ["a file is in no layer", "lib/helpers/a.ts", ""],
  ["a file lies loose in lib", "lib/numbers.ts", ""],
  ["a new top-level folder appears", "scripts/a.mjs", ""],
];

test.each(refused)("a breach is found when %s", (_, path, text) => {
  expect(layerBreaches([{ path, text }])).toHaveLength(1);
});

const allowed: [path: string, text: string][] = [
  ["lib/core/health/a.ts", 'import { z } from "zod";\nimport { dayNumber } from "@/lib/core/calendar";\nimport "./b";'],
  ["lib/server/a.ts", `${serverOnly}import { cookies } from "next/headers";\nimport { db } from "@/db/client";`],
  [
    "lib/commands/add-a.ts",
    `${serverOnly}import { getA } from "@/db/queries/get-a";\nimport * as schema from "@/db/schema";`,
  ],
  [
    "lib/actions/a.ts",
    '"use server";\nimport { addA } from "@/lib/commands/add-a";\nimport { action } from "@/lib/server/action";',
  ],
  [
    "components/health/a.tsx",
    '"use client";\nimport { Button } from "@/components/ui/button";\nimport { f } from "@/lib/format";',
  ],
  [
    "app/(app)/triage/page.tsx",
    'import { A } from "@/components/triage/a";\nimport { listA } from "@/db/queries/list-a";',
  ],
  ["tests/a.test.ts", 'import { addA } from "@/lib/commands/add-a";'],
  ["lib/core/b.ts", '/** import { x } from "next" */\n// import "react"\nexport const from = "pg";'],
];

test.each(allowed)("%s may import what it imports", (path, text) => {
  expect(layerBreaches([{ path, text }])).toEqual([]);
});
