import {type DatePreset, datePresets, readTypedRange} from '../../date-presets.ts';
import {UserError} from '../../errors.ts';
import {showDayRange, showMinutes, showMoment} from '../../measures.ts';
import {askText} from '../../questions/ask-text.ts';
import {choose, chooseMany, search} from '../../questions/choose.ts';
import type {DateRange, Meeting, User} from '../../zoom/recordings.ts';
import {toStatus} from '../meeting-json.ts';
import {sayError} from '../say-error.ts';
import {beginSearch} from '../search-journal.ts';
import {collectUsers} from '../users.ts';
import {findMeetings, type Whose} from '../whose-meetings.ts';
import {attempt} from './attempt.ts';
import type {Plain} from './plain.ts';
import {transcribeAndRead} from './transcribe-and-read.ts';

/** Whose recordings, of which days, which of them: and each question leads back to the one before. */
export async function startFromMeetings(plain: Plain): Promise<void> {
	const {services, context} = plain;
	context.stderr.write('Asking Zoom who is in the account…\n');
	const users = await collectUsers(services.zoom, context.signal);
	const [only, another] = users;
	if (only === undefined) {
		throw new UserError('Zoom lists no users', {
			code: 'not-found',
			hint: 'Check that the Zoom app belongs to the right account.',
		});
	}

	if (another === undefined) {
		await chooseDays(plain, {type: 'user', user: only.id});
		return;
	}

	for (;;) {
		const who = await askWhose(users, plain);
		if (who === undefined) {
			return;
		}

		await chooseDays(plain, who);
	}
}

function askWhose(users: readonly User[], {prompts}: Plain): Promise<Whose['who'] | undefined> {
	const single = users.map(({id, name, email, status, department}) => ({
		value: {type: 'user', user: id} as const,
		name: [name, email, department, status === 'active' ? undefined : 'deactivated']
			.filter(fact => fact !== undefined && fact !== '')
			.join(', '),
	}));
	const [first] = single;
	return search<Whose['who']>(
		{
			message: 'Whose recordings?',
			choices: [{value: {type: 'everyone'}, name: 'Everyone'}, ...single],
			// Everyone stands at the top; most people look for somebody.
			...(first !== undefined && {default: first.value}),
		},
		prompts,
	);
}

async function chooseDays(plain: Plain, who: Whose['who']): Promise<void> {
	for (;;) {
		const range = await askDays(plain);
		if (range === undefined) {
			return;
		}

		await attempt(() => chooseMeetings(plain, {who, range}), plain.context.stderr);
	}
}

async function askDays(plain: Plain): Promise<DateRange | undefined> {
	const presets = datePresets(new Date());
	const toChoice = (preset: DatePreset) => ({
		value: preset.range,
		name: `${preset.label}, ${showDayRange(preset.range.from, preset.range.to)}`,
	});
	for (;;) {
		const chosen = await choose<DateRange | 'other'>(
			{
				message: 'Which days?',
				choices: [
					...presets.map(toChoice),
					{value: 'other', name: 'Other dates, a range of your own'},
				],
				default: presets[0].range,
			},
			plain.prompts,
		);
		const range = chosen === 'other' ? await askOtherDays(plain) : chosen;
		if (chosen !== 'other' || range !== undefined) {
			return range;
		}
	}
}

async function askOtherDays({context, prompts}: Plain): Promise<DateRange | undefined> {
	for (;;) {
		const text = await askText(
			{message: 'First and last day, as YYYY-MM-DD; one alone is that day'},
			prompts,
		);
		if (text === undefined) {
			return undefined;
		}

		try {
			return readTypedRange(text, new Date());
		} catch (error) {
			if (!(error instanceof UserError)) {
				throw error;
			}

			sayError(error, context.stderr);
		}
	}
}

async function chooseMeetings(plain: Plain, whose: Whose): Promise<void> {
	const {services, context, prompts} = plain;
	const isEveryone = whose.who.type === 'everyone';
	context.stderr.write('Asking Zoom for the recordings…\n');
	const {meetings, failure} = await findMeetings(context, services.zoom, whose, {
		journal: isEveryone ? beginSearch(services.settings, whose.range) : undefined,
	});
	if (failure !== undefined) {
		sayError(failure, context.stderr);
	}

	while (meetings.length > 0) {
		const chosen = await chooseMany(
			{
				message: `Which of ${meetings.length} meetings, newest first?`,
				choices: meetings.map(meeting => ({
					value: meeting,
					name: describeMeeting(meeting, {isEveryone, plain}),
					short: meeting.topic,
				})),
			},
			prompts,
		);
		if (chosen === undefined) {
			return;
		}

		await attempt(() => transcribeAndRead(plain, chosen), context.stderr);
	}
}

const statuses = {
	completed: undefined,
	processing: 'Zoom is still processing it',
	'no-audio': 'nothing to transcribe',
} as const;

function describeMeeting(
	meeting: Meeting,
	{isEveryone, plain: {services}}: {readonly isEveryone: boolean; readonly plain: Plain},
): string {
	const isTranscribed = services.library.findTranscriptOfMeeting(meeting.uuid) !== undefined;
	return [
		meeting.topic === '' ? '(no topic)' : meeting.topic,
		showMoment(meeting.start),
		showMinutes(meeting.durationMinutes),
		isEveryone ? meeting.hostEmail : undefined,
		isTranscribed ? 'transcribed' : statuses[toStatus(meeting)],
	]
		.filter(fact => fact !== undefined)
		.join(', ');
}
