public import Words

extension OpaqueReason: TranslatedError {
  /// A few words that follow the block's name.
  public var words: Text {
    switch self {
    case .window(let rows, let columns):
      Text(
        en: "a window of \(rows)x\(columns); 3x3 and 1x1 are folded",
        vi: "cửa sổ \(rows)x\(columns); chỉ gộp 3x3 và 1x1"
      )
    case .chain(let module):
      Text(
        en: "its branch \(module) is a longer chain, which is not folded yet",
        vi: "nhánh \(module) của nó là một chuỗi dài hơn, chưa gộp được"
      )
    case .noKernel:
      Text(
        en: "it has no kernel, which would tell its channels",
        vi: "nó không có kernel để biết số kênh"
      )
    case .channels(let modules):
      Text(en: "the kernels of ", vi: "các kernel của ") + FormatError.listing(of: modules)
        + Text(en: " do not have the same channels", vi: " không có cùng số kênh")
    case .missing(let names):
      Text(
        en: "\(FormatError.listing(names)) missing",
        vi: "thiếu \(FormatError.listing(of: names).vi)"
      )
    case .type(let name, let type): Self.unread(FormatError.clipped(name), type)
    case .shape(let name, let shape, let needed):
      Self.shape(FormatError.clipped(name), FormatError.clipped("\(shape)"), "\(needed)")
    case .sequence(let scheme):
      Text(
        en: "its convolutions may follow one another; --scheme \(scheme) takes them as branches",
        vi: "các conv của nó có thể nối tiếp nhau; --scheme \(scheme) coi chúng là nhánh"
      )
    case .unequal(let attribute, let values): Self.unequal(Text(name: attribute), values)
    case .unequalPadding(let values):
      Self.unequal(Text(en: "padding mode", vi: "kiểu padding"), values)
    case .geometry(let attribute, let told):
      Text(en: "a \(attribute) of ", vi: "\(attribute) là ")
        + Text(name: told.count == 1 ? "\(told[0])" : "\(told)")
    case .padding(let told, let needed):
      Text(
        en: "a padding of \(told) where \(needed) is around the centre",
        vi: "padding là \(told), quanh tâm phải là \(needed)"
      )
    case .paddingMode(let name): Text(en: "padding mode \(name)", vi: "kiểu padding \(name)")
    case .layer(let module, let name):
      Text(en: "\(FormatError.clipped(module)) is a ", vi: "\(FormatError.clipped(module)) là ")
        + Text(name: FormatError.clipped(name))
    case .unknown(let name):
      Text(
        en: "what \(FormatError.clipped(name)) does in it is not known",
        vi: "không biết \(FormatError.clipped(name)) làm gì trong nó"
      )
    case .tooMany(let most): Text(en: "more than \(most) branches", vi: "hơn \(most) nhánh")
    }
  }

  private static func unread(_ name: String, _ type: String) -> Text {
    // PyTorch's quantized types.
    let type =
      type.hasPrefix("q")
      ? Text(en: "quantized (\(type))", vi: "kiểu lượng tử hóa (\(type))") : Text(name: type)
    return Text(
      en: "\(name) is \(type.en), which is not read",
      vi: "\(name) là \(type.vi), vốn không được đọc"
    )
  }

  private static func shape(_ name: String, _ found: String, _ needed: String) -> Text {
    Text(
      en: "\(name) is \(found) where \(needed) is needed",
      vi: "\(name) là \(found), nhưng cần \(needed)"
    )
  }

  private static func unequal(_ attribute: Text, _ values: [String]) -> Text {
    let values = Text(
      en: FormatError.clipped(values.joined(separator: " and ")),
      vi: FormatError.clipped(values.joined(separator: " và "))
    )
    return Text(
      en: "its branches differ in \(attribute.en): \(values.en)",
      vi: "các nhánh của nó khác nhau về \(attribute.vi): \(values.vi)"
    )
  }
}

extension OpaqueBlock: CustomStringConvertible {
  /// One line, in English: the block, its scheme and the reason.
  public var description: String { words.en }

  /// One line: the block, its scheme and the reason.
  public var words: Text {
    let block =
      prefix.isEmpty
      ? Text(en: "the block", vi: "khối") : Text(name: FormatError.clipped(prefix))
    return block + Text(name: " (\(scheme)): ") + reason.words
  }
}
