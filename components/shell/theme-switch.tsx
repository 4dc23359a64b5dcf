"use client";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Segmented } from "@/components/ui/segmented";

const OPTIONS = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];
const never = () => () => {};

/** The theme of this browser. High contrast follows the system's own setting. */
export function ThemeSwitch({ name }: { name: string }) {
  const { theme, setTheme } = useTheme();
  // The server does not know the browser's choice: nothing is marked until it does.
  const isKnown = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Segmented
      name={name}
      label="Theme"
      value={isKnown ? (theme ?? "system") : null}
      options={OPTIONS}
      onChange={setTheme}
    />
  );
}
