import {showMinutes} from '../measures.ts';
import {ZoomError} from './zoom-error.ts';

const worthSayingMs = 60_000;

/** How far this computer's clock is ahead of the service's, in milliseconds; undefined when it does not say. */
export function measureClockSkewMs(headers: Headers, now = Date.now()): number | undefined {
	const time = Date.parse(headers.get('date') ?? '');
	return Number.isNaN(time) ? undefined : now - time;
}

/** A refused sign-in, with the clock named as its cause where it is wrong: a JWT holds for this computer's time. */
export function explainByClock(error: ZoomError, headers: Headers): ZoomError {
	const skewMs = measureClockSkewMs(headers) ?? 0;
	if (error.remedy !== 'renew-token' || Math.abs(skewMs) < worthSayingMs) {
		return error;
	}
	const minutes = showMinutes(Math.abs(skewMs) / 60_000);
	const direction = skewMs > 0 ? 'ahead of' : 'behind';
	return new ZoomError(
		`${error.message}; this computer’s clock is ${minutes} ${direction} Zoom’s`,
		{
			code: error.code,
			zoomCode: error.zoomCode,
			remedy: error.remedy,
			hint: 'Set the clock right, then try again.',
		},
	);
}
