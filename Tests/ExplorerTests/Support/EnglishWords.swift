/// The words of English screens, and which of them Vietnamese screens keep.
enum EnglishWords {
  /// Names of files, blocks, steps and kernels, units, keys, and terms of the field that the article keeps.
  private static let kept: Set<String> = [
    // names
    "repvgg", "tui", "small", "rvg", "last", "detector", "deploy", "safetensors", "official",
    "backbone", "layer", "head", "neck", "cls", "reduce", "conv", "weight", "bias", "model", "ema",
    "module", "rbr", "dense", "running", "var", "mean", "num", "batches", "tracked", "seed",
    "erblock", "block", "mobileone", "yolov6n", "yolov",
    // steps and algorithms
    "input", "norm", "add", "relu", "silu", "pool", "linear", "direct", "planar", "grouped",
    "masked", "stream", "gemv", "winograd", "polyphase", "identity", "squeeze", "excite",
    "depthwise",
    // units and figures
    "us", "ms", "bit", "byte", "kib", "mib", "flop", "gflop", "macs", "gmac", "eps", "min", "max",
    "train", "nan", "inf",
    // terms that the article keeps
    "stage", "kernel", "stride", "epsilon", "padding", "tensor", "float", "double", "inference",
    "engine", "batch", "gamma", "beta", "sqrt", "live", "tile", "dilation",
    // keys and commands
    "variance", "enter", "space", "backspace", "esc", "escape", "str", "set", "name", "mac", "pgdn",
    "data",
  ]

  /// The words of at least three letters that both screens show, and that are not kept.
  ///
  /// - Parameters:
  ///   - vietnamese: A screen in Vietnamese.
  ///   - english: The same one in English.
  ///   - sentences: What else is kept.
  /// - Returns: the words, in small letters and in order.
  static func left(
    in vietnamese: String,
    of english: String,
    besides sentences: [String] = []
  ) -> [String] {
    let both = words(of: vietnamese).intersection(words(of: english))
    return both.subtracting(sentences.reduce(kept) { $0.union(words(of: $1)) }).sorted()
  }

  private static func words(of text: String) -> Set<String> {
    // What an ellipsis has cut is a piece of a word.
    let whole = text.replacing(#/\w*(\.\.|…)\w*/#, with: " ")
    return Set(
      whole.lowercased().split { !$0.isLetter }.map(String.init)
        .filter { $0.count > 2 && $0.allSatisfy(\.isASCII) }
    )
  }
}
