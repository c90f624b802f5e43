/**
 * The topic stem of a WTO address: "ecom" in ".../news22_e/ecom_28oct22_e.htm". Undefined where the file has none.
 */
export function linkStemOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const path = url.split(/[?#]/u, 1)[0] ?? "";
  const file = path.slice(path.lastIndexOf("/") + 1);
  const end = file.indexOf("_");
  const stem = end < 0 ? "" : file.slice(0, end).toLowerCase();
  return /^[a-z]+$/u.test(stem) ? stem : undefined;
}
