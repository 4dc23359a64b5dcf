const listeners = new Set<() => void>();
let isOut = false;

/** Notes whether the server still knew who asked, and passes its answer on. */
export function heard<Result>(answer: Result): Result {
  if (answer instanceof Object && "ok" in answer) {
    const before = isOut;
    isOut = answer.ok === false && "kind" in answer && answer.kind === "unauthenticated";
    if (isOut !== before) for (const listener of listeners) listener();
  }
  return answer;
}

/** Whether the last answer was that nobody is signed in. */
export function isSignedOut(): boolean {
  return isOut;
}

export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
