internal import Words

/// Reads the members of a JSON object and says which one is missing or of the wrong sort.
struct Fields {
  private let json: JSON
  private let place: String

  /// The members of `json`; `place` names the object in messages.
  init(_ json: JSON, where place: String) {
    self.json = json
    self.place = place
  }

  func failure(en: String, vi: String) -> FormatError {
    FormatError(.damaged, Text(name: "\(place): ") + Text(en: en, vi: vi))
  }

  func value(_ key: String) throws(FormatError) -> JSON {
    guard let value = json[key] else { throw failure(en: "\(key) is missing", vi: "thiếu \(key)") }
    return value
  }

  /// The value, nil where it is missing or null.
  func optional(_ key: String) -> JSON? {
    guard let value = json[key], value != .null else { return nil }
    return value
  }

  func integer(_ key: String) throws(FormatError) -> Int {
    try read(key, Text(en: "a whole number", vi: "số nguyên")) { $0.integer }
  }

  func number(_ key: String) throws(FormatError) -> Double {
    try read(key, Text(en: "a number", vi: "số")) { $0.double }
  }

  func text(_ key: String) throws(FormatError) -> String {
    try read(key, Text(en: "a string", vi: "chuỗi")) { $0.text }
  }

  func bool(_ key: String) throws(FormatError) -> Bool {
    try read(key, Text(en: "true or false", vi: "true hoặc false")) { $0.bool }
  }

  func elements(_ key: String) throws(FormatError) -> [JSON] {
    try read(key, Text(en: "a list", vi: "danh sách")) { $0.elements }
  }

  func numbers(_ key: String) throws(FormatError) -> [Double] {
    try read(key, Text(en: "a list of numbers", vi: "danh sách các số")) { value in
      guard let items = value.elements else { return nil }
      let numbers = items.compactMap(\.double)
      return numbers.count == items.count ? numbers : nil
    }
  }

  func texts(_ key: String) throws(FormatError) -> [String] {
    try read(key, Text(en: "a list of strings", vi: "danh sách các chuỗi")) { value in
      guard let items = value.elements else { return nil }
      let texts = items.compactMap(\.text)
      return texts.count == items.count ? texts : nil
    }
  }

  /// One of the named cases of an enumeration.
  func choice<Choice>(_ key: String) throws(FormatError) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    let name = try text(key)
    guard let choice = Choice(rawValue: name) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      let name = FormatError.clipped(name)
      throw failure(
        en: "\(key) is \(name); known are \(known)",
        vi: "\(key) là \(name); chỉ biết \(known)"
      )
    }
    return choice
  }

  private func read<Value>(
    _ key: String,
    _ sort: Text,
    _ convert: (JSON) -> Value?
  ) throws(FormatError) -> Value {
    guard let value = convert(try self.value(key)) else {
      throw failure(en: "\(key) is not \(sort.en)", vi: "\(key) không phải \(sort.vi)")
    }
    return value
  }
}
