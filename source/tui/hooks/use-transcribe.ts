import type {Meeting} from '../../zoom/recordings.ts';
import type {Binding} from '../keymap.ts';
import {useSession} from '../session.ts';
import {useJobs} from './use-jobs.ts';
import {useNavigation} from './use-navigation.ts';

export type Transcribe = {
	/** A single meeting that has a transcript opens it; everything else is put in line. */
	readonly openOrStart: (meetings: readonly Meeting[]) => void;
	/** Puts them in line, also what has a transcript. */
	readonly startAgain: (meetings: readonly Meeting[]) => void;
	readonly isTranscribed: (meeting: Meeting) => boolean;
	readonly bindings: readonly Binding[];
};

/** From meetings to jobs and transcripts. */
export function useTranscribe(): Transcribe {
	const {services} = useSession();
	const {open} = useNavigation();
	const jobs = useJobs();
	const transcriptOf = ({uuid}: Meeting) => services.library.findTranscriptOfMeeting(uuid);

	const startAll = async (meetings: readonly Meeting[]) => {
		const started: string[] = [];
		for (const meeting of meetings) {
			started.push(await services.jobs.start(services.newJob(meeting)));
		}

		if (started.length > 0) {
			open({name: 'transcribing', follow: started.length === 1 ? started[0] : undefined});
		}
	};

	const startAgain = (meetings: readonly Meeting[]) => void startAll(meetings);

	return {
		startAgain,
		openOrStart(meetings) {
			const [first, ...others] = meetings;
			const known = first === undefined || others.length > 0 ? undefined : transcriptOf(first);
			if (known !== undefined) {
				open({name: 'transcript', transcriptId: known.id});
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
