const QUIET_MS = 2000;
const REPEAT_MS = 15_000;

/** A narrator of steps on a stream: a step that takes longer than two seconds is shown, with its seconds. */
export function narrate(stream = process.stdout) {
  const live = Boolean(stream.isTTY);
  const line = (text) => stream.write(`${live ? "\r\x1b[K" : ""}  ${text}\n`);

  /** Runs the work; it may call `report(text)` to say how far it is. */
  async function step(name, work) {
    const begun = Date.now();
    const seconds = () => Math.round((Date.now() - begun) / 1000);
    let [detail, shownAt] = ["", 0];
    const show = () => {
      const now = Date.now();
      if (now - begun < QUIET_MS) return;
      const text = `${name}${detail ? ` (${detail})` : ""} … ${seconds()} s`;
      if (live) stream.write(`\r\x1b[K  ${text}`);
      else if (shownAt === 0 || now - shownAt >= REPEAT_MS) line(text);
      else return;
      shownAt = now;
    };
    const timer = setInterval(show, live ? 500 : 1000);
    try {
      const result = await work((text) => {
        detail = text;
      });
      if (shownAt) line(`${name}: done in ${seconds()} s`);
      return result;
    } catch (error) {
      if (shownAt) line(`${name}: failed after ${seconds()} s`);
      throw error;
    } finally {
      clearInterval(timer);
    }
  }
  return { step, line };
}
