"use server";
import { SettleHold, settleHold as settleHoldCommand } from "@/lib/commands/settle-hold";
import { paths } from "@/lib/paths";
import { action } from "@/lib/server/action";

const screens = { revalidate: [paths.data(), paths.triage(), paths.accounts(), paths.portfolio()] };

export const settleHold = action(SettleHold, settleHoldCommand, screens);
