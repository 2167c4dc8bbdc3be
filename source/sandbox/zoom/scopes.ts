/** What an endpoint asks of a token. */
export type ScopeChoice = {
	/** Without the `:admin` at its end, as new apps have it. */
	readonly granular: string;
	/** The same for apps that were made before 2024. */
	readonly classic: string;
	/** Whether there is a scope for what belongs to the signed-in user alone. */
	readonly hasOwn: boolean;
};

export const scopes = {
	listUsers: {granular: 'user:read:list_users', classic: 'user:read', hasOwn: false},
	readUser: {granular: 'user:read:user', classic: 'user:read', hasOwn: true},
	listRecordings: {
		granular: 'cloud_recording:read:list_user_recordings',
		classic: 'recording:read',
		hasOwn: true,
	},
	listAccountRecordings: {
		granular: 'cloud_recording:read:list_account_recordings',
		classic: 'recording:read',
		hasOwn: false,
	},
	readMeeting: {
		granular: 'cloud_recording:read:list_recording_files',
		classic: 'recording:read',
		hasOwn: true,
	},
	readTranscript: {
		granular: 'cloud_recording:read:meeting_transcript',
		classic: 'recording:read',
		hasOwn: true,
	},
} as const satisfies Record<string, ScopeChoice>;

/** What a new Server-to-Server app is given when its owner follows the instructions. */
export const usualScopes: readonly string[] = [
	'user:read:list_users:admin',
	'user:read:user:admin',
	'cloud_recording:read:list_user_recordings:admin',
	'cloud_recording:read:list_recording_files:admin',
];

/** What somebody may do who has signed in as themselves. */
export const ownScopes: readonly string[] = [
	'user:read:user',
	'cloud_recording:read:list_user_recordings',
	'cloud_recording:read:list_recording_files',
	'cloud_recording:read:meeting_transcript',
];

/** How far a token reaches: everybody in the account, only its own user, or not at all. */
export type Reach = 'account' | 'own' | 'none';

export function reachOf({granular, classic, hasOwn}: ScopeChoice, has: readonly string[]): Reach {
	const admin = [`${granular}:admin`, `${granular}:master`, `${classic}:admin`];
	if (admin.some(scope => has.includes(scope))) {
		return 'account';
	}
	return hasOwn && [granular, classic].some(scope => has.includes(scope)) ? 'own' : 'none';
}

/** What a refusal names: the scopes that would have been enough. */
export function describeMissing({granular, hasOwn}: ScopeChoice, reach: Reach): string {
	return reach === 'none' && hasOwn ? `${granular}, ${granular}:admin` : `${granular}:admin`;
}
