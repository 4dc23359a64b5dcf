import { createParser } from "nuqs/server";
import { isDay } from "@/lib/core/calendar";

/** A month as YYYY-MM; anything else is left out. */
export const parseAsMonth = createParser({
  parse: (text) => (isDay(`${text}-01`) ? text : null),
  serialize: (month: string) => month,
});
