import { createLoader, parseAsString } from "nuqs/server";

/** /settings/playbooks?edit=yellow&segment=SMB opens the editor of a playbook. */
export const loadPlaybookParams = createLoader({ edit: parseAsString, segment: parseAsString });
