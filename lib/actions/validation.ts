"use server";
import { SignModelReview, signModelReview as sign } from "@/lib/commands/sign-model-review";
import { action } from "@/lib/server/action";

export const signModelReview = action(SignModelReview, sign, {
  revalidate: ["/validation", "/model", "/triage", "/accounts", "/portfolio"],
});
