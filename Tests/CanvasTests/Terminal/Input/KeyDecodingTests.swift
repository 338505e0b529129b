import Canvas
import Testing

@Suite struct KeyDecodingTests {
  /// What xterm, tmux, screen, the Linux console, rxvt and kitty send, and the events that it means.
  private static let table: [(String, [Event])] = keys + functions + mice + answers + ignored

  private static let keys: [(String, [Event])] = [
    ("a", [.key(.character("a"))]), ("é", [.key(.character("é"))]), ("ệ", [.key(.character("ệ"))]),
    ("三", [.key(.character("三"))]), ("🙂", [.key(.character("🙂"))]), (" ", [.key(.character(" "))]),
    ("\t", [.key(.tab)]), ("\r", [.key(.enter)]), ("\n", [.key(.enter)]),
    ("\u{7F}", [.key(.backspace)]),
    ("\u{8}", [.key(.backspace)]), ("\u{0}", [.key(.control(" "))]),
    ("\u{3}", [.key(.control("c"))]),
    ("\u{1A}", [.key(.control("z"))]), ("\u{1C}", [.key(.control("\\"))]),
    ("\u{1F}", [.key(.control("_"))]),
    ("\u{1B}", [.key(.escape)]),
    ("\u{1B}[A", [.key(.up)]), ("\u{1B}[B", [.key(.down)]), ("\u{1B}[C", [.key(.right)]),
    ("\u{1B}[D", [.key(.left)]), ("\u{1B}OA", [.key(.up)]), ("\u{1B}OD", [.key(.left)]),
    ("\u{1B}[H", [.key(.home)]), ("\u{1B}[F", [.key(.end)]), ("\u{1B}OH", [.key(.home)]),
    ("\u{1B}OF", [.key(.end)]), ("\u{1B}[1~", [.key(.home)]), ("\u{1B}[4~", [.key(.end)]),
    ("\u{1B}[7~", [.key(.home)]), ("\u{1B}[8~", [.key(.end)]), ("\u{1B}[2~", [.key(.insert)]),
    ("\u{1B}[3~", [.key(.delete)]), ("\u{1B}[5~", [.key(.pageUp)]),
    ("\u{1B}[6~", [.key(.pageDown)]),
    ("\u{1B}[Z", [.key(.backTab)]), ("\u{1B}[1;5A", [.key(.up)]), ("\u{1B}[1;2D", [.key(.left)]),
    ("\u{1B}[5;3~", [.key(.pageUp)]), ("\u{1B}[3;5~", [.key(.delete)]),
    ("\u{1B}[1;5H", [.key(.home)]),
    ("\u{1B}[a", [.key(.up)]), ("\u{1B}Od", [.key(.left)]), ("\u{1B}[3$", [.key(.delete)]),
    ("\u{1B}[5^", [.key(.pageUp)]), ("\u{1B}[6@", [.key(.pageDown)]), ("\u{1B}O5A", [.key(.up)]),
    ("\u{1B}OM", [.key(.enter)]), ("\u{1B}Ok", [.key(.character("+"))]),
    ("\u{1B}Op", [.key(.character("0"))]), ("\u{1B}Oy", [.key(.character("9"))]),
    // Alt with an arrow, as rxvt tells it.
    ("\u{1B}\u{1B}[A", [.key(.up)]),
  ]

  private static let functions: [(String, [Event])] = {
    let xterm = [
      "OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~",
    ]
    let rxvt = ["[11~", "[12~", "[13~", "[14~"]
    let linux = ["[[A", "[[B", "[[C", "[[D", "[[E"]
    let shifted = ["[1;2P", "[1;2Q", "[1;2R", "[1;2S", "[15;2~"]
    return [xterm, rxvt, linux, shifted].flatMap { keys in
      keys.enumerated().map { ("\u{1B}" + $0.element, [.key(.function($0.offset + 1))]) }
    }
  }()

  private static let mice: [(String, [Event])] = [
    ("\u{1B}[<0;1;1M", [mouse(.left, 0, 0)]), ("\u{1B}[<1;5;9M", [mouse(.middle, 4, 8)]),
    ("\u{1B}[<2;300;400M", [mouse(.right, 299, 399)]),
    ("\u{1B}[<64;10;2M", [mouse(.wheelUp, 9, 1)]),
    ("\u{1B}[<65;99999;2M", [mouse(.wheelDown, 99_998, 1)]),
    ("\u{1B}[<16;7;7M", [mouse(.left, 6, 6)]),
    ("\u{1B}[M !!", [mouse(.left, 0, 0)]), ("\u{1B}[M`*+", [mouse(.wheelUp, 9, 10)]),
    // Releases, motion, other buttons and wheels, places that are none.
    ("\u{1B}[<0;1;1m", []), ("\u{1B}[<35;3;3M", []), ("\u{1B}[<32;3;3M", []),
    ("\u{1B}[<66;3;3M", []),
    ("\u{1B}[<3;3;3M", []), ("\u{1B}[<128;3;3M", []), ("\u{1B}[<0;0;3M", []), ("\u{1B}[<0;3M", []),
    ("\u{1B}[<0;3;3;3M", []), ("\u{1B}[<;;M", []), ("\u{1B}[M#!!", []),
  ]

  private static func mouse(_ button: Event.Mouse.Button, _ x: Int, _ y: Int) -> Event {
    .mouse(Event.Mouse(button: button, at: Point(x: x, y: y)))
  }

  private static let answers: [(String, [Event])] = [
    ("\u{1B}]11;rgb:0000/0000/0000\u{7}", [.ground(.rgb(0, 0, 0))]),
    ("\u{1B}]11;rgb:ffff/8080/0000\u{1B}\\", [.ground(.rgb(255, 128, 0))]),
    ("\u{1B}]11;rgb:f/8/0\u{7}", [.ground(.rgb(255, 136, 0))]),
    ("\u{1B}]11;rgba:ff/80/00/ff\u{1B}\\", [.ground(.rgb(255, 128, 0))]),
    ("\u{1B}]11;#0a141e\u{7}", [.ground(.rgb(10, 20, 30))]),
  ]

  private static let ignored: [(String, [Event])] = [
    // F13 to F20, the menu key, keys of a keyboard protocol that nobody asked for.
    "[25~", "[26~", "[34~", "[29~", "[15;5u", "[27;5;9~", "[1;5I", "[57399u", "Oz", "O2z",
    "[99999999999~",
    // Reports: the device, modes, focus, a window's size, and sequences that are none.
    "[?1;2c", "[>41;354;0c", "[?2004;1$y", "[I", "[O", "[8;30;100t", "[0n", "[ q", "[P",
    "[200;1~", "[201~", "[[Z", "[;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;A",
    // Other answers: colours of the table and the ink, a clipboard, a device's name, a key of the terminfo entry.
    "]10;rgb:ffff/ffff/ffff\u{7}", "]4;1;rgb:cdcd/0000/0000\u{1B}\\", "]52;c;cXVpdA==\u{7}",
    "]11;rgb:zz/00/00\u{7}", "]11;rgb:00/00\u{7}", "]11;?\u{7}",
    "]11;rgb:0000/0000/000000000000000000000000000\u{7}",
    "]11;rgb:00/00/00\u{18}", "P>|XTerm(379)\u{1B}\\", "P1+r524742\u{7}quit\u{1B}\\",
    "_Gi=1;OK\u{1B}\\", "^q\u{1B}\\", "Xq\u{1B}\\",
  ].map { ("\u{1B}" + $0, []) }

  @Test func `What terminals send is told as what was pressed`() {
    for (text, expected) in Self.table {
      #expect(events(of: text) == expected, "\(shown(Array(text.utf8)))")
    }
  }

  @Test func `Cut anywhere, with pauses, it is told as the same`() {
    for (text, expected) in Self.table {
      let bytes = Array(text.utf8)
      for pieces in cuts(of: bytes) {
        for gap in [0, 10, 20] {
          #expect(events(of: pieces, gap: gap) == expected, "\(pieces.map(shown)), \(gap) ms apart")
        }
      }
    }
  }

  @Test func `Behind whatever comes whole, the next key is itself`() {
    for (text, expected) in Self.table where text != "\u{1B}" {
      #expect(
        events(of: text + "q") == expected + [.key(.character("q"))],
        "\(shown(Array(text.utf8)))"
      )
    }
  }
}
