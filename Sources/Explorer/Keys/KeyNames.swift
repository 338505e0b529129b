internal import Words

extension String {
  /// How a key of the table is written for people.
  var keyCap: String {
    switch self {
    case "enter", "space", "tab", "escape": prefix(1).uppercased() + dropFirst()
    case "pagedown": "PgDn"
    case "pageup": "PgUp"
    case "backtab": "Shift-Tab"
    case "backspace": "Backspace"
    default: hasPrefix("ctrl-") ? "Ctrl-" + dropFirst(5).uppercased() : self
    }
  }

  /// How a key of the table is said: a sign by its name.
  var spokenKey: Text {
    let isCapital = count == 1 && first?.isUppercase == true
    let capital = Text(en: "capital \(self)", vi: "\(self) hoa")
    return signNames[self] ?? (isCapital ? capital : Text(name: keyCap))
  }
}

private let signNames = [
  "/": Text(en: "slash", vi: "gạch chéo"), ":": Text(en: "colon", vi: "hai chấm"),
  "?": Text(en: "question mark", vi: "dấu hỏi"), "'": Text(en: "apostrophe", vi: "nháy đơn"),
  "[": Text(en: "left bracket", vi: "ngoặc vuông trái"),
  "]": Text(en: "right bracket", vi: "ngoặc vuông phải"),
  "*": Text(en: "star", vi: "dấu sao"), "-": Text(en: "minus", vi: "dấu trừ"),
  ",": Text(en: "comma", vi: "dấu phẩy"), ".": Text(en: "period", vi: "dấu chấm"),
  "<": Text(en: "less than", vi: "dấu nhỏ hơn"),
  ">": Text(en: "greater than", vi: "dấu lớn hơn"),
  "+": Text(en: "plus", vi: "dấu cộng"), "=": Text(en: "equals", vi: "dấu bằng"),
]
