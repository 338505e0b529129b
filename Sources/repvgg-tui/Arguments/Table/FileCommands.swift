internal import RepCore
internal import Words

// The commands that write a network.

extension CommandLineTable {
  static let foldEntry = CommandLineEntry(
    name: "fold",
    operands: [.model],
    options: [.output("OUT.rvg"), .threads] + Option.reading + Option.common,
    summary: Text(
      en: "write the deploy form; of an unknown graph, the checkpoint with its blocks folded",
      vi: "ghi dạng inference; với đồ thị chưa biết, ghi checkpoint có các khối đã gộp"
    ),
    run: { try fold($0) }
  )

  static let importEntry = CommandLineEntry(
    name: "import",
    operands: [Operand(value: .input("CHECKPOINT"))],
    options: [
      .output("OUT.rvg"),
      Option(
        "--arch",
        .text("NAME", offers: Published.names),
        Text(
          en: "refuse the file unless it is this published network",
          vi: "từ chối tệp nếu nó không phải mạng đã công bố này"
        )
      ),
    ] + Option.reading + Option.common,
    summary: Text(en: "turn a checkpoint into a .rvg", vi: "đổi một checkpoint thành .rvg"),
    run: { try importCheckpoint($0) }
  )

  static let exportEntry = CommandLineEntry(
    name: "export",
    operands: [.model],
    options: [
      .output(
        "OUT.onnx|.safetensors",
        Text(
          en: "file to write; its ending says what is written",
          vi: "tệp để ghi; đuôi tệp cho biết ghi kiểu gì"
        )
      ),
      Option(
        "--form",
        .choice(of: Form.self),
        Text(
          en: "which form to write "
            + "(default: deploy for .onnx, for .safetensors as the file has it)",
          vi: "ghi dạng nào (mặc định: deploy cho .onnx, với .safetensors thì như tệp có)"
        )
      ),
      Option(
        "--naming",
        .choice(of: ExportNaming.self),
        Text(
          en: "names in a .safetensors (default official)",
          vi: "kiểu tên trong .safetensors (mặc định official)"
        )
      ),
      Option(
        "--float16",
        Text(
          en: "round kernels and biases to half precision",
          vi: "làm tròn kernel và bias về float16"
        )
      ),
    ] + Option.reading + Option.common,
    summary: Text(
      en: "write the network for ONNX Runtime, ncnn, PyTorch or timm",
      vi: "ghi mạng cho ONNX Runtime, ncnn, PyTorch hoặc timm"
    ),
    run: { try export($0) }
  )

  static let newEntry = CommandLineEntry(
    name: "new",
    operands: [Operand(value: .text("ARCH", offers: Published.names))],
    options: [.output("OUT.rvg"), .seed] + shape + Option.common,
    summary: Text(
      en: "write a network with random weights: RepVGG-A0, MobileOne-S0, … or WIDTHxDEPTH/STRIDE,…",
      vi: "ghi một mạng có trọng số ngẫu nhiên: RepVGG-A0, MobileOne-S0, … hoặc RỘNGxSÂU/STRIDE,…"
    ),
    run: { try new($0) }
  )

  private static let shape = [
    Option(
      "--classes",
      .text("N"),
      Text(en: "classes (default 1000)", vi: "số lớp (mặc định 1000)")
    ),
    Option(
      "--size",
      .text("N"),
      Text(
        en: "height and width of the input (default 224)",
        vi: "chiều cao và rộng của đầu vào (mặc định 224)"
      )
    ),
    Option(
      "--channels",
      .text("N"),
      Text(en: "channels of the input (default 3)", vi: "số kênh của đầu vào (mặc định 3)")
    ),
    Option(
      "--groups",
      .text("N"),
      Text(
        en: "groups of every second layer (default 1)",
        vi: "số nhóm của mỗi lớp thứ hai (mặc định 1)"
      )
    ),
    Option(
      "--form",
      .choice(of: Form.self),
      Text(en: "which form to write (default train)", vi: "ghi dạng nào (mặc định train)")
    ),
  ]
}
