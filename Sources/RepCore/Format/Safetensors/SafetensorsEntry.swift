extension SafetensorsHeader.Entry {
  /// Reads `{"dtype": …, "shape": […], "data_offsets": [begin, end]}` and checks the size.
  init(name: String, json: JSON) throws(FormatError) {
    func failure(en: String, vi: String) -> FormatError {
      FormatError(.damaged, en: en, vi: vi).of(tensor: name)
    }
    guard let typeName = json["dtype"]?.text else {
      throw failure(en: "no dtype", vi: "không có dtype")
    }
    guard let type = ElementType(rawValue: typeName) else {
      let typeName = FormatError.clipped(typeName)
      throw failure(en: "the dtype \(typeName) is unknown", vi: "không biết dtype \(typeName)")
    }
    guard let extents = Self.counts(json["shape"]) else {
      throw failure(
        en: "the shape is not a list of whole numbers from 0",
        vi: "hình dạng không phải danh sách các số nguyên từ 0"
      )
    }
    guard let offsets = Self.counts(json["data_offsets"]), offsets.count == 2 else {
      throw failure(
        en: "data_offsets are not two whole numbers from 0",
        vi: "data_offsets không phải hai số nguyên từ 0"
      )
    }
    guard offsets[0] <= offsets[1] else {
      throw failure(en: "it ends before it begins", vi: "nó kết thúc trước khi bắt đầu")
    }
    // Element size first and then every product, as `Tensor` multiplies: none may overflow.
    guard let bits = ([type.bits] + extents).checkedProduct() else {
      let shape = Self.clipped(extents)
      throw failure(
        en: "the shape \(shape) is too large for any machine",
        vi: "hình dạng \(shape) quá lớn với mọi máy"
      )
    }
    guard bits.isMultiple(of: 8) else {
      throw failure(
        en: "its \(bits) bits fill no whole byte",
        vi: "\(bits) bit của nó không đầy một byte"
      )
    }
    guard offsets[1] - offsets[0] == bits / 8 else {
      let (values, room) = ("\(type.rawValue) \(Self.clipped(extents))", offsets[1] - offsets[0])
      throw failure(
        en: "\(values) takes \(bits / 8) bytes but \(room) are set aside",
        vi: "\(values) cần \(bits / 8) byte nhưng chỉ dành \(room)"
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
