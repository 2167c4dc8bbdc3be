import {createHmac, timingSafeEqual} from 'node:crypto';
import type {ZoomAccount} from './account.ts';

const lifeSeconds = 3600;

/** An address on the file server that works without any credential, for an hour. */
export function signMediaUrl(downloadKey: string, account: ZoomAccount): string {
	const expires = Math.floor(account.clock.now() / 1000) + lifeSeconds;
	const url = new URL(`${account.origins.media}/cmr/replay/${downloadKey}`);
	url.searchParams.set('Expires', String(expires));
	url.searchParams.set('Policy', Buffer.from(`{"until":${expires}}`).toString('base64url'));
	url.searchParams.set('Signature', sign(downloadKey, expires, account.mediaKey));
	url.searchParams.set('Key-Pair-Id', 'SANDBOX');
	return url.href;
}

export function isSigned(url: URL, account: ZoomAccount): boolean {
	const downloadKey = url.pathname.split('/').at(-1) ?? '';
	const expires = Number(url.searchParams.get('Expires'));
	const expected = Buffer.from(sign(downloadKey, expires, account.mediaKey));
	const given = Buffer.from(url.searchParams.get('Signature') ?? '');
	return (
		given.length === expected.length &&
		timingSafeEqual(given, expected) &&
		expires * 1000 > account.clock.now()
	);
}

function sign(downloadKey: string, expires: number, key: string): string {
	return createHmac('sha256', key).update(`${downloadKey} ${expires}`).digest('base64url');
}
