"use server";
import { PinView, pinView as pinViewCommand } from "@/lib/commands/pin-view";
import { RemoveView, removeView as removeViewCommand } from "@/lib/commands/remove-view";
import { SaveView, saveView as saveViewCommand } from "@/lib/commands/save-view";
import { action } from "@/lib/server/action";

const lists = { revalidate: ["/accounts"] };

export const saveView = action(SaveView, saveViewCommand, lists);

export const removeView = action(RemoveView, removeViewCommand, lists);

export const pinView = action(PinView, pinViewCommand, lists);
