/// Reads the members of a JSON object and says which one is missing or of the wrong sort.
struct Fields {
  private let json: JSON
  private let place: String

  /// The members of `json`; `place` names the object in messages.
  init(_ json: JSON, where place: String) {
    self.json = json
    self.place = place
  }

  func failure(_ reason: String) -> FormatError { FormatError(.damaged, "\(place): \(reason)") }

  func value(_ key: String) throws(FormatError) -> JSON {
    guard let value = json[key] else { throw failure("\(key) is missing") }
    return value
  }

  /// The value, nil where it is missing or null.
  func optional(_ key: String) -> JSON? {
    guard let value = json[key], value != .null else { return nil }
    return value
  }

  func integer(_ key: String) throws(FormatError) -> Int {
    try read(key, "a whole number") { $0.integer }
  }

  func number(_ key: String) throws(FormatError) -> Double {
    try read(key, "a number") { $0.double }
  }

  func text(_ key: String) throws(FormatError) -> String { try read(key, "a string") { $0.text } }

  func bool(_ key: String) throws(FormatError) -> Bool {
    try read(key, "true or false") { $0.bool }
  }

  func elements(_ key: String) throws(FormatError) -> [JSON] {
    try read(key, "a list") { $0.elements }
  }

  func numbers(_ key: String) throws(FormatError) -> [Double] {
    try read(key, "a list of numbers") { value in
      guard let items = value.elements else { return nil }
      let numbers = items.compactMap(\.double)
      return numbers.count == items.count ? numbers : nil
    }
  }

  func texts(_ key: String) throws(FormatError) -> [String] {
    try read(key, "a list of strings") { value in
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
      throw failure("\(key) is \(FormatError.clipped(name)); known are \(known)")
    }
    return choice
  }

  private func read<Value>(
    _ key: String,
    _ sort: String,
    _ convert: (JSON) -> Value?
  ) throws(FormatError) -> Value {
    guard let value = convert(try self.value(key)) else { throw failure("\(key) is not \(sort)") }
    return value
  }
}
