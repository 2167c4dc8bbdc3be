/** What a Server-to-Server app must be allowed: Zoom's names, and what each is for. */
export const zoomScopes = [
	{name: 'user:read:list_users:admin', purpose: 'to list the users'},
	{name: 'user:read:user:admin', purpose: 'to look up one user'},
	{
		name: 'cloud_recording:read:list_user_recordings:admin',
		purpose: 'to list a user’s recordings',
	},
	{
		name: 'cloud_recording:read:list_recording_files:admin',
		purpose: 'to fetch a recording’s files',
	},
] as const;
