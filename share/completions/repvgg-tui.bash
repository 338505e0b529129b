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
    " --theme") COMPREPLY=($(compgen -W 'auto dark light print contrast terminal' -- "$word")); return ;;
    " --color") COMPREPLY=($(compgen -W 'mono 16 256 24bit' -- "$word")); return ;;
    " --glyphs") COMPREPLY=($(compgen -W 'ascii block' -- "$word")); return ;;
    " --lang") COMPREPLY=($(compgen -W 'en vi' -- "$word")); return ;;
    " --maps") return ;;
    " --set") return ;;
    " --eps") return ;;
    " --strides") return ;;
    " --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    " --activation") return ;;
    " --scheme") COMPREPLY=($(compgen -W 'none' -- "$word")); return ;;
    "info --maps") return ;;
    "info --set") return ;;
    "info --eps") return ;;
    "info --strides") return ;;
    "info --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "info --activation") return ;;
    "info --scheme") COMPREPLY=($(compgen -W 'none' -- "$word")); return ;;
    "verify --tolerance") return ;;
    "verify --other-set") return ;;
    "verify --seed") return ;;
    "verify --set") return ;;
    "verify --eps") return ;;
    "verify --strides") return ;;
    "verify --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "verify --activation") return ;;
    "verify --scheme") COMPREPLY=($(compgen -W 'none' -- "$word")); return ;;
    "fold -o" | "fold --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "fold --threads") return ;;
    "fold --set") return ;;
    "fold --eps") return ;;
    "fold --strides") return ;;
    "fold --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "fold --activation") return ;;
    "fold --scheme") COMPREPLY=($(compgen -W 'none' -- "$word")); return ;;
    "run --input") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "run --labels") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "run -o" | "run --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "run --form") COMPREPLY=($(compgen -W 'train deploy' -- "$word")); return ;;
    "run --threads") return ;;
    "run --top") return ;;
    "run --set") return ;;
    "run --eps") return ;;
    "run --strides") return ;;
    "run --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "run --activation") return ;;
    "run --scheme") COMPREPLY=($(compgen -W 'none' -- "$word")); return ;;
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
    "bench --strides") return ;;
    "bench --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "bench --activation") return ;;
    "bench --scheme") COMPREPLY=($(compgen -W 'none' -- "$word")); return ;;
    "import -o" | "import --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "import --arch") return ;;
    "import --set") return ;;
    "import --eps") return ;;
    "import --strides") return ;;
    "import --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "import --activation") return ;;
    "import --scheme") COMPREPLY=($(compgen -W 'none' -- "$word")); return ;;
    "export -o" | "export --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "export --form") COMPREPLY=($(compgen -W 'train deploy' -- "$word")); return ;;
    "export --naming") COMPREPLY=($(compgen -W 'official timm' -- "$word")); return ;;
    "export --set") return ;;
    "export --eps") return ;;
    "export --strides") return ;;
    "export --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "export --activation") return ;;
    "export --scheme") COMPREPLY=($(compgen -W 'none' -- "$word")); return ;;
    "new -o" | "new --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "new --seed") return ;;
    "new --classes") return ;;
    "new --size") return ;;
    "new --channels") return ;;
    "new --groups") return ;;
    "new --form") COMPREPLY=($(compgen -W 'train deploy' -- "$word")); return ;;
    "shot -o" | "shot --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "shot --input") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "shot --script") return ;;
    "shot --size") return ;;
    "shot --scale") COMPREPLY=($(compgen -W '1 2' -- "$word")); return ;;
    "shot --crop") return ;;
    "shot --caption") return ;;
    "shot --callout") return ;;
    "shot --highlight") return ;;
    "shot --theme") COMPREPLY=($(compgen -W 'auto dark light print contrast terminal' -- "$word")); return ;;
    "shot --color") COMPREPLY=($(compgen -W 'mono 16 256 24bit' -- "$word")); return ;;
    "shot --glyphs") COMPREPLY=($(compgen -W 'ascii block' -- "$word")); return ;;
    "shot --lang") COMPREPLY=($(compgen -W 'en vi' -- "$word")); return ;;
    "shot --maps") return ;;
    "shot --set") return ;;
    "shot --eps") return ;;
    "shot --strides") return ;;
    "shot --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "shot --activation") return ;;
    "shot --scheme") COMPREPLY=($(compgen -W 'none' -- "$word")); return ;;
  esac
  case "$command" in
    "") words="--input --script --theme --color --glyphs --lang --no-mouse --no-measure --follow --version --maps --set --eps --strides --identity --activation --scheme -h --help" ;;
    "info") words="--json --maps --set --eps --strides --identity --activation --scheme -h --help" ;;
    "verify") words="--json --tolerance --other-set --seed --set --eps --strides --identity --activation --scheme -h --help" ;;
    "fold") words="-o --output --threads --set --eps --strides --identity --activation --scheme -h --help" ;;
    "run") words="--input --labels -o --output --form --threads --top --json --set --eps --strides --identity --activation --scheme -h --help" ;;
    "bench") words="--form --threads --batch --size --algorithm --memory --branches --instructions --runs --json --paced --set --eps --strides --identity --activation --scheme -h --help" ;;
    "import") words="-o --output --arch --set --eps --strides --identity --activation --scheme -h --help" ;;
    "export") words="-o --output --form --naming --float16 --set --eps --strides --identity --activation --scheme -h --help" ;;
    "new") words="-o --output --seed --classes --size --channels --groups --form -h --help" ;;
    "shot") words="-o --output --input --script --size --scale --crop --caption --callout --highlight --theme --color --glyphs --lang --maps --set --eps --strides --identity --activation --scheme -h --help" ;;
  esac
  [ "$COMP_CWORD" -gt 1 ] || words="info verify fold run bench import export new shot $words"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  [[ $word == -* ]] || COMPREPLY+=($(compgen -f -- "$word"))
}
complete -o filenames -F _repvgg_tui repvgg-tui
