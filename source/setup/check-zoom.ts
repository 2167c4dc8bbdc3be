import {type SafeText, safeText} from '../safe-text.ts';
import type {ZoomCredentials} from '../settings/settings.ts';
import {lastDays} from '../zoom/date-range.ts';
import type {UserPage, Zoom} from '../zoom/zoom.ts';
import {ZoomError} from '../zoom/zoom-error.ts';
import {type CheckResult, type Refused, refusalFrom} from './check-result.ts';
import {personalZoomScopes, zoomScopes} from './zoom-scopes.ts';

const recentDays = 30;
// Well-formed, and nobody's: only whether Zoom would let us look for it is of interest.
const unknownMeeting = 'AAAAAAAAAAAAAAAAAAAAAA==';

/**
 * Signs in and tries each kind of request that Recscribe makes, once, so that all missing scopes are
 * known together. Throws the signal's reason.
 */
export async function checkZoom(
	zoom: Zoom,
	signal: AbortSignal,
	kind: ZoomCredentials['type'] = 'server-to-server',
): Promise<CheckResult> {
	const missingScopes: SafeText[] = [];
	const attempt = async <Value>(request: () => Promise<Value>): Promise<Value | undefined> => {
		try {
			return await request();
		} catch (error) {
			if (error instanceof ZoomError && error.missingScopes.length > 0) {
				missingScopes.push(...error.missingScopes);
				return undefined;
			}
			throw error;
		}
	};
	try {
		const users = await attempt(() => first(zoom.listUsers(signal)));
		const user = users?.users[0]?.id ?? 'me';
		await attempt(() => zoom.getUser(user, signal));
		const range = lastDays(recentDays, new Date());
		const recorded = await attempt(() => first(zoom.listMeetings(user, range, signal)));
		await attempt(() => lookIntoMeeting(zoom, recorded?.meetings[0]?.uuid, signal));
		return missingScopes.length > 0
			? missing(missingScopes, kind)
			: {status: 'accepted', as: describeAccess(users, kind)};
	} catch (error) {
		signal.throwIfAborted();
		return missingScopes.length > 0 ? missing(missingScopes, kind) : refused(error);
	}
}

/** Looks at one meeting's files; one that isn't there is as good, since Zoom checks the right first. */
async function lookIntoMeeting(
	zoom: Zoom,
	uuid: string | undefined,
	signal: AbortSignal,
): Promise<void> {
	try {
		await zoom.getMeeting(uuid ?? unknownMeeting, signal);
	} catch (error) {
		const isAbsence = error instanceof ZoomError && error.missingScopes.length === 0;
		if (uuid !== undefined || !isAbsence) {
			throw error;
		}
	}
}

async function first<Value>(values: AsyncIterable<Value>): Promise<Value | undefined> {
	for await (const value of values) {
		return value;
	}
	return undefined;
}

function describeAccess(page: UserPage | undefined, kind: ZoomCredentials['type']): SafeText {
	const [oneself] = page?.users ?? [];
	if (kind === 'user') {
		return safeText(`the recordings of ${oneself?.name ?? 'yourself'}`);
	}
	const users = page?.total ?? page?.users.length ?? 0;
	return safeText(users === 1 ? 'an account with 1 user' : `an account with ${users} users`);
}

/** Zoom may name several scopes of which each would do: the one to add is said, if it is among them. */
function missing(named: readonly SafeText[], kind: ZoomCredentials['type']): Refused {
	const needed = kind === 'user' ? personalZoomScopes : zoomScopes;
	const unique = [...new Set(named)];
	const wanted = unique.filter(scope => needed.some(({name}) => name === scope));
	return {
		status: 'refused',
		reason: 'missing-scopes',
		message: 'Zoom signs this app in, but the app lacks scopes',
		hint: `Add them in the App Marketplace: Manage › your app › Scopes › Add Scopes. ${kind === 'user' ? 'Then enter the values again: who signed in before has only the scopes of then' : 'Then try again'}.`,
		missingScopes: wanted.length > 0 ? wanted : unique,
	};
}

function refused(error: unknown): Refused {
	const refusal = refusalFrom(error);
	// Zoom's own "you may not": the sign-in is good, the plan or the role is not enough.
	return error instanceof ZoomError && error.zoomCode === 200
		? {
				...refusal,
				reason: 'not-allowed',
				hint: 'The account needs a plan with cloud recording, and your role in it the permission “View the recording content”.',
			}
		: refusal;
}
