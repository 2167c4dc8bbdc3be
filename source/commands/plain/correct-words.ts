import type {OpenedTranscript} from '../../kept-transcripts/opened-transcript.ts';
import {askText} from '../../questions/ask-text.ts';
import {chooseMany} from '../../questions/choose.ts';
import {say} from '../../questions/say.ts';
import {safeText} from '../../safe-text.ts';
import {type FindHit, find} from '../../transcripts/find.ts';
import {parseQuery} from '../../transcripts/find-query.ts';
import {speakerName} from '../../transcripts/speaker-names.ts';
import {formatTime} from '../../transcripts/time.ts';
import type {Transcript} from '../../transcripts/transcript.ts';
import {timesOfRange} from '../../transcripts/word-positions.ts';
import type {Plain} from './plain.ts';

/** More places than these are not gone through one by one. */
const mostPlaces = 200;
/** Characters on either side of what was found. */
const contextLength = 40;

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/**
 * Asks which words were heard wrongly, where, and what was said in truth; gives back the transcript as it
 * is then.
 */
export async function correctWords(
	plain: Plain,
	before: OpenedTranscript,
): Promise<OpenedTranscript> {
	let opened = before;
	for (;;) {
		const words = await askText({message: 'Which words are wrong?'}, plain.prompts);
		if (words === undefined) {
			return opened;
		}

		opened = await correct(plain, opened, words);
	}
}

async function correct(
	{services, prompts}: Plain,
	opened: OpenedTranscript,
	words: string,
): Promise<OpenedTranscript> {
	const {transcript} = opened;
	const hits = findHits(transcript, words);
	if (hits.length === 0 || hits.length > mostPlaces) {
		say(
			prompts,
			hits.length === 0
				? `Nobody says “${words}”.`
				: `“${words}” is there ${hits.length} times: give some of the words beside it as well.`,
		);
		return opened;
	}

	const chosen = await choosePlaces(transcript, hits, prompts);
	if (chosen === undefined) {
		return opened;
	}

	const answer = await askText({message: 'What was said instead? - for nothing'}, prompts);
	if (answer === undefined) {
		return opened;
	}

	for (const [turn, text] of replace(transcript, chosen, answer === '-' ? '' : answer)) {
		services.correctTurn(opened, turn, safeText(text));
	}

	say(prompts, chosen.length === 1 ? 'Corrected.' : `Corrected in ${chosen.length} places.`);
	return services.reread(opened);
}

function findHits(transcript: Transcript, words: string): readonly FindHit[] {
	const parsed = parseQuery(words, {isRegularExpression: false});
	if (parsed.kind !== 'query') {
		return [];
	}

	const finds = find(transcript, parsed.query);
	return Array.from({length: finds.count}, (_, index) => finds.hitAt(index) ?? []).flat();
}

async function choosePlaces(
	transcript: Transcript,
	hits: readonly FindHit[],
	prompts: Plain['prompts'],
): Promise<readonly FindHit[] | undefined> {
	const [only, another] = hits;
	if (only !== undefined && another === undefined) {
		say(prompts, describePlace(transcript, only));
		return hits;
	}

	return chooseMany(
		{
			message: `Where is it wrong? It is there ${hits.length} times`,
			choices: hits.map(hit => {
				const name = describePlace(transcript, hit);
				return {value: hit, name, short: name.slice(0, name.indexOf(','))};
			}),
		},
		prompts,
	);
}

/** `0:11, Speaker C: …if you hear [hammering], they are repairing…` */
function describePlace(transcript: Transcript, {turn: index, start, end}: FindHit): string {
	const turn = transcript.turns[index];
	if (turn === undefined) {
		throw new RangeError(`There is no turn ${index}`);
	}

	const {text, speaker} = turn;
	const {startMs} = timesOfRange(turn, start, end);
	const who = speaker === undefined ? '' : `, ${speakerName(transcript, speaker)}`;
	const before = toCharacters(text.slice(0, start));
	const after = toCharacters(text.slice(end));
	return [
		`${formatTime(startMs)}${who}: `,
		before.length > contextLength ? '…' : '',
		...before.slice(-contextLength),
		`[${text.slice(start, end)}]`,
		...after.slice(0, contextLength),
		after.length > contextLength ? '…' : '',
	].join('');
}

function toCharacters(text: string): readonly string[] {
	return Array.from(graphemes.segment(text), ({segment}) => segment);
}

/** The new texts of the turns that the hits are in. */
function replace(
	{turns}: Transcript,
	hits: readonly FindHit[],
	truth: string,
): ReadonlyMap<number, string> {
	const texts = new Map<number, string>();
	// From the end on: what is ahead of a place keeps its own.
	for (const {turn, start, end} of hits.toReversed()) {
		const text = texts.get(turn) ?? turns[turn]?.text ?? '';
		texts.set(turn, `${text.slice(0, start)}${truth}${text.slice(end)}`);
	}

	return texts;
}
