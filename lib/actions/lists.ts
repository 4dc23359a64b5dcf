"use server";
import { SubscribeList, subscribeList as subscribeListCommand } from "@/lib/commands/subscribe-list";
import { action } from "@/lib/server/action";

export const subscribeList = action(SubscribeList, subscribeListCommand, { revalidate: ["/portfolio/lists"] });
