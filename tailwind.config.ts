import type { Config } from "tailwindcss";

const token = (name: string) => `var(--${name})`;
const band = (name: string) => ({
  DEFAULT: token(`band-${name}`),
  text: token(`band-${name}-text`),
  subtle: token(`band-${name}-subtle`),
});

/** The scale is the whole vocabulary: colours are tokens of app/globals.css, text has six sizes, corners three. */
export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  darkMode: "selector",
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      background: token("background"),
      card: token("card"),
      muted: { DEFAULT: token("muted"), foreground: token("muted-foreground") },
      foreground: token("foreground"),
      border: token("border"),
      input: token("input"),
      ring: token("ring"),
      primary: { DEFAULT: token("primary"), foreground: token("primary-foreground") },
      band: {
        red: band("red"),
        yellow: { ...band("yellow"), on: token("band-yellow-on") },
        green: band("green"),
        none: band("none"),
      },
      diverge: { DEFAULT: token("diverge"), text: token("diverge-text"), subtle: token("diverge-subtle") },
      gain: token("gain"),
      loss: token("loss"),
      heat: { 0: token("heat-0"), 1: token("heat-1"), 2: token("heat-2"), 3: token("heat-3"), 4: token("heat-4") },
    },
    fontSize: {
      xs: ["0.75rem", "1rem"],
      sm: ["0.875rem", "1.25rem"],
      base: ["1rem", "1.5rem"],
      lg: ["1.25rem", "1.75rem"],
      xl: ["1.5rem", "2rem"],
      "2xl": ["2rem", "2.5rem"],
    },
    fontWeight: { normal: "400", medium: "500", semibold: "600" },
    borderRadius: { none: "0", badge: "4px", control: "6px", card: "8px", full: "9999px" },
    boxShadow: { popover: "0 8px 24px var(--shadow)" },
    extend: {
      fontFamily: { sans: ["var(--font-geist)", "system-ui", "sans-serif"] },
      maxWidth: { content: "100rem", prose: "72ch" },
      transitionDuration: { DEFAULT: "120ms" },
    },
  },
} satisfies Config;
