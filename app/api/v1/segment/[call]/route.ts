import { POST as takeCall } from "@/app/v1/[call]/route";

/** The same calls under the API's own address. */
export const POST = takeCall;
