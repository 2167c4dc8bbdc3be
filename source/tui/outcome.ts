/** How a person left the screen; the value that Ink's `exit` hands on. */
export type Outcome = {readonly type: 'quit'} | {readonly type: 'interrupted'};

export const quit: Outcome = {type: 'quit'};
export const interrupted: Outcome = {type: 'interrupted'};

export function isInterrupted(value: unknown): boolean {
	return value === interrupted;
}
