import type {User} from '../zoom/recordings.ts';

/** Whose recordings one looks at. */
export type Whose = {readonly type: 'user'; readonly user: User} | {readonly type: 'everyone'};

export const everyone: Whose = {type: 'everyone'};

/** Tells one choice from another. */
export function keyOfWhose(whose: Whose): string {
	return whose.type === 'user' ? `user ${whose.user.id}` : whose.type;
}

export function nameOfWhose(whose: Whose): string {
	return whose.type === 'user' ? whose.user.name : 'Everyone';
}
