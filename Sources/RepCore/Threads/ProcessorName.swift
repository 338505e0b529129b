internal import Glibc

/// The processor's name as the kernel tells it, such as `AMD EPYC`; `unknown` where it does not.
public func processorName() -> String {
  let descriptor = unsafe open("/proc/cpuinfo", O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return "unknown" }
  defer { close(descriptor) }
  var bytes = [UInt8](repeating: 0, count: 4096)
  let count = unsafe bytes.withUnsafeMutableBytes {
    unsafe read(descriptor, $0.baseAddress, $0.count)
  }
  let text = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
  let name = line?.split(separator: ":", maxSplits: 1).last?.drop { $0 == " " }
  return name.map(String.init) ?? "unknown"
}
