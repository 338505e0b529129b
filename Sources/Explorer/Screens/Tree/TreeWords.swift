internal import Canvas
internal import RepCore
internal import Words

/// What the tree says.
enum TreeWords {
  // MARK: The table

  static func network(stages: Int, blocks: Int) -> Text {
    Text(
      en: "Network, \(counted(stages, "stage")), \(counted(blocks, "block"))",
      vi: "Mạng, \(stages) stage, \(blocks) khối"
    )
  }

  static func order(_ order: RowOrder) -> Text {
    order == .execution ? .none : Text(en: ", by ", vi: ", theo ") + order.word
  }

  static let columns = (
    name: Text(en: "name", vi: "tên"),
    channels: Text(en: "in to out", vi: "vào→ra"),
    output: Text(en: "output", vi: "đầu ra"),
    stride: Text(en: "str", vi: "str"),
    groups: Text(en: "grp", vi: "nh."),
    parameters: Text(en: "params", vi: "tham số"),
    memory: Text(en: "output mem", vi: "bộ nhớ ra"),
    check: Text(en: "check", vi: "k.tra"),
    time: Text(en: "time", vi: "t.gian"),
    both: Text(en: "forms", vi: "hai dạng")
  )

  /// Heads that are cut short on the screen.
  static let spoken = (
    channels: Text(en: "channels", vi: "kênh"),
    stride: Text(name: "stride"),
    groups: Text(en: "groups", vi: "nhóm"),
    parameters: Text(en: "parameters", vi: "tham số"),
    macs: Text(en: "multiply-adds", vi: "phép nhân-cộng"),
    memory: Text(en: "output memory", vi: "bộ nhớ đầu ra"),
    check: Text(en: "check", vi: "kiểm tra"),
    time: Text(en: "time", vi: "thời gian")
  )

  static let damagedNorm = Text(en: "norm", vi: "norm")
  static let damagedWeight = Text(en: "data", vi: "số")

  static let pool = Text(en: "mean pool", vi: "pool trung bình")

  static func opaque(_ count: Int) -> Text {
    Text(en: "opaque, \(counted(count, "tensor"))", vi: "không rõ, \(count) tensor")
  }

  // MARK: The status line

  static func channels(_ input: Int, _ output: Int) -> Text {
    Text(en: "\(input) to \(output) channels", vi: "\(input) đến \(output) kênh")
  }

  static func stride(_ stride: Int) -> Text { Text(name: "stride \(stride)") }

  static func groups(_ count: Int) -> Text {
    Text(en: "\(count) groups", vi: "\(count) nhóm")
  }

  static func branches(_ count: Int) -> Text {
    count == 1
      ? Text(en: "one convolution", vi: "một tích chập")
      : Text(en: "\(count) branches", vi: "\(count) nhánh")
  }

  static func parameters(_ count: Int) -> Text {
    let count = Numbers.grouped(count)
    return Text(en: "\(count) parameters", vi: "\(count) tham số")
  }

  static let aroundBlocks = Text(
    en: "of the graph around the blocks",
    vi: "của đồ thị quanh các khối"
  )

  static func damaged(_ fault: WeightFault) -> Text {
    Text(en: "damaged: ", vi: "hỏng: ") + fault.words
  }

  static func damaged(_ count: Int, andHead: Bool) -> Text {
    Text(en: counted(count, "damaged block"), vi: "\(count) khối bị hỏng")
      + (andHead ? Text(en: " and the classifier", vi: " và cả bộ phân lớp") : .none)
  }

  // MARK: The detail of a network

  static func holds(_ form: Form?) -> Text {
    form.map { Text(en: "the \($0.rawValue) form", vi: "dạng \($0.word.vi)") }
      ?? Text(en: "both forms, mixed", vi: "cả hai dạng, lẫn nhau")
  }

  static let fileHolds = Text(en: "file holds", vi: "tệp chứa")
  static let input = Text(en: "input", vi: "đầu vào")
  static let output = Text(en: "output", vi: "đầu ra")
  static let classes = Text(en: "classes", vi: "số lớp")
  static let parameters = Text(en: "parameters", vi: "tham số")
  static let multiplyAdds = Text(en: "multiply-adds", vi: "phép nhân-cộng")
  static let saved = Text(en: "MACs saved by folding", vi: "MAC bớt nhờ gộp")
  static let notInFile = Text(
    en: "not in this file; folding cannot be undone",
    vi: "không có trong tệp này; việc gộp không thể đảo ngược"
  )

  static func heading(_ form: Form, sum: Text?) -> Text {
    let name =
      form == .train
      ? Text(en: "training form", vi: "dạng huấn luyện")
      : Text(en: "deploy form", vi: "dạng inference")
    let folded = form == .deploy ? Text(en: ", folded", vi: ", đã gộp") : .none
    return name + (sum.map { Text(name: ", ") + $0 } ?? folded)
  }

  static func sum(allRun: Bool) -> Text {
    allRun
      ? Text(en: "sum of all blocks", vi: "tổng mọi khối")
      : Text(en: "sum of blocks that run", vi: "tổng các khối chạy được")
  }

  static func separate(_ extent: String) -> Text {
    Text(
      en:
        "Each can be looked at, folded, checked, and timed alone on a seeded \(extent) input. How "
        + "they are connected is not in the file.",
      vi: "Mỗi khối xem được, gộp được, kiểm tra được, và đo riêng được với đầu vào ngẫu nhiên "
        + "\(extent). Tệp không cho biết chúng nối với nhau ra sao."
    )
  }

  static let tensors = Text(
    en: "tensors (5 lists them)",
    vi: "tensor của tệp (5 liệt kê)"
  )
  static let used = Text(en: "used", vi: "được dùng")
  static let opaqueTensors = Text(en: "opaque", vi: "không rõ")
  static func count(_ part: Int, of whole: Int) -> Text {
    Text(en: "\(part) of \(whole)", vi: "\(part) trong \(whole)")
  }

  static let source = Text(en: "source", vi: "nguồn")
  static let assumed = Text(en: "assumed", vi: "giả định")
  static let damage = Text(en: "damaged", vi: "bị hỏng")

  // MARK: Stages, blocks and branches

  static let blocks = Text(en: "blocks", vi: "khối")
  static let block = Text(en: "block", vi: "khối")
  static let channelCount = Text(en: "channels", vi: "kênh")
  static let firstStride = Text(en: "first stride", vi: "stride đầu")
  static let strideAndGroups = Text(en: "stride, groups", vi: "stride, nhóm")
  static let activation = Text(en: "activation", vi: "hàm kích hoạt")
  static let padding = Text(name: "padding")
  static let depthwise = (
    name: Text(name: "depthwise"), value: Text(en: "a kernel a channel", vi: "mỗi kênh một kernel")
  )
  static let branchesHeading = Text(en: "branches (training)", vi: "các nhánh (huấn luyện)")
  static let normAfterSum = Text(en: "norm after the sum", vi: "norm sau tổng")
  static let afterFolding = Text(en: "after folding (deploy)", vi: "sau khi gộp (inference)")
  static let kernel = Text(name: "kernel")
  static let time = Text(en: "time", vi: "thời gian")
  static let notRunYet = Text(en: "not run yet", vi: "chưa chạy")
  static let keys = Text(
    en: "Enter shows the block's diagram, 3 its kernels",
    vi: "Enter mở sơ đồ của khối, 3 mở kernel của nó"
  )
  static let poolMeaning = Text(
    en: "mean of every channel over all pixels; no weights",
    vi: "trung bình của mỗi kênh trên mọi điểm ảnh; không có trọng số"
  )

  // MARK: Opaque tensors

  static let opaqueMeaning = Text(
    en:
      "The tensors of the graph around the blocks: nothing is assumed of them, and folding leaves "
      + "them as they are. Enter lists them.",
    vi: "Các tensor của đồ thị quanh các khối: không giả định gì về chúng, và gộp giữ chúng nguyên "
      + "vẹn. Enter liệt kê chúng."
  )
  static let tensorMeaning = Text(
    en: "It belongs to no re-parameterizable block, and stays as it is when the file is folded.",
    vi: "Nó không thuộc khối tham số hóa lại nào, và giữ nguyên khi gộp tệp."
  )
  static let tensorCount = Text(en: "tensors", vi: "số tensor")
  static let size = Text(en: "size", vi: "kích thước")
  static let shape = Text(en: "shape", vi: "hình dạng")
  static let type = Text(en: "type", vi: "kiểu")
  static let byModule = Text(en: "by module", vi: "theo mô-đun")

  // MARK: Times and checks

  static func noTimes(_ state: LiveState) -> Text {
    Text(en: "no times yet; ", vi: "chưa có thời gian; ") + state.untilTimes
  }
  static func noTimes(_ block: String, _ reason: Text) -> Text {
    Text(
      en: "no times: \(block) does not run: ",
      vi: "không có thời gian: \(block) không chạy được: "
    ) + reason
  }
  static let sample = Text(en: "sample timing", vi: "thời gian minh họa")
  static let measured = Text(en: "measured here", vi: "đo tại đây")
  static let onlyFolds = Text(
    en: "does not run, only folds",
    vi: "không chạy được, chỉ gộp được"
  )

  static let check = Text(
    en: "fold check, float to double",
    vi: "kiểm tra gộp, float với double"
  )
  static let needsTraining = Text(en: "needs the training form", vi: "cần dạng huấn luyện")
  static let checking = Text(en: "checking", vi: "đang kiểm tra")
  static let folded = Text(en: "folded", vi: "đã gộp")
  static let tolerance = Text(en: "tolerance", vi: "dung sai")
  static let verdict = Text(en: "verdict", vi: "kết luận")

  static func verdict(passes: Bool, isCertain: Bool) -> Text {
    guard passes else { return Text(en: "FAIL", vi: "SAI") }
    return isCertain ? Text(en: "PASS", vi: "ĐẠT") : Text(en: "PASS, if", vi: "ĐẠT, nếu")
  }
}
