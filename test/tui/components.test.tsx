import {Text} from 'ink';
import {cleanup, render} from 'ink-testing-library';
import {useState} from 'react';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import {ListView} from '../../source/tui/components/list.tsx';
import {ErrorNotice, Notice} from '../../source/tui/components/notice.tsx';
import {Paragraph} from '../../source/tui/components/paragraph.tsx';
import {Preview} from '../../source/tui/components/preview.tsx';
import {ProgressBar} from '../../source/tui/components/progress-bar.tsx';
import {TextFieldView} from '../../source/tui/components/text-field.tsx';
import {KeyQueueContext, useKeyboard, useKeys} from '../../source/tui/hooks/use-keys.ts';
import {ListMemory, useList} from '../../source/tui/hooks/use-list.ts';
import {createKeyQueue} from '../../source/tui/key-queue.ts';
import {patience} from '../support/patience.ts';

// Without colours: what is looked at here is text alone.
vi.hoisted(() => {
	process.env['FORCE_COLOR'] = '0';
});

afterEach(cleanup);

/** The rows of the frame, without blanks at their ends. */
function rowsOf(frame: string | undefined): readonly string[] {
	return (frame ?? '').split('\n').map(row => row.trimEnd());
}

describe('the progress bar', () => {
	test.each([
		[0, '──────────'],
		[0.5, '━━━━━─────'],
		[1, '━━━━━━━━━━'],
		[-1, '──────────'],
		[7, '━━━━━━━━━━'],
		[0.04, '──────────'],
	])('at %d', (value, shown) => {
		expect(render(<ProgressBar value={value} width={10} />).lastFrame()).toBe(shown);
	});
});

describe('a notice', () => {
	test('says what is the matter and what to do', () => {
		const {lastFrame} = render(<Notice title="Nobody is here">Press r to ask again.</Notice>);
		expect(rowsOf(lastFrame())).toEqual(['', '  Nobody is here', '  Press r to ask again.', '']);
	});

	test('of an error has its hint and the key to try again', () => {
		const error = new UserError('Zoom is down', {hint: 'Try again later.'});
		const {lastFrame} = render(<ErrorNotice error={error} next="Press r to try again." />);
		expect(rowsOf(lastFrame()).filter(row => row !== '')).toEqual([
			'  ✗ Zoom is down',
			'  Try again later.',
			'  Press r to try again.',
		]);
	});

	test('of credentials that are refused says where to set them up', () => {
		const error = new UserError('Zoom does not know you', {code: 'not-allowed'});
		const {lastFrame} = render(<ErrorNotice error={error} next="Press r to try again." />);
		expect(lastFrame()).toContain('Press r to try again. Press W to see what works, and to set it');
	});

	test('of a mistake in the program is none', async () => {
		const caught = vi.fn();
		function Catching() {
			return <ErrorNotice error={new TypeError('oh dear')} />;
		}

		vi.spyOn(console, 'error').mockImplementation(caught);
		const {frames} = render(<Catching />);
		expect(frames.join('\n')).toContain('oh dear');
		expect(frames.join('\n')).not.toContain('✗ oh dear');
		vi.restoreAllMocks();
	});
});

test('a paragraph breaks between words, and never begins a row with a blank', () => {
	const {lastFrame} = render(<Paragraph width={10}>one two three 日本語日本語</Paragraph>);
	expect(rowsOf(lastFrame())).toEqual(['one two', 'three 日本', '語日本語']);
});

describe('a text field', () => {
	const shown = (text: string, cursor: number, isOpen = true) =>
		render(<TextFieldView text={text} cursor={cursor} isOpen={isOpen} />).lastFrame();

	test('shows its text, open or not', () => {
		expect(shown('notes.txt', 9, false)).toBe('notes.txt');
		expect(shown('notes.txt', 0)).toBe('notes.txt');
		expect(shown('👍🏽x', 0)).toBe('👍🏽x');
	});

	test('keeps the end in view while that is where one types', () => {
		const long = `/home/${'a'.repeat(200)}/notes.txt`;
		expect(shown(long, long.length, false)).toMatch(/^….*\/notes\.txt$/);
		expect(shown(long, long.length)?.trimEnd()).toMatch(/^….*\/notes\.txt$/);
	});
});

describe('a preview', () => {
	test('shows as much as there is room for, wrapped, with its indentation', () => {
		const lines = ['{', '\t"a": 1', `  ${'b'.repeat(40)}`, '', '}'];
		const {lastFrame} = render(<Preview lines={lines} width={23} height={6} />);
		expect(rowsOf(lastFrame()).map(row => row.replace(/^│ /, ''))).toEqual([
			'{',
			'    "a": 1',
			'│',
			'b'.repeat(20),
			'b'.repeat(20),
			'│',
		]);
	});

	test('lets nothing through that a terminal would act on', () => {
		const {lastFrame} = render(
			<Preview lines={['a\u001B[2Jb\u0007', '\u009B31mc']} width={20} height={2} />,
		);
		expect(rowsOf(lastFrame())).toEqual(['│ ab', '│ c']);
	});
});

describe('a list', () => {
	const items = Array.from({length: 100}, (_, index) => safeText(`Item ${index}`));
	const keyOf = (item: string) => item;
	const mounted = vi.fn();

	function Row({item}: {readonly item: string}) {
		mounted(item);
		return <Text>{item}</Text>;
	}

	function Listed({count}: {readonly count: number}) {
		const list = useList({
			name: 'items',
			items: items.slice(0, count),
			keyOf,
			textOf: keyOf,
			height: 5,
			canMark: true,
		});
		useKeys({bindings: list.bindings, onText: list.onText});
		return <ListView list={list} keyOf={keyOf} renderItem={item => <Row item={item} />} />;
	}

	function Whole({count = 100}: {readonly count?: number}) {
		const [queue] = useState(createKeyQueue);
		const [memory] = useState(() => new Map());
		useKeyboard(queue);
		return (
			<KeyQueueContext value={queue}>
				<ListMemory value={memory}>
					<Listed count={count} />
				</ListMemory>
			</KeyQueueContext>
		);
	}

	test('mounts no more rows than are in view', () => {
		mounted.mockClear();
		const {lastFrame} = render(<Whole />);
		expect(rowsOf(lastFrame())).toEqual([
			'❯ Item 0',
			'  Item 1',
			'  Item 2',
			'  Item 3',
			'  Item 4',
		]);
		expect(new Set(mounted.mock.calls.flat()).size).toBe(5);
	});

	test('keeps the cursor in the middle where it can', async () => {
		const {lastFrame, stdin} = render(<Whole />);
		stdin.write('G');
		await vi.waitFor(() => expect(lastFrame()).toContain('❯ Item 99'), patience);
		expect(rowsOf(lastFrame())).toEqual([
			'  Item 95',
			'  Item 96',
			'  Item 97',
			'  Item 98',
			'❯ Item 99',
		]);
		stdin.write('kkk');
		await vi.waitFor(() => expect(rowsOf(lastFrame())[2]).toBe('❯ Item 96'), patience);
	});

	test('shows marks beside the cursor', async () => {
		const {lastFrame, stdin} = render(<Whole count={3} />);
		stdin.write('  ');
		await vi.waitFor(
			() => expect(rowsOf(lastFrame())).toEqual([' ✓Item 0', ' ✓Item 1', '❯ Item 2', '', '']),
			patience,
		);
	});

	test('says when nothing matches, and Esc brings everything back', async () => {
		const {lastFrame, stdin} = render(<Whole count={3} />);
		stdin.write('/zz');
		await vi.waitFor(() => expect(lastFrame()).toContain('nothing matches'), patience);
		stdin.write('\u001B');
		await vi.waitFor(() => expect(lastFrame()).toContain('❯ Item 0'), patience);
	});
});
