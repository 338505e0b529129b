public import Words

extension State {
  /// Carries out what the user has configured, commands as in a script; what is wrong there is told in the status
  /// line, and the rest counts.
  ///
  /// - Parameters:
  ///   - text: The file: commands separated by line ends and semicolons, `#` begins a comment.
  ///   - name: What the file is called.
  public mutating func configure(_ text: String, from name: String) {
    var faults: [Text] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      do throws(CommandError) {
        for command in try Command.script(line) {
          guard CommandTable.specification(of: command.name)?.isSetting == true else {
            throw CommandError(
              Text(
                en: "'\(command.name.rawValue)' is nothing to begin with",
                vi: "'\(command.name.rawValue)' không dùng được khi bắt đầu"
              )
            )
          }
          _ = perform(command)
          if let fault = shared.fault { throw fault }
        }
      } catch {
        faults.append(Text(en: "line \(index + 1): ", vi: "dòng \(index + 1): ") + error.words)
      }
    }
    shared.fault = nil
    shared.notice = faults.first.map { Text(name: "\(name), ") + $0 }
  }

  /// Takes colours and a language that were chosen elsewhere; nil leaves them.
  public mutating func take(theme: ThemeName?, language: Language? = nil) {
    if let theme { shared.look.theme = theme }
    if let language { shared.language = language }
  }
}
