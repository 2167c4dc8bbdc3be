/** Sizes, lengths and dates as a person reads them. */

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `512 B`, `42 MB`, `1.4 GB`: decimal units, as Zoom's own pages show them. */
export function showBytes(bytes: number): string {
	const power = Math.min(
		byteUnits.length - 1,
		bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3 + 1e-9),
	);
	const value = bytes / 1000 ** power;
	const digits = power > 0 && value < 10 ? 1 : 0;
	return `${value.toFixed(digits)} ${byteUnits[power]}`;
}

/** `48 min`, `1 h`, `10 h 5 min`. */
export function showMinutes(minutes: number): string {
	const whole = Math.max(0, Math.round(minutes));
	const hours = Math.floor(whole / 60);
	const rest = whole % 60;
	if (hours === 0) {
		return `${whole} min`;
	}

	return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/**
 * Shows dates as people write them, in the person's own time zone. What does it is made when a date is
 * shown first: that takes 10 ms, and most starts show none.
 */
export function dateFormat(options: Intl.DateTimeFormatOptions): (date: Date) => string {
	let format: Intl.DateTimeFormat | undefined;
	return date => {
		format ??= new Intl.DateTimeFormat('en-GB', options);
		return format.format(date);
	};
}

const weekday = dateFormat({weekday: 'short'});
const dayAndMonth = dateFormat({day: 'numeric', month: 'short'});
const fullDay = dateFormat({day: 'numeric', month: 'short', year: 'numeric'});
const clock = dateFormat({hour: '2-digit', minute: '2-digit'});

/** `Tue 24 Nov 2026 14:00`, in the person's own time zone. */
export function showMoment(date: Date): string {
	return `${weekday(date)} ${fullDay(date)} ${clock(date)}`;
}

/** `24 Nov 2026` */
export function showDay(date: Date): string {
	return fullDay(date);
}

/** Two days `YYYY-MM-DD` as one range: `1–24 Nov 2026`, `26 Oct – 24 Nov 2026`. */
export function showDayRange(from: string, to: string): string {
	const [first, last] = [new Date(`${from}T12:00:00`), new Date(`${to}T12:00:00`)];
	if (from === to) {
		return fullDay(last);
	}

	if (from.slice(0, 7) === to.slice(0, 7)) {
		return `${first.getDate()}–${fullDay(last)}`;
	}

	return from.slice(0, 4) === to.slice(0, 4)
		? `${dayAndMonth(first)} – ${fullDay(last)}`
		: `${fullDay(first)} – ${fullDay(last)}`;
}
