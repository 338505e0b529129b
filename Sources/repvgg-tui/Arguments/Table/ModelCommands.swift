internal import Words

// The commands that say what a model is.

extension CommandLineTable {
  static let infoEntry = CommandLineEntry(
    name: "info",
    operands: [.model],
    options: [.json, .extent] + Option.reading + Option.common,
    summary: Text(
      en: "stages, blocks, parameters, multiply-adds, form",
      vi: "các stage, khối, tham số, phép nhân-cộng, dạng"
    ),
    run: { try info($0) }
  )

  static let verifyEntry = CommandLineEntry(
    name: "verify",
    operands: [.model, Operand(value: .input("OTHER"), isOptional: true)],
    options: [
      .json,
      Option(
        "--tolerance",
        .text("X"),
        Text(
          en: "largest relative error of the logits, unless the network amplifies rounding more "
            + "(default 1e-4); with OTHER, of folded kernels and biases (default 1e-6)",
          vi: "sai số tương đối lớn nhất của logit, trừ khi mạng khuếch đại việc làm tròn hơn thế "
            + "(mặc định 1e-4); khi có OTHER, của kernel và bias đã gộp (mặc định 1e-6)"
        )
      ),
      Option(
        "--other-set",
        .text("NAME"),
        Text(
          en: "which set of OTHER's tensors, where it holds several",
          vi: "bộ tensor nào của OTHER, nếu nó có nhiều bộ"
        )
      ),
      .seed,
    ] + Option.reading + Option.common,
    summary: Text(
      en: "check that both forms compute the same, or that OTHER is MODEL folded",
      vi: "kiểm tra hai dạng tính ra như nhau, hoặc OTHER là MODEL đã gộp"
    ),
    run: { try verify($0) }
  )
}
