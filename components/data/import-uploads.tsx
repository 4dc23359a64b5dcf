"use client";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import { answered } from "@/components/ui/answered";
import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import { startImport } from "@/lib/actions/imports";
import { paths } from "@/lib/paths";
import { refusedBeforeUpload, sendFile } from "./send-file";

/** A file on its way to the server, or refused. */
export interface Upload {
  key: number;
  name: string;
  bytes: number;
  sent: number;
  error: string | null;
}

interface Uploads {
  uploads: readonly Upload[];
  add: (files: readonly File[], sessionId: number | null) => void;
  dismiss: (key: number) => void;
}

const Context = createContext<Uploads | null>(null);

/** Sends files one after the other while the steps around it change; the first file of a new import begins its session. */
export function ImportUploads({ children }: { children: ReactNode }) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const queue = useRef<{ upload: Upload; file: File }[]>([]);
  const isRunning = useRef(false);
  const session = useRef<number | null>(null);
  const made = useRef(0);
  const router = useRouter();
  const isBusy = uploads.some(({ error }) => error === null);
  useLeaveWarning(isBusy);

  const patch = (key: number, change: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const dismiss = (key: number) => setUploads((all) => all.filter((one) => one.key !== key));

  const run = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    for (let next = queue.current.shift(); next; next = queue.current.shift()) {
      const { upload, file } = next;
      if (session.current === null) {
        const begun = await answered(startImport({}));
        if (!begun.ok) {
          patch(upload.key, { error: begun.message });
          continue;
        }
        session.current = begun.value.sessionId;
        router.replace(paths.importSession(session.current));
      }
      const error = await sendFile(session.current, file, (sent) => patch(upload.key, { sent }));
      if (error) patch(upload.key, { error });
      else {
        dismiss(upload.key);
        router.refresh();
      }
    }
    isRunning.current = false;
  };

  const add = (files: readonly File[], sessionId: number | null) => {
    session.current = sessionId;
    const added = files.map((file) => {
      made.current += 1;
      const error = refusedBeforeUpload(file);
      return { upload: { key: made.current, name: file.name, bytes: file.size, sent: 0, error }, file };
    });
    setUploads((all) => [...all, ...added.map(({ upload }) => upload)]);
    queue.current.push(...added.filter(({ upload }) => upload.error === null));
    void run();
  };
  return <Context value={{ uploads, add, dismiss }}>{children}</Context>;
}

export function useImportUploads(): Uploads {
  const uploads = useContext(Context);
  if (!uploads) throw new Error("useImportUploads needs ImportUploads around it");
  return uploads;
}
