import type {NewJob} from '../../library/library.ts';
import type {Meeting, RecordingFile} from '../../zoom/recordings.ts';
import type {Binding} from '../keymap.ts';
import {useSession} from '../session.ts';
import {useJobCounts} from './use-jobs.ts';
import {useNavigation} from './use-navigation.ts';
import {useStartJobs} from './use-start-jobs.ts';

export type Transcribe = {
	/** A single meeting that has a transcript opens it; everything else is put in line. */
	readonly openOrStart: (meetings: readonly Meeting[]) => void;
	/** Puts them in line, also what has a transcript. */
	readonly startAgain: (meetings: readonly Meeting[]) => void;
	/** Puts single files of a meeting in line: each is a job of its own. */
	readonly startFiles: (meeting: Meeting, files: readonly RecordingFile[]) => void;
	/** The options of a run first. */
	readonly askFirst: (meetings: readonly Meeting[]) => void;
	readonly askFilesFirst: (meeting: Meeting, files: readonly RecordingFile[]) => void;
	readonly isTranscribed: (meeting: Meeting) => boolean;
	readonly bindings: readonly Binding[];
};

/** From meetings to jobs and transcripts. */
export function useTranscribe(): Transcribe {
	const {services} = useSession();
	const {open} = useNavigation();
	const startJobs = useStartJobs('open');
	const {total} = useJobCounts();
	const transcriptOf = ({uuid}: Meeting) => services.library.findTranscriptOfMeeting(uuid);

	/** What is likely to be dear is looked at first. */
	function startOrAsk(newJobs: readonly NewJob[]): void {
		const {usd} = services.estimateCost(newJobs);
		if (usd > services.settings.preferences.askAboveUsd) {
			ask(newJobs);
		} else {
			void startJobs(newJobs);
		}
	}

	function ask([first, ...others]: readonly NewJob[]): void {
		if (first !== undefined) {
			open({name: 'run', jobs: [first, ...others]});
		}
	}

	const toJobs = (meetings: readonly Meeting[]) =>
		meetings.map(meeting => services.newJob(meeting));
	const toFileJobs = (meeting: Meeting, files: readonly RecordingFile[]) =>
		files.map(file => services.newJob(meeting, {file}));

	return {
		startAgain: meetings => startOrAsk(toJobs(meetings)),
		startFiles: (meeting, files) => startOrAsk(toFileJobs(meeting, files)),
		askFirst: meetings => ask(toJobs(meetings)),
		askFilesFirst: (meeting, files) => ask(toFileJobs(meeting, files)),
		openOrStart(meetings) {
			const [first, ...others] = meetings;
			const known = first === undefined || others.length > 0 ? undefined : transcriptOf(first);
			if (known !== undefined) {
				open({name: 'transcript', reference: {type: 'library', id: known.id}});
				return;
			}

			startOrAsk(toJobs(meetings.filter(meeting => transcriptOf(meeting) === undefined)));
		},
		isTranscribed: meeting => transcriptOf(meeting) !== undefined,
		bindings:
			total === 0
				? []
				: [
						{
							keys: ['J'],
							label: 'the transcriptions at work',
							hint: 'jobs',
							run: () => open({name: 'transcribing', follow: undefined}),
						},
					],
	};
}
