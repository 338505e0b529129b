import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("Scripts")
struct ScriptTests {
  @Test("separate commands by semicolons and lines, and know comments")
  func separators() throws {
    let script = """
      # the second block, deployed
      select stage1.1; screen block   # its diagram
      ;; form deploy ;

      """
    let expected: [Command] = [
      .select(BlockPath(stage: 1, block: 1)), .show(.block), .form(.deploy),
    ]
    #expect(try Command.script(script) == expected)
  }

  @Test("may be empty", arguments: ["", " ", "\n\n", ";", " ; ; ", "# nothing", "#;quit"])
  func nothing(_ text: String) throws {
    #expect(try Command.script(text) == [], "'\(text)'")
  }

  @Test("fail at the first wrong command", arguments: ["fly; quit", "quit; fly", "up\nfly"])
  func wrong(_ text: String) {
    #expect(throws: CommandError.self, "'\(text)'") { _ = try Command.script(text) }
  }

  @Test(
    "read block paths in every spelling",
    arguments: [("stage3.2", 3, 2), ("3.2", 3, 2), ("stage0", 0, 0), ("stage2", 2, 0)]
  )
  func paths(_ text: String, _ stage: Int, _ block: Int) {
    #expect(BlockPath(parsing: text) == BlockPath(stage: stage, block: block), "'\(text)'")
  }

  @Test(
    "refuse what is no block path",
    arguments: [
      "", "stage", "stage1.", ".1", "1.2.3", "-1", "stage1.-1", "1.x", "stage99999999999999999999",
    ]
  )
  func noPaths(_ text: String) { #expect(BlockPath(parsing: text) == nil, "'\(text)'") }

  @Test("stop at the first command that cannot do what it says, and name it")
  func failing() throws {
    struct Full: Error, CustomStringConvertible { let description = "the disk is full" }
    for (script, reason) in [
      ("screen block; select stage9.9; screen file", "command 2 of 3: no block stage9.9"),
      ("search nothing", "command 1 of 1: no row matches 'nothing'"),
      ("set ema", "command 1 of 1: this file holds one set"),
      ("down; shot x.txt", "command 2 of 2: the disk is full"),
    ] {
      var state = Fixture.state()
      let error = #expect(throws: CommandError.self, "\(script)") {
        try state.play(Command.script(script), read: Fixture.reader) { _, _, _ in throw Full() }
      }
      #expect(
        error?.description.hasPrefix(reason) == true,
        "\(script): \(String(describing: error))"
      )
      #expect(state.screen != .file, "nothing is carried out behind it")
    }
  }

  @Test("carried out without a terminal give the state that keys give")
  func sameAsKeys() throws {
    var played = Fixture.state()
    try played.play(Command.script("down 2; right; screen block; form"), read: Fixture.reader) {
      _,
      _,
      _ in ""
    }
    var pressed = Fixture.state()
    for key in "jjl2t" { _ = pressed.press(.character(key)) }
    pressed.shared.answers = played.shared.answers
    #expect(played.render() == pressed.render())
  }
}
