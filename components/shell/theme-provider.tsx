"use client";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { ThemeProvider as NextThemes } from "next-themes";
import type { ReactNode } from "react";

/** Theme by class on <html>, and the nonce for the few inline styles and scripts that themes and popups need. */
export function ThemeProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <CSPProvider nonce={nonce}>
      <NextThemes attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
        {children}
      </NextThemes>
    </CSPProvider>
  );
}
