/**
 * Without colours where https://no-color.org asks for that, unless they are forced. Bold, dim and inverse
 * are none: what is marked by them stays marked.
 */
const {NO_COLOR: noColour = '', FORCE_COLOR: forced} = process.env;
const inColour = (colour: string) => (noColour !== '' && forced === undefined ? '' : colour);

/** The terminal's own sixteen colours, by what they mean, so that they follow the person's theme. */
export const colours = {
	accent: inColour('cyan'),
	good: inColour('green'),
	bad: inColour('red'),
	warning: inColour('yellow'),
} as const;

const speakerColours = ['cyan', 'magenta', 'green', 'yellow', 'blue', 'red'].map(inColour);

/** A colour for the speaker at this place in the order of appearance. */
export function speakerColour(position: number): string {
	return speakerColours[position % speakerColours.length] ?? colours.accent;
}
