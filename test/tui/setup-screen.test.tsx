import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {keys} from '../support/keys.ts';
import {settings} from './fake-services.ts';
import {
	createFakeProgram,
	createFakeSafekeeping,
	type FakeProgram,
	type OpenedApp,
	openApp,
	sizes,
} from './open-app.tsx';

/** Nothing is set up, or Zoom alone. */
function createEmptyProgram(): FakeProgram {
	const program = createFakeProgram();
	program.settings = {
		...settings,
		zoom: {...settings.zoom, credentials: undefined},
		assemblyai: {...settings.assemblyai, apiKey: undefined},
		sources: {zoom: undefined, assemblyai: undefined},
	};
	return program;
}

const withZoom = {
	...settings,
	assemblyai: {...settings.assemblyai, apiKey: undefined},
	sources: {zoom: 'settings-file', assemblyai: undefined},
} as const;

function words(app: OpenedApp): string {
	return app.screen().replaceAll(/\s+/g, ' ');
}

describe.each(sizes)('at $columns×$rows', size => {
	test('a first run is told what is needed, and what for', async () => {
		const app = openApp({...size, program: createEmptyProgram()});
		await app.waitFor('set up');
		expect(words(app)).toContain('It needs two accounts of yours: Zoom');
		expect(app.rows()).toContainEqual(expect.stringMatching(/^❯ +○ +Zoom +to list .* not set$/));
		expect(app.rows()).toContainEqual(expect.stringMatching(/^ +○ +AssemblyAI .* not set$/));
		expect(app.rows()).toContainEqual(
			expect.stringMatching(/^ +Try the sandbox +made-up meetings/),
		);
		expect(app.screen()).not.toContain('Continue');
		expect(app.frameFaults()).toEqual([]);
	});

	test('what was found damaged is said in the place of that', async () => {
		const program = createEmptyProgram();
		program.notices.push('The settings were damaged', 'Others could read it');
		const app = openApp({...size, program});
		await app.waitFor('The settings were damaged. Others could read it');
		expect(app.frameFaults()).toEqual([]);
	});

	test('the keychain is offered for what is kept, and one can go back', async () => {
		const program = createEmptyProgram();
		const app = openApp({...size, program});
		await app.waitFor(/^ +Kept in +a file only you.* or the keychain$/m);
		await app.press(keys.down, keys.down);
		await app.waitFor(/❯ +Kept in/);
		await app.press(keys.enter);
		await app.waitFor(/❯ +Kept in +an encrypted file, its/);
		expect(words(app)).toContain(
			'✓ The settings are encrypted, with a key in this computer’s keychain',
		);
		expect(app.frameFaults()).toEqual([]);
		await app.press(keys.enter);
		await app.waitFor(/❯ +Kept in +a file only you/);
		expect(words(app)).toContain('✓ The settings are in a file that only you can read.');
		expect(program.safekeeping.protection()).toBe('file');
	});

	test('where there is no keychain that is said, and why when one wants it', async () => {
		const program = createEmptyProgram();
		const hint =
			'Start what keeps it. Without, settings are kept in a file that only you can read.';
		program.safekeeping = createFakeSafekeeping(
			new UserError(`The keychain of this computer can’t be used: ${'DBus error '.repeat(9)}`, {
				hint,
			}),
		);
		const app = openApp({...size, program});
		await app.waitFor(/^ +Kept in +a file only you can read +no keychain$/m);
		await app.press(keys.down, keys.down);
		await app.waitFor(/❯ +Kept in/);
		await app.press(keys.enter);
		await app.waitFor('The keychain of this computer');
		expect(words(app)).toContain(hint);
		expect(app.screen()).toMatch(/❯ +Kept in +a file only you can read/);
		expect(app.frameFaults()).toEqual([]);
		await app.press('G');
		await app.waitFor(/❯ +Try the sandbox/);
		expect(program.asked).toEqual([]);
	});

	test('one service after the other is asked for, and then on to the recordings', async () => {
		const program = createEmptyProgram();
		const app = openApp({...size, program});
		program.onAsk = () => {
			program.settings = withZoom;
		};
		await app.press(keys.enter);
		await app.waitFor(/● +Zoom .* saved$/m);
		expect(app.rows()).toContainEqual(expect.stringMatching(/^❯ +○ +AssemblyAI/));
		program.onAsk = () => {
			program.settings = settings;
		};
		await app.press(keys.enter);
		await app.waitFor(/❯ +Continue/);
		expect(program.asked).toEqual(['zoom', 'assemblyai']);
		expect(app.frameFaults()).toEqual([]);
		await app.press(keys.enter);
		await app.waitFor('whose recordings?');
	});

	test('the sandbox needs nothing, and says what it is', async () => {
		const program = createEmptyProgram();
		const app = openApp({...size, program});
		await app.press('G', keys.enter);
		await app.waitFor('whose recordings?');
		expect(app.rows()[0]).toMatch(/sandbox$/);
		expect(program.asked).toEqual([]);
		expect(app.frameFaults()).toEqual([]);
	});
});

test('questions that were left lead back to the checklist as it was', async () => {
	const program = createEmptyProgram();
	const app = openApp({program});
	await app.press(keys.enter);
	await app.waitFor(() => program.asked.length === 1);
	await app.press(keys.down);
	await app.waitFor(/❯ +○ +AssemblyAI/);
	await app.press('q');
	expect(await app.waitUntilExit()).toEqual({type: 'quit'});
});

test('while questions are open, keys are none of the checklist’s', async () => {
	const program = createEmptyProgram();
	const app = openApp({program});
	const answered = Promise.withResolvers<void>();
	program.onAsk = () => answered.promise;
	await app.press(keys.enter);
	await app.press(keys.down, keys.enter, 'q');
	answered.resolve();
	await app.waitFor(/❯ +○ +Zoom/);
	expect(program.asked).toEqual(['zoom']);
});

test('settings that can’t be kept end the program with the reason', async () => {
	const program = createEmptyProgram();
	const app = openApp({program});
	const error = new UserError('The settings can’t be written');
	program.onAsk = () => Promise.reject(error);
	await app.press(keys.enter);
	await expect(app.waitUntilExit()).rejects.toBe(error);
});

test('whoever is set up never sees the checklist', async () => {
	const app = openApp();
	await app.waitFor('whose recordings?');
});
