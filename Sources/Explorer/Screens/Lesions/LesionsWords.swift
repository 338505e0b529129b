internal import Canvas
internal import RepCore
internal import Words

/// What the screen of lesions says.
enum LesionsWords {
  static let reading = Text(
    en: "a row is the trained network without that branch; then with its norms measured anew",
    vi: "mỗi dòng là mạng đã huấn luyện bị cắt đúng một nhánh; số thứ hai là sau khi đo lại norm"
  )

  // MARK: Panes

  /// What the rows are, and what is counted.
  static func cuts(_ whole: Score?) -> Text {
    let title = Text(en: "Cut one branch", vi: "Cắt một nhánh")
    switch whole {
    case nil: return title
    case .accuracy(let tally):
      return title
        + Text(
          en: ": right/\(tally.count) (whole \(tally.hits))",
          vi: ": đúng/\(tally.count) (đủ \(tally.hits))"
        )
    case .agreement(let tally):
      return title
        + Text(
          en: ": as the whole/\(tally.count)",
          vi: ": trùng với cả mạng/\(tally.count)"
        )
    }
  }

  static let draws = Text(en: "How many branches can go?", vi: "Cắt được bao nhiêu nhánh?")
  static let subModels = Text(en: "Sub-models, counted", vi: "Đếm mô hình con")
  static let cutUnderCursor = Text(en: "What is cut", vi: "Phần bị cắt")

  static func lesion(_ count: Int) -> Text {
    count == 0
      ? cutUnderCursor
      : Text(en: "What is cut: \(count) set", vi: "Phần bị cắt: đã chọn \(count)")
  }

  static let sortedByLoss = Text(en: "those that are missed most first", vi: "mất nhiều nhất trước")
  static let sortedByExecution = Text(en: "o sorts by loss", vi: "o xếp theo độ mất")
  static let askForDraws = Text(en: "d draws", vi: "d bốc thăm")
  static let howDrawn = Text(
    en: "median of \(LesionDrawsNeed.draws), seed \(LesionDrawsNeed.seed)",
    vi: "trung vị của \(LesionDrawsNeed.draws), seed \(LesionDrawsNeed.seed)"
  )

  // MARK: Heads

  static let block = Text(en: "block", vi: "khối")
  static let branch = Text(en: "branch", vi: "nhánh")
  static let asCut = Text(en: "as cut", vi: "cắt")
  static let anew = Text(en: "anew", vi: "đo lại")
  static let normsAnew = Text(en: "norms anew", vi: "norm đo lại")
  static let isCut = Text(en: "cut", vi: "đã cắt")
  static let loss = Text(en: "loss by cut", vi: "mất do cắt")
  static let cutTogether = Text(en: "cut together", vi: "cắt cùng lúc")

  // MARK: Rows

  static func every(_ role: BranchRole) -> Text {
    Text(en: "every ", vi: "mọi ") + role.words
  }

  static func anyBranches(_ count: Int) -> Text {
    Text(en: "any \(count)", vi: "\(count) nhánh bất kỳ")
  }

  // MARK: What is missing

  static let finding = Text(en: "being tried", vi: "đang thử")
  static let noData = Text(
    en: "No pictures fit this network, so nothing can be tried; --data gives some.",
    vi: "Không có ảnh hợp với mạng này nên không thử được; dùng --data để cho ảnh."
  )
  static let noTrainedPictures = Text(
    en: "nobody says which pictures the network was trained on, so its norms cannot be measured",
    vi: "không biết mạng được huấn luyện trên ảnh nào nên không đo lại norm được"
  )
  static let foldedAlready = Text(
    en: "this file holds folded blocks alone: there are no branches to cut",
    vi: "tệp này chỉ có các khối đã gộp: không còn nhánh nào để cắt"
  )

  // MARK: Notices

  static let byLoss = Text(
    en: "the branches that are missed most stand first",
    vi: "các nhánh bị cắt mà mất nhiều nhất đứng đầu"
  )
  static let byExecution = Text(
    en: "the branches stand in order of execution",
    vi: "các nhánh xếp theo thứ tự chạy"
  )
  static let healed = Text(en: "nothing is cut any more", vi: "đã nối lại tất cả")
  static let nothingToHeal = Text(en: "nothing is cut", vi: "chưa cắt gì")
  static let measuresAnew = Text(
    en: "every norm is measured anew behind a cut",
    vi: "mọi norm được đo lại sau khi cắt"
  )
  static let keepsNorms = Text(
    en: "the norms stay as they were trained",
    vi: "các norm giữ như lúc huấn luyện"
  )
  static let drawing = Text(
    en: "branches are drawn at random; d stops it",
    vi: "đang bốc thăm nhánh; d để thôi"
  )
  static let drawsNoMore = Text(en: "no branches are drawn", vi: "thôi bốc thăm nhánh")
}
