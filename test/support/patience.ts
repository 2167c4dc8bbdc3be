/** How long to wait, in ms, for what is sure to come: Vitest's own second is too short on a busy machine. */
export const patience = {timeout: 30_000, interval: 5} as const;
