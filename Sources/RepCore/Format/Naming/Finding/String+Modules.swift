extension String {
  /// The beginnings of a dotted name that end behind a dot, the shortest first: `a.` and `a.b.` of `a.b.c`.
  var modulesBefore: [String] { indices.filter { self[$0] == "." }.map { String(self[...$0]) } }
}
