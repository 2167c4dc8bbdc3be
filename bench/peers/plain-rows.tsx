// What Ink allows at best: a screen full of plain rows, all made beforehand, that moves by one.
import {Box, render, Text, useInput, useWindowSize} from 'ink';
import {useState} from 'react';
import {makeTranscript} from '../programs/made-up-transcript.ts';

const wordsPerRow = 15;

// The same words as in the transcript: some scripts cost more to measure than others.
const words = makeTranscript(1).turns.flatMap(turn => turn.words.map(({text}) => text));
const allRows = Array.from({length: Math.floor(words.length / wordsPerRow)}, (_, row) => {
	const first = row * wordsPerRow;
	return `${row} ${words.slice(first, first + wordsPerRow).join(' ')}`;
});

function PlainRows() {
	const {columns, rows} = useWindowSize();
	const [top, setTop] = useState(0);
	useInput(input => {
		setTop(current => Math.max(0, current + (input === 'j' ? 1 : -1)));
	});
	return (
		<Box width={columns} height={rows} flexDirection="column">
			{allRows.slice(top, top + rows).map(row => (
				<Text key={row} wrap="truncate">
					{row}
				</Text>
			))}
		</Box>
	);
}

render(<PlainRows />, {alternateScreen: true, incrementalRendering: true, interactive: true});
