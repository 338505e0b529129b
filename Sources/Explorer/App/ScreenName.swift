/// The screens, in the order of their digits.
public enum ScreenName: String, Hashable, Sendable, CaseIterable {
  case tree
  case block
  case kernels
  case live
  case file

  /// The word on the tab.
  var title: String {
    switch self {
    case .tree: "Tree"
    case .block: "Block"
    case .kernels: "Kernels"
    case .live: "Live"
    case .file: "File"
    }
  }

  /// The digit that opens the screen, from 1.
  var digit: Int { (ScreenName.allCases.firstIndex(of: self) ?? 0) + 1 }
}
