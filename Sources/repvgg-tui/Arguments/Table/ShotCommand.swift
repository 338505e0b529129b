internal import Canvas
internal import Words

extension CommandLineTable {
  static let shotEntry = CommandLineEntry(
    name: "shot",
    operands: [.model],
    options: [
      .output(
        "OUT.svg|.png|.txt|.ansi|.cast",
        Text(
          en: "file to write; .cast: the script as it is played",
          vi: "tệp để ghi; .cast: script như khi được chạy"
        )
      ),
      Option(
        "--input",
        .input("IN"),
        Text(
          en: "run the engine on this picture or tensor file, and show it",
          vi: "chạy engine trên ảnh hoặc tệp tensor này, và hiện nó"
        )
      ),
      .data,
      Option(
        "--script",
        .text("COMMANDS"),
        Text(
          en: "commands to run first, separated by ;",
          vi: "các lệnh chạy trước, ngăn cách bằng ;"
        )
      ),
    ] + framing
      + Option.look(
        theme: Text(en: "colours (default dark)", vi: "bộ màu (mặc định dark)"),
        colors: Text(en: "how many colours (default 24bit)", vi: "bao nhiêu màu (mặc định 24bit)"),
        glyphs: Text(en: "which signs (default block)", vi: "loại ký tự nào (mặc định block)")
      ) + [
        .language(
          Text(
            en: "language of the screen (default en) and of messages "
              + "(default: what LANG asks for)",
            vi: "ngôn ngữ của màn hình (mặc định en) và của lời nhắn (mặc định: theo LANG)"
          )
        ),
        .extent,
      ] + Option.reading + [.help],
    summary: Text(
      en: "write a screen of the explorer as a picture, without a terminal",
      vi: "ghi một màn hình thành hình, không cần terminal"
    ),
    run: { try shot($0) }
  )

  /// What a picture shows, and what it says beyond the screen.
  private static let framing = [
    Option(
      "--size",
      .text("COLSxROWS"),
      Text(en: "cells (default 100x30)", vi: "số ô (mặc định 100x30)")
    ),
    Option(
      "--scale",
      .choice(PictureScale.allCases.map { "\($0.rawValue)" }),
      Text(
        en: "cells of a .png: 9 x 18 or 18 x 36 pixels (default 2)",
        vi: "ô của .png: 9 x 18 hoặc 18 x 36 điểm ảnh (mặc định 2)"
      )
    ),
    Option(
      "--crop",
      .text("PANE|COL,ROW,WxH"),
      Text(
        en: "only this pane, or these cells; columns and rows count from 0",
        vi: "chỉ khung này, hoặc các ô này; cột và hàng đếm từ 0"
      )
    ),
    Option(
      "--caption",
      .text("TEXT"),
      Text(en: "a sentence below the screen", vi: "một câu bên dưới màn hình")
    ),
    Option(
      "--callout",
      .text("COL,ROW"),
      repeats: true,
      Text(
        en: "a number beside this cell; give it again for the next number",
        vi: "một số cạnh ô này; lặp lại để có số kế tiếp"
      )
    ),
    Option(
      "--highlight",
      .text("COL,ROW,WxH"),
      repeats: true,
      Text(
        en: "a frame around these cells; may be given again",
        vi: "một khung quanh các ô này; có thể lặp lại"
      )
    ),
  ]
}
