import type {NewJob} from '../../library/library.ts';
import type {Meeting, RecordingFile} from '../../zoom/recordings.ts';
import type {Binding} from '../keymap.ts';
import {useSession} from '../session.ts';
import {useJobs} from './use-jobs.ts';
import {useNavigation} from './use-navigation.ts';

export type Transcribe = {
	/** A single meeting that has a transcript opens it; everything else is put in line. */
	readonly openOrStart: (meetings: readonly Meeting[]) => void;
	/** Puts them in line, also what has a transcript. */
	readonly startAgain: (meetings: readonly Meeting[]) => void;
	/** Puts single files of a meeting in line: each is a job of its own. */
	readonly startFiles: (meeting: Meeting, files: readonly RecordingFile[]) => void;
	readonly isTranscribed: (meeting: Meeting) => boolean;
	readonly bindings: readonly Binding[];
};

/** From meetings to jobs and transcripts. */
export function useTranscribe(): Transcribe {
	const {services} = useSession();
	const {open} = useNavigation();
	const jobs = useJobs();
	const transcriptOf = ({uuid}: Meeting) => services.library.findTranscriptOfMeeting(uuid);

	async function startAll(newJobs: readonly NewJob[]): Promise<void> {
		const started: string[] = [];
		for (const newJob of newJobs) {
			started.push(await services.jobs.start(newJob));
		}

		if (started.length > 0) {
			open({name: 'transcribing', follow: started.length === 1 ? started[0] : undefined});
		}
	}

	const startAgain = (meetings: readonly Meeting[]) =>
		void startAll(meetings.map(meeting => services.newJob(meeting)));

	return {
		startAgain,
		startFiles(meeting, files) {
			void startAll(files.map(file => services.newJob(meeting, {file})));
		},
		openOrStart(meetings) {
			const [first, ...others] = meetings;
			const known = first === undefined || others.length > 0 ? undefined : transcriptOf(first);
			if (known !== undefined) {
				open({name: 'transcript', reference: {type: 'library', id: known.id}});
				return;
			}

			startAgain(meetings.filter(meeting => transcriptOf(meeting) === undefined));
		},
		isTranscribed: meeting => transcriptOf(meeting) !== undefined,
		bindings:
			jobs.length === 0
				? []
				: [
						{
							keys: ['J'],
							label: 'the transcriptions of this session',
							hint: 'jobs',
							run: () => open({name: 'transcribing', follow: undefined}),
						},
					],
	};
}
