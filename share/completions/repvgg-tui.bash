# Completion of repvgg-tui for bash; made by Scripts/shell-files.
_repvgg_tui() {
  local IFS=$' \t\n' word=${COMP_WORDS[COMP_CWORD]} command= words=
  local previous=${COMP_WORDS[COMP_CWORD - 1]}
  case "${COMP_WORDS[1]}" in
    info | verify | fold | run | bench | import | export | new | shot) [ "$COMP_CWORD" -lt 2 ] || command=${COMP_WORDS[1]} ;;
  esac
  case "$command $previous" in
    " --input") COMPREPLY=($(compgen -f -- "$word")); return ;;
    " --script") return ;;
    " --theme") COMPREPLY=($(compgen -W 'dark light' -- "$word")); return ;;
    " --color") COMPREPLY=($(compgen -W 'mono 16 256 24bit' -- "$word")); return ;;
    " --glyphs") COMPREPLY=($(compgen -W 'ascii block' -- "$word")); return ;;
    " --maps") return ;;
    " --set") return ;;
    " --eps") return ;;
    "info --maps") return ;;
    "info --set") return ;;
    "info --eps") return ;;
    "verify --tolerance") return ;;
    "verify --seed") return ;;
    "verify --set") return ;;
    "verify --eps") return ;;
    "fold -o" | "fold --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "fold --threads") return ;;
    "fold --set") return ;;
    "fold --eps") return ;;
    "run --input") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "run --labels") return ;;
    "run -o" | "run --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "run --form") COMPREPLY=($(compgen -W 'train deploy' -- "$word")); return ;;
    "run --threads") return ;;
    "run --top") return ;;
    "run --set") return ;;
    "run --eps") return ;;
    "bench --form") COMPREPLY=($(compgen -W 'train deploy' -- "$word")); return ;;
    "bench --threads") return ;;
    "bench --batch") return ;;
    "bench --size") return ;;
    "bench --algorithm") return ;;
    "bench --memory") COMPREPLY=($(compgen -W 'fast low' -- "$word")); return ;;
    "bench --branches") COMPREPLY=($(compgen -W 'written fused' -- "$word")); return ;;
    "bench --instructions") return ;;
    "bench --runs") return ;;
    "bench --set") return ;;
    "bench --eps") return ;;
    "import -o" | "import --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "import --arch") return ;;
    "import --set") return ;;
    "import --eps") return ;;
    "export -o" | "export --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "export --form") COMPREPLY=($(compgen -W 'train deploy' -- "$word")); return ;;
    "export --naming") COMPREPLY=($(compgen -W 'official timm' -- "$word")); return ;;
    "export --set") return ;;
    "export --eps") return ;;
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
    "shot --maps") return ;;
    "shot --set") return ;;
    "shot --eps") return ;;
  esac
  case "$command" in
    "") words="--input --script --theme --color --glyphs --version --maps --set --eps -h --help" ;;
    "info") words="--json --maps --set --eps -h --help" ;;
    "verify") words="--json --tolerance --seed --set --eps -h --help" ;;
    "fold") words="-o --output --threads --set --eps -h --help" ;;
    "run") words="--input --labels -o --output --form --threads --top --json --set --eps -h --help" ;;
    "bench") words="--form --threads --batch --size --algorithm --memory --branches --instructions --runs --json --paced --set --eps -h --help" ;;
    "import") words="-o --output --arch --set --eps -h --help" ;;
    "export") words="-o --output --form --naming --float16 --set --eps -h --help" ;;
    "new") words="-o --output --seed --classes --size --channels --groups --form -h --help" ;;
    "shot") words="-o --output --script --size --theme --color --glyphs --maps --set --eps -h --help" ;;
  esac
  [ "$COMP_CWORD" -gt 1 ] || words="info verify fold run bench import export new shot $words"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  [[ $word == -* ]] || COMPREPLY+=($(compgen -f -- "$word"))
}
complete -o filenames -F _repvgg_tui repvgg-tui
