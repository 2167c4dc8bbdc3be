const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

function pad(value: number, digits = 2): string {
	return String(value).padStart(digits, '0');
}

function split(timeMs: number) {
	const whole = Number.isFinite(timeMs) ? Math.max(0, Math.round(timeMs)) : 0;
	return {
		hours: Math.floor(whole / hourMs),
		minutes: Math.floor((whole % hourMs) / minuteMs),
		seconds: Math.floor((whole % minuteMs) / secondMs),
		milliseconds: whole % secondMs,
	};
}

/** A time in milliseconds as people read it: `0:07`, `12:03`, `1:02:30`. Never ahead of the time. */
export function formatTime(timeMs: number): string {
	const {hours, minutes, seconds} = split(timeMs);
	return hours === 0 ? `${minutes}:${pad(seconds)}` : `${hours}:${pad(minutes)}:${pad(seconds)}`;
}

/** A time in milliseconds as subtitles have it: `01:02:30,500` in SRT, with a dot in WebVTT. */
export function formatCueTime(timeMs: number, decimalMark: ',' | '.'): string {
	const {hours, minutes, seconds, milliseconds} = split(timeMs);
	return `${pad(hours)}:${pad(minutes)}:${pad(seconds)}${decimalMark}${pad(milliseconds, 3)}`;
}

const clockTime = /^(?:(\d+):)?(\d+):([0-5]?\d)$/;
const percentage = /^(\d+(?:\.\d+)?)\s*%$/;
const units =
	/^(?:(\d+(?:\.\d+)?)\s*h)?\s*(?:(\d+(?:\.\d+)?)\s*m(?:in)?)?\s*(?:(\d+(?:\.\d+)?)\s*s)?$/i;

/**
 * The time in milliseconds that a person means by `1:02:30`, `12:03`, `62m`, `1h 2m`, `90s`, `50%` or
 * `62` (minutes), at most the duration; undefined when it means none.
 */
export function parseTime(text: string, durationMs: number): number | undefined {
	const timeMs = readTime(text.trim(), durationMs);
	return timeMs === undefined ? undefined : Math.min(Math.round(timeMs), durationMs);
}

function readTime(text: string, durationMs: number): number | undefined {
	const clock = clockTime.exec(text);
	if (clock !== null) {
		return toMs(clock[1], clock[2], clock[3]);
	}
	const percent = percentage.exec(text)?.[1];
	if (percent !== undefined) {
		return (Number(percent) / 100) * durationMs;
	}
	const spelled = text === '' ? null : units.exec(/^\d+$/.test(text) ? `${text}m` : text);
	return spelled === null ? undefined : toMs(spelled[1], spelled[2], spelled[3]);
}

function toMs(hours = '0', minutes = '0', seconds = '0'): number {
	return Number(hours) * hourMs + Number(minutes) * minuteMs + Number(seconds) * secondMs;
}
