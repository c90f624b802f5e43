/** The bar at the left of an embed, as 24-bit RGB. */
export const COLOURS = {
  item: 0x1f5fa8,
  neutral: 0x5b6b7b,
  warning: 0xc9822b,
  good: 0x2e8b57,
} as const;
