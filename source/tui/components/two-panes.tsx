import {Box} from 'ink';
import type {ReactNode} from 'react';
import {useBodySize} from '../hooks/use-body-size.ts';

/** From so many cells on, what is at the cursor stands beside the list. */
const wideEnough = 120;

/** Cells of the pane at the right, with the line before it; 0 where there is no room for it. */
export function sideWidthOf(width: number): number {
	return width >= wideEnough ? Math.min(72, Math.floor(width * 0.42)) : 0;
}

export type TwoPanesProps = {
	readonly children: ReactNode;
	/** Shown where there is room: gets the cells and rows that it has. */
	readonly renderSide: (width: number, height: number) => ReactNode;
};

/** A list, and beside it what is at its cursor; the list alone in a narrow terminal. */
export function TwoPanes({children, renderSide}: TwoPanesProps) {
	const {width, height} = useBodySize();
	const sideWidth = sideWidthOf(width);
	return (
		<Box flexGrow={1} flexBasis={0} overflow="hidden">
			<Box flexDirection="column" width={width - sideWidth} flexShrink={0} overflow="hidden">
				{children}
			</Box>
			{sideWidth > 0 && (
				<Box
					width={sideWidth}
					height={height}
					flexShrink={0}
					overflow="hidden"
					borderStyle="single"
					borderTop={false}
					borderRight={false}
					borderBottom={false}
					borderDimColor
					paddingLeft={1}
				>
					{renderSide(sideWidth - 3, height)}
				</Box>
			)}
		</Box>
	);
}
