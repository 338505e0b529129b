internal import Canvas
internal import Words

/// The texts of `--help`, made from the table.
enum Help {
  /// The help of the whole program.
  static var program: [Text] {
    let explorer = CommandLineTable.explorer
    let commands = CommandLineTable.commands.map { entry in
      Text(name: "  \(entry.name.fitted(to: 10, .left)) ") + entry.summary
    }
    return [
      Text(
        en: "repvgg-tui: explore RepVGG networks, in both of their forms, in the terminal",
        vi: "repvgg-tui: khám phá các mạng RepVGG, ở cả hai dạng, trong terminal"
      ), .none, Text(en: "examples:", vi: "ví dụ:"),
    ] + examples + [
      .none, usage(of: explorer),
      Text(
        en: "       repvgg-tui COMMAND … ; repvgg-tui COMMAND --help tells more",
        vi: "           repvgg-tui COMMAND … ; repvgg-tui COMMAND --help cho biết thêm"
      ), .none, Text(en: "commands:", vi: "lệnh:"),
    ] + commands + [
      .none, Text(en: "options of the explorer:", vi: "tùy chọn của trình khám phá:"),
    ] + lines(explorer.options) + [.none] + closing
  }

  /// The help of one command.
  static func command(_ entry: CommandLineEntry) -> [Text] {
    [
      Text(name: "repvgg-tui \(entry.name): ") + entry.summary, .none, usage(of: entry), .none,
      Text(en: "options:", vi: "tùy chọn:"),
    ] + lines(entry.options)
  }

  private static func usage(of entry: CommandLineEntry) -> Text {
    Text(en: "usage: ", vi: "cách dùng: ") + entry.usage
  }

  private static func lines(_ options: [Option]) -> [Text] {
    let width = (options.map(\.usage.count).max() ?? 0) + 2
    return options.map { option in
      Text(name: "  \(option.usage.fitted(to: width, .left)) ") + option.summary
    }
  }

  private static let examples: [Text] = [
    (
      "repvgg-tui",
      Text(
        en: "the built-in sample, trained on handwritten digits",
        vi: "mẫu có sẵn, huấn luyện trên chữ số viết tay"
      )
    ),
    ("repvgg-tui model.rvg", Text(en: "explore a network", vi: "khám phá một mạng")),
    (
      "repvgg-tui verify model.safetensors",
      Text(en: "check that folding it changes nothing", vi: "kiểm tra rằng gộp nó không đổi gì")
    ),
    (
      "repvgg-tui fold model.rvg -o folded.rvg",
      Text(en: "write the deploy form", vi: "ghi dạng inference")
    ),
  ].map { line, summary in Text(name: "  \(line.fitted(to: 40, .left)) ") + summary }

  private static let closing = [
    Text(
      en: "MODEL is a .rvg file, a .safetensors or a PyTorch checkpoint; "
        + "what it is, is decided by its content.",
      vi:
        "MODEL là tệp .rvg, checkpoint .safetensors hoặc PyTorch; nội dung quyết định nó là loại nào."
    ),
    Text(
      en: "exit status: 0 success, 1 a check failed, 2 wrong usage, 3 unreadable input, "
        + "4 could not write",
      vi: "mã thoát: 0 thành công, 1 kiểm tra không đạt, 2 dùng sai, 3 không đọc được đầu vào, "
        + "4 không ghi được"
    ),
    Text(
      en: "(standard output too); ended by a signal, 128 and its number in a shell",
      vi: "(kể cả đầu ra chuẩn); bị tín hiệu kết thúc thì trong shell là 128 cộng số của nó"
    ),
  ]
}
