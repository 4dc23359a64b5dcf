"use server";
import { ReadNotifications, readNotifications as readNotificationsCommand } from "@/lib/commands/read-notifications";
import { RemoveEndpoint, removeEndpoint as removeEndpointCommand } from "@/lib/commands/remove-endpoint";
import { RemoveNoticeRule, removeNoticeRule as removeNoticeRuleCommand } from "@/lib/commands/remove-notice-rule";
import { ResendDelivery, resendDelivery as resendDeliveryCommand } from "@/lib/commands/resend-delivery";
import { SaveEndpoint, saveEndpoint as saveEndpointCommand } from "@/lib/commands/save-endpoint";
import { SaveNoticeRule, saveNoticeRule as saveNoticeRuleCommand } from "@/lib/commands/save-notice-rule";
import { SavePreferences, savePreferences as savePreferencesCommand } from "@/lib/commands/save-preferences";
import { TestEndpoint, testEndpoint as testEndpointCommand } from "@/lib/commands/test-endpoint";
import { paths } from "@/lib/paths";
import { action } from "@/lib/server/action";

const settings = { revalidate: [paths.notificationSettings()] };

export const readNotifications = action(ReadNotifications, readNotificationsCommand, { revalidate: [paths.inbox()] });

export const savePreferences = action(SavePreferences, savePreferencesCommand, settings);

export const saveEndpoint = action(SaveEndpoint, saveEndpointCommand, settings);

export const removeEndpoint = action(RemoveEndpoint, removeEndpointCommand, settings);

export const testEndpoint = action(TestEndpoint, testEndpointCommand, settings);

export const resendDelivery = action(ResendDelivery, resendDeliveryCommand, settings);

export const saveNoticeRule = action(SaveNoticeRule, saveNoticeRuleCommand, settings);

export const removeNoticeRule = action(RemoveNoticeRule, removeNoticeRuleCommand, settings);
