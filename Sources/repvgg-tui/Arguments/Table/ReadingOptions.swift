internal import RepCore
internal import Words

extension Option {
  /// What every command takes that opens a model.
  static let reading = [
    Option(
      "--set",
      .text("NAME"),
      Text(
        en: "which set of tensors, where the file holds several (model, ema, …)",
        vi: "bộ tensor nào, nếu tệp có nhiều bộ (model, ema, …)"
      )
    ),
    Option(
      "--eps",
      .text("X"),
      Text(
        en: "epsilon of every norm, where the file does not say it",
        vi: "epsilon của mọi norm, nếu tệp không nói"
      )
    ),
    Option(
      "--strides",
      .text("N,…"),
      Text(
        en: "strides of the stages' first blocks, or NAME=N of a block",
        vi: "stride của khối đầu mỗi stage, hoặc TÊN=N của một khối"
      )
    ),
    Option(
      "--identity",
      .choice(of: YesOrNo.self),
      Text(
        en: "whether blocks without a tensor of an identity add their input",
        vi: "khối không có tensor của identity có cộng đầu vào hay không"
      )
    ),
    Option(
      "--activation",
      .text("NAME", offers: ActivationName.allCases.map(\.rawValue)),
      Text(
        en: "what follows every block: relu, leaky-relu=0.1, silu, none, …",
        vi: "hàm sau mỗi khối: relu, leaky-relu=0.1, silu, none, …"
      )
    ),
    Option(
      "--scheme",
      .choice(["none"] + SchemeChoice.names, shown: "NAME|none"),
      Text(
        en: "whose names the tensors have; none: no doubtful ones",
        vi: "tensor theo kiểu đặt tên nào; none: không nhận tên đáng ngờ"
      )
    ),
  ]
}
