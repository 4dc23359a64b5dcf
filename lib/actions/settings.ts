"use server";
import { ResetPlaybook, resetPlaybook as resetPlaybookCommand } from "@/lib/commands/reset-playbook";
import { SavePlaybook, savePlaybook as savePlaybookCommand } from "@/lib/commands/save-playbook";
import { SaveRanking, saveRanking as saveRankingCommand } from "@/lib/commands/save-ranking";
import { UpdateSettings, updateSettings as updateSettingsCommand } from "@/lib/commands/update-settings";
import { paths } from "@/lib/paths";
import { action } from "@/lib/server/action";

const playbooks = { revalidate: [paths.playbooks(), paths.portfolio(), paths.triage()] };

export const savePlaybook = action(SavePlaybook, savePlaybookCommand, playbooks);

export const resetPlaybook = action(ResetPlaybook, resetPlaybookCommand, playbooks);

export const saveRanking = action(SaveRanking, saveRankingCommand, {
  revalidate: [paths.ranking(), paths.triage(), paths.accounts()],
});

export const updateSettings = action(UpdateSettings, updateSettingsCommand, { revalidate: [paths.playbooks()] });
