import { ClipboardCheck, ListTodo, PieChart, Settings } from "lucide-react";
import { paths } from "@/lib/paths";

/** The screens of the sidebar, with the letter that follows `g`. */
export const NAV_ITEMS = [
  { href: paths.triage(), name: "Triage", Icon: ListTodo, keys: ["t", "i"] },
  { href: paths.portfolio(), name: "Portfolio", Icon: PieChart, keys: ["p"] },
  { href: paths.scorecards(), name: "Scorecards", Icon: ClipboardCheck, keys: ["s"] },
  { href: paths.settings(), name: "Settings", Icon: Settings, keys: [","] },
] as const;
