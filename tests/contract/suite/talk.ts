/** An answer as the person who asked sees it. */
export interface Said {
  /** Nobody else sees it. */
  readonly isPrivate: boolean;
  /** It stands in place of the message whose button was pressed. */
  readonly replaces: boolean;
  /** Every word that shows, without the buttons. */
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly url: string }[];
  readonly pings: readonly string[];
  /** The words on its buttons. */
  readonly buttons: readonly string[];
}

/** A person who asks: `manager` is one by the platform's own rules. */
export type Who = "reader" | "manager";

/** People at a platform who ask, over the real SDK. */
export interface Talk {
  /** Asks by a slash command; undefined where the platform is told that it was heard, and no more. */
  ask(command: string, values?: Readonly<Record<string, string>>, who?: Who): Promise<Said | undefined>;
  /** The platform delivers the last question once more. */
  repeat(): Promise<Said | undefined>;
  /** Presses a button of an answer by its words. */
  press(said: Said, label: RegExp, who?: Who): Promise<Said | undefined>;
  /** Presses a button below the newest message of the adapter's in the channel. */
  pressPosted(label: RegExp, who?: Who): Promise<Said | undefined>;
  /** Values offered while typing; undefined where the platform offers none. */
  suggest: ((command: string, option: string, text: string) => Promise<readonly string[]>) | undefined;
  /** What is said from now on comes too late for the platform to take it. */
  expire(): void;
}
