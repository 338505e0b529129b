internal import RepCore

extension FormTiming {
  static func sample(of document: Document, in form: Form, threads: Int) -> FormTiming {
    fatalError()
  }
}
