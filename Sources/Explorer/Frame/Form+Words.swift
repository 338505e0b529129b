internal import RepCore
internal import Words

extension Form {
  /// The form in a word, for columns and sentences.
  var word: Text {
    switch self {
    case .train: Text(en: "train", vi: "huấn luyện")
    case .deploy: Text(en: "deploy", vi: "inference")
    }
  }
}
