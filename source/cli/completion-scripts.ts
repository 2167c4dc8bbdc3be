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
	# What these take may be a file as well.
	if [[ \${COMP_WORDS[1]} == open || \${COMP_WORDS[1]} == export ]]; then
		while IFS= read -r value; do
			COMPREPLY+=("$(printf '%q' "$value")")
		done < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")
	fi
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
	[[ \${#offered} -eq 0 || $words[2] == (open|export) ]] && _files
}
# Read from a folder of functions, this is the first press of Tab itself; else it is told of here.
if [[ $funcstack[1] == _recscribe ]]; then
	_recscribe "$@"
else
	compdef _recscribe recscribe
fi
`;

const fish = `# Completion of recscribe for fish.
function __recscribe_complete
	set -l typed (commandline -opc) (commandline -ct)
	recscribe complete -- $typed[2..-1] 2>/dev/null | string match -v -r '^:[0-9]+$'
end
complete -c recscribe -f -a '(__recscribe_complete)'
complete -c recscribe -n '__fish_seen_subcommand_from open export' -F
complete -c recscribe -l output -l env-file -l log-file -r -F
`;

/** What each shell is to read, to ask `recscribe complete` at each press of Tab. */
export const completionScripts: Readonly<Record<Shell, string>> = {bash, zsh, fish};
