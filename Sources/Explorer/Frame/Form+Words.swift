public import RepCore
public import Words

extension Form {
  /// The form in a word, for columns and sentences.
  public var word: Text {
    switch self {
    case .train: Text(en: "train", vi: "huấn luyện")
    case .deploy: Text(en: "deploy", vi: "inference")
    }
  }
}
