/// Writes pickles for the tests, sound ones and others.
enum Pickle {
  /// What a pickle may say.
  indirect enum Value: Sendable {
    case none
    case bool(Bool)
    case integer(Int)
    case text(String)
    case list([Value])
    case tuple([Value])
    case dictionary([(String, Value)])
    /// A class or function.
    case global(String, String)
    case call(String, String, [Value])
    case persistent([Value])

    /// A float32 tensor over the storage `key` of `count` elements.
    static func tensor(
      key: String = "0",
      count: Int = 4,
      offset: Int = 0,
      shape: [Int] = [2, 2],
      strides: [Int] = [2, 1],
      storage: String = "FloatStorage"
    ) -> Value {
      .call(
        "torch._utils",
        "_rebuild_tensor_v2",
        [
          .persistent([
            .text("storage"), .global("torch", storage), .text(key), .text("cpu"), .integer(count),
          ]),
          .integer(offset), .tuple(shape.map { .integer($0) }),
          .tuple(strides.map { .integer($0) }), .bool(false),
          .call("collections", "OrderedDict", []),
        ]
      )
    }
  }

  /// The whole pickle of `value`.
  static func protocol2(_ value: Value) -> [UInt8] { [0x80, 2] + operations(value) + ascii(".") }

  /// The operations that push `value`.
  static func operations(_ value: Value) -> [UInt8] {
    switch value {
    case .none: ascii("N")
    case .bool(let value): [value ? 0x88 : 0x89]
    case .integer(let value): [0x8A, 8] + little(value, bytes: 8)
    case .text(let text): ascii("X") + little(text.utf8.count, bytes: 4) + Array(text.utf8)
    case .list(let items): ascii("](") + items.flatMap { operations($0) } + ascii("e")
    case .tuple(let items): ascii("(") + items.flatMap { operations($0) } + ascii("t")
    case .dictionary(let pairs):
      ascii("}(") + pairs.flatMap { operations(.text($0)) + operations($1) } + ascii("u")
    case .global(let module, let name): ascii("c\(module)\n\(name)\n")
    case .call(let module, let name, let arguments):
      operations(.global(module, name)) + operations(.tuple(arguments)) + ascii("R")
    case .persistent(let fields): operations(.tuple(fields)) + ascii("Q")
    }
  }

  static func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// The lowest bytes of `value`, lowest first.
  static func little(_ value: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
