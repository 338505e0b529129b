extension SafetensorsHeader.Entry {
  /// Reads `{"dtype": …, "shape": […], "data_offsets": [begin, end]}` and checks the size.
  init(name: String, json: JSON) throws(FormatError) {
    func failure(_ reason: String) -> FormatError {
      FormatError(.damaged, "tensor \(FormatError.clipped(name)): \(reason)")
    }
    guard let typeName = json["dtype"]?.text else { throw failure("no dtype") }
    guard let type = ElementType(rawValue: typeName) else {
      throw failure("the dtype \(FormatError.clipped(typeName)) is unknown")
    }
    guard let extents = Self.counts(json["shape"]) else {
      throw failure("the shape is not a list of whole numbers from 0")
    }
    guard let offsets = Self.counts(json["data_offsets"]), offsets.count == 2 else {
      throw failure("data_offsets are not two whole numbers from 0")
    }
    guard offsets[0] <= offsets[1] else { throw failure("it ends before it begins") }
    // Element size first and then every product, as `Tensor` multiplies: none may overflow.
    guard let bits = ([type.bits] + extents).checkedProduct() else {
      throw failure("the shape \(Self.clipped(extents)) is too large for any machine")
    }
    guard bits.isMultiple(of: 8) else { throw failure("its \(bits) bits fill no whole byte") }
    guard offsets[1] - offsets[0] == bits / 8 else {
      throw failure(
        "\(type.rawValue) \(Self.clipped(extents)) takes \(bits / 8) bytes but "
          + "\(offsets[1] - offsets[0]) are set aside"
      )
    }
    self.init(name: name, type: type, shape: extents, range: offsets[0]..<offsets[1])
  }

  private static func counts(_ json: JSON?) -> [Int]? {
    guard let elements = json?.elements else { return nil }
    let counts = elements.compactMap(\.integer).filter { $0 >= 0 }
    return counts.count == elements.count ? counts : nil
  }

  private static func clipped(_ shape: [Int]) -> String { FormatError.clipped("\(shape)") }
}
