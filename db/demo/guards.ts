import type { ClientBase } from "pg";

/** What the guards of the demo company have seen: tickets that stayed away in September, called a data fault, and a colleague who is
 * covered today. Neither touches a score. */
export async function addGuards(client: ClientBase): Promise<void> {
  await client.query(
    `insert into holds (kind, subject, opened_on, opened_at, detail, released_at, released_by, verdict, note)
     values ('feed', 'tickets', '2026-09-15', '2026-09-15 04:00:05+00',
       '{"since": "2026-09-13", "fault": "stopped", "found": 0, "usual": null, "baseRun": null, "releasedOn": "2026-09-18"}',
       '2026-09-18 04:00:05+00', 1, 'data_fault', 'The help desk''s token had expired. Renewed on the 17th; all tickets came after all.')`,
  );
  await client.query(
    `insert into covers (person_id, covered_by, from_on, until_on, note, created_by)
     values (11, 12, '2026-11-26', '2026-12-05', 'On leave', 3)`,
  );
}
