internal import RepCore
internal import Words

// The commands that run a model.

extension CommandLineTable {
  static let runEntry = CommandLineEntry(
    name: "run",
    operands: [.model],
    options: [
      Option(
        "--input",
        .input("IN"),
        Text(
          en: "PNG, JPEG, PPM or PGM picture, or float32 tensor N x C x H x W",
          vi: "ảnh PNG, JPEG, PPM hoặc PGM, hoặc tensor float32 N x C x H x W"
        )
      ),
      Option(
        "--labels",
        .input("FILE"),
        Text(
          en: "names of the classes, one a line (default: the network's)",
          vi: "tên các lớp, mỗi dòng một tên (mặc định: của mạng)"
        )
      ),
      .output(
        "OUT.safetensors",
        Text(en: "write the tensor 'logits'", vi: "ghi tensor 'logits'")
      ),
      .form,
      .threads,
      Option(
        "--top",
        .text("K"),
        Text(en: "how many classes to print (default 5)", vi: "in bao nhiêu lớp (mặc định 5)")
      ),
      .json,
    ] + Option.reading + Option.common,
    summary: Text(en: "classify an input", vi: "phân lớp một đầu vào"),
    run: { try run($0) }
  )

  static let benchEntry = CommandLineEntry(
    name: "bench",
    operands: [.model],
    options: [.form, .threads] + planning + timing + Option.reading + Option.common,
    summary: Text(
      en: "time every layer, and report memory",
      vi: "đo thời gian từng lớp, và báo bộ nhớ"
    ),
    run: { try bench($0) }
  )

  private static let planning = [
    Option(
      "--batch",
      .text("N"),
      Text(en: "pictures at once (default 1)", vi: "số ảnh một lúc (mặc định 1)")
    ),
    Option(
      "--size",
      .text("N"),
      Text(
        en: "height and width of the input (default: the network's)",
        vi: "chiều cao và rộng của đầu vào (mặc định: của mạng)"
      )
    ),
    Option(
      "--algorithm",
      .choice(of: ConvolutionAlgorithm.self, shown: "NAME"),
      Text(
        en: "direct, winograd-f2, -f4 or -f6 instead of the measured plan",
        vi: "direct, winograd-f2, -f4 hoặc -f6 thay cho kế hoạch đã đo"
      )
    ),
    Option(
      "--memory",
      .choice(of: PlanMemory.self),
      Text(
        en: "low: weights of less than twice the network's (default fast)",
        vi: "low: trọng số chưa đến hai lần của mạng (mặc định fast)"
      )
    ),
    Option(
      "--branches",
      .choice(of: BranchExecution.self),
      Text(
        en: "training form as written, or norms folded and sums fused",
        vi: "dạng huấn luyện như đã viết, hoặc norm đã gộp và tổng đã nhập"
      )
    ),
    Option(
      "--instructions",
      .choice(of: InstructionSet.self, shown: "NAME"),
      Text(en: "force an instruction set", vi: "buộc dùng một tập lệnh")
    ),
  ]

  private static let timing = [
    Option(
      "--runs",
      .text("N"),
      Text(
        en: "timed runs (default: about two seconds' worth)",
        vi: "số lần chạy được đo (mặc định: khoảng hai giây)"
      )
    ),
    .json,
    Option(
      "--paced",
      Text(
        en: "answer each line K on standard input with the times of K runs",
        vi: "đáp mỗi dòng K ở đầu vào chuẩn bằng thời gian của K lần chạy"
      )
    ),
  ]
}
