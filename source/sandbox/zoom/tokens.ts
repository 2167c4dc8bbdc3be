import {Buffer} from 'node:buffer';
import {createHmac, randomBytes} from 'node:crypto';
import type {Clock} from '../clock.ts';

/** What a token lets its bearer do. */
export type Grant = {
	readonly scopes: readonly string[];
	/** Whom `me` stands for. */
	readonly userId: string;
};

export type TokenCheck =
	| {readonly state: 'valid'; readonly grant: Grant}
	| {readonly state: 'expired'}
	| {readonly state: 'unknown'};

export type Tokens = {
	/** A new access token; earlier ones stay good. */
	issue(grant: Grant): string;
	check(token: string): TokenCheck;
	/** A token that opens one meeting's files for so many seconds. */
	issueForDownload(meetingUuid: string, ttlSeconds: number): string;
	checkForDownload(token: string, meetingUuid: string): TokenCheck['state'];
	/** This token is not known any more. */
	revoke(token: string): void;
	/** Every token that has been issued so far is expired from now on. */
	expireAll(): void;
};

export const accessTokenSeconds = 3600;

type Issued = {
	readonly expires: number;
	readonly grant: Grant | undefined;
	readonly meeting?: string;
};

export function createTokens(clock: Clock, accountId: string): Tokens {
	const secret = randomBytes(32);
	const issued = new Map<string, Issued>();
	let expiredBefore = 0;
	let count = 0;
	const order = new Map<string, number>();

	function keep(claims: Readonly<Record<string, unknown>>, token: Issued): string {
		const seconds = Math.floor(clock.now() / 1000);
		const header = {sv: '000002', alg: 'HS512', v: '2.0', kid: 'sandbox'};
		const payload = {
			...claims,
			aud: 'https://oauth.zoom.us',
			nbf: seconds,
			iat: seconds,
			exp: Math.floor(token.expires / 1000),
			jti: randomBytes(9).toString('base64url'),
		};
		const text = [header, payload].map(encode).join('.');
		const signed = `${text}.${createHmac('sha512', secret).update(text).digest('base64url')}`;
		issued.set(signed, token);
		order.set(signed, count++);
		return signed;
	}

	function look(token: string): Issued | 'expired' | undefined {
		const found = issued.get(token);
		if (found === undefined) {
			return undefined;
		}
		const isOld = (order.get(token) ?? 0) < expiredBefore || found.expires <= clock.now();
		return isOld ? 'expired' : found;
	}

	return {
		issue(grant) {
			return keep(
				{ver: 10, auid: accountId, uid: grant.userId, type: 3, aid: accountId},
				{expires: clock.now() + accessTokenSeconds * 1000, grant},
			);
		},
		check(token) {
			const found = look(token);
			if (found === undefined || found === 'expired') {
				return {state: found ?? 'unknown'};
			}
			return found.grant === undefined ? {state: 'unknown'} : {state: 'valid', grant: found.grant};
		},
		issueForDownload(meetingUuid, ttlSeconds) {
			return keep(
				{iss: 'https://event.zoom.us', accountId, mid: meetingUuid},
				{expires: clock.now() + ttlSeconds * 1000, grant: undefined, meeting: meetingUuid},
			);
		},
		checkForDownload(token, meetingUuid) {
			const found = look(token);
			if (found === undefined || found === 'expired') {
				return found ?? 'unknown';
			}
			return found.grant !== undefined || found.meeting === meetingUuid ? 'valid' : 'unknown';
		},
		revoke(token) {
			issued.delete(token);
		},
		expireAll() {
			expiredBefore = count;
		},
	};
}

function encode(part: unknown): string {
	return Buffer.from(JSON.stringify(part)).toString('base64url');
}
