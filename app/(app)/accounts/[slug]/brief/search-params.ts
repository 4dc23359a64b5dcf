import { createLoader } from "nuqs/server";
import { parseAsDay } from "@/app/(app)/portfolio/search-params";

/** The brief's state is its address: /accounts/kestrel-bank/brief?since=2026-10-01; else since the last contact. */
export const loadBriefParams = createLoader({ since: parseAsDay });
