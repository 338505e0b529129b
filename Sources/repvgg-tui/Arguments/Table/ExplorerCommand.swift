internal import Words

extension CommandLineTable {
  /// What runs without a command.
  static let explorer = CommandLineEntry(
    name: "",
    operands: [
      Operand(value: .input("MODEL"), isOptional: true),
      Operand(value: .input("OTHER"), isOptional: true, repeats: true),
    ],
    options: [
      Option(
        "--input",
        .input("IN"),
        Text(
          en: "run the live engine on this picture or tensor file",
          vi: "chạy engine trên ảnh hoặc tệp tensor này"
        )
      ),
      .data,
      Option(
        "--script",
        .text("COMMANDS"),
        Text(en: "commands to begin with", vi: "các lệnh để bắt đầu")
      ),
    ]
      + Option.look(
        theme: Text(en: "colours (default auto)", vi: "bộ màu (mặc định auto)"),
        colors: Text(
          en: "how many colours (default: what the terminal has)",
          vi: "bao nhiêu màu (mặc định: như terminal có)"
        ),
        glyphs: Text(
          en: "which signs (default: what the locale has)",
          vi: "loại ký tự nào (mặc định: như locale có)"
        )
      ) + [
        .language(
          Text(
            en: "language of screens and messages (default: what LANG asks for)",
            vi: "ngôn ngữ của màn hình và lời nhắn (mặc định: theo LANG)"
          )
        ),
        Option(
          "--no-mouse",
          Text(en: "leave the mouse to the terminal", vi: "để chuột cho terminal")
        ),
        Option(
          "--no-measure",
          Text(en: "run nothing before it is asked for", vi: "không chạy gì khi chưa được yêu cầu")
        ),
        Option(
          "--follow",
          Text(
            en: "read a model anew whenever its file was written",
            vi: "đọc lại mô hình mỗi khi tệp của nó được ghi"
          )
        ),
        Option(
          "--plain",
          Text(
            en: "say the screens in sentences and read commands line by line, for screen readers",
            vi: "nói các màn hình bằng câu và đọc lệnh theo dòng, cho trình đọc màn hình"
          )
        ),
        Option("--version", Text(en: "print the version", vi: "in phiên bản")),
        .extent,
      ] + Option.reading + [.help],
    summary: Text(
      en: "explore networks; without MODEL, the built-in sample",
      vi: "khám phá các mạng; không có MODEL thì là mẫu có sẵn"
    ),
    run: { try explore($0) }
  )
}
