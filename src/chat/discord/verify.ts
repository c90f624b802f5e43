import type { Finding } from "../adapter.ts";
import { ChatError, type ChatFailure } from "../errors.ts";
import type { Access, Inquiry } from "./access.ts";
import type { Api } from "./api.ts";
import { channelKind } from "./channel-kind.ts";
import { missingRights, type Right } from "./permissions.ts";
import { isSnowflake } from "./snowflake.ts";
import { applicationAnswer, userAnswer } from "./wire.ts";

/** What a channel is not even asked about after: the next would fail alike. */
const HOPELESS: ReadonlySet<ChatFailure> = new Set(["unauthorised", "unreachable", "rate-limited"]);

/** What looking at the set-up needs. */
export interface VerifyTools {
  readonly api: Api;
  readonly inquiry: Inquiry;
  /** The chat's name in the configuration. */
  readonly chat: string;
}

/** Looks at the token, at the application, and at each channel with the bot's rights in it. Posts nothing and never throws. */
export async function verifySetup(
  channels: readonly string[],
  tools: VerifyTools,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const token = await tokenFinding(tools, signal);
  const findings: Finding[] = [token];
  if (!token.ok) return findings;
  findings.push(await applicationFinding(tools, signal));
  for (const channel of channels) {
    const { finding, goOn } = await channelFinding(channel, tools, signal);
    findings.push(finding);
    if (!goOn) break;
  }
  return findings;
}

async function tokenFinding({ api, chat }: VerifyTools, signal: AbortSignal): Promise<Finding> {
  const subject = `${chat}: token`;
  const call = {
    method: "GET",
    route: "/users/@me",
    answer: userAnswer,
    doing: `${chat}: asking who the bot is`,
  } as const;
  try {
    const user = await api.call(call, signal);
    return { ok: true, subject, detail: `signed in as ${user.username}`, remedy: undefined };
  } catch (error) {
    return failed(subject, error);
  }
}

async function applicationFinding({ api, chat }: VerifyTools, signal: AbortSignal): Promise<Finding> {
  const subject = `${chat}: application`;
  const doing = `${chat}: asking for the bot's application`;
  const call = { method: "GET", route: "/oauth2/applications/@me", answer: applicationAnswer, doing } as const;
  try {
    const { id, name } = await api.call(call, signal);
    return { ok: true, subject, detail: `${name} (${id})`, remedy: undefined };
  } catch (error) {
    return failed(subject, error);
  }
}

async function channelFinding(
  id: string,
  { inquiry, chat }: VerifyTools,
  signal: AbortSignal,
): Promise<{ readonly finding: Finding; readonly goOn: boolean }> {
  const subject = `${chat}/${id}`;
  if (!isSnowflake(id)) {
    const detail = `"${id}" is not the id of a Discord channel`;
    return { finding: { ok: false, subject, detail, remedy: COPY_ID }, goOn: true };
  }
  try {
    return { finding: judge(subject, await inquiry.access(id, signal)), goOn: true };
  } catch (error) {
    const goOn = !(error instanceof ChatError && HOPELESS.has(error.failure));
    return { finding: failed(subject, error), goOn };
  }
}

const COPY_ID =
  "in Discord, turn on Developer Mode (Settings, Advanced), right-click the channel, Copy Channel ID, and put it in quotes";

function judge(subject: string, { channel, bits }: Access): Finding {
  const name = channel.name == null ? "a direct message" : `#${channel.name}`;
  const kind = channelKind(channel.type);
  if (!kind.postable) {
    return {
      ok: false,
      subject,
      detail: `${name} is ${kind.what}`,
      remedy: "configure a text, announcement or forum channel",
    };
  }
  if (channel.thread_metadata?.locked === true) {
    return { ok: false, subject, detail: `${name} is a locked thread`, remedy: "unlock it, or choose another channel" };
  }
  const wanted: readonly Right[] = [
    "View Channel",
    kind.thread ? "Send Messages in Threads" : "Send Messages",
    "Embed Links",
    "Read Message History",
  ];
  const missing = bits === undefined ? [] : missingRights(bits, wanted);
  if (missing.length === 0) return { ok: true, subject, detail: `${name}: may post and read`, remedy: undefined };
  const remedy = `in the settings of ${name}, Permissions, allow the bot: ${missing.join(", ")}`;
  return { ok: false, subject, detail: `${name}: the bot lacks ${missing.join(", ")}`, remedy };
}

function failed(subject: string, error: unknown): Finding {
  const message = error instanceof Error ? error.message : String(error);
  return {
    ok: false,
    subject,
    detail: message,
    remedy: error instanceof ChatError ? REMEDIES[error.failure] : undefined,
  };
}

const REMEDIES: Readonly<Partial<Record<ChatFailure, string>>> = {
  unauthorised: "copy the bot's token anew (Discord developer portal, Bot, Reset Token) into the configuration",
  "channel-unavailable": "check the channel's id, and invite the bot to that server with the right to view the channel",
  unreachable: "check the network, and apiUrl in the configuration",
  "rate-limited": "wait, then check again",
  ambiguous: "check again; if it stays, check the network and apiUrl in the configuration",
};
