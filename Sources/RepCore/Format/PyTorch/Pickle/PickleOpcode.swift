/// The operations of a pickle, by their byte, under the names of Python's `pickletools`.
enum PickleOpcode: UInt8 {
  // Control.
  case proto = 0x80
  case frame = 0x95
  case stop = 0x2E
  // The stack.
  case mark = 0x28
  case pop = 0x30
  case popMark = 0x31
  case duplicate = 0x32
  // Constants and numbers.
  case none = 0x4E
  case newTrue = 0x88
  case newFalse = 0x89
  case integerLine = 0x49
  case longLine = 0x4C
  case floatLine = 0x46
  case integer32 = 0x4A
  case integer8 = 0x4B
  case integer16 = 0x4D
  case long8 = 0x8A
  case long32 = 0x8B
  case float64 = 0x47
  // Texts and bytes.
  case stringLine = 0x53
  case string32 = 0x54
  case string8 = 0x55
  case unicodeLine = 0x56
  case unicode32 = 0x58
  case unicode8 = 0x8C
  case unicode64 = 0x8D
  case bytes32 = 0x42
  case bytes8 = 0x43
  case bytes64 = 0x8E
  case byteArray64 = 0x96
  // Containers.
  case emptyTuple = 0x29
  case tuple = 0x74
  case tuple1 = 0x85
  case tuple2 = 0x86
  case tuple3 = 0x87
  case emptyList = 0x5D
  case list = 0x6C
  case append = 0x61
  case appends = 0x65
  case emptyDictionary = 0x7D
  case dictionary = 0x64
  case setItem = 0x73
  case setItems = 0x75
  case emptySet = 0x8F
  case addItems = 0x90
  case frozenSet = 0x91
  // The memo.
  case putLine = 0x70
  case put8 = 0x71
  case put32 = 0x72
  case getLine = 0x67
  case get8 = 0x68
  case get32 = 0x6A
  case memoize = 0x94
  // Names of classes and functions, and what a pickle would have Python do with them.
  case global = 0x63
  case stackGlobal = 0x93
  case reduce = 0x52
  case build = 0x62
  case instance = 0x69
  case object = 0x6F
  case newObject = 0x81
  case newObjectWithKeywords = 0x92
  // Identities that the file's container explains.
  case persistentLine = 0x50
  case persistent = 0x51
  // Known, but never in a checkpoint.
  case extension8 = 0x82
  case extension16 = 0x83
  case extension32 = 0x84
  case nextBuffer = 0x97
  case readOnlyBuffer = 0x98
}
