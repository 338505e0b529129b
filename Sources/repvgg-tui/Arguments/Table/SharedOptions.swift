internal import Canvas
internal import Explorer
internal import RepCore
internal import Words

extension Option {
  static let json = Option("--json", Text(en: "print JSON", vi: "in JSON"))
  static let seed = Option(
    "--seed",
    .text("N"),
    Text(
      en: "seed of the random numbers (default 0)",
      vi: "seed của các số ngẫu nhiên (mặc định 0)"
    )
  )
  static let data = Option(
    "--data",
    .input("DATA"),
    Text(
      en:
        "pictures that networks are tried on: a safetensors file, perhaps with labels, or a folder",
      vi: "các ảnh để thử mạng: một tệp safetensors, có thể kèm nhãn, hoặc một thư mục"
    )
  )
  static let form = Option(
    "--form",
    .choice(of: Form.self),
    Text(en: "which form to run (default deploy)", vi: "chạy dạng nào (mặc định deploy)")
  )
  static let threads = Option(
    "--threads",
    .text("N"),
    Text(en: "threads (default: all processors)", vi: "số luồng (mặc định: mọi lõi)")
  )
  static let help = Option(
    "--help",
    short: "-h",
    Text(en: "show this help", vi: "hiện trợ giúp này")
  )

  /// What every command takes.
  static let common = [
    language(
      Text(
        en: "language of messages (default: what LANG asks for)",
        vi: "ngôn ngữ của lời nhắn (mặc định: theo LANG)"
      )
    ), help,
  ]

  /// Where no graph says how large the maps are.
  static let extent = Option(
    "--maps",
    .text("N"),
    Text(
      en: "height and width of the maps for blocks of an unknown graph (default 56)",
      vi: "chiều cao và rộng của map cho các khối của đồ thị chưa biết (mặc định 56)"
    )
  )

  /// The language of what `summary` says; JSON is English.
  static func language(_ summary: Text) -> Option {
    Option("--lang", .choice(of: Language.self), summary)
  }

  /// How a screen looks, with what each of these does.
  static func look(theme: Text, colors: Text, glyphs: Text) -> [Option] {
    [
      Option("--theme", .choice(of: ThemeName.self), theme),
      Option("--color", .choice(of: ColorName.self), colors),
      Option("--glyphs", .choice(of: GlyphLevel.self), glyphs),
    ]
  }

  /// `-o OUT`, with what is written.
  static func output(
    _ shown: String,
    _ summary: Text = Text(en: "file to write", vi: "tệp để ghi")
  ) -> Option {
    Option("--output", short: "-o", .output(shown), summary)
  }
}
