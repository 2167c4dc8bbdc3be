import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {UserError} from '../../errors.ts';
import {useBodySize} from '../hooks/use-body-size.ts';
import {colours} from '../theme.ts';
import {Paragraph} from './paragraph.tsx';
import {Spinner} from './spinner.tsx';

export type NoticeProps = {
	readonly title: string;
	readonly children: string;
};

/** For a place where there is nothing to list: what was asked, and what to do now. */
export function Notice({title, children}: NoticeProps) {
	const width = useTextWidth();
	return (
		<Box flexDirection="column" paddingX={2} paddingY={1}>
			<Paragraph width={width} bold>
				{title}
			</Paragraph>
			<Paragraph width={width}>{children}</Paragraph>
		</Box>
	);
}

export function LoadingNotice({children}: {readonly children: ReactNode}) {
	return (
		<Box paddingX={2} paddingY={1} gap={1}>
			<Box flexShrink={0}>
				<Spinner />
			</Box>
			<Text>{children}</Text>
		</Box>
	);
}

export const retrySentence = 'Press r to try again.';

/** What went wrong and what to do next. A bug is thrown on, so that it looks like one. */
export function ErrorNotice({
	error,
	next,
}: {
	readonly error: unknown;
	/** The key that leads on, in a sentence. */
	readonly next?: string;
}) {
	if (!(error instanceof UserError)) {
		throw error;
	}

	const width = useTextWidth();
	const keys = [...(next === undefined ? [] : [next]), ...whereToSetUp(error)].join(' ');
	return (
		<Box flexDirection="column" paddingX={2} paddingY={1} gap={1}>
			<Paragraph width={width} color={colours.bad}>{`✗ ${error.message}`}</Paragraph>
			{error.hint !== undefined && <Paragraph width={width}>{error.hint}</Paragraph>}
			{keys !== '' && (
				<Paragraph width={width} dimColor>
					{keys}
				</Paragraph>
			)}
		</Box>
	);
}

/** With credentials that a service refuses, trying again leads nowhere. */
export function whereToSetUp({code}: UserError): readonly string[] {
	return code === 'not-allowed' || code === 'not-set-up'
		? ['Press W to see what works, and to set it up again.']
		: [];
}

/** A line over the whole width, which nothing is drawn over. */
export function Rule({width}: {readonly width: number}) {
	return (
		<Box flexShrink={0}>
			<Text dimColor>{'─'.repeat(width)}</Text>
		</Box>
	);
}

/** Rows of a `PartialNotice`. */
export const partialNoticeHeight = 6;

/** Under a list of which only a part has arrived: why the rest has not, and what to do. */
export function PartialNotice({error}: {readonly error: unknown}) {
	if (!(error instanceof UserError)) {
		throw error;
	}

	const {width} = useBodySize();
	return (
		<Box flexDirection="column" height={partialNoticeHeight} flexShrink={0} overflow="hidden">
			<Rule width={width} />
			<Box flexDirection="column" flexShrink={0} paddingX={1}>
				<Paragraph width={width - 2} color={colours.bad}>{`✗ ${error.message}`}</Paragraph>
				{error.hint !== undefined && <Paragraph width={width - 2}>{error.hint}</Paragraph>}
				<Text dimColor>Press r to ask for the rest.</Text>
			</Box>
		</Box>
	);
}

const widestText = 90;

function useTextWidth(): number {
	return Math.min(widestText, useBodySize().width - 4);
}
