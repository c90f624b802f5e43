/** The picture beside the bot's name: a signpost, as an address that needs no request. */
export const LOGO = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#1f5fa8"/>
   <path d="M19 7h3v27h-3z" fill="#fff"/><path d="M9 11h20l4 4-4 4H9z" fill="#fff"/><path d="M31 22H13l-4 3 4 3h18z" fill="#cfe0f3"/></svg>`,
)}`;
