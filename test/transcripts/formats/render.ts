import fc from 'fast-check';
import {safeText} from '../../../source/safe-text.ts';
import type {
	BinaryFormat,
	ExportDocument,
	ExportOptions,
	TextFormat,
} from '../../../source/transcripts/formats/format.ts';
import {findFormat, renderExport} from '../../../source/transcripts/formats/formats.ts';
import {conversation, documentOf} from '../corpus.ts';

/** A format that is made, by its name. */
export function format(name: string): TextFormat | BinaryFormat {
	const found = findFormat(name);
	if (found === undefined || found.kind === 'stored') {
		throw new Error(`${name} is not a format that is made`);
	}
	return found;
}

/** A whole export in a format of text. */
export async function renderText(
	name: string,
	document: ExportDocument,
	options: Partial<ExportOptions> = {},
): Promise<string> {
	const made = format(name);
	const rendered = await renderExport(made, document, {...made.defaults, ...options});
	if (typeof rendered !== 'string') {
		throw new TypeError(`${name} is not text`);
	}
	return rendered;
}

export const anyOptions: fc.Arbitrary<ExportOptions> = fc.record({
	timestamps: fc.boolean(),
	speakers: fc.boolean(),
	header: fc.boolean(),
	original: fc.boolean(),
	unit: fc.constantFrom('turn', 'sentence'),
});

const meeting = conversation([
	['A', 'Good morning, shall we start? The first point is the launch.'],
	['A', 'It moves to November.'],
	['B', 'Because of the "review".'],
]);
const named = {...meeting, speakerNames: new Map([['A', safeText('Ana Souza')]])};
/** A small meeting of two speakers, one of them named. */
export const weekly = documentOf(named);
