import type { Metadata } from "next";
import { KeysForm } from "@/components/shell/keys-form";
import { Card } from "@/components/ui/card";
import { getKeyChoices } from "@/db/queries/get-key-choices";
import { viewerContext } from "@/lib/server/viewer-context";

export const metadata: Metadata = { title: "Keyboard" };

/** The person's own keys, on every device of theirs. */
export default async function KeyboardPage() {
  const ctx = await viewerContext();
  return (
    <div className="max-w-3xl">
      <Card title="Keyboard">
        <KeysForm choices={await getKeyChoices(ctx)} />
      </Card>
    </div>
  );
}
