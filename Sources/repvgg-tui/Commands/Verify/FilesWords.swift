internal import RepCore
internal import Words

/// What is told of two files beside their blocks, and the verdict on them, in words.
enum FilesWords {
  /// A damaged norm of the file called `name`.
  static func damage(_ fault: WeightFault, in name: String) -> Text {
    Text(en: "damaged: ", vi: "hỏng: ") + fault.words + place(name)
  }

  /// A damaged tensor of the file called `name`.
  static func damage(_ fault: TensorFault, in name: String) -> Text { fault.line + place(name) }

  private static func place(_ name: String) -> Text {
    Text(en: ", in \(name)", vi: ", trong \(name)")
  }

  static func moreTensors(_ count: Int) -> Text {
    Text(en: "and \(count) more tensors", vi: "và \(count) tensor nữa")
  }

  static func sameTensors(_ count: Int) -> Text {
    Text(
      en: "\(count) tensors outside of the folds are the same",
      vi: "\(count) tensor ngoài phần gộp giống nhau"
    )
  }

  /// The verdict where weights are no numbers.
  static let damaged = Text(
    en: "weights are damaged, as told above",
    vi: "có trọng số hỏng, như đã nêu ở trên"
  )
}
