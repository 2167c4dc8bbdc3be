/** What an endpoint asks of a token: any one of these. The administrators' granular one comes first. */
export const scopes = {
	listUsers: ['user:read:list_users:admin', 'user:read:list_users:master', 'user:read:admin'],
	readUser: [
		'user:read:user:admin',
		'user:read:user:master',
		'user:read:user',
		'user:read:admin',
		'user:read',
	],
	listRecordings: [
		'cloud_recording:read:list_user_recordings:admin',
		'cloud_recording:read:list_user_recordings:master',
		'cloud_recording:read:list_user_recordings',
		'recording:read:admin',
		'recording:read',
	],
	readMeeting: [
		'cloud_recording:read:list_recording_files:admin',
		'cloud_recording:read:list_recording_files:master',
		'cloud_recording:read:list_recording_files',
		'recording:read:admin',
		'recording:read',
	],
} as const satisfies Record<string, readonly string[]>;

/** What a new Server-to-Server app is given when its owner follows the instructions. */
export const usualScopes: readonly string[] = [
	'user:read:list_users:admin',
	'user:read:user:admin',
	'cloud_recording:read:list_user_recordings:admin',
	'cloud_recording:read:list_recording_files:admin',
];

/** The granular ones among them, as Zoom's refusal names them. */
export function describeMissing(anyOf: readonly string[]): string {
	const granular = anyOf.filter(scope => scope.split(':').length >= 4);
	return granular.filter(scope => !scope.endsWith(':master')).join(', ');
}
