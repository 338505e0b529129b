# Completion of repvgg-tui for bash; made by Scripts/shell-files.
_repvgg_tui() {
  local IFS=$' \t\n' word=${COMP_WORDS[COMP_CWORD]} command= words=
  local previous=${COMP_WORDS[COMP_CWORD - 1]}
  case "${COMP_WORDS[1]}" in
    info | verify | fold | run | bench | import | new | shot) [ "$COMP_CWORD" -lt 2 ] || command=${COMP_WORDS[1]} ;;
  esac
  case "$command $previous" in
    " --input") COMPREPLY=($(compgen -f -- "$word")); return ;;
    " --script") return ;;
    " --theme") COMPREPLY=($(compgen -W 'dark light' -- "$word")); return ;;
    " --color") COMPREPLY=($(compgen -W 'mono 16 256 24bit' -- "$word")); return ;;
    " --glyphs") COMPREPLY=($(compgen -W 'ascii block' -- "$word")); return ;;
    "verify --tolerance") return ;;
    "verify --seed") return ;;
    "fold -o" | "fold --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "fold --threads") return ;;
    "run --input") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "run -o" | "run --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "run --form") COMPREPLY=($(compgen -W 'train deploy' -- "$word")); return ;;
    "run --threads") return ;;
    "run --top") return ;;
    "bench --form") COMPREPLY=($(compgen -W 'train deploy' -- "$word")); return ;;
    "bench --threads") return ;;
    "bench --batch") return ;;
    "bench --size") return ;;
    "bench --algorithm") return ;;
    "bench --memory") COMPREPLY=($(compgen -W 'fast low' -- "$word")); return ;;
    "bench --branches") COMPREPLY=($(compgen -W 'written fused' -- "$word")); return ;;
    "bench --instructions") return ;;
    "bench --runs") return ;;
    "import -o" | "import --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "import --arch") return ;;
    "new -o" | "new --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "new --seed") return ;;
    "new --classes") return ;;
    "new --size") return ;;
    "new --channels") return ;;
    "new --groups") return ;;
    "new --form") COMPREPLY=($(compgen -W 'train deploy' -- "$word")); return ;;
    "shot -o" | "shot --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "shot --script") return ;;
    "shot --size") return ;;
    "shot --theme") COMPREPLY=($(compgen -W 'dark light' -- "$word")); return ;;
    "shot --color") COMPREPLY=($(compgen -W 'mono 16 256 24bit' -- "$word")); return ;;
    "shot --glyphs") COMPREPLY=($(compgen -W 'ascii block' -- "$word")); return ;;
  esac
  case "$command" in
    "") words="--input --script --theme --color --glyphs --version -h --help" ;;
    "info") words="--json -h --help" ;;
    "verify") words="--json --tolerance --seed -h --help" ;;
    "fold") words="-o --output --threads -h --help" ;;
    "run") words="--input -o --output --form --threads --top --json -h --help" ;;
    "bench") words="--form --threads --batch --size --algorithm --memory --branches --instructions --runs --json --paced -h --help" ;;
    "import") words="-o --output --arch -h --help" ;;
    "new") words="-o --output --seed --classes --size --channels --groups --form -h --help" ;;
    "shot") words="-o --output --script --size --theme --color --glyphs -h --help" ;;
  esac
  [ "$COMP_CWORD" -gt 1 ] || words="info verify fold run bench import new shot $words"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  [[ $word == -* ]] || COMPREPLY+=($(compgen -f -- "$word"))
}
complete -o filenames -F _repvgg_tui repvgg-tui
