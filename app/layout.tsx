import "./globals.css";
import type { Metadata } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ThemeProvider } from "@/components/shell/theme-provider";
import { ToastRegion } from "@/components/ui/toast";

const geist = localFont({
  src: "../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist",
  weight: "100 900",
  display: "swap",
});

// React shows what streams in 300 ms after what it stands in for, lest many parts come one by one. Here it is one, the page
// itself: without the time of the first, it is shown with the next frame.
const SHOW_AT_ONCE = 'Object.defineProperty(window,"$RT",{set(){}})';

export const metadata: Metadata = {
  title: { default: "Bellwether", template: "%s · Bellwether" },
  description: "Account health that is held to account",
  robots: { index: false, follow: false },
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" className={geist.variable} suppressHydrationWarning>
      <body>
        <script nonce={nonce} suppressHydrationWarning>
          {SHOW_AT_ONCE}
        </script>
        <ThemeProvider nonce={nonce}>
          <ToastRegion>{children}</ToastRegion>
        </ThemeProvider>
      </body>
    </html>
  );
}
