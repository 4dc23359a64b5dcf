"use server";
import { EndCover, endCover as endCoverCommand } from "@/lib/commands/end-cover";
import { HandOverBook, handOverBook as handOverBookCommand } from "@/lib/commands/hand-over-book";
import { SetCover, setCover as setCoverCommand } from "@/lib/commands/set-cover";
import { paths } from "@/lib/paths";
import { action } from "@/lib/server/action";

const screens = { revalidate: [paths.books(), paths.people(), paths.triage(), paths.accounts(), paths.portfolio()] };

export const setCover = action(SetCover, setCoverCommand, screens);

export const endCover = action(EndCover, endCoverCommand, screens);

export const handOverBook = action(HandOverBook, handOverBookCommand, screens);
