/** What an endpoint asks of a token: any one of all of these. */
export type ScopeChoice = {
	/** What new apps have; a refusal names them. */
	readonly granular: readonly string[];
	/** Of apps made before 2024. */
	readonly classic: readonly string[];
};

export const scopes = {
	listUsers: {
		granular: ['user:read:list_users:admin'],
		classic: ['user:read:admin'],
	},
	readUser: {
		granular: ['user:read:user', 'user:read:user:admin'],
		classic: ['user:read', 'user:read:admin'],
	},
	listRecordings: {
		granular: [
			'cloud_recording:read:list_user_recordings',
			'cloud_recording:read:list_user_recordings:admin',
		],
		classic: ['recording:read', 'recording:read:admin'],
	},
	readMeeting: {
		granular: [
			'cloud_recording:read:list_recording_files',
			'cloud_recording:read:list_recording_files:admin',
		],
		classic: ['recording:read', 'recording:read:admin'],
	},
	listAccountRecordings: {
		granular: ['cloud_recording:read:list_account_recordings:admin'],
		classic: ['account:read:admin'],
	},
	readTranscript: {
		granular: [
			'cloud_recording:read:meeting_transcript',
			'cloud_recording:read:meeting_transcript:admin',
		],
		classic: ['recording:read', 'recording:read:admin'],
	},
	readSummary: {
		granular: ['meeting:read:summary', 'meeting:read:summary:admin'],
		classic: ['meeting_summary:read', 'meeting_summary:read:admin'],
	},
} as const satisfies Record<string, ScopeChoice>;

/** What a new Server-to-Server app is given when its owner follows the instructions. */
export const usualScopes: readonly string[] = [
	'user:read:list_users:admin',
	'user:read:user:admin',
	'cloud_recording:read:list_user_recordings:admin',
	'cloud_recording:read:list_recording_files:admin',
];

/** What somebody who signs in as themselves is asked to allow. */
export const usualPersonalScopes: readonly string[] = [
	'user:read:user',
	'cloud_recording:read:list_user_recordings',
	'cloud_recording:read:list_recording_files',
	'cloud_recording:read:meeting_transcript',
	'meeting:read:summary',
];

/** With everything that an app can be given for reading recordings. */
export const allScopes: readonly string[] = [
	...usualScopes,
	'cloud_recording:read:list_account_recordings:admin',
	'cloud_recording:read:meeting_transcript:admin',
	'meeting:read:summary:admin',
];

/** Whether somebody with these scopes may. The scopes of a master account stand for the admin's. */
export function isAllowed({granular, classic}: ScopeChoice, has: readonly string[]): boolean {
	const masters = granular.map(scope => `${scope.replace(/:admin$/, '')}:master`);
	return [...granular, ...classic, ...masters].some(scope => has.includes(scope));
}
