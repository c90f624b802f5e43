/** How a kind of channel is posted to, or what it is that can't be. */
export type ChannelKind =
  | { readonly postable: true; readonly thread: boolean; readonly forum: boolean }
  | { readonly postable: false; readonly what: string };

/**
 * What a channel's type means for posting.
 * Source: https://docs.discord.com/developers/resources/channel#channel-object-channel-types
 */
export function channelKind(type: number): ChannelKind {
  switch (type) {
    case 0: // text
    case 1: // direct message
    case 2: // the text chat of a voice channel
    case 5: // announcement
    case 13: // the text chat of a stage channel
      return { postable: true, thread: false, forum: false };
    case 10:
    case 11:
    case 12:
      return { postable: true, thread: true, forum: false };
    case 4:
      return { postable: false, what: "a category, which only holds other channels" };
    case 14:
      return { postable: false, what: "a directory" };
    case 15: // forum: each post is a thread
    case 16: // media: the same
      return { postable: true, thread: false, forum: true };
    default:
      return { postable: false, what: `of a kind that this version doesn't know (type ${type})` };
  }
}
