internal import Glibc
public import Words

/// The words of the operating system for what just failed.
public enum SystemError {
  /// The words for the calling thread's `errno`.
  public static var current: Text { words(errno) }

  /// The words for an error number: `No such file or directory`.
  ///
  /// The system says the English ones. Errors that files do not meet are told in these everywhere.
  public static func words(_ code: Int32) -> Text {
    let english = message(code)
    return Text(en: english, vi: vietnamese(code) ?? english)
  }

  private static func message(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 128)
    guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func vietnamese(_ code: Int32) -> String? {
    switch code {
    case EACCES: "không có quyền truy cập"
    case EAGAIN: "tài nguyên tạm thời không có"
    case EBUSY: "thiết bị hoặc tệp đang bận"
    case EDQUOT: "vượt hạn mức đĩa"
    case EEXIST: "đã có tệp này"
    case EFBIG: "tệp quá lớn"
    case EIO: "lỗi vào/ra"
    case EISDIR: "là một thư mục"
    case ELOOP: "quá nhiều liên kết tượng trưng nối nhau"
    case EMFILE: "tiến trình mở quá nhiều tệp"
    case ENAMETOOLONG: "tên tệp quá dài"
    case ENFILE: "hệ thống mở quá nhiều tệp"
    case ENOENT: "không có tệp hoặc thư mục này"
    case ENOMEM: "hết bộ nhớ"
    case ENOSPC: "thiết bị hết chỗ trống"
    case ENOTDIR: "không phải thư mục"
    case EPERM: "thao tác không được phép"
    case EPIPE: "đầu kia của ống dẫn đã đóng"
    case EROFS: "hệ thống tệp chỉ cho đọc"
    default: nil
    }
  }
}
