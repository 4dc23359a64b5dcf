export interface IcalEvent {
  uid: string;
  day: string;
  summary: string;
}

/** Reads a calendar as strictly as RFC 5545 writes it: CRLF, lines of at most 75 octets, unfolded names and values, balanced
 * components, and what a calendar and an event must have; throws on anything else. */
export function readIcal(text: string): IcalEvent[] {
  if (!text.endsWith("\r\n") && !text.endsWith("END:VCALENDAR")) throw new Error("The last line does not end");
  const physical = text.split("\r\n").filter((line, at, all) => line !== "" || at < all.length - 1);
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`A line of ${Buffer.byteLength(line)} octets: ${line}`);
    if (/[\r\n]/.test(line)) throw new Error(`A bare line end: ${line}`);
  }
  const lines: string[] = [];
  for (const line of physical) {
    if (line.startsWith(" ")) lines[lines.length - 1] += line.slice(1);
    else lines.push(line);
  }
  const open: string[] = [];
  const events: Map<string, string>[] = [];
  const calendar = new Map<string, string>();
  for (const line of lines) {
    const [, name = "", parameters = "", value = ""] = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^:;]+)*):(.*)$/s.exec(line) ?? [];
    if (!name) throw new Error(`Not a content line: ${line}`);
    if (name === "BEGIN") {
      open.push(value);
      if (value === "VEVENT") events.push(new Map());
    } else if (name === "END") {
      if (open.pop() !== value) throw new Error(`${value} ends where it did not begin`);
    } else if (open.at(-1) === "VEVENT") {
      const event = events.at(-1) as Map<string, string>;
      if (event.has(name)) throw new Error(`An event has ${name} twice`);
      event.set(name, `${parameters}:${value}`);
    } else calendar.set(name, value);
  }
  if (open.length > 0) throw new Error(`${open.join(", ")} does not end`);
  if (calendar.get("VERSION") !== "2.0" || !calendar.get("PRODID"))
    throw new Error("A calendar has VERSION and PRODID");
  return events.map((event) => {
    const [, day] = /^;VALUE=DATE:(\d{8})$/.exec(event.get("DTSTART") ?? "") ?? [];
    if (!day) throw new Error(`Not a whole day: ${event.get("DTSTART")}`);
    if (!/^:\d{8}T\d{6}Z$/.test(event.get("DTSTAMP") ?? "")) throw new Error(`Not a stamp: ${event.get("DTSTAMP")}`);
    const [uid, summary] = [event.get("UID")?.slice(1), event.get("SUMMARY")?.slice(1)];
    if (!uid || !summary) throw new Error("An event has UID and SUMMARY");
    return { uid, day, summary };
  });
}
