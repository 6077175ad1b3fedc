import { z } from "zod";
import { key } from "./account";

const webhook = z.strictObject({
  url: z
    .string()
    .regex(/^https:\/\/[-()_.!~*';/?:@&=+$,A-Za-z0-9%]{1,2000}$/, "an address that begins with https://")
    .describe("The address that messages are posted to. It holds no secret: that goes with each message as a header."),
  secret: key.describe(
    "The name of the Pulumi secret that the header carries: `pulumi config set --secret webhook-<name>`, for central's stack.",
  ),
  header: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, "a header's name")
    .default("Authorization")
    .describe("The header that carries the secret."),
  channel: z.string().min(1).max(100).describe("The channel, where the chat asks for one beside the text.").optional(),
});

/** Whom to tell: by mail, by chat, or both. */
export const notify = z.strictObject({
  mail: z.array(z.email()).min(1).max(20).describe("Addresses. Each is asked once whether it wants these mails.").optional(),
  webhook: webhook.describe("A chat that takes messages as JSON with a `text`, by an EventBridge API destination.").optional(),
});

/** What goes to Security Hub. Nothing does unless it is written. */
export const securityHub = z.strictObject({
  findings: z
    .boolean()
    .default(false)
    .describe("Patch findings of every account, and an insight for each group. Security Hub must be on already, and is paid."),
});

/** Whom to tell, as parsed. */
export type Notify = z.output<typeof notify>;
/** A chat, as parsed. */
export type Webhook = z.output<typeof webhook>;
