/// A command of the program: its arguments, its words in the help, and what runs it.
struct CommandLineEntry: Sendable {
  /// `fold`; empty for the explorer.
  let name: String
  /// What the operands are called.
  let operands: [String]
  /// How many operands may be left out, from the end.
  var optionalOperands = 0
  /// Whether the last operand may be given any number of times.
  var takesMore = false
  let options: [Option]
  /// What the command does, in one line.
  let summary: String
  let run: @Sendable (Arguments) throws -> CommandLineError.Status

  /// `repvgg-tui fold MODEL -o OUT.rvg` without the options that need not be given.
  var usage: String {
    let words = operands.enumerated().map { index, operand in
      index >= operands.count - optionalOperands ? "[\(operand)]" : operand
    }
    let named = name.isEmpty ? [] : [name]
    let more = takesMore ? ["…"] : []
    return (["repvgg-tui"] + named + words + more + ["[options]"]).joined(separator: " ")
  }
}

/// Every command, declared once.
enum CommandLineTable {
  static let explorer = CommandLineEntry(
    name: "",
    operands: ["MODEL", "OTHER"],
    optionalOperands: 2,
    takesMore: true,
    options: [
      Option("--input", "IN", "run the live engine on this picture or tensor file"),
      Option("--script", "COMMANDS", "commands to begin with"),
      Option("--theme", "auto|dark|light|print|contrast|terminal", "colours (default auto)"),
      Option("--color", "mono|16|256|24bit", "how many colours (default: what the terminal has)"),
      Option("--glyphs", "ascii|block", "which signs (default: what the locale has)"),
      Option("--lang", "en|vi", "language of the screens (default: what LANG asks for)"),
      Option("--no-mouse", "leave the mouse to the terminal"),
      Option("--no-measure", "run nothing before it is asked for"),
      Option("--follow", "read a model anew whenever its file was written"),
      Option("--version", "print the version"),
      .extent,
    ] + Option.reading + [.help],
    summary: "explore networks; without MODEL, the built-in sample",
    run: { try explore($0) }
  )

  static let commands: [CommandLineEntry] = [
    CommandLineEntry(
      name: "info",
      operands: ["MODEL"],
      options: [.json, .extent] + Option.reading + [.help],
      summary: "stages, blocks, parameters, multiply-adds, form",
      run: { try info($0) }
    ),
    CommandLineEntry(
      name: "verify",
      operands: ["MODEL", "OTHER"],
      optionalOperands: 1,
      options: [
        .json,
        Option(
          "--tolerance",
          "X",
          "largest relative error of the logits, unless the network amplifies rounding more "
            + "(default 1e-4); with OTHER, of folded kernels and biases (default 1e-6)"
        ),
        Option("--other-set", "NAME", "which set of OTHER's tensors, where it holds several"),
        .seed,
      ] + Option.reading + [.help],
      summary: "check that both forms compute the same, or that OTHER is MODEL folded",
      run: { try verify($0) }
    ),
    CommandLineEntry(
      name: "fold",
      operands: ["MODEL"],
      options: [.output("OUT.rvg", "file to write"), .threads] + Option.reading + [.help],
      summary: "write the deploy form; of an unknown graph, the checkpoint with its blocks folded",
      run: { try fold($0) }
    ),
    CommandLineEntry(
      name: "run",
      operands: ["MODEL"],
      options: [
        Option("--input", "IN", "PNG, JPEG, PPM or PGM picture, or float32 tensor N x C x H x W"),
        Option("--labels", "FILE", "names of the classes, one a line (default: the network's)"),
        .output("OUT.safetensors", "write the tensor 'logits'"),
        .form,
        .threads,
        Option("--top", "K", "how many classes to print (default 5)"),
        .json,
      ] + Option.reading + [.help],
      summary: "classify an input",
      run: { try run($0) }
    ),
    CommandLineEntry(
      name: "bench",
      operands: ["MODEL"],
      options: [
        .form,
        .threads,
        Option("--batch", "N", "pictures at once (default 1)"),
        Option("--size", "N", "height and width of the input (default: the network's)"),
        Option(
          "--algorithm",
          "NAME",
          "direct, winograd-f2, -f4 or -f6 instead of the measured plan"
        ),
        Option(
          "--memory",
          "fast|low",
          "low: weights of less than twice the network's (default fast)"
        ),
        Option(
          "--branches",
          "written|fused",
          "training form as written, or norms folded and sums fused"
        ),
        Option("--instructions", "NAME", "force an instruction set"),
        Option("--runs", "N", "timed runs (default: about two seconds' worth)"),
        .json,
        Option("--paced", "answer each line K on standard input with the times of K runs"),
      ] + Option.reading + [.help],
      summary: "time every layer, and report memory",
      run: { try bench($0) }
    ),
    CommandLineEntry(
      name: "import",
      operands: ["CHECKPOINT"],
      options: [
        .output("OUT.rvg", "file to write"),
        Option("--arch", "NAME", "refuse the file unless it is this published network"),
      ] + Option.reading + [.help],
      summary: "turn a checkpoint into a .rvg",
      run: { try importCheckpoint($0) }
    ),
    CommandLineEntry(
      name: "export",
      operands: ["MODEL"],
      options: [
        .output("OUT.onnx|.safetensors", "file to write; its ending says what is written"),
        Option(
          "--form",
          "train|deploy",
          "which form to write (default: deploy for .onnx, for .safetensors as the file has it)"
        ),
        Option("--naming", "official|timm", "names in a .safetensors (default official)"),
        Option("--float16", "round kernels and biases to half precision"),
      ] + Option.reading + [.help],
      summary: "write the network for ONNX Runtime, ncnn, PyTorch or timm",
      run: { try export($0) }
    ),
    CommandLineEntry(
      name: "new",
      operands: ["ARCH"],
      options: [
        .output("OUT.rvg", "file to write"),
        .seed,
        Option("--classes", "N", "classes (default 1000)"),
        Option("--size", "N", "height and width of the input (default 224)"),
        Option("--channels", "N", "channels of the input (default 3)"),
        Option("--groups", "N", "groups of every second layer (default 1)"),
        Option("--form", "train|deploy", "which form to write (default train)"),
        .help,
      ],
      summary:
        "write a network with random weights: RepVGG-A0, MobileOne-S0, … or WIDTHxDEPTH/STRIDE,…",
      run: { try new($0) }
    ),
    CommandLineEntry(
      name: "shot",
      operands: ["MODEL"],
      options: [
        .output(
          "OUT.svg|.png|.txt|.ansi|.cast",
          "file to write; .cast: the script as it is played"
        ),
        Option("--input", "IN", "run the engine on this picture or tensor file, and show it"),
        Option("--script", "COMMANDS", "commands to run first, separated by ;"),
        Option("--size", "COLSxROWS", "cells (default 100x30)"),
        Option("--scale", "1|2", "cells of a .png: 9 x 18 or 18 x 36 pixels (default 2)"),
        Option(
          "--crop",
          "PANE|COL,ROW,WxH",
          "only this pane, or these cells; columns and rows count from 0"
        ),
        Option("--caption", "TEXT", "a sentence below the screen"),
        Option(
          "--callout",
          "COL,ROW",
          "a number beside this cell; give it again for the next number"
        ),
        Option("--highlight", "COL,ROW,WxH", "a frame around these cells; may be given again"),
        Option("--theme", "auto|dark|light|print|contrast|terminal", "colours (default dark)"),
        Option("--color", "mono|16|256|24bit", "how many colours (default 24bit)"),
        Option("--glyphs", "ascii|block", "which signs (default block)"),
        Option("--lang", "en|vi", "language of the screen (default en)"),
        .extent,
      ] + Option.reading + [.help],
      summary: "write a screen of the explorer as a picture, without a terminal",
      run: { try shot($0) }
    ),
  ]
}
