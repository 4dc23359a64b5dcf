"use server";
import { AcceptLink, acceptLink as acceptLinkCommand } from "@/lib/commands/accept-link";
import { ChangeOwnPassword, changeOwnPassword as changeOwnPasswordCommand } from "@/lib/commands/change-own-password";
import { DeactivatePerson, deactivatePerson as deactivatePersonCommand } from "@/lib/commands/deactivate-person";
import { InvitePerson, invitePerson as invitePersonCommand } from "@/lib/commands/invite-person";
import { ReactivatePerson, reactivatePerson as reactivatePersonCommand } from "@/lib/commands/reactivate-person";
import { ResetPassword, resetPassword as resetPasswordCommand } from "@/lib/commands/reset-password";
import { SetRoles, setRoles as setRolesCommand } from "@/lib/commands/set-roles";
import { SignOutEverywhere, signOutEverywhere as signOutEverywhereCommand } from "@/lib/commands/sign-out-everywhere";
import { paths } from "@/lib/paths";
import { action } from "@/lib/server/action";
import { systemContext } from "@/lib/server/context";

const people = { revalidate: [paths.people()] };

export const invitePerson = action(InvitePerson, invitePersonCommand, people);

export const setRoles = action(SetRoles, setRolesCommand, people);

export const deactivatePerson = action(DeactivatePerson, deactivatePersonCommand, people);

export const reactivatePerson = action(ReactivatePerson, reactivatePersonCommand, people);

export const resetPassword = action(ResetPassword, resetPasswordCommand);

export const changeOwnPassword = action(ChangeOwnPassword, changeOwnPasswordCommand);

export const signOutEverywhere = action(SignOutEverywhere, signOutEverywhereCommand);

/** Who holds a link is not signed in yet: the token is what they show. */
export const acceptLink = action(AcceptLink, acceptLinkCommand, { context: () => systemContext("one-time-link") });
