internal import Canvas
internal import RepCore
internal import Words

/// What the file screen says.
enum FileWords {
  // MARK: The panes

  static let found = Text(en: "What was found", vi: "Những gì tìm thấy")

  static func everyTensor(_ order: TensorOrder) -> Text {
    Text(en: "Every tensor, by ", vi: "Mọi tensor, theo ") + word(order)
  }

  static func word(_ order: TensorOrder) -> Text {
    switch order {
    case .name: Text(en: "name", vi: "tên")
    case .size: Text(en: "size", vi: "kích thước")
    case .type: Text(en: "type", vi: "kiểu")
    case .use: Text(en: "use", vi: "cách dùng")
    }
  }

  static func sorted(_ order: TensorOrder) -> Text {
    Text(en: "sorted by ", vi: "sắp xếp theo ") + word(order)
  }

  // MARK: The tensors

  static let columns = (
    name: Text(en: "name", vi: "tên"),
    shape: Text(en: "shape", vi: "hình dạng"),
    type: Text(en: "type", vi: "kiểu"),
    size: Text(en: "size", vi: "cỡ"),
    mean: Text(name: "mean"),
    damage: Text(en: "damage", vi: "hỏng")
  )

  static func found(_ count: Int) -> Text {
    Text(en: "\(counted(count, "tensor")) found", vi: "tìm thấy \(count) tensor")
  }

  static let noTensors = Text(
    en: "no file, no tensors to account for",
    vi: "không có tệp, không có tensor nào để kể"
  )

  static func use(_ use: TensorUse) -> Text {
    switch use {
    case .used: Text(en: "used", vi: "được dùng")
    case .ignored: Text(en: "without meaning at inference", vi: "vô nghĩa khi inference")
    case .opaque: Text(en: "opaque", vi: "không rõ")
    }
  }

  static func share(_ use: TensorUse, _ count: Int, of document: Document) -> Text {
    let number = Text(name: "\(count) ")
    switch use {
    case .used:
      let who =
        document.isSeparate
        ? Text(en: ": all that the blocks need", vi: ": mọi thứ các khối cần")
        : Text(en: ": all that the network needs", vi: ": mọi thứ mạng cần")
      return number + self.use(.used) + who
    case .ignored: return number + self.use(.ignored)
    case .opaque:
      let size = Numbers.bytes(document.opaque.map(\.byteCount).reduce(0, +))
      return number + self.use(.opaque)
        + Text(en: ": of no block, \(size)", vi: ": không thuộc khối nào, \(size)")
    }
  }

  static let notCarried = Text(
    en: "of a type that is not read",
    vi: "thuộc kiểu không đọc được"
  )

  static func damage(_ element: String) -> Text {
    Text(en: "damaged: \(element)", vi: "hỏng: \(element)")
  }

  // MARK: The account

  static let file = Text(en: "file", vi: "tệp")
  static let names = Text(en: "names", vi: "tên theo")
  static let checksum = (
    name: Text(en: "checksum", vi: "mã kiểm"), right: Text(en: "right", vi: "đúng")
  )
  static let inMemory = Text(en: "none, made in memory", vi: "không có, tạo trong bộ nhớ")
  static let holds = Text(en: "holds", vi: "chứa")
  static let blocks = Text(en: "blocks", vi: "khối")
  static let network = Text(en: "network", vi: "mạng")

  static func unknownGraph(_ count: Int) -> Text {
    Text(en: "\(count), graph unknown", vi: "\(count), chưa biết đồ thị")
  }

  static func mixed(train: Int, deploy: Int) -> Text {
    Text(
      en: "both: \(train) train, \(deploy) deploy",
      vi: "cả hai: \(train) huấn luyện, \(deploy) inference"
    )
  }

  static let packing = Text(en: "where the blocks are", vi: "các khối nằm ở đâu")
  static let sets = Text(en: "sets of tensors (S chooses)", vi: "các bộ tensor (S để chọn)")
  static let open = Text(en: "open", vi: "đang mở")
  static let source = Text(en: "source", vi: "nguồn")
  static let data = Text(en: "data", vi: "dữ liệu")

  static func account(of data: Dataset) -> Text {
    let (pictures, heldOut) = (
      Numbers.grouped(data.count), Numbers.grouped(data.places(in: .heldOut).count)
    )
    let noun = data.count == 1 ? "picture" : "pictures"
    return Text(en: "\(data.name): \(pictures) \(noun)", vi: "\(data.name): \(pictures) ảnh")
      + (data.isHeldOut == nil
        ? Text(
          en: ", which of them were trained on is not known",
          vi: ", không rõ ảnh nào đã dùng để huấn luyện"
        )
        : Text(en: ", \(heldOut) held out", vi: ", \(heldOut) thuộc tập kiểm tra"))
      + (data.labels == nil
        ? Text(
          en: "; without labels: agreement with the whole network, never accuracy",
          vi: "; không có nhãn: chỉ so với cả mạng, không phải độ chính xác"
        ) : .none)
  }

  static let assumed = Text(
    en: "assumed, because tensors do not tell",
    vi: "giả định, vì tensor không cho biết"
  )
  static let notFolded = Text(
    en: "known by their names, not folded",
    vi: "nhận ra nhờ tên, không gộp"
  )
  static let damaged = Text(
    en: "damaged (norms at once, kernels when checked)",
    vi: "bị hỏng (norm thấy ngay, kernel khi kiểm tra)"
  )

  // MARK: The status line

  static func madeInMemory(_ title: String) -> Text {
    Text(en: "\(title), made in memory", vi: "\(title), tạo trong bộ nhớ")
  }

  static func status(_ title: String, _ opened: ModelFile.Opened) -> Text {
    let coverage = opened.coverage
    let file = Text(
      en: "\(title), \(opened.container.rawValue), \(opened.naming) names, "
        + "\(coverage.taken) of \(coverage.found) tensors used",
      vi: "\(title), \(opened.container.rawValue), tên theo \(opened.naming), "
        + "dùng \(coverage.taken) trong \(coverage.found) tensor"
    )
    let opaque = coverage.opaque.count
    let warnings = opened.warnings.count
    return file
      + (opaque == 0 ? .none : Text(en: ", \(opaque) opaque", vi: ", \(opaque) không rõ"))
      + (warnings == 0
        ? .none
        : Text(en: ", \(counted(warnings, "warning"))", vi: ", \(warnings) cảnh báo"))
  }
}
