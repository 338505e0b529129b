internal import Canvas
internal import RepCore
internal import Words

/// The commands that work on every screen.
enum FrameCommands {
  static var all: [CommandSpecification] {
    let groups = [
      (screens, Intent.showing), (selecting, .selecting), (moving, .moving), (finding, .finding),
      (engine, .measuring), (files, .files), (view, .leaving),
    ]
    return groups.flatMap { commands, intent in commands.map { $0.intended(for: intent) } }
  }

  private static var screens: [CommandSpecification] {
    [
      .init(
        .show,
        .choice(ScreenRegistry.names),
        does: Text(en: "show a screen", vi: "mở một màn hình")
      ).setting,
      .init(
        .form,
        .choice(Form.self).optional,
        does: Text(
          en: "switch between training and deploy form, everywhere",
          vi: "đổi giữa dạng huấn luyện và dạng inference, ở mọi màn hình"
        )
      ).setting,
      .init(.nextScreen, does: Text(en: "show the next screen", vi: "màn hình kế tiếp")),
      .init(.screens, does: Text(en: "list all screens", vi: "liệt kê mọi màn hình")),
      .init(.jumpBack, does: Text(en: "go back to where you were", vi: "quay lại nơi vừa ở")),
      .init(.jumpForward, does: Text(en: "go forward again", vi: "đi tới lại nơi vừa rời")),
      .init(
        .zoom,
        .pane.optional,
        does: Text(
          en: "fill the screen with a pane; without a word, the next",
          vi: "cho một khung chiếm cả màn hình; không có từ nào thì khung kế tiếp"
        )
      ),
      .init(.previousScreen, does: Text(en: "show the previous screen", vi: "màn hình trước")),
    ]
  }

  private static let selecting: [CommandSpecification] = [
    .init(
      .select,
      .block,
      does: Text(en: "select a block, such as stage3.2", vi: "chọn một khối, như stage3.2")
    ),
    .init(.nextBlock, does: Text(en: "go to the next block", vi: "sang khối kế tiếp")),
    .init(.previousBlock, does: Text(en: "go to the previous block", vi: "về khối trước")),
    .init(
      .nextBranch,
      does: Text(en: "look at the next branch of the block", vi: "xem nhánh kế tiếp của khối")
    ),
    .init(
      .branch,
      .branch,
      does: Text(en: "look at a branch, such as 1x1", vi: "xem một nhánh, như 1x1")
    ),
    .init(
      .channel,
      .number("C"),
      does: Text(en: "look at output channel C", vi: "xem kênh ra C")
    ),
    .init(
      .pair,
      .number("OUT"),
      .number("IN"),
      does: Text(
        en: "look at one output and one input channel",
        vi: "xem một kênh ra và một kênh vào"
      )
    ),
    .init(
      .diagonal,
      does: Text(
        en: "go to the input channel where the identity is 1",
        vi: "đến kênh vào mà nhánh identity bằng 1"
      )
    ),
  ]

  private static let moving: [CommandSpecification] = [
    .init(.up, .number("N").optional, does: Text(en: "move up", vi: "đi lên")),
    .init(.down, .number("N").optional, does: Text(en: "move down", vi: "đi xuống")),
    .init(
      .left,
      .number("N").optional,
      does: Text(en: "move left, or fold", vi: "sang trái, hoặc gập lại")
    ),
    .init(
      .right,
      .number("N").optional,
      does: Text(en: "move right, or unfold", vi: "sang phải, hoặc mở ra")
    ),
    .init(.pageUp, does: Text(en: "move up a page", vi: "lên một trang")),
    .init(.pageDown, does: Text(en: "move down a page", vi: "xuống một trang")),
    .init(
      .scroll,
      .level,
      does: Text(
        en: "scroll the text to line N, or on",
        vi: "cuộn văn bản đến dòng N, hoặc cuộn tiếp"
      )
    ),
    .init(
      .step,
      .level,
      does: Text(
        en: "go to step N of what is shown, or so many steps on or back",
        vi: "đến bước N của điều đang xem, hoặc tiến hay lùi bấy nhiêu bước"
      )
    ),
    .init(.first, does: Text(en: "go to the first row", vi: "đến hàng đầu")),
    .init(.last, does: Text(en: "go to the last row", vi: "đến hàng cuối")),
    .init(.enter, does: Text(en: "open what is under the cursor", vi: "mở mục dưới con trỏ")),
    .init(.back, does: Text(en: "close, or go up one level", vi: "đóng, hoặc lên một cấp")),
  ]

  private static let finding: [CommandSpecification] = [
    .init(
      .sort,
      .choice(RowOrder.self).optional,
      does: Text(
        en: "order the rows; without a word, the next order",
        vi: "sắp xếp các hàng; không có từ nào thì đổi cách kế tiếp"
      )
    ).setting,
    .init(.search, .text, does: Text(en: "find a row by its name", vi: "tìm hàng theo tên")),
    .init(.searchPrompt, does: Text(en: "type what to find", vi: "gõ điều cần tìm")),
    .init(.searchNext, does: Text(en: "find the next row", vi: "tìm hàng kế tiếp")),
    .init(.searchPrevious, does: Text(en: "find the previous row", vi: "tìm hàng trước")),
  ]

  private static let engine: [CommandSpecification] = [
    .init(
      .run,
      .choice(["on", "off"]).optional,
      does: Text(en: "run or pause the engine", vi: "chạy hoặc tạm dừng engine")
    ),
    .init(
      .threads,
      .level,
      does: Text(
        en: "use N threads, or more, or fewer",
        vi: "dùng N luồng, hoặc thêm, hoặc bớt"
      )
    ).setting,
    .init(
      .branches,
      .choice(BranchExecution.self).optional,
      does: Text(
        en: "run the training form as written, or with folded norms and fused sums",
        vi: "chạy dạng huấn luyện như đã viết, hoặc với norm đã gộp và tổng đã nhập"
      )
    ).setting,
    .init(.clear, does: Text(en: "forget what was measured", vi: "quên các số đo")),
    .init(
      .measure,
      .number("N", from: 1),
      does: Text(
        en: "run both forms N times now, then pause",
        vi: "chạy mỗi dạng N lần ngay bây giờ, rồi tạm dừng"
      )
    ),
    .init(
      .tune,
      does: Text(
        en: "find the fastest plans on this machine, and remember them",
        vi: "tìm kế hoạch nhanh nhất trên máy này, và ghi nhớ"
      )
    ),
    .init(
      .cancel,
      does: Text(
        en: "give up what is measured, tuned or read",
        vi: "dừng việc đang đo, chọn hoặc đọc"
      )
    ),
    .init(
      .sampleTiming,
      does: Text(
        en: "fill in times made from the multiply-adds, marked as such, for pictures",
        vi: "điền thời gian tính từ số phép nhân-cộng, có ghi rõ, để chụp hình"
      )
    ),
  ]

  private static var files: [CommandSpecification] { models + pictures }

  private static let models: [CommandSpecification] = [
    .init(
      .open,
      .model,
      does: Text(
        en: "open another model: a file, or a published one such as zoo:RepVGG-A0",
        vi: "mở thêm một mạng: một tệp, hoặc mạng đã công bố như zoo:RepVGG-A0"
      )
    ),
    .init(
      .beside,
      .model,
      does: Text(
        en: "open another model to compare with; this one stays",
        vi: "mở thêm một mạng để so; mạng này vẫn ở trên màn hình"
      )
    ),
    .init(
      .copy,
      does: Text(
        en: "copy the name, number or kernel under the cursor",
        vi: "chép tên, số hoặc kernel dưới con trỏ"
      )
    ),
    .init(.models, does: Text(en: "list the models that are open", vi: "liệt kê các mạng đang mở")),
    .init(
      .otherModel,
      does: Text(en: "show the model before this one", vi: "xem mạng vừa xem trước mạng này")
    ),
    .init(.close, does: Text(en: "close this model", vi: "đóng mạng này")),
    .init(
      .set,
      .set.optional,
      does: Text(
        en: "open another of the file's sets of tensors; without a word, choose",
        vi: "mở một bộ tensor khác của tệp; không có từ nào thì chọn"
      )
    ),
    .init(
      .reload,
      does: Text(en: "read the file anew, as it is now", vi: "đọc lại tệp như hiện giờ")
    ),
  ]

  private static var pictures: [CommandSpecification] {
    [
      .init(
        .shot,
        .file.optional,
        .pane.optional,
        does: Text(
          en: "write the screen, or a pane, to FILE (.svg, .png, .txt, .ansi), or to a new .png",
          vi: "ghi màn hình, hoặc một khung, vào FILE (.svg, .png, .txt, .ansi), hoặc .png mới"
        )
      ),
      .init(
        .caption,
        .text.optional,
        does: Text(
          en: "put TEXT below pictures, or the screen's own sentence; 'off' for nothing",
          vi: "đặt TEXT dưới hình, hoặc câu của chính màn hình; 'off' để bỏ"
        )
      ),
      .init(
        .highlight,
        .pane.optional,
        does: Text(
          en: "frame a pane in pictures; without a word, none",
          vi: "đóng khung một khung trong hình; không có từ nào thì bỏ"
        )
      ),
      .init(
        .wait,
        .number("SECONDS", from: 1),
        does: Text(
          en: "show the screen that long before a script goes on",
          vi: "hiện màn hình bấy lâu trước khi kịch bản đi tiếp"
        )
      ),
    ]
  }

  private static let view: [CommandSpecification] = [
    .init(
      .theme,
      .choice(ThemeName.self).optional,
      does: Text(
        en: "take these colours, or the next ones",
        vi: "dùng bộ màu này, hoặc bộ màu kế tiếp"
      )
    ).setting,
    .init(
      .language,
      .choice(Language.self).optional,
      does: Text(en: "read in English or Vietnamese", vi: "đọc bằng tiếng Anh hoặc tiếng Việt")
    ).setting,
    .init(
      .colormap,
      .choice(Colormap.self).optional,
      does: Text(
        en: "colour kernels so, or in the next way",
        vi: "tô màu kernel như vậy, hoặc theo cách kế tiếp"
      )
    ).setting,
    .init(
      .glyphs,
      does: Text(en: "switch between ASCII and block signs", vi: "đổi giữa ký tự ASCII và khối")
    ).setting,
    .init(
      .help,
      does: Text(
        en: "show or hide the keys of this screen",
        vi: "hiện hoặc ẩn các phím của màn hình này"
      )
    ),
    .init(
      .why,
      does: Text(
        en: "tell how the number under the cursor was made",
        vi: "cho biết con số dưới con trỏ từ đâu ra"
      )
    ),
    .init(
      .go,
      does: Text(
        en: "go to the screen that shows what is explained",
        vi: "đến màn hình hiện điều đang giải thích"
      )
    ),
    .init(.commandPrompt, does: Text(en: "type a command", vi: "gõ một lệnh")),
    .init(
      .bind,
      .key,
      .text,
      does: Text(
        en: "let a key run a command, before what it does otherwise",
        vi: "cho một phím chạy một lệnh, thay cho việc nó vốn làm"
      )
    ).setting,
    .init(.redraw, does: Text(en: "paint everything again", vi: "vẽ lại tất cả")),
    .init(
      .suspend,
      does: Text(en: "stop, until the shell's fg", vi: "tạm dừng, cho đến lệnh fg của shell")
    ),
    .init(.quit, does: Text(en: "leave", vi: "thoát")),
    .init(.q, does: Text(en: "leave, as other programs call it", vi: "thoát, như cách gọi quen")),
  ]
}

extension Command.Name {
  static let show = Self("screen"), form = Self("form")
  static let screens = Self("screens")
  static let jumpBack = Self("jump-back"), jumpForward = Self("jump-forward")
  static let nextScreen = Self("next-screen"), previousScreen = Self("previous-screen")
  static let select = Self("select")
  static let nextBlock = Self("next-block"), previousBlock = Self("previous-block")
  static let nextBranch = Self("next-branch"), branch = Self("branch")
  static let channel = Self("channel"), pair = Self("pair"), diagonal = Self("diagonal")
  static let up = Self("up"), down = Self("down"), left = Self("left"), right = Self("right")
  static let pageUp = Self("page-up"), pageDown = Self("page-down")
  static let step = Self("step")
  static let first = Self("first"), last = Self("last")
  static let enter = Self("enter"), back = Self("back")
  static let sort = Self("sort"), search = Self("search"), searchPrompt = Self("search-prompt")
  static let searchNext = Self("search-next"), searchPrevious = Self("search-previous")
  static let run = Self("run"), threads = Self("threads"), branches = Self("branches")
  static let clear = Self("clear"), measure = Self("measure")
  static let tune = Self("tune")
  static let sampleTiming = Self("sample-timing"), cancel = Self("cancel")
  static let set = Self("set"), reload = Self("reload"), theme = Self("theme")
  static let language = Self("lang"), glyphs = Self("glyphs"), colormap = Self("colormap")
  static let help = Self("help"), commandPrompt = Self("command-prompt")
  static let bind = Self("bind"), copy = Self("copy"), shot = Self("shot"), redraw = Self("redraw")
  static let suspend = Self("suspend"), quit = Self("quit"), q = Self("q")
}
