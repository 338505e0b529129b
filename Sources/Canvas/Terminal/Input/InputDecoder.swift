/// Turns the bytes that a terminal sends into events.
///
/// A value that knows neither a clock nor a file: bytes and the moment of their arrival go in, events
/// come out. A sequence may come in pieces, cut anywhere. What is not understood is passed over as a
/// whole, and no piece of it ever acts as a key.
public struct InputDecoder: Sendable {
  /// How long an ESC may stand alone before it is the Escape key, in milliseconds.
  public static let escapeDelay = 25
  /// How long the rest of a sequence is waited for, in milliseconds of silence.
  public static let patience = 150
  /// The same for a paste, and for an answer that was asked for: their rest must never act as keys.
  public static let longPatience = 1000

  private enum Mode {
    /// Between keys, or inside a letter of several bytes.
    case letters
    /// Behind an ESC that may be a key or the beginning of a sequence.
    case escape
    /// The Escape key has been told, but the rest of a sequence may still come.
    case lateEscape
    case sequence
    case string
    case paste
    /// Raw bytes that belong to the sequence before them: F1 to F5 of a Linux console, an old mouse.
    case tail
  }

  private var mode = Mode.letters
  private var letters = LetterReader()
  private var sequence = ControlSequence(.csi)
  private var string = ControlString(isOSC: false)
  private var paste = PasteReader()
  private var events = EventQueue()
  /// ESC bytes in a row.
  private var escapes = 0
  /// Whether the last of them came with the bytes that are being read now.
  private var isFresh = false
  /// Whether the Escape key was already told for this sequence, which then does nothing else.
  private var isMute = false
  /// Whether the letter that is being read was typed with Alt.
  private var hasAlt = false
  /// When the last byte came.
  private var last = 0

  /// A decoder that has seen nothing.
  public init() {}

  /// Whether events wait to be taken.
  public var hasEvents: Bool { !events.isEmpty }

  /// When `next` must be called again although no byte has come; nil where nothing waits.
  public var deadline: Int? {
    switch mode {
    case .escape: last + InputDecoder.escapeDelay
    case .paste: last + InputDecoder.longPatience
    default: nil
    }
  }

  /// How long nothing must come until the next byte is a beginning, whatever came before.
  public var silence: Int {
    let isAnswer = mode == .string && string.mayBeGround
    return mode == .paste || isAnswer ? InputDecoder.longPatience : InputDecoder.patience
  }

  /// Takes the bytes of one read, which came at `now` (milliseconds of any clock that never goes back).
  public mutating func feed(_ bytes: some Sequence<UInt8>, at now: Int) {
    giveUp(at: now)
    isFresh = false
    events.beginRead()
    for byte in bytes { take(byte) }
    last = now
  }

  /// The next event, or nil; at `now` nothing that the terminal has sent may be unread.
  public mutating func next(at now: Int) -> Event? {
    if events.isEmpty, let deadline, now >= deadline {
      if mode == .paste {
        endPaste()
      } else {
        tellEscapes(escapes)
        mode = .lateEscape
      }
    }
    return events.pop()
  }

  /// The next event of the bytes that were fed, or nil.
  public mutating func next() -> Event? { events.pop() }
}

// MARK: - Bytes

extension InputDecoder {
  private mutating func take(_ byte: UInt8) {
    switch mode {
    case .letters: takeLetter(byte)
    case .escape: takeAfterEscape(byte)
    case .lateEscape: takeLate(byte)
    case .sequence: takeOfSequence(byte)
    case .string: takeOfString(byte)
    case .paste: if paste.take(byte) { endPaste() }
    case .tail: takeOfTail(byte)
    }
  }

  private mutating func takeLetter(_ byte: UInt8) {
    switch letters.take(byte) {
    case .escape:
      (mode, escapes, isFresh, isMute) = (.escape, 1, true, false)
    case .key(let key):
      if !hasAlt { events.append(.key(key)) }
      hasAlt = false
    case .scalar(let scalar):
      if !hasAlt { events.type(scalar) }
      hasAlt = false
    case .nothing:
      if !letters.isInside { hasAlt = false }
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    if byte == Byte.escape {
      escapes += 1
      isFresh = true
      return
    }
    if begin(byte) {
      // One ESC begins the sequence, a second one is Alt.
      tellEscapes(escapes - 2)
    } else if isFresh {
      // A letter in the same read as its ESC was typed with Alt: one key, which nothing is bound to.
      tellEscapes(escapes - 1)
      (mode, hasAlt) = (.letters, true)
      takeLetter(byte)
    } else {
      tellEscapes(escapes)
      mode = .letters
      takeLetter(byte)
    }
  }

  /// Over a slow line the rest of an arrow key may come so late that its ESC was already the Escape key.
  private mutating func takeLate(_ byte: UInt8) {
    isMute = true
    if [Byte.csi, Byte.ss3, Byte.osc].contains(byte), begin(byte) { return }
    mode = .letters
    takeLetter(byte)
  }

  /// Begins the sequence that `byte` behind an ESC stands for; false where it stands for none.
  private mutating func begin(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.csi: (mode, sequence) = (.sequence, ControlSequence(.csi))
    case Byte.ss3: (mode, sequence) = (.sequence, ControlSequence(.ss3))
    case Byte.osc: (mode, string) = (.string, ControlString(isOSC: true))
    case Byte.dcs, Byte.sos, Byte.pm, Byte.apc:
      (mode, string) = (.string, ControlString(isOSC: false))
    default: return false
    }
    return true
  }

  private mutating func takeOfSequence(_ byte: UInt8) {
    switch sequence.take(byte) {
    case .more: break
    case .broken:
      mode = .letters
      takeLetter(byte)
    case .complete:
      mode = .letters
      if sequence.beginsPaste {
        // Also where it comes late: what is pasted must never act as keys.
        (mode, paste) = (.paste, PasteReader())
      } else if sequence.tailCount > 0 {
        mode = .tail
      } else if let event = sequence.event, !isMute {
        events.append(event)
      }
    }
  }

  private mutating func takeOfTail(_ byte: UInt8) {
    guard sequence.takeTail(byte) else { return }
    mode = .letters
    if let event = sequence.event, !isMute { events.append(event) }
  }

  private mutating func takeOfString(_ byte: UInt8) {
    switch string.take(byte) {
    case .more: break
    case .complete:
      mode = .letters
      if let color = string.ground { events.append(.ground(color)) }
    case .broken:
      // Another sequence begins inside, so that this one never ends.
      (mode, escapes, isFresh, isMute) = (.escape, 1, true, false)
      takeAfterEscape(byte)
    }
  }

  private mutating func endPaste() {
    mode = .letters
    events.append(.paste(paste.text))
    paste = PasteReader()
  }

  private mutating func tellEscapes(_ count: Int) {
    for _ in 0..<max(count, 0) { events.append(.key(.escape)) }
    escapes = 0
  }

  /// Forgets what was begun and has not been continued for too long.
  private mutating func giveUp(at now: Int) {
    guard now - last >= silence else { return }
    if mode == .escape { tellEscapes(escapes) }
    if mode == .paste { endPaste() }
    (mode, letters, hasAlt) = (.letters, LetterReader(), false)
  }
}
