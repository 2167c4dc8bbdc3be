/** One of Zoom's permissions, under Zoom's name for it. */
export type ZoomScope = {
	readonly name: string;
	/** The older names of the same, which apps made before 2024 have. */
	readonly classic: readonly string[];
	readonly purpose: string;
	/** What does not work without it, as a sentence. */
	readonly cost: string;
};

/** What a Server-to-Server app must be allowed. */
export const zoomScopes: readonly ZoomScope[] = [
	{
		name: 'user:read:list_users:admin',
		classic: ['user:read:admin'],
		purpose: 'to list the users',
		cost: 'The users can’t be listed.',
	},
	{
		name: 'user:read:user:admin',
		classic: ['user:read:admin'],
		purpose: 'to look up one user',
		cost: 'A user can’t be named by email.',
	},
	{
		name: 'cloud_recording:read:list_user_recordings:admin',
		classic: ['recording:read:admin'],
		purpose: 'to list a user’s recordings',
		cost: 'No recordings can be listed.',
	},
	{
		name: 'cloud_recording:read:list_recording_files:admin',
		classic: ['recording:read:admin'],
		purpose: 'to fetch a recording’s files',
		cost: 'No recording can be fetched, so nothing can be transcribed.',
	},
];

/** What makes a Server-to-Server app do more. */
export const moreZoomScopes: readonly ZoomScope[] = [
	{
		name: 'cloud_recording:read:list_account_recordings:admin',
		classic: ['account:read:admin'],
		purpose: 'to list everyone’s recordings at once',
		cost: 'Everyone’s recordings are listed user by user, which takes longer.',
	},
	{
		name: 'cloud_recording:read:meeting_transcript:admin',
		classic: ['recording:read:admin'],
		purpose: 'to read Zoom’s own transcripts',
		cost: 'Zoom’s own transcript is there only where it is among the recording’s files.',
	},
	{
		name: 'meeting:read:summary:admin',
		classic: ['meeting_summary:read:admin'],
		purpose: 'to read Zoom’s AI summaries',
		cost: 'Zoom’s AI summary is there only where it is among the recording’s files.',
	},
];

/** The same for somebody who signs in as themselves: no administrator has to allow these. */
export const personalZoomScopes: readonly ZoomScope[] = [
	{
		name: 'user:read:user',
		classic: ['user:read'],
		purpose: 'to know who you are',
		cost: 'Recscribe can’t tell who is signed in.',
	},
	{
		name: 'cloud_recording:read:list_user_recordings',
		classic: ['recording:read'],
		purpose: 'to list your recordings',
		cost: 'No recordings can be listed.',
	},
	{
		name: 'cloud_recording:read:list_recording_files',
		classic: ['recording:read'],
		purpose: 'to fetch a recording’s files',
		cost: 'No recording can be fetched, so nothing can be transcribed.',
	},
];

export const morePersonalZoomScopes: readonly ZoomScope[] = [
	{
		name: 'cloud_recording:read:meeting_transcript',
		classic: ['recording:read'],
		purpose: 'to read Zoom’s own transcripts',
		cost: 'Zoom’s own transcript is there only where it is among the recording’s files.',
	},
	{
		name: 'meeting:read:summary',
		classic: ['meeting_summary:read'],
		purpose: 'to read Zoom’s AI summaries',
		cost: 'Zoom’s AI summary is there only where it is among the recording’s files.',
	},
];

/** Whether these granted scopes hold what the scope stands for, under whichever name. */
export function isGranted({name, classic}: ZoomScope, granted: readonly string[]): boolean {
	const base = name.replace(/:admin$/, '');
	const names = [name, `${base}:admin`, `${base}:master`, ...classic, ...classic.map(toAdmin)];
	return names.some(known => granted.includes(known));
}

function toAdmin(scope: string): string {
	return scope.endsWith(':admin') ? scope : `${scope}:admin`;
}
