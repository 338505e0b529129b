internal import Canvas
internal import RepCore
internal import Words

/// What the screen of mistakes says.
enum BreakWords {
  static let reading = Text(
    en: "each block is checked alone, so a FAIL row is a block whose own fold is wrong",
    vi: "mỗi khối được kiểm tra riêng, nên dòng SAI chính là khối bị gộp sai"
  )

  static func name(of mistake: Mistake?) -> Text {
    switch mistake {
    case nil: Text(en: "none", vi: "không có lỗi")
    case .epsilon: Text(en: "epsilon forgotten", vi: "quên epsilon")
    case .norms: Text(en: "norms use the batch", vi: "norm dùng lô ảnh")
    case .identity: Text(en: "identity shifted", vi: "identity lệch kênh")
    case .corner: Text(en: "1x1 at a corner", vi: "1x1 đặt ở góc")
    case .activation: Text(en: "ReLU before the sum", vi: "ReLU trước khi cộng")
    case .winograd: Text(en: "wrong Winograd B'", vi: "sai B' của Winograd")
    }
  }

  /// Why it is a mistake.
  static func rule(_ mistake: Mistake?, output: Int) -> Text {
    switch mistake {
    case nil:
      Text(
        en:
          "The fold as it should be. Choose a mistake: the check names the first block that fails.",
        vi: "Phép gộp đúng. Hãy chọn một lỗi: phép kiểm tra sẽ chỉ ra khối đầu tiên bị sai."
      )
    case .epsilon:
      Text(
        en: "The scale is gamma / sqrt(variance + epsilon). Without epsilon the channels of small "
          + "variance grow; large variances hide it.",
        vi:
          "Hệ số tỉ lệ là gamma / sqrt(phương sai + epsilon). Thiếu epsilon thì kênh có phương sai "
          + "nhỏ bị phóng to; phương sai lớn che lỗi này."
      )
    case .norms:
      Text(
        en: "In training a norm takes mean and variance of the pictures that run. Only the stored "
          + "ones are constants, and only constants can be folded.",
        vi:
          "Khi huấn luyện, norm lấy mean và phương sai của chính lô ảnh. Chỉ các số đã lưu là hằng "
          + "số, và chỉ hằng số mới gộp được."
      )
    case .identity:
      Text(
        en:
          "Output \(output) must see input \(output): the ones of the identity lie on the diagonal, "
          + "in every group from the group's own first channel on.",
        vi:
          "Kênh ra \(output) phải thấy kênh vào \(output): các số 1 của identity nằm trên đường chéo, "
          + "trong mỗi nhóm tính từ kênh đầu của nhóm."
      )
    case .corner:
      Text(
        en:
          "A 1x1 sees the pixel below the middle tap. In the first tap it sees the pixel above and "
          + "to the left of it.",
        vi: "Tích chập 1x1 thấy điểm ảnh dưới ô giữa. Đặt ở ô đầu, nó thấy điểm ảnh chéo phía trên "
          + "bên trái."
      )
    case .activation:
      Text(
        en:
          "ReLU(a) + ReLU(b) is not ReLU(a + b). Only what is linear may be added up beforehand, so "
          + "norms fold and ReLU does not, and the sum comes first.",
        vi: "ReLU(a) + ReLU(b) khác ReLU(a + b). Chỉ phép tuyến tính mới cộng trước được, nên norm "
          + "gộp được còn ReLU thì không, và phép cộng phải đi trước."
      )
    case .winograd:
      Text(
        en:
          "One sign of B', the matrix that transforms the input of F(2,3), is wrong. The kernel is "
          + "right, and still every tile is off: only its outputs tell. `8` shows the matrices.",
        vi: "Một dấu của B', ma trận biến đổi đầu vào của F(2,3), bị sai. Kernel vẫn đúng mà mọi ô "
          + "tile đều lệch: chỉ đầu ra mới cho biết. `8` hiện các ma trận."
      )
    }
  }

  // MARK: Panes

  static let mistakes = Text(en: "Make a mistake", vi: "Cố ý làm lỗi")
  static let neverWritten = Text(en: "never written to a file", vi: "không bao giờ ghi ra tệp")
  static let checks = Text(en: "Check: each block alone", vi: "Kiểm tra: từng khối riêng")
  static let tolerance = Text(en: "tolerance", vi: "dung sai")
  static let accuracy = Text(en: "Would accuracy have told?", vi: "Độ chính xác có cho biết không?")

  static func example(_ title: String, output: Int) -> Text {
    Text(en: "\(title), out \(output): right and broken", vi: "\(title), ra \(output): đúng và sai")
  }

  // MARK: Heads

  static let mistake = Text(en: "mistake", vi: "lỗi")
  static let firstFail = Text(en: "first FAIL", vi: "SAI đầu")
  static let block = Text(en: "block", vi: "khối")
  static let error = Text(en: "error", vi: "sai số")
  static let verdict = Text(en: "verdict", vi: "kết luận")
  static let branch = Text(en: "branch", vi: "nhánh")
  static let right = Text(en: "right", vi: "đúng")
  static let broken = Text(en: "broken", vi: "sai")

  /// What is counted of how many pictures: `right/360`, `same/5`.
  static func counted(_ score: Score?) -> Text {
    switch score {
    case .accuracy(let tally): Text(en: "right/\(tally.count)", vi: "đúng/\(tally.count)")
    case .agreement(let tally): Text(en: "same/\(tally.count)", vi: "trùng/\(tally.count)")
    case nil: right
    }
  }

  // MARK: Cells

  static let pass = Text(en: "PASS", vi: "ĐẠT")
  static let fail = Text(en: "FAIL", vi: "SAI")
  static let first = Text(en: "first", vi: "đầu tiên")
  static let notHere = Text(en: "not concerned", vi: "không liên quan")
  static let isSet = Text(en: "made", vi: "đã làm")
  static let sum = Text(en: "sum", vi: "tổng")

  static let finding = Text(en: "being tried", vi: "đang thử")
  static let noExample = Text(
    en: "This block does not have what the mistake is about.",
    vi: "Khối này không có thứ mà lỗi này động đến."
  )
  static let noData = Text(
    en: "There are no pictures that fit this network, so that classes are not compared.",
    vi: "Không có ảnh nào hợp với mạng này nên không so sánh lớp."
  )
  static let foldedAlready = Text(
    en: "this file holds folded blocks alone: there is no fold to break",
    vi: "tệp này chỉ có các khối đã gộp: không còn phép gộp nào để làm sai"
  )
  static let hidden = Text(
    en: "A wrong fold can keep the accuracy; comparing the two forms finds it.",
    vi: "Gộp sai vẫn có thể giữ độ chính xác; so hai dạng với nhau thì phát hiện được."
  )
  static let told = Text(
    en: "Here accuracy tells. In one block alone it often does not.",
    vi: "Ở đây độ chính xác cho biết. Nếu chỉ sai ở một khối thì thường không."
  )
  static let unchanged = Text(
    en: "Nothing is broken: this is the accuracy of the right fold.",
    vi: "Không có gì sai: đây là độ chính xác của phép gộp đúng."
  )

  static func noise(_ score: Score) -> Text {
    Text(
      en: "Up to \(score.tally.noise) of \(score.tally.count) is noise.",
      vi: "Chênh lệch đến \(score.tally.noise) trong \(score.tally.count) là nhiễu."
    )
  }

  static let inEveryBlock = Text(en: "in every block", vi: "ở mọi khối")

  static func onlyIn(_ title: String) -> Text {
    Text(en: "only in \(title)", vi: "chỉ ở \(title)")
  }

  static func value(_ example: MistakeExample) -> Text {
    let place = "(\(example.row),\(example.column))"
    return Text(
      en: "out \(example.output) at \(place) of the check's map",
      vi: "kênh ra \(example.output) tại \(place) trên bản đồ kiểm tra"
    )
  }

  static let withMistake = Text(en: "with the mistake", vi: "khi có lỗi")

  static func shouldBe(_ value: Double) -> Text {
    let value = factorText(value)
    return Text(en: "it should be \(value)", vi: "lẽ ra phải là \(value)")
  }

  // MARK: Notices

  static let onlyHere = Text(
    en: "mistakes are made in the selected block only",
    vi: "lỗi chỉ được làm ở khối đang chọn"
  )
  static let everywhere = Text(
    en: "mistakes are made in every block that they concern",
    vi: "lỗi được làm ở mọi khối có liên quan"
  )
  static let undone = Text(
    en: "undone: all is as it should be",
    vi: "đã hoàn tác: mọi thứ lại đúng"
  )
  static let nothingToUndo = Text(en: "nothing is broken", vi: "không có gì bị làm sai")

  /// That something is broken, and where.
  static func status(_ made: MadeMistake, _ title: String?) -> Text {
    status(of: made.mistake) + Text(name: " ") + (title.map { onlyIn($0) } ?? inEveryBlock)
  }

  /// That something is broken.
  static func status(of mistake: Mistake) -> Text {
    Text(en: "BROKEN ON PURPOSE: ", vi: "CỐ Ý LÀM SAI: ") + name(of: mistake)
  }

  static func firstFail(_ check: MistakeCheck?) -> Text {
    guard let check else {
      return Text(en: "no block fails", vi: "không khối nào sai")
    }
    let error = Numbers.scientific(check.error, 1)
    return Text(
      en: "first FAIL \(check.title), \(error)",
      vi: "SAI đầu tiên \(check.title), \(error)"
    )
  }
}
