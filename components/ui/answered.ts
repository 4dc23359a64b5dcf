import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { heard } from "./signed-out";

interface Unanswered {
  ok: false;
  kind: "unavailable";
  message: string;
  fields: Readonly<Record<string, string>>;
}

/** What a server action answers, also where no answer came: a form then keeps its words and says so, and is not thrown away
 * by an error. Where an answer leads elsewhere, it still does; where it is that nobody is signed in, that is noted. */
export async function answered<Result>(call: Promise<Result>): Promise<Result | Unanswered> {
  try {
    return heard(await call);
  } catch (error) {
    unstable_rethrow(error);
    const message = unstable_isUnrecognizedActionError(error)
      ? "Bellwether was updated since this page opened. Copy what you wrote, then reload the page."
      : "The server did not answer. Try again.";
    return { ok: false, kind: "unavailable", message, fields: {} };
  }
}
