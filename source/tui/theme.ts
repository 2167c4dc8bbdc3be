/** The terminal's own sixteen colours, by what they mean, so that they follow the person's theme. */
export const colours = {
	accent: 'cyan',
	good: 'green',
	bad: 'red',
	warning: 'yellow',
} as const;

const speakerColours = ['cyan', 'magenta', 'green', 'yellow', 'blue', 'red'] as const;

/** A colour for the speaker at this place in the order of appearance. */
export function speakerColour(position: number): string {
	return speakerColours[position % speakerColours.length] ?? colours.accent;
}
