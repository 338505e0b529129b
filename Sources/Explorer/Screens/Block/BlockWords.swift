internal import Canvas
internal import RepCore
internal import Words

/// What the block screen says.
enum BlockWords {
  // MARK: Titles and the status line

  static func title(_ form: Form) -> Text {
    switch form {
    case .train: Text(en: "training form", vi: "dạng huấn luyện")
    case .deploy: Text(en: "deploy form", vi: "dạng inference")
    }
  }

  static func name(_ form: Form) -> Text {
    switch form {
    case .train: Text(en: "train", vi: "huấn luyện")
    case .deploy: Text(en: "deploy", vi: "inference")
    }
  }

  static let switchesForm = Text(en: "t switches the form", vi: "t đổi dạng")

  /// `branch 3x3 + norm, 2 of 4`.
  static func branch(_ branch: BranchShape, of shape: BlockShape) -> Text {
    let map = branch.role == .folded ? Text(name: shape.window) : branch.id.words
    let bias = branch.hasBias ? Text(name: " + bias") : .none
    let norm = branch.norm == nil ? .none : Text(name: " + norm")
    let siblings = shape.siblings(of: branch)
    let place = Text(
      en: ", \(branch.index + 1) of \(siblings)",
      vi: ", \(branch.index + 1) / \(siblings)"
    )
    return Text(en: "branch ", vi: "nhánh ") + map + bias + norm + (siblings > 1 ? place : .none)
  }

  static func status(_ shape: BlockShape) -> Text {
    let groups =
      shape.isDepthwise
      ? Text(name: ", depthwise")
      : shape.groups > 1
        ? Text(en: ", \(shape.groups) groups", vi: ", \(shape.groups) nhóm") : .none
    let why =
      shape.form == .train && !shape.admitsIdentity
      ? Text(en: ", no identity: the shape changes", vi: ", không có identity: kích thước đổi")
      : .none
    return Text(
      en: "\(shape.title), \(shape.inputChannels) to \(shape.outputChannels) channels, "
        + "stride \(shape.stride)",
      vi: "\(shape.title), \(shape.inputChannels) đến \(shape.outputChannels) kênh, "
        + "stride \(shape.stride)"
    ) + groups + why
  }

  /// What several branches of one role are for.
  static func overParameterized(_ role: BranchRole, count: Int, _ shape: BlockShape) -> Text {
    let all = Numbers.grouped(shape.parameters)
    let left = Numbers.grouped(shape.deployed.parameters)
    return Text(
      en: "Over-parameterized: \(count) convolutions \(role.rawValue) where one computes as much, "
        + "because training finds a better sum than a single kernel. Folding keeps "
        + "\(left) of \(all) parameters. b steps through them.",
      vi: "Thừa tham số: \(count) tích chập \(role.rawValue) trong khi một là đủ để tính, "
        + "vì huấn luyện tìm được một tổng tốt hơn một kernel đơn. Gộp giữ lại "
        + "\(left) trong \(all) tham số. b đi qua từng nhánh."
    )
  }

  // MARK: The diagram

  static let input = Text(en: "input", vi: "đầu vào")
  static let output = Text(en: "output", vi: "đầu ra")
  static let weights = Text(en: "weights", vi: "trọng số")
  static let noWeights = Text(en: "no weights", vi: "không trọng số")
  static let foldsInto = Text(en: "fold", vi: "gộp")
  static let normOfSum = Text(en: "norm of the sum", vi: "norm của tổng")

  static func mean(_ window: String) -> Text {
    Text(en: "mean of \(window)", vi: "trung bình \(window)")
  }

  static func excite(hidden: Int) -> Text {
    Text(en: "squeeze-excite, \(hidden) hidden", vi: "squeeze-excite, \(hidden) ẩn")
  }

  static func norms(_ count: Int) -> Text { Text(en: "\(count) norms", vi: "\(count) norm") }
  static func this(_ branch: BranchID) -> Text { Text(en: "this: ", vi: "đây: ") + branch.words }
  static func place(_ index: Int, of count: Int) -> Text {
    Text(en: "\(index) of \(count)", vi: "\(index) / \(count)")
  }

  static func foldedFrom(_ branches: [BranchID], hasPostNorm: Bool) -> Text {
    Text(en: "Folded from ", vi: "Gộp từ ") + branches.map(\.words).joined(separator: " + ")
      + (hasPostNorm
        ? Text(en: ", then the norm of the sum.", vi: ", rồi norm của tổng.") : Text(name: "."))
  }

  // MARK: The charts

  static func scales(_ branch: BranchID) -> Text {
    Text(en: "scale of ", vi: "hệ số của ") + branch.words
  }

  static let biases = Text(en: "folded bias", vi: "bias đã gộp")

  // MARK: Numbers of a branch

  static let kernel = Text(name: "kernel")
  static let storedAs = Text(en: "stored as", vi: "lưu dạng")
  static let parameters = Text(en: "parameters", vi: "tham số")
  static let norm = Text(name: "norm")
  static let none = Text(en: "none", vi: "không có")
  static let biasInstead = Text(en: "none, a bias instead", vi: "không, thay bằng bias")
  static let identityIsAssumed = Text(
    en: "assumed: the file does not say it",
    vi: "giả định: tệp không nói"
  )
  static let assumed = Text(en: ", assumed", vi: ", giả định")
  static let variance = Text(en: "variance", vi: "phương sai")
  static let shiftFormula = Text(en: "beta - mean*scale", vi: "beta - mean*hệ số")

  static func bias(channel: Int) -> Text {
    Text(en: "bias, channel \(channel)", vi: "bias, kênh \(channel)")
  }

  static func norm(channel: Int, of count: Int) -> Text {
    Text(en: "norm, channel \(channel) of \(count)", vi: "norm, kênh \(channel) / \(count)")
  }

  static func postNorm(channel: Int) -> Text {
    Text(en: "norm after the sum, channel \(channel)", vi: "norm sau tổng, kênh \(channel)")
  }

  static let scalesSum = Text(en: "scales the sum by", vi: "nhân tổng với")
  static let adds = Text(en: "and adds", vi: "rồi cộng")

  static func damaged(_ count: Int, first: Int) -> Text {
    Text(
      en: "damaged in \(counted(count, "channel")), first \(first)",
      vi: "hỏng ở \(count) kênh, đầu tiên \(first)"
    )
  }

  static func constant(_ count: Int, first: Int) -> Text {
    Text(
      en: "variance 0 in \(counted(count, "channel")), first \(first)",
      vi: "phương sai 0 ở \(count) kênh, đầu tiên \(first)"
    )
  }

  // MARK: Cost

  static let mapsAlive = Text(en: "maps alive", vi: "bản đồ trong bộ nhớ")
  static let mapsWhileRunning = Text(
    en: "maps alive while it runs",
    vi: "bản đồ trong bộ nhớ khi chạy"
  )
  static let inputAndOutput = Text(en: "input + output", vi: "vào + ra")
  static func train(branches: Int) -> Text {
    Text(en: "train, \(branches) branches", vi: "huấn luyện, \(branches) nhánh")
  }
  static let doesNotRun = Text(en: "does not run, only folds", vi: "không chạy, chỉ gộp được")
  static let sampleTiming = Text(en: "sample timing", vi: "thời gian mẫu")
  static let measuredTime = Text(en: "time, measured here", vi: "thời gian đo tại đây")
}
