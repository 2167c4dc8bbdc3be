import {expect, test} from 'vitest';
import {optionsFor} from '../../../source/transcripts/formats/format-options.ts';
import {formats} from '../../../source/transcripts/formats/formats.ts';

const others = {
	timestamps: false,
	speakers: false,
	unit: 'word',
	header: true,
	original: true,
} as const;

test.each(formats)('$name takes the wishes that it has a choice for, and no other', format => {
	expect(optionsFor(format, {})).toEqual(format.defaults);
	const options = optionsFor(format, others);
	for (const choice of ['timestamps', 'speakers', 'header', 'original'] as const) {
		const isTaken = format.choices.includes(choice);
		expect(options[choice]).toBe(isTaken ? others[choice] : format.defaults[choice]);
	}

	expect(options.unit).toBe(format.units.includes('word') ? 'word' : format.defaults.unit);
});
