import { z } from "zod";
import { AppError } from "@/lib/errors";

const MAX_KEY = 200;
const clean = (text: string) =>
  text
    .replaceAll("\u0000", "")
    .replace(/[\ud800-\udfff]/gu, "�")
    .trim()
    .slice(0, MAX_KEY);

// A field of the wrong type is as good as absent: one odd message does not cost its whole batch.
const Key = z
  .union([z.string(), z.number()])
  .transform((key) => clean(String(key)) || null)
  .nullish()
  .catch(null);
const Moment = z
  .union([z.string(), z.number()])
  .transform((text) => (Number.isNaN(Date.parse(String(text))) ? null : new Date(text)))
  .nullish()
  .catch(null);
const Traits = z.record(z.string(), z.unknown()).nullish().catch(null);

const SegmentMessage = z.object({
  type: z.string().catch(""),
  messageId: Key,
  userId: Key,
  anonymousId: Key,
  groupId: Key,
  event: Key,
  timestamp: Moment,
  originalTimestamp: Moment,
  sentAt: Moment,
  traits: Traits,
  context: z.object({ groupId: Key, traits: Traits }).nullish().catch(null),
});

const Body = z.looseObject({
  batch: z.array(z.unknown(), { error: "must be an array of messages" }).optional(),
  writeKey: z.string().nullish().catch(null),
  sentAt: Moment,
  context: z.object({ groupId: Key }).nullish().catch(null),
});

/** What may be called, as the last part of the address. Screens and aliases are taken and not counted. */
export const SEGMENT_CALLS = ["batch", "track", "group", "identify", "page", "screen", "alias"] as const;

const MAX_MESSAGE_BYTES = 32 * 1024;

/** One message, its moment corrected by how far its sender's clock is off. `user` is the user id, else the anonymous one. */
export interface Message {
  type: string;
  messageId: string | null;
  user: string | null;
  isAnonymous: boolean;
  groupId: string | null;
  contextGroupId: string | null;
  event: string | null;
  traits: Record<string, unknown>;
  at: Date;
}

/** The messages of a request to a call, and those too large to be taken. */
export function readSegment(
  call: string,
  body: unknown,
  receivedAt: Date,
): { messages: Message[]; tooLarge: number; writeKey: string | null } {
  const parsed = Body.safeParse(body);
  if (!parsed.success) throw new AppError("invalid", "The body is not a message or a batch of messages.");
  const { batch, writeKey, sentAt, context } = parsed.data;
  if (call === "batch" && !batch) throw new AppError("invalid", 'The body of a batch is {"batch": [messages]}.');
  const raw = call === "batch" ? (batch ?? []) : [{ ...(body as object), type: call }];
  const fitting = raw.filter((message) => Buffer.byteLength(JSON.stringify(message) ?? "") <= MAX_MESSAGE_BYTES);
  const messages = fitting.map((message) => {
    const read = SegmentMessage.safeParse(message);
    if (!read.success) throw new AppError("invalid", "A message of the batch is not an object.");
    return messageOf(read.data, { sentAt: sentAt ?? null, group: context?.groupId ?? null, receivedAt });
  });
  return { messages, tooLarge: raw.length - fitting.length, writeKey: writeKey ?? null };
}

function messageOf(
  message: z.output<typeof SegmentMessage>,
  { sentAt, group, receivedAt }: { sentAt: Date | null; group: string | null; receivedAt: Date },
): Message {
  const written = message.originalTimestamp ?? message.timestamp ?? null;
  const sent = message.sentAt ?? sentAt;
  const at = !written
    ? receivedAt
    : sent
      ? new Date(receivedAt.getTime() - (sent.getTime() - written.getTime()))
      : written;
  return {
    type: message.type,
    messageId: message.messageId ?? null,
    user: message.userId ?? message.anonymousId ?? null,
    isAnonymous: !message.userId,
    groupId: message.groupId ?? null,
    contextGroupId: message.context?.groupId ?? group,
    event: message.event ?? null,
    traits: { ...message.context?.traits, ...message.traits },
    at,
  };
}
