import 'media-captions';

// The package's own declarations import each other without file extensions, which TypeScript does
// not resolve for Node: here is what the tests use.
declare module 'media-captions' {
	export type VTTCue = {
		readonly startTime: number;
		readonly endTime: number;
		readonly text: string;
	};

	type VTTNode =
		| {readonly type: 'v'; readonly voice: string; readonly children: readonly VTTNode[]}
		| {readonly type: 'text'; readonly data: string};

	export function parseText(
		text: string,
		options: {
			readonly type: 'srt' | 'vtt';
			readonly strict?: boolean;
			readonly errors?: boolean;
		},
	): Promise<{readonly cues: readonly VTTCue[]; readonly errors: readonly unknown[]}>;

	export function tokenizeVTTCue(cue: VTTCue): readonly VTTNode[];
}
