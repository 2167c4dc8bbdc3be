import {isEnterKey, useKeypress, useRef, useState} from '@inquirer/core';

/**
 * What is typed or pasted until Enter. A line break within a paste isn't its end: all keys of one paste
 * come in one turn of the event loop. Gives back the line to show, and what empties it.
 */
export function usePastedText({
	onText,
	onType,
}: {
	/** All lines together. */
	readonly onText: (text: string) => void;
	readonly onType: () => void;
}): readonly [line: string, clear: () => void] {
	const [line, setLine] = useState('');
	const pasted = useRef({lines: '', line: '', isEnding: false});

	function finish(): void {
		const text = pasted.current.lines + pasted.current.line;
		pasted.current = {lines: '', line: '', isEnding: false};
		onText(text);
	}

	useKeypress((key, readline) => {
		if (!isEnterKey(key)) {
			pasted.current.line = readline.line;
			setLine(readline.line);
			onType();
			return;
		}
		pasted.current.lines += pasted.current.line;
		pasted.current.line = '';
		if (!pasted.current.isEnding) {
			pasted.current.isEnding = true;
			setImmediate(finish);
		}
	});

	return [line, () => setLine('')];
}
