import { paths } from "@/lib/paths";
import { bytesText } from "./bytes-text";

const MOST_BYTES = 150 * 1024 * 1024;

/** Why a file need not be sent at all; null where it may be. */
export function refusedBeforeUpload({ name, size }: { name: string; size: number }): string | null {
  if (!/\.(csv|tsv|txt|xlsx)$/i.test(name)) {
    return "This is not a CSV, TSV or XLSX file. Export the table as one of these and add it again.";
  }
  if (size === 0) return "The file is empty.";
  if (size <= MOST_BYTES) return null;
  return `The file has ${bytesText(size)}; 150 MB fit here. Split it by month, or import it with npm run import.`;
}

/** Sends one file into a session and says how many bytes have gone; resolves to why it was refused, or null. */
export function sendFile(sessionId: number, file: File, onSent: (bytes: number) => void): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", paths.importUpload(sessionId, { name: file.name }));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onerror = () => resolve("The connection was lost. Add the file again; nothing of it was kept.");
    request.onload = () => resolve(request.status < 300 ? null : messageOf(request.responseText));
    request.send(file);
  });
}

function messageOf(text: string): string {
  const unknown = "The server did not take the file. Try again in a minute.";
  try {
    const answer = JSON.parse(text) as { message?: string; detail?: string };
    return answer.message ?? answer.detail ?? unknown;
  } catch {
    return unknown;
  }
}
