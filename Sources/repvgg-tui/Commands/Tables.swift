internal import Explorer
internal import RepCore
internal import Words

extension CommandLineTable {
  static let tablesEntry = CommandLineEntry(
    name: "tables",
    operands: [],
    options: Option.common,
    summary: Text(
      en: "print commands, options and keys as JSON, which man page and completions are made from",
      vi: "in lệnh, tùy chọn và phím dưới dạng JSON, nguồn của trang man và phần tự điền"
    ),
    run: { _ in
      try Standard.print(tables)
      return .success
    }
  )

  /// Everything that people can type, for programs; the same whatever the version and the language.
  private static var tables: JSON {
    [
      "program": "repvgg-tui",
      "explorer": explorer.json,
      "commands": .array(commands.map(\.json)),
      "screens": [
        "commands": .array(
          CommandTable.all.map { command in
            [
              "name": .string(command.name.rawValue), "arguments": .string(command.arguments),
              "summary": .string(command.summary.en),
            ]
          }
        ),
        "keys": .array(KeyTable.all.map(\.json)),
      ],
    ]
  }
}

extension CommandLineEntry {
  fileprivate var json: JSON {
    [
      "name": .string(name),
      "summary": .string(summary.en),
      "usage": .string(usage.en),
      "operands": .array(operands.map(\.json)),
      "options": .array(options.map(\.json)),
    ]
  }
}

extension Operand {
  fileprivate var json: JSON {
    .object(
      [
        JSON.Member(key: "name", value: .string(name)),
        JSON.Member(key: "optional", value: .bool(isOptional)),
        JSON.Member(key: "repeats", value: .bool(repeats)),
      ] + value.members
    )
  }
}

extension Option {
  fileprivate var json: JSON {
    .object(
      [
        JSON.Member(key: "name", value: .string(name)),
        JSON.Member(key: "short", value: short.map { .string($0) } ?? .null),
        JSON.Member(key: "value", value: value.map { .string($0.shown) } ?? .null),
        JSON.Member(key: "summary", value: .string(summary.en)),
        JSON.Member(key: "repeats", value: .bool(repeats)),
      ] + (value?.members ?? [JSON.Member(key: "kind", value: "switch")])
    )
  }
}

extension ArgumentValue {
  /// What kind of value it is, and what can be offered for it.
  fileprivate var members: [JSON.Member] {
    switch self {
    case .choice(let words, _): members(of: "choice", "words", .array(words.map { .string($0) }))
    case .input: members(of: "file", "way", "in")
    case .output: members(of: "file", "way", "out")
    case .text(_, let words): members(of: "text", "words", .array(words.map { .string($0) }))
    }
  }

  private func members(of kind: String, _ key: String, _ value: JSON) -> [JSON.Member] {
    [JSON.Member(key: "kind", value: .string(kind)), JSON.Member(key: key, value: value)]
  }
}

extension KeyTable {
  fileprivate var json: JSON {
    [
      "title": .string(title.en),
      "rows": .array(
        rows.map { row in
          [
            "keys": .array(row.keys.map { .string($0) }), "command": .string(row.command),
            "summary": .string(row.summary.en),
          ]
        }
      ),
    ]
  }
}
