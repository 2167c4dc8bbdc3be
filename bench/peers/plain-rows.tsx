// What Ink allows at best: a screen full of plain rows, all made beforehand, that moves by one.
import {Box, render, Text, useInput, useWindowSize} from 'ink';
import {useState} from 'react';

const allRows = Array.from(
	{length: 10_000},
	(_, row) => `${String(row).padStart(6)}  ${'plain words of a row '.repeat(3)}`,
);

function PlainRows() {
	const {columns, rows} = useWindowSize();
	const [top, setTop] = useState(0);
	useInput(input => {
		setTop(current => Math.max(0, current + (input === 'j' ? 1 : -1)));
	});
	return (
		<Box width={columns} height={rows} flexDirection="column">
			{allRows.slice(top, top + rows).map(row => (
				<Text key={row}>{row}</Text>
			))}
		</Box>
	);
}

render(<PlainRows />, {alternateScreen: true, incrementalRendering: true, interactive: true});
