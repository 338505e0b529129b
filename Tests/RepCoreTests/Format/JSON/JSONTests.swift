import Testing

@testable import RepCore

@Suite("JSON")
struct JSONTests {
  @Test(
    "reads what it is and writes it back the same",
    arguments: [
      "null", "true", "false", "0", "-1", "9223372036854775807", "0.5", "1e-05", "\"\"",
      "\"a\\\"b\"",
      "[]", "{}", "[1,[2,[3]]]", "{\"b\":1,\"a\":{\"c\":[null]}}", "\"\\u0001\"", "\"é😀\"",
    ]
  )
  func roundTrip(text: String) throws {
    #expect(try JSON(parsing: text).encoded() == text)
  }

  @Test("writes nothing that is hidden, and reads it back as it was")
  func hidden() throws {
    let text =
      "a\u{1B}\u{7F}\u{9B}\u{AD}\u{61C}\u{200E}\u{2028}\u{202E}\u{2066}\u{FEFF}\u{E0041}\r\nb"
    for encoded in [JSON.string(text).encoded(), JSON.string(text).encodedPretty()] {
      #expect(encoded.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) }, "\(encoded)")
      let again = try #require(try JSON(parsing: encoded).text)
      #expect(Array(again.unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test(
    "decodes escapes",
    arguments: [
      ("\"\\u00e9\"", "é"), ("\"\\ud83d\\ude00\"", "😀"),
      ("\"\\/\\b\\f\\n\\r\\t\"", "/\u{8}\u{C}\n\r\t"),
      ("\"\\u0000\"", "\0"),
    ]
  )
  func escapes(text: String, expected: String) throws {
    #expect(try JSON(parsing: text).text == expected)
  }

  @Test(
    "refuses what is not JSON",
    arguments: [
      "", " ", "{", "}", "[", "[1", "[1,", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}",
      "tru",
      "nul", "01", "-", "1.", ".5", "1e", "1e+", "+1", "0x1", "1e999", "-1e999", "NaN", "Infinity",
      "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83d\\u0041\"",
      "\"a\nb\"",
      "1 2", "[1 2]", "{\"a\":1 \"b\":2}", "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "'a'",
      "//",
    ]
  )
  func refuses(text: String) {
    #expect(throws: JSONError.self, "\(text)") { try JSON(parsing: text) }
  }

  @Test(
    "refuses bytes that are not UTF-8",
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF5, 0x80, 0x80, 0x80],
    ]
      as [[UInt8]]
  )
  func utf8(bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    #expect(throws: JSONError.self) { try JSON(parsing: [quote] + bytes + [quote]) }
  }

  @Test("refuses nesting and counts beyond its limits, and takes them up to there")
  func limits() throws {
    let deep = { (depth: Int) in
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try JSON(parsing: deep(32)) }
    #expect(throws: JSONError.self) { try JSON(parsing: deep(33)) }
    #expect(throws: JSONError.self) { try JSON(parsing: deep(100_000)) }
    let limits = JSON.Limits(values: 4)
    #expect(throws: Never.self) { try JSON(parsing: "[1,2,3]", limits: limits) }
    #expect(throws: JSONError.self) { try JSON(parsing: "[1,2,3,4]", limits: limits) }
  }

  @Test("keeps whole numbers whole, and others as doubles")
  func numbers() throws {
    #expect(try JSON(parsing: "12").integer == 12)
    #expect(try JSON(parsing: "12.0").integer == nil)
    #expect(try JSON(parsing: "12.0").double == 12)
    #expect(try JSON(parsing: "9223372036854775808").double == 0x1p63)
    #expect(JSON.number(.infinity).encoded() == "null")
  }

  @Test("breaks lines between members and keeps plain lists on one")
  func pretty() {
    let value: JSON = ["a": 1, "b": [1, 2], "c": [["d": []]], "e": [:]]
    #expect(
      value.encodedPretty() == """
        {
          "a": 1,
          "b": [1, 2],
          "c": [
            {
              "d": []
            }
          ],
          "e": {}
        }
        """
    )
  }
}
