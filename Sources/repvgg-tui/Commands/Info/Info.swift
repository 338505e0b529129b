internal import RepCore

/// The command `info`: what a file holds.
func info(_ arguments: Arguments) throws -> CommandLineError.Status {
  let opened = try ModelFile.inspect(arguments.operands[0], arguments.reading())
  let summary = Summary(opened.network)
  if arguments.has("--json") {
    try Standard.print(summary.json(of: opened))
  } else {
    try Standard.print(summary.lines(of: opened))
  }
  return .success
}
