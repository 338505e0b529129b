internal import RepCore
internal import Words

/// The command `verify MODEL OTHER`: whether the second file is the first folded.
func compareFiles(_ arguments: Arguments) throws -> CommandLineError.Status {
  let (first, second) = (arguments.operands[0], arguments.operands[1])
  let tolerance = try arguments.tolerance()
  let reading = try arguments.reading()
  let opened = try ModelFile.inspect(first, reading)
  // Each file has its own sets, and of each its best one is taken where the user names none.
  var options = reading
  options.set = arguments.text("--other-set")
  let other = try ComparedFile(opening: second, options)
  let comparison = FoldComparison(
    opened,
    other,
    tolerance: tolerance,
    otherSets: OtherSets(
      first: sets(of: first, beside: opened, reading),
      second: other.opened.map { sets(of: second, beside: $0, options) } ?? []
    ),
    progress: { Progress(Text(en: "comparing block", vi: "đang so khối"), total: $1).show($0) }
  )
  let report = FilesReport(
    comparison: comparison,
    tolerance: tolerance,
    names: (first, second),
    norms: comparison.faults.first.isEmpty ? opened.network.faults : [],
    assumed: conditions(on: opened)
  )
  if arguments.has("--json") {
    try Standard.print(report.json)
  } else {
    try Standard.print(report.lines)
  }
  return report.passes ? .success : .checkFailed
}

/// The other sets of the file at `path`, each with what opens it.
private func sets(
  of path: String,
  beside opened: ModelFile.Opened,
  _ options: ReadingOptions
) -> [(name: String, open: () -> ModelFile.Opened?)] {
  opened.sets.filter { $0 != opened.set }.map { name in
    var options = options
    options.set = name
    return (name, { try? ModelFile.inspect(path, options) })
  }
}
