/// Whose design a network is; it decides how tensors are called in a `.rvg`.
public enum Family: String, Hashable, Sendable, CaseIterable {
  /// Blocks of a 3x3, a 1x1 and perhaps an identity branch (Ding et al., arXiv 2101.03697).
  case repVGG = "repvgg"
  /// Depthwise 3x3 and pointwise 1x1 blocks in turn, each of several convolutions (Vasu et al.,
  /// arXiv 2206.04040).
  case mobileOne = "mobileone"
}
