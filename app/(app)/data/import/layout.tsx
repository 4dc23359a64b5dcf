import type { ReactNode } from "react";
import { ImportUploads } from "@/components/data/import-uploads";

/** Uploads go on while the steps change. */
export default function ImportLayout({ children }: { children: ReactNode }) {
  return <ImportUploads>{children}</ImportUploads>;
}
