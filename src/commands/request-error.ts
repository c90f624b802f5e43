/** A request that can't be understood. The message is for who asked, in their language, and says what to type. */
export class RequestError extends Error {
  override readonly name = "RequestError";
}
