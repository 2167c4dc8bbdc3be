import type {Binding} from './keymap.ts';

/** `r`, which asks once more. Where there is nothing better to do, the footer says so. */
export function retryBinding(
	label: string,
	run: () => void,
	{isNext}: {readonly isNext: boolean} = {isNext: true},
): Binding {
	return {keys: ['r'], label, ...(isNext && {hint: label}), run};
}
