/**
 * The known word that a mistyped one was most likely meant to be, or undefined where none is close: the same letters in
 * another case or with other separators (`bot_token`), or at most one edit in three letters.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = bare(word);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const distance = editDistance(wanted, bare(candidate));
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return bestDistance <= Math.max(1, Math.floor(wanted.length / 3)) ? best : undefined;
}

function bare(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** How many letters must be added, dropped, changed or swapped with their neighbour. */
function editDistance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= from.length; row += 1) {
    const [above = [], twoAbove = []] = [rows[row - 1], rows[row - 2]];
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const dropped = (above[column] ?? 0) + 1;
      const added = (current[column - 1] ?? 0) + 1;
      const swaps = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = swaps ? (twoAbove[column - 2] ?? Infinity) + 1 : Infinity;
      current.push(Math.min(changed, dropped, added, swapped));
    }
    rows.push(current);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
