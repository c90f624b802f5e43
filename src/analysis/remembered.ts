/** The same function, which works once for each object and remembers what it found for as long as the object lives. */
export function remembered<K extends object, V>(find: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before.value;
    const value = find(of);
    known.set(of, { value });
    return value;
  };
}
