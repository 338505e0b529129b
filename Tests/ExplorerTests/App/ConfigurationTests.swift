import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The configuration")
struct ConfigurationTests {
  private func configured(_ text: String) -> State {
    var state = Fixture.state()
    state.configure(text, from: "config")
    return state
  }

  @Test("is commands, line by line, with comments")
  func commands() {
    let state = configured("# mine\ntheme light; lang vi\n\nthreads 1 # for others\nsort macs\n")
    #expect(state.shared.look.theme == .light && state.shared.language == .vi)
    #expect(state.live.threads == 1 && state.shared.order == .macs && state.notice == nil)
  }

  @Test("tells the first line that is wrong, and the rest counts")
  func faults() {
    for (text, words) in [
      ("theme purple\nlang vi", "config, dòng 1: 'theme' nhận [auto"),
      ("lang vi\nfly", "config, dòng 2: không có lệnh 'fly'"),
      ("lang vi; quit", "config, dòng 1: 'quit' không dùng được khi bắt đầu"),
      ("lang vi\nbind z fly", "config, dòng 2: không có lệnh 'fly'"),
      (
        "lang vi\nbind strg-x form",
        "config, dòng 2: 'bind' nhận KEY, một phím như z hoặc f5, không nhận 'strg-x'"
      ),
      ("lang vi\nthreads 5000", "config, dòng 2: 5000 luồng"),
      ("lang vi\n'theme", "config, dòng 2: dấu nháy chưa đóng"),
    ] {
      let state = configured(text)
      #expect(state.notice?.hasPrefix(words) == true, "\(text): \(state.notice ?? "")")
      #expect(state.shared.language == .vi && state.shared.fault == nil)
    }
  }

  @Test("binds keys, before what they do otherwise and in the help")
  func bindings() {
    var state = configured("bind z form deploy; bind f5 'screen kernels; pair 2 0'\nbind t help")
    _ = state.press(.character("z"))
    #expect(state.form == .deploy)
    _ = state.press(.function(5))
    #expect(state.screen == .kernels && state.shared.selection.output == 2)
    _ = state.press(.character("t"))
    #expect(state.help != nil)
    let text = state.render().lines.joined(separator: "\n")
    #expect(text.contains("bound by you") && text.contains("screen kernels; pair 2 0"), "\(text)")
    _ = state.press(.escape)
    _ = state.perform(line: "bind z form train")
    _ = state.press(.character("z"))
    #expect(state.form == .train && state.shared.bindings.count == 3)
  }

  @Test("knows keys by the names that the tables have")
  func keyNames() {
    for binding in KeyMap.everything {
      for name in binding.keys where name != "ctrl-c" {
        #expect(Key(named: name)?.name == name, "\(name)")
      }
    }
    for name in ["", "ctrl-", "ctrl-c", "ctrl-C", "f0", "f21", "aa", "strg-x", "\t"] {
      #expect(Key(named: name) == nil, "\(name)")
    }
  }
}
