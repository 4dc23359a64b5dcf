"use server";
import { CreateCalendarFeed, createCalendarFeed as create } from "@/lib/commands/create-calendar-feed";
import { EndCalendarFeed, endCalendarFeed as end } from "@/lib/commands/end-calendar-feed";
import { action } from "@/lib/server/action";

const screens = { revalidate: ["/settings/account"] };

export const createCalendarFeed = action(CreateCalendarFeed, create, screens);

export const endCalendarFeed = action(EndCalendarFeed, end, screens);
