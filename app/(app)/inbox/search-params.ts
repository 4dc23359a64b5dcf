import { createLoader, createSerializer, parseAsInteger, parseAsStringLiteral } from "nuqs/server";

const params = { show: parseAsStringLiteral(["unread", "all"]).withDefault("unread"), after: parseAsInteger };

/** The list's state is its address: /inbox?show=all&after=120. */
export const loadInboxParams = createLoader(params);
export const inboxQuery = createSerializer(params);
