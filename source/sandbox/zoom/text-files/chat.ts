import type {SpokenTurn} from '../../speech/speech.ts';
import {formatTime, nameOnScreen} from './written.ts';

const remarks = ['👍', 'sorry, back now', '+1', 'can you share that link again?', 'great, thanks!'];

/** The chat beside the meeting: now and then somebody types a word. */
export function writeChat(turns: readonly SpokenTurn[]): string {
	const said = turns.filter((_, index) => index % 23 === 7);
	const lines = said.map(({speaker, endMs}, index) => {
		const time = formatTime(endMs).slice(0, 8);
		return `${time}\t${nameOnScreen(speaker)}:\t${remarks[index % remarks.length]}`;
	});
	return `${lines.join('\r\n')}\r\n`;
}
