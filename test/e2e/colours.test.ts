import {afterAll, beforeAll, expect, test} from 'vitest';
import {keys} from '../support/keys.ts';
import type {OpenTerminal} from '../support/terminal.ts';
import {createPerson, type Person} from './set-up.ts';

let person: Person;

beforeAll(async () => {
	person = await createPerson();
});

afterAll(() => person.close());

/** How many of the visible cells are so. */
function countCells({emulator}: OpenTerminal) {
	const {active} = emulator.buffer;
	const cells = Array.from({length: emulator.rows * emulator.cols}, (_, place) =>
		active
			.getLine(active.viewportY + Math.floor(place / emulator.cols))
			?.getCell(place % emulator.cols),
	).filter(cell => cell !== undefined);
	return {
		coloured: cells.filter(cell => !(cell.isFgDefault() && cell.isBgDefault())).length,
		bold: cells.filter(cell => cell.isBold() !== 0).length,
		inverse: cells.filter(cell => cell.isInverse() !== 0).length,
	};
}

// A CI variable would take the colours away before anything else does.
const onAnyTerminal = {CI: undefined, FORCE_COLOR: undefined};

test('NO_COLOR takes colours away, and leaves what is bold and the cursor of a text field', async () => {
	await using terminal = await person.openAt('users', {
		variables: {...person.sandbox.environment, ...onAnyTerminal, NO_COLOR: '1'},
	});
	terminal.write(`/${keys.down}`);
	await terminal.waitFor(() => countCells(terminal).inverse > 0);
	expect(countCells(terminal)).toMatchObject({
		coloured: 0,
		bold: expect.toSatisfy(count => count > 8),
	});
});

test('NO_COLOR gives way where colours are forced', async () => {
	await using terminal = await person.openAt('users', {
		variables: {...person.sandbox.environment, ...onAnyTerminal, NO_COLOR: '1', FORCE_COLOR: '1'},
	});
	expect(countCells(terminal).coloured).toBeGreaterThan(8);
});
