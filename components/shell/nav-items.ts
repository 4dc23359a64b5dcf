import {
  ArrowLeftRight,
  Building2,
  CalendarDays,
  ClipboardCheck,
  Database,
  Flag,
  ListTodo,
  type LucideIcon,
  PieChart,
  Settings,
  SlidersHorizontal,
  Target,
  TrendingUp,
} from "lucide-react";
import { mayEver, type Permission, type Role } from "@/lib/core/access";
import { paths } from "@/lib/paths";

interface NavItem {
  href: string;
  name: string;
  Icon: LucideIcon;
  /** The letters that follow `g`. */
  keys: readonly string[];
  /** Shown to those who may do this; to everybody where absent. */
  permission?: Permission;
}

const ITEMS: readonly NavItem[] = [
  { href: paths.triage(), name: "Triage", Icon: ListTodo, keys: ["t", "i"] },
  { href: paths.accounts(), name: "Accounts", Icon: Building2, keys: ["a"] },
  { href: paths.portfolio(), name: "Portfolio", Icon: PieChart, keys: ["p"] },
  { href: paths.scorecards(), name: "Scorecards", Icon: ClipboardCheck, keys: ["s"] },
  { href: paths.divergences(), name: "Divergences", Icon: ArrowLeftRight, keys: ["e"] },
  { href: paths.plans(), name: "Plans", Icon: Flag, keys: ["l"] },
  { href: paths.reviews(), name: "Reviews", Icon: CalendarDays, keys: ["r"] },
  { href: paths.forecast(), name: "Forecast", Icon: TrendingUp, keys: ["f"] },
  { href: paths.model(), name: "Model", Icon: SlidersHorizontal, keys: ["m"] },
  { href: paths.validation(), name: "Validation", Icon: Target, keys: ["v"] },
  { href: paths.data(), name: "Data", Icon: Database, keys: ["d"], permission: "import:run" },
  { href: paths.settings(), name: "Settings", Icon: Settings, keys: [","] },
];

/** The screens of the sidebar for people of these roles. */
export function navItems(roles: readonly Role[]): NavItem[] {
  return ITEMS.filter(({ permission }) => !permission || mayEver(roles, permission));
}
