# Completion of repvgg-tui for bash; made by Scripts/shell-files.
_repvgg_tui() {
  local IFS=$' \t\n' word=${COMP_WORDS[COMP_CWORD]} command= words= offered= files=yes
  local previous=${COMP_WORDS[COMP_CWORD - 1]}
  case "${COMP_WORDS[1]}" in
    info | verify | fold | run | bench | import | export | new | shot) [ "$COMP_CWORD" -lt 2 ] || command=${COMP_WORDS[1]} ;;
  esac
  case "$command $previous" in
    " --input") COMPREPLY=($(compgen -f -- "$word")); return ;;
    " --data") COMPREPLY=($(compgen -f -- "$word")); return ;;
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
    " --activation") COMPREPLY=($(compgen -W 'relu leaky-relu relu6 hardswish silu none' -- "$word")); return ;;
    " --scheme") COMPREPLY=($(compgen -W 'none official yolov7 mobileone timm timm-mobileone super-gradients mmpretrain mmpretrain-mobileone rtdetr repconv acnet dbb replknet timm-large-kernel unireplknet repopt repvggdw repvit' -- "$word")); return ;;
    "info --maps") return ;;
    "info --set") return ;;
    "info --eps") return ;;
    "info --strides") return ;;
    "info --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "info --activation") COMPREPLY=($(compgen -W 'relu leaky-relu relu6 hardswish silu none' -- "$word")); return ;;
    "info --scheme") COMPREPLY=($(compgen -W 'none official yolov7 mobileone timm timm-mobileone super-gradients mmpretrain mmpretrain-mobileone rtdetr repconv acnet dbb replknet timm-large-kernel unireplknet repopt repvggdw repvit' -- "$word")); return ;;
    "info --lang") COMPREPLY=($(compgen -W 'en vi' -- "$word")); return ;;
    "verify --tolerance") return ;;
    "verify --other-set") return ;;
    "verify --seed") return ;;
    "verify --set") return ;;
    "verify --eps") return ;;
    "verify --strides") return ;;
    "verify --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "verify --activation") COMPREPLY=($(compgen -W 'relu leaky-relu relu6 hardswish silu none' -- "$word")); return ;;
    "verify --scheme") COMPREPLY=($(compgen -W 'none official yolov7 mobileone timm timm-mobileone super-gradients mmpretrain mmpretrain-mobileone rtdetr repconv acnet dbb replknet timm-large-kernel unireplknet repopt repvggdw repvit' -- "$word")); return ;;
    "verify --lang") COMPREPLY=($(compgen -W 'en vi' -- "$word")); return ;;
    "fold -o" | "fold --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "fold --threads") return ;;
    "fold --set") return ;;
    "fold --eps") return ;;
    "fold --strides") return ;;
    "fold --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "fold --activation") COMPREPLY=($(compgen -W 'relu leaky-relu relu6 hardswish silu none' -- "$word")); return ;;
    "fold --scheme") COMPREPLY=($(compgen -W 'none official yolov7 mobileone timm timm-mobileone super-gradients mmpretrain mmpretrain-mobileone rtdetr repconv acnet dbb replknet timm-large-kernel unireplknet repopt repvggdw repvit' -- "$word")); return ;;
    "fold --lang") COMPREPLY=($(compgen -W 'en vi' -- "$word")); return ;;
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
    "run --activation") COMPREPLY=($(compgen -W 'relu leaky-relu relu6 hardswish silu none' -- "$word")); return ;;
    "run --scheme") COMPREPLY=($(compgen -W 'none official yolov7 mobileone timm timm-mobileone super-gradients mmpretrain mmpretrain-mobileone rtdetr repconv acnet dbb replknet timm-large-kernel unireplknet repopt repvggdw repvit' -- "$word")); return ;;
    "run --lang") COMPREPLY=($(compgen -W 'en vi' -- "$word")); return ;;
    "bench --form") COMPREPLY=($(compgen -W 'train deploy' -- "$word")); return ;;
    "bench --threads") return ;;
    "bench --batch") return ;;
    "bench --size") return ;;
    "bench --algorithm") COMPREPLY=($(compgen -W 'direct winograd-f2 winograd-f4 winograd-f6' -- "$word")); return ;;
    "bench --memory") COMPREPLY=($(compgen -W 'fast low' -- "$word")); return ;;
    "bench --branches") COMPREPLY=($(compgen -W 'written fused' -- "$word")); return ;;
    "bench --instructions") COMPREPLY=($(compgen -W 'portable neon avx2 avx512' -- "$word")); return ;;
    "bench --runs") return ;;
    "bench --set") return ;;
    "bench --eps") return ;;
    "bench --strides") return ;;
    "bench --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "bench --activation") COMPREPLY=($(compgen -W 'relu leaky-relu relu6 hardswish silu none' -- "$word")); return ;;
    "bench --scheme") COMPREPLY=($(compgen -W 'none official yolov7 mobileone timm timm-mobileone super-gradients mmpretrain mmpretrain-mobileone rtdetr repconv acnet dbb replknet timm-large-kernel unireplknet repopt repvggdw repvit' -- "$word")); return ;;
    "bench --lang") COMPREPLY=($(compgen -W 'en vi' -- "$word")); return ;;
    "import -o" | "import --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "import --arch") COMPREPLY=($(compgen -W 'RepVGG-A0 RepVGG-A1 RepVGG-A2 RepVGG-B0 RepVGG-B1 RepVGG-B1g2 RepVGG-B1g4 RepVGG-B2 RepVGG-B2g2 RepVGG-B2g4 RepVGG-B3 RepVGG-B3g2 RepVGG-B3g4 RepVGG-D2se RepVGGplus-L2pse MobileOne-S0 MobileOne-S1 MobileOne-S2 MobileOne-S3 MobileOne-S4' -- "$word")); return ;;
    "import --set") return ;;
    "import --eps") return ;;
    "import --strides") return ;;
    "import --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "import --activation") COMPREPLY=($(compgen -W 'relu leaky-relu relu6 hardswish silu none' -- "$word")); return ;;
    "import --scheme") COMPREPLY=($(compgen -W 'none official yolov7 mobileone timm timm-mobileone super-gradients mmpretrain mmpretrain-mobileone rtdetr repconv acnet dbb replknet timm-large-kernel unireplknet repopt repvggdw repvit' -- "$word")); return ;;
    "import --lang") COMPREPLY=($(compgen -W 'en vi' -- "$word")); return ;;
    "export -o" | "export --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "export --form") COMPREPLY=($(compgen -W 'train deploy' -- "$word")); return ;;
    "export --naming") COMPREPLY=($(compgen -W 'official timm' -- "$word")); return ;;
    "export --set") return ;;
    "export --eps") return ;;
    "export --strides") return ;;
    "export --identity") COMPREPLY=($(compgen -W 'yes no' -- "$word")); return ;;
    "export --activation") COMPREPLY=($(compgen -W 'relu leaky-relu relu6 hardswish silu none' -- "$word")); return ;;
    "export --scheme") COMPREPLY=($(compgen -W 'none official yolov7 mobileone timm timm-mobileone super-gradients mmpretrain mmpretrain-mobileone rtdetr repconv acnet dbb replknet timm-large-kernel unireplknet repopt repvggdw repvit' -- "$word")); return ;;
    "export --lang") COMPREPLY=($(compgen -W 'en vi' -- "$word")); return ;;
    "new -o" | "new --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "new --seed") return ;;
    "new --classes") return ;;
    "new --size") return ;;
    "new --channels") return ;;
    "new --groups") return ;;
    "new --form") COMPREPLY=($(compgen -W 'train deploy' -- "$word")); return ;;
    "new --lang") COMPREPLY=($(compgen -W 'en vi' -- "$word")); return ;;
    "shot -o" | "shot --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "shot --input") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "shot --data") COMPREPLY=($(compgen -f -- "$word")); return ;;
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
    "shot --activation") COMPREPLY=($(compgen -W 'relu leaky-relu relu6 hardswish silu none' -- "$word")); return ;;
    "shot --scheme") COMPREPLY=($(compgen -W 'none official yolov7 mobileone timm timm-mobileone super-gradients mmpretrain mmpretrain-mobileone rtdetr repconv acnet dbb replknet timm-large-kernel unireplknet repopt repvggdw repvit' -- "$word")); return ;;
  esac
  case "$command" in
    "") words="--input --data --script --theme --color --glyphs --lang --no-mouse --no-measure --follow --plain --version --maps --set --eps --strides --identity --activation --scheme -h --help" ;;
    "info") words="--json --maps --set --eps --strides --identity --activation --scheme --lang -h --help" ;;
    "verify") words="--json --tolerance --other-set --seed --set --eps --strides --identity --activation --scheme --lang -h --help" ;;
    "fold") words="-o --output --threads --set --eps --strides --identity --activation --scheme --lang -h --help" ;;
    "run") words="--input --labels -o --output --form --threads --top --json --set --eps --strides --identity --activation --scheme --lang -h --help" ;;
    "bench") words="--form --threads --batch --size --algorithm --memory --branches --instructions --runs --json --paced --set --eps --strides --identity --activation --scheme --lang -h --help" ;;
    "import") words="-o --output --arch --set --eps --strides --identity --activation --scheme --lang -h --help" ;;
    "export") words="-o --output --form --naming --float16 --set --eps --strides --identity --activation --scheme --lang -h --help" ;;
    "new") words="-o --output --seed --classes --size --channels --groups --form --lang -h --help" offered='RepVGG-A0 RepVGG-A1 RepVGG-A2 RepVGG-B0 RepVGG-B1 RepVGG-B1g2 RepVGG-B1g4 RepVGG-B2 RepVGG-B2g2 RepVGG-B2g4 RepVGG-B3 RepVGG-B3g2 RepVGG-B3g4 RepVGG-D2se RepVGGplus-L2pse MobileOne-S0 MobileOne-S1 MobileOne-S2 MobileOne-S3 MobileOne-S4' files= ;;
    "shot") words="-o --output --input --data --script --size --scale --crop --caption --callout --highlight --theme --color --glyphs --lang --maps --set --eps --strides --identity --activation --scheme -h --help" ;;
  esac
  [ "$COMP_CWORD" -gt 1 ] || words="info verify fold run bench import export new shot $words"
  COMPREPLY=($(compgen -W "$words $offered" -- "$word"))
  [[ $word == -* || -z $files ]] || COMPREPLY+=($(compgen -f -- "$word"))
}
complete -o filenames -F _repvgg_tui repvgg-tui
