/** A button below a message. */
export interface Button {
  /** At most 80 characters, as it comes back in `Asked`. */
  readonly id: string;
  /** At most 40 characters, in the reader's language. */
  readonly label: string;
}
