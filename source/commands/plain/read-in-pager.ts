import process from 'node:process';
import type {ExportDocument} from '../../transcripts/formats/format.ts';
import {linearText} from '../../transcripts/linear-text.ts';
import type {CommandContext} from '../command.ts';
import {showInPager} from './pager.ts';

/** Cells: longer lines are hard to read. */
const widest = 100;

/** A transcript from a turn on in the person's pager; where there is none, as lines on standard output. */
export async function readInPager(
	{stdout, stderr, use}: Pick<CommandContext, 'stdout' | 'stderr' | 'use'>,
	document: ExportDocument,
	fromTurn: number,
): Promise<void> {
	// Some terminals do not know, and say 0.
	const width = Math.min(widest, (stderr.columns || 80) - 1);
	const text = linearText(document, {width, fromTurn}).join('\n');
	await showInPager(`${text}\n`, stdout, {environment: process.env, use});
}
