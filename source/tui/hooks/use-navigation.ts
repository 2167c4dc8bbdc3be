import {createContext, type Dispatch, useContext} from 'react';
import type {Binding} from '../keymap.ts';
import type {NavigationAction, Screen} from '../navigation.ts';

export const NavigationContext = createContext<Dispatch<NavigationAction>>(() => undefined);

export type NavigationActions = {
	readonly open: (screen: Screen) => void;
	readonly replace: (screen: Screen) => void;
	readonly start: (screen: Screen) => void;
	readonly back: () => void;
	/** Esc, as every screen but the first has it. */
	readonly backBinding: Binding;
};

export function useNavigation(): NavigationActions {
	const dispatch = useContext(NavigationContext);
	const back = () => dispatch({type: 'back'});
	return {
		open: screen => dispatch({type: 'open', screen}),
		replace: screen => dispatch({type: 'replace', screen}),
		start: screen => dispatch({type: 'start', screen}),
		back,
		backBinding: {keys: ['escape'], label: 'back', hint: 'back', run: back},
	};
}
