import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";
import { FeedError } from "./errors.ts";

// Bodies are packed at most this many times over; more is an attack or a mistake.
const MOST_LAYERS = 2;

type Unpacker = (bytes: Uint8Array, limit: number) => Promise<Uint8Array>;

const unzip: Unpacker = async (bytes, limit) => await promisify(gunzip)(bytes, { maxOutputLength: limit });
const unpackers: ReadonlyMap<string, Unpacker> = new Map<string, Unpacker>([
  ["gzip", unzip],
  ["x-gzip", unzip],
  ["br", async (bytes, limit) => await promisify(brotliDecompress)(bytes, { maxOutputLength: limit })],
  // RFC 9110, section 8.4.1.2, means the zlib format, but some servers send it bare.
  [
    "deflate",
    async (bytes, limit) => await promisify(isZlib(bytes) ? inflate : inflateRaw)(bytes, { maxOutputLength: limit }),
  ],
]);

/** Where a body comes from, for the message of an error. */
export interface BodySource {
  /** The address as it may be shown. */
  readonly shown: string;
  readonly limit: number;
  /** The `Content-Encoding` header. */
  readonly coding: string | undefined;
}

/**
 * Reads a body to its end and unpacks it, never holding more than `limit` bytes of either.
 *
 * @throws FeedError `too-large`, `truncated` or `encoding`; whatever the stream itself throws comes through.
 */
export async function readBody(stream: AsyncIterable<Uint8Array>, source: BodySource): Promise<Uint8Array> {
  const packed = await readBounded(stream, source);
  return await unpack(packed, source);
}

async function readBounded(stream: AsyncIterable<Uint8Array>, source: BodySource): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > source.limit) throw tooLarge(source, "sent");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

async function unpack(packed: Uint8Array, source: BodySource): Promise<Uint8Array> {
  const layers = codings(source.coding).reverse();
  if (layers.length > MOST_LAYERS) {
    throw new FeedError("encoding", `${source.shown} packed its answer ${layers.length} times over; that is not read.`);
  }
  let bytes = packed;
  for (const layer of layers) {
    // A 200 without a body needs no unpacking, whatever the header says.
    if (bytes.byteLength === 0) return bytes;
    bytes = await unpackLayer(bytes, layer, source);
  }
  return bytes;
}

async function unpackLayer(bytes: Uint8Array, layer: string, source: BodySource): Promise<Uint8Array> {
  const unpacker = unpackers.get(layer);
  if (unpacker === undefined) {
    throw new FeedError(
      "encoding",
      `${source.shown} packed its answer as "${layer}", which was not offered; ask its operators to send gzip.`,
    );
  }
  try {
    return await unpacker(bytes, source.limit);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(source, "unpacked", error);
    if (code === "Z_BUF_ERROR") {
      throw new FeedError(
        "truncated",
        `${source.shown} ended in the middle of its ${layer} data; it is asked again later.`,
        {
          cause: error,
        },
      );
    }
    throw new FeedError("encoding", `${source.shown} says that its answer is ${layer}, but it is not.`, {
      cause: error,
    });
  }
}

function codings(header: string | undefined): string[] {
  return (header ?? "")
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
}

/** The first byte of zlib names method 8 (RFC 1950, section 2.2), and both together are a multiple of 31. */
function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

function tooLarge(source: BodySource, state: "sent" | "unpacked", cause?: unknown): FeedError {
  return new FeedError(
    "too-large",
    `${source.shown} is larger than ${source.limit} bytes as ${state}; a feed is far smaller, so check the address.`,
    { cause },
  );
}
