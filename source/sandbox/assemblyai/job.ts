import type {Parameters} from './parameters.ts';
import type {Recognized} from './recognize.ts';

/** One submission on its way, or at its end. Times in milliseconds since 1970. */
export type Job = {
	readonly id: string;
	readonly parameters: Parameters;
	readonly created: number;
	progress: Progress;
	/** Nothing of it is left but the fact. */
	isDeleted: boolean;
};

export type Sound = Exclude<Recognized, {readonly type: 'no-audio'}>;

export type Progress =
	| {readonly status: 'queued'}
	/** `ends` is unknown as long as the audio is still being downloaded. */
	| {
			readonly status: 'processing';
			readonly ends: number | undefined;
			readonly outcome: Outcome | undefined;
	  }
	| {readonly status: 'completed'; readonly completed: number; readonly sound: Sound}
	| {
			readonly status: 'error';
			readonly completed: number;
			readonly error: string;
			readonly sound: Sound | undefined;
	  };

/** What a job will turn out to be when its time has come. */
export type Outcome =
	| {readonly type: 'transcript'; readonly sound: Sound}
	| {readonly type: 'error'; readonly error: string; readonly sound: Sound | undefined};

/** What is to be heard in it, once that is known. */
export function soundOf(progress: Progress): Sound | undefined {
	switch (progress.status) {
		case 'queued':
			return undefined;
		case 'processing':
			return progress.outcome?.sound;
		case 'completed':
		case 'error':
			return progress.sound;
	}
}
