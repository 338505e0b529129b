/// Numbers as text, without a locale: the point is a point everywhere.
public enum Numbers {
  /// `value` with `decimals` digits after the point, rounded half away from zero.
  ///
  /// What is not finite is `NaN`, `inf` or `-inf`; values beyond 2^53 units of the last digit are written as
  /// Swift prints them. Negative zero and what rounds to it lose their sign.
  public static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-inf" : "inf" }
    let scale = power(of: 10, decimals)
    let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9_007_199_254_740_992 else { return "\(value)" }
    let digits = String(Int(scaled))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// `value` with `decimals` digits and always a sign: `+0.121`, `-0.004`, `+0.000`.
  public static func signed(_ value: Double, _ decimals: Int) -> String {
    let text = fixed(value, decimals)
    return text.hasPrefix("-") || value.isNaN ? text : "+" + text
  }

  /// `value` with a sign in at most `columns` columns, with as many digits as fit but at most three.
  public static func signed(_ value: Double, columns: Int) -> String {
    let candidates = (0...3).reversed().map { signed(value, $0) }
    return candidates.first { $0.count <= columns } ?? (value < 0 ? "-" : "+") + "big"
  }

  /// `value` with a sign in at most `columns` columns, for many numbers side by side.
  ///
  /// The zero before the point goes where that leaves room for another digit. What would be all zeros is
  /// written with a power of ten, `-3e-5`, and keeps at least its sign where that does not fit. Zero itself
  /// is `0`.
  public static func compact(_ value: Double, columns: Int) -> String {
    guard value != 0 else { return "0" }
    var text = signed(value, 3)
    if text.count > columns, text.dropFirst().hasPrefix("0.") {
      text.remove(at: text.index(after: text.startIndex))
    }
    if text.count > columns { text = signed(value, columns: columns) }
    guard value.isFinite, isAllZeros(text) else { return text }
    let power =
      (value < 0 ? "-" : "+") + scientific(value.magnitude, 0).replacing("e-0", with: "e-")
    return power.count <= columns ? power : (value < 0 ? "-" : "+") + text.dropFirst()
  }

  /// Three digits of any value: `0.163`, `12.5`, and with a power of ten beyond 0.001 to 10,000: `4.12e-05`.
  public static func significant(_ value: Double) -> String {
    let size = value.magnitude
    guard value.isFinite, value != 0 else { return fixed(value, 0) }
    guard size >= 0.0009995, size < 9999.5 else { return scientific(value, 2) }
    let decimals =
      size < 0.009995 ? 5 : size < 0.09995 ? 4 : size < 0.9995 ? 3 : size < 9.995 ? 2 : 1
    return fixed(value, size < 99.95 ? decimals : 0)
  }

  /// Three digits and a thousandfold: `384`, `46.6k`, `9.11M`, `1.36G`.
  public static func engineering(_ value: Double) -> String {
    let (digits, unit) = scaled(value, by: 1000, ["", "k", "M", "G", "T", "P"])
    return digits + unit
  }

  /// Three digits and a thousandfold of a whole number.
  public static func engineering(_ value: Int) -> String { engineering(Double(value)) }

  /// A size in memory: `512 B`, `1.27 MiB`, `31.7 MiB`.
  public static func bytes(_ count: Int) -> String {
    let (digits, unit) = scaled(Double(count), by: 1024, ["B", "KiB", "MiB", "GiB", "TiB"])
    return digits + " " + unit
  }

  /// A time with three digits: `850 ns`, `41.2 µs`, `1.21 ms`, `2.50 s`.
  ///
  /// At the ASCII level microseconds are `us`.
  public static func duration(seconds: Double, glyphs: GlyphLevel = .block) -> String {
    guard seconds < 0.9995 else { return threeDigits(seconds) + " s" }
    let micro = glyphs == .ascii ? "us" : "µs"
    let (digits, unit) = scaled(seconds * 1e9, by: 1000, ["ns", micro, "ms"])
    return digits + " " + unit
  }

  /// A part of one in percent: `0.977` is `97.7%`.
  public static func percent(_ fraction: Double, _ decimals: Int = 1) -> String {
    fixed(fraction * 100, decimals) + "%"
  }

  /// Whether `text` is a number with no digit but zeros: `+0.000`.
  public static func isAllZeros(_ text: some StringProtocol) -> Bool {
    text.contains("0") && text.allSatisfy { "+-.0".contains($0) }
  }

  /// One digit before the point and a power of ten: `4.1e-06`.
  public static func scientific(_ value: Double, _ decimals: Int = 1) -> String {
    guard value.isFinite else { return fixed(value, decimals) }
    guard value != 0 else { return fixed(value, decimals) + "e+00" }
    var exponent = 0
    var mantissa = value.magnitude
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    var digits = fixed(mantissa, decimals)
    if digits.hasPrefix("10") { (digits, exponent) = (fixed(1, decimals), exponent + 1) }
    let power = String(exponent.magnitude)
    let sign = exponent < 0 ? "-" : "+"
    let padding = power.count < 2 ? "0" : ""
    return (value < 0 ? "-" : "") + digits + "e" + sign + padding + power
  }

  /// Every digit, in groups of three: `9,108,968`.
  public static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    let groups = digits.enumerated().reduce(into: "") { text, digit in
      if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text.append(",") }
      text.append(digit.element)
    }
    return (value < 0 ? "-" : "") + groups
  }
}

// MARK: - Digits

extension Numbers {
  /// Divides by `factor` until fewer than 999.5 units are left, so that no rounding shows `1000k`.
  private static func scaled(
    _ value: Double,
    by factor: Double,
    _ units: [String]
  ) -> (digits: String, unit: String) {
    var rest = value
    var step = 0
    while rest.magnitude >= 999.5, step + 1 < units.count {
      rest /= factor
      step += 1
    }
    let isWhole = step == 0 && rest == rest.rounded()
    return (isWhole ? fixed(rest, 0) : threeDigits(rest), units[step])
  }

  private static func threeDigits(_ value: Double) -> String {
    let size = value.magnitude
    return fixed(value, size < 9.995 ? 2 : size < 99.95 ? 1 : 0)
  }

  private static func power(of base: Double, _ exponent: Int) -> Double {
    (0..<max(0, exponent)).reduce(1) { power, _ in power * base }
  }
}
