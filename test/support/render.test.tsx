import {Box, Text, useApp, useInput, usePaste, useWindowSize} from 'ink';
import {useEffect, useState} from 'react';
import {expect, test, vi} from 'vitest';
import {keys} from './keys.ts';
import {renderScreen} from './render.ts';

// chalk looks at it once, when it is imported.
vi.hoisted(() => {
	process.env['FORCE_COLOR'] = '1';
});

function KeyLog() {
	const [seen, setSeen] = useState<readonly string[]>([]);
	const {columns, rows} = useWindowSize();
	const {exit} = useApp();
	const see = (what: string) => {
		setSeen(before => [...before, what]);
	};
	useInput((input, key) => {
		if (input === 'q') {
			exit('left');
		}

		see(key.escape ? 'escape' : key.downArrow ? 'down' : key.return ? 'enter' : input);
	});
	usePaste(text => {
		see(`pasted ${text}`);
	});
	return (
		<Box width={columns} height={rows} flexDirection="column">
			<Text color="red">
				{columns}x{rows}
			</Text>
			<Text>{seen.join(',')}</Text>
		</Box>
	);
}

test('renders at the size asked for, and at every size after', async () => {
	const rendered = renderScreen(<KeyLog />, {columns: 60, rows: 15});
	expect(await rendered.waitFor('60x15')).toMatch(/^60x15\n{14}$/);
	expect(await rendered.resize(100, 30)).toContain('100x30');
	expect(rendered.screen().split('\n')).toHaveLength(30);
	expect(rendered.styledScreen()).toContain('\u001B[31m100x30');
});

test('every key and paste has had its effect when the promise resolves', async () => {
	const rendered = renderScreen(<KeyLog />);
	expect(await rendered.press('a', keys.escape, keys.down, keys.enter)).toContain(
		'a,escape,down,enter',
	);
	expect(await rendered.paste('b\rc')).toContain('enter,pasted b');
});

test('waits for what comes by itself', async () => {
	function Late() {
		const [isThere, setIsThere] = useState(false);
		useEffect(() => {
			const timer = setTimeout(setIsThere, 20, true);
			return () => {
				clearTimeout(timer);
			};
		}, []);
		return <Text>{isThere ? 'there' : ''}</Text>;
	}

	const rendered = renderScreen(<Late />);
	expect(rendered.screen()).toBe('');
	expect(await rendered.waitFor(/^there/)).toBe('there');
	expect(await rendered.rerender(<Text>else</Text>)).toBe('else');
	await expect(rendered.waitFor('never', {timeoutMs: 10})).rejects.toThrow('else');
});

test('gives what the component left with', async () => {
	const rendered = renderScreen(<KeyLog />);
	await rendered.press('q');
	expect(await rendered.waitUntilExit()).toBe('left');
});
