/// What torch.save wrote from 0.1.10 to 1.5: five pickles (a magic number, a version, facts of the
/// machine, the object, the storages' keys), then every storage, a count and its elements.
struct LegacyContainer: StorageSource {
  /// The magic number 0x1950a86a20f9469cfc6c as a pickle of protocol 2 and above has it.
  static let magic: [UInt8] = [
    0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, 0x2E,
  ]
  private static let version = 1001

  let heap: PickleHeap
  let root: PickleReference
  private var places: [String: ByteWindow] = [:]

  /// Reads the pickles of a whole file and finds where its storages lie.
  init(_ file: ByteWindow) throws(FormatError) {
    var stream = Stream(file)
    let (numbers, first, _) = try stream.next()
    guard case .wideInteger(let range) = numbers[first],
      numbers.source.part(at: range.lowerBound, count: range.count)?.bytes
        == Array(Self.magic[2..<12])
    else {
      throw FormatError(
        .unsupported,
        en:
          "is a plain Python pickle, not what torch.save writes; load it in Python and torch.save "
          + "the state_dict",
        vi:
          "là pickle thường của Python, không phải thứ torch.save ghi; hãy nạp nó trong Python và "
          + "torch.save state_dict"
      )
    }
    let (versions, version, _) = try stream.next()
    guard versions.integer(version) == Self.version else {
      throw FormatError(
        .unsupported,
        en: "is of an unknown version of torch.save's old format",
        vi: "thuộc một phiên bản lạ của định dạng cũ mà torch.save ghi"
      )
    }
    let (facts, machine, _) = try stream.next()
    guard let isLittle = facts.value(of: "little_endian", in: machine),
      case .bool(true) = facts[isLittle]
    else {
      throw FormatError(
        .unsupported,
        en: "comes from a machine of another byte order; save it again on a little-endian machine",
        vi: "đến từ máy có thứ tự byte khác; hãy lưu lại trên máy little-endian"
      )
    }
    (heap, root, _) = try stream.next()
    let (names, list, _) = try stream.next()
    let sizes = Self.elementSizes(in: heap)
    for name in names.items(of: list) {
      guard let key = names.text(name) ?? names.integer(name).map({ String($0) }),
        let size = sizes[key]
      else {
        throw FormatError(
          .damaged,
          en: "a storage is listed that no tensor names",
          vi: "danh sách có một storage mà không tensor nào nêu"
        )
      }
      let place = try stream.storage(key, elementSize: size)
      guard places.updateValue(place, forKey: key) == nil else {
        throw FormatError(
          .damaged,
          en: "the storage \(FormatError.clipped(key)) is listed twice",
          vi: "storage \(FormatError.clipped(key)) có hai lần trong danh sách"
        )
      }
    }
  }

  func bytes(of key: String, size: Int) throws(FormatError) -> ByteWindow {
    guard let place = places[key], place.count >= size else {
      throw FormatError.shortStorage(key, places[key]?.count ?? 0, expected: size)
    }
    return place
  }

  /// The bytes of an element of each storage that the object names.
  private static func elementSizes(in heap: PickleHeap) -> [String: Int] {
    var sizes: [String: Int] = [:]
    for reference in heap.persistentIdentities {
      if let identity = StorageIdentity(reference, in: heap) {
        sizes[identity.key] = identity.type.size
      }
    }
    return sizes
  }

  /// The file from front to back.
  private struct Stream {
    let file: ByteWindow
    var position = 0

    init(_ file: ByteWindow) { self.file = file }

    private func rest() throws(FormatError) -> ByteWindow {
      guard let rest = file.part(at: position, count: file.count - position), rest.count > 0 else {
        throw FormatError(
          .damaged,
          en: "the file is cut short; fetch it again",
          vi: "tệp bị cụt; hãy tải lại"
        )
      }
      return rest
    }

    mutating func next() throws(FormatError) -> (PickleHeap, PickleReference, Int) {
      let pickle = try PickleMachine.read(try rest())
      position += pickle.count
      return pickle
    }

    mutating func storage(_ key: String, elementSize: Int) throws(FormatError) -> ByteWindow {
      let rest = try rest()
      guard let count = rest.long(at: 0), let size = [elementSize, count].checkedProduct(),
        let place = rest.part(at: 8, count: size)
      else {
        throw FormatError(
          .damaged,
          en: "the storage \(FormatError.clipped(key)) is cut short; fetch the file again",
          vi: "storage \(FormatError.clipped(key)) bị cụt; hãy tải lại tệp"
        )
      }
      position += 8 + size
      return place
    }
  }
}
