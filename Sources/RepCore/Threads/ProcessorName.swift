/// The processor's name as the kernel tells it, such as `AMD EPYC`; `unknown` where it does not.
public func processorName() -> String {
  let text = SystemText.read("/proc/cpuinfo") ?? ""
  let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
  let name = line?.split(separator: ":", maxSplits: 1).last?.drop { $0 == " " }
  return name.map(String.init) ?? "unknown"
}
