import { answered } from "@/components/ui/answered";

const PART = 500;

type Fields = Readonly<Record<string, string>>;
type Answer<Value> = { ok: true; value: Value } | { ok: false; message: string; fields: Fields };

/** Sends a change of many accounts in parts that the server takes at once. Where a part is refused, what came before it
 * stays, and the message says how many that were. */
export async function inParts<Value>(
  accountIds: readonly number[],
  send: (accountIds: number[]) => Promise<Answer<Value>>,
  size = PART,
): Promise<Answer<Value[]>> {
  const values: Value[] = [];
  for (let from = 0; from < accountIds.length; from += size) {
    const answer = await answered(send(accountIds.slice(from, from + size)));
    if (!answer.ok && from > 0)
      return { ...answer, message: `${answer.message} The first ${from} accounts were changed, the others were not.` };
    if (!answer.ok) return answer;
    values.push(answer.value);
  }
  return { ok: true, value: values };
}
