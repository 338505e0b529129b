internal import CPicture
internal import RepCore
internal import Words

/// What is wrong with a picture that is read or written.
struct PictureFault {
  let reason: pic_reason
  /// What the library said of it.
  let message: String
  /// Pixels of a row, and rows.
  var extent: (width: Int, height: Int) = (0, 0)

  /// The fault of a picture of `format`: what is wrong, and what to do.
  func error(_ kind: FormatError.Kind, _ format: PictureFormat) -> FormatError {
    let remedy =
      kind == .damaged
      ? Text(en: "; fetch or save it again", vi: "; hãy tải hoặc lưu lại") : .none
    return FormatError(kind, PictureFault.place(format) + words + remedy)
  }

  /// There is no memory even to say what is wrong.
  static func outOfMemory(_ format: PictureFormat, _ purpose: Text) -> FormatError {
    FormatError(
      .unsupported,
      place(format) + Text(en: "no memory is left to ", vi: "hết bộ nhớ để ") + purpose
    )
  }

  private static func place(_ format: PictureFormat) -> Text {
    Text(en: "\(format.rawValue) picture: ", vi: "ảnh \(format.rawValue): ")
  }

  private var words: Text {
    switch reason {
    case PIC_ENDS_EARLY: Text(en: "ends early", vi: "kết thúc quá sớm")
    case PIC_NO_PIXELS: Text(en: "has no pixels", vi: "không có điểm ảnh nào")
    case PIC_TOO_LARGE:
      Text(
        en: "has \(extent.width) x \(extent.height) pixels, which is too large; make it smaller",
        vi: "có \(extent.width) x \(extent.height) điểm ảnh, quá lớn; hãy thu nhỏ nó"
      )
    case PIC_TOO_MANY_SCANS:
      Text(en: "has too many scans; save it anew", vi: "có quá nhiều lượt quét; hãy lưu lại")
    case PIC_COMPONENTS:
      Text(
        en: "has neither one, three nor four components",
        vi: "không có một, ba hay bốn thành phần màu"
      )
    case PIC_LAYOUT:
      Text(
        en: "has a layout of samples that is not read",
        vi: "có cách xếp mẫu không đọc được"
      )
    case PIC_TOO_MANY_COLORS:
      Text(en: "has too many colours for a palette", vi: "có quá nhiều màu cho một bảng màu")
    case PIC_MEMORY_LIMIT:
      Text(en: "needs too much memory; make it smaller", vi: "cần quá nhiều bộ nhớ; hãy thu nhỏ nó")
    case PIC_NO_MEMORY:
      Text(en: "needs more memory than there is", vi: "cần nhiều bộ nhớ hơn mức còn lại")
    case PIC_NO_START: Text(en: "libpng does not start", vi: "libpng không khởi động được")
    default: Text(name: message)
    }
  }
}
