/// The names that mean something to this reader; every other stays a name.
enum PickleGlobals {
  /// Classes whose objects are read as dictionaries.
  static let dictionaries: Set<String> = [
    "collections.OrderedDict", "builtins.dict", "__builtin__.dict",
  ]
  /// Classes whose objects are read as sets; protocols below 4 call them with a list.
  static let sets: Set<String> = ["builtins.set", "__builtin__.set"]
  /// Called with a class in older protocols to make an object of it.
  static let reconstructors: Set<String> = ["copyreg._reconstructor", "copy_reg._reconstructor"]
  /// The class of shapes.
  static let size = "torch.Size"
}
