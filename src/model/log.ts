/** The log as every part sees it: a fixed message and fields. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * Whether a fault that goes on is worth a line once more: the first time, the second, the fourth, the eighth and so on, so
 * that a fault of days fills a screen and not the log.
 * @param times how often it has happened in a row, from 1
 */
export function isWorthALine(times: number): boolean {
  return Number.isInteger(Math.log2(times));
}

/** Writes a fault that goes on as a warning where it is worth a line, else as detail. */
export function warnRarely(log: Log, times: number, fields: object, message: string): void {
  if (isWorthALine(times)) log.warn({ ...fields, times }, message);
  else log.debug({ ...fields, times }, message);
}
