"use server";
import { CreateDraft, createDraft as createDraftCommand } from "@/lib/commands/create-draft";
import { PublishModel, publishModel as publishModelCommand } from "@/lib/commands/publish-model";
import { RemoveDraft, removeDraft as removeDraftCommand } from "@/lib/commands/remove-draft";
import { RequestReplay, requestReplay as requestReplayCommand } from "@/lib/commands/request-replay";
import { SaveDraft, saveDraft as saveDraftCommand } from "@/lib/commands/save-draft";
import { WithdrawVersion, withdrawVersion as withdrawVersionCommand } from "@/lib/commands/withdraw-version";
import { paths } from "@/lib/paths";
import { action } from "@/lib/server/action";

export const createDraft = action(CreateDraft, createDraftCommand, { revalidate: [paths.model()] });

export const saveDraft = action(SaveDraft, saveDraftCommand);

export const removeDraft = action(RemoveDraft, removeDraftCommand, { revalidate: [paths.model()] });

export const publishModel = action(PublishModel, publishModelCommand, {
  revalidate: [paths.model(), paths.cardRules(), paths.scorecards()],
});

export const withdrawVersion = action(WithdrawVersion, withdrawVersionCommand, {
  revalidate: ({ version }) => [paths.model(), paths.modelVersion(version)],
});

export const requestReplay = action(RequestReplay, requestReplayCommand, {
  revalidate: ({ version }) => [paths.modelVersion(version)],
});
