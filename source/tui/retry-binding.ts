import type {Binding} from './keymap.ts';

/** `r`, which asks once more. Where there is nothing better to do, the footer says so. */
export function retryBinding(
	label: string,
	run: () => void,
	{isNext}: {readonly isNext: boolean} = {isNext: true},
): Binding {
	return {keys: ['r'], label, ...(isNext && {hint: label}), run};
}

/** The keys of a screen with `r` among them: first where it is what to do next. */
export function withRetry(retry: Binding, others: readonly Binding[]): readonly Binding[] {
	return retry.hint === undefined ? [...others, retry] : [retry, ...others];
}
