/** A method of whatever. */
export type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Puts something around a method of a class. */
export function around(type: { readonly prototype: object }, name: string, wrap: (inner: Method) => Method): void {
  const inner: unknown = Reflect.get(type.prototype, name);
  if (typeof inner !== "function") throw new Error(`there is no method ${name} to watch`);
  const call: Method = function (...args) {
    return Reflect.apply(inner, this, args);
  };
  Object.defineProperty(type.prototype, name, { value: wrap(call), configurable: true, writable: true });
}
