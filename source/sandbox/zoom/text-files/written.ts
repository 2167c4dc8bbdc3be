import type {Person} from '../../world/people.ts';

/** `HH:MM:SS.mmm` */
export function formatTime(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(11, 23);
}

/** The name under somebody's picture. */
export function nameOnScreen({displayName, firstName, lastName}: Person): string {
	return displayName ?? `${firstName} ${lastName}`;
}
