import { StringDecoder } from "node:string_decoder";

/** A line this long is no item; it is cut off here so that memory stays bounded. In characters. */
const LONGEST_LINE = 16 * 1024 * 1024;

/** Cuts chunks of text (UTF-8 where they are bytes) into lines, ended by LF or CRLF, without holding more than one. */
export async function* linesOf(chunks: AsyncIterable<unknown>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let open: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const pieces = (chunk instanceof Uint8Array ? decoder.write(chunk) : String(chunk)).split("\n");
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        yield lineOf(open);
        open = [];
        length = 0;
      }
      if (length < LONGEST_LINE) open.push(piece);
      length += piece.length;
    }
  }
  const last = lineOf([...open, decoder.end()]);
  if (last !== "") yield last;
}

function lineOf(pieces: readonly string[]): string {
  return pieces
    .join("")
    .replace(/^\ufeff/u, "")
    .replace(/\r$/u, "");
}
