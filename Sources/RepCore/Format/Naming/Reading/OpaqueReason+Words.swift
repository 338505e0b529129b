extension OpaqueReason: CustomStringConvertible {
  /// A few words that follow the block's name.
  public var description: String {
    switch self {
    case .window(let rows, let columns):
      "a window of \(rows)x\(columns); 3x3 and 1x1 are folded"
    case .chain(let module): "its branch \(module) is a longer chain, which is not folded yet"
    case .noKernel: "it has no kernel, which would tell its channels"
    case .channels(let modules):
      "the kernels of \(FormatError.listing(modules)) do not have the same channels"
    case .missing(let names): "\(FormatError.listing(names)) missing"
    case .type(let name, let type):
      "\(FormatError.clipped(name)) is \(Self.words(forType: type)), which is not read"
    case .shape(let name, let shape, let needed):
      "\(FormatError.clipped(name)) is \(FormatError.clipped("\(shape)")) where \(needed) is needed"
    case .sequence(let scheme):
      "its convolutions may follow one another; --scheme \(scheme) takes them as branches"
    case .unequal(let attribute, let values):
      "its branches differ in \(attribute): \(FormatError.clipped(values.joined(separator: " and ")))"
    case .geometry(let what): what
    case .layer(let module, let name):
      "\(FormatError.clipped(module)) is a \(FormatError.clipped(name))"
    case .unknown(let name): "what \(FormatError.clipped(name)) does in it is not known"
    case .tooMany(let most): "more than \(most) branches"
    }
  }
}

extension OpaqueReason {
  /// `quantized (qint8)` for PyTorch's quantized types, else the type's own name.
  fileprivate static func words(forType type: String) -> String {
    type.hasPrefix("q") ? "quantized (\(type))" : type
  }
}

extension OpaqueBlock: CustomStringConvertible {
  /// One line: the block, its scheme and the reason.
  public var description: String {
    "\(prefix.isEmpty ? "the block" : FormatError.clipped(prefix)) (\(scheme)): \(reason)"
  }
}
