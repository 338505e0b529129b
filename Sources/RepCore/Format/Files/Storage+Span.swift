extension Storage {
  /// All bytes, valid inside `body` only.
  public func withSpan<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafe bytes.bytes)
  }
}
