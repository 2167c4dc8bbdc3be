export type Shell = 'bash' | 'zsh' | 'fish';

// What is offered may be what strangers wrote: no line of it is ever run, expanded or matched as a pattern.
// (`compgen -W` and `eval`, as completion scripts often have them, would do that.)
const bash = `# Completion of recscribe for bash.
_recscribe() {
	local value
	COMPREPLY=()
	while IFS=$'\\t' read -r value _; do
		[[ $value == :[0-9]* ]] || COMPREPLY+=("$(printf '%q' "$value")")
	done < <(recscribe complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _recscribe recscribe
`;

const zsh = `#compdef recscribe
# Completion of recscribe for zsh.
_recscribe() {
	local value description
	local -a offered
	while IFS=$'\\t' read -r value description; do
		[[ $value == :[0-9]* ]] || offered+=("\${value//:/\\\\:}:$description")
	done < <(recscribe complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
	_describe recscribe offered
}
compdef _recscribe recscribe
`;

const fish = `# Completion of recscribe for fish.
function __recscribe_complete
	set -l typed (commandline -opc) (commandline -ct)
	recscribe complete -- $typed[2..-1] 2>/dev/null | string match -v -r '^:[0-9]+$'
end
complete -c recscribe -f -a '(__recscribe_complete)'
`;

/** What each shell is to read, to ask `recscribe complete` at each press of Tab. */
export const completionScripts: Readonly<Record<Shell, string>> = {bash, zsh, fish};
