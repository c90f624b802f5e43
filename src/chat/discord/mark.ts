/** 48 bits: two deliveries in one channel never share a mark. */
const DIGITS = 12;

/**
 * The reference that a message of ours carries in its last footer, by which it is found again when the answer to its
 * posting was lost. It stays the same over corrections.
 * @param deliveryId 24 hexadecimal characters
 */
export function markOf(deliveryId: string): string {
  return `ref ${deliveryId.slice(0, DIGITS)}`;
}

/** Whether a footer ends in the delivery's mark. */
export function bearsMark(footer: string, deliveryId: string): boolean {
  return footer === markOf(deliveryId) || footer.endsWith(` ${markOf(deliveryId)}`);
}
