internal import Words

/// A word of the field with what it means, for the help.
struct Term: Hashable, Sendable {
  /// The word.
  let word: Text
  /// What it means, in a sentence.
  let meaning: Text
}

extension Term {
  static let stage = Term(
    word: Text(en: "stage", vi: "stage"),
    meaning: Text(
      en: "blocks in a row whose maps have the same size",
      vi: "các khối nối tiếp có bản đồ đặc trưng cùng kích thước"
    )
  )
  static let block = Term(
    word: Text(en: "block", vi: "khối"),
    meaning: Text(
      en: "branches that are summed; folding makes one convolution of them",
      vi: "các nhánh được cộng lại; gộp biến chúng thành một tích chập"
    )
  )
  static let branch = Term(
    word: Text(en: "branch", vi: "nhánh"),
    meaning: Text(
      en: "one linear way through a block, with a norm of its own",
      vi: "một đường tuyến tính qua khối, có norm riêng"
    )
  )
  static let identity = Term(
    word: Text(en: "identity branch", vi: "nhánh identity"),
    meaning: Text(
      en: "the input itself, as a kernel whose diagonal is 1",
      vi: "chính đầu vào, như một kernel có đường chéo bằng 1"
    )
  )
  static let fold = Term(
    word: Text(en: "fold", vi: "gộp"),
    meaning: Text(
      en: "make one kernel and one bias of norms and branches, with the same output",
      vi: "biến norm và các nhánh thành một kernel và một bias, với cùng đầu ra"
    )
  )
  static let kernel = Term(
    word: Text(en: "kernel", vi: "kernel"),
    meaning: Text(
      en: "the weights from one input channel to one output channel",
      vi: "các trọng số từ một kênh vào đến một kênh ra"
    )
  )
  static let tap = Term(
    word: Text(en: "tap", vi: "ô"),
    meaning: Text(en: "one weight of a kernel", vi: "một trọng số của kernel")
  )
  static let norm = Term(
    word: Text(en: "norm", vi: "norm"),
    meaning: Text(
      en: "batch normalization; at inference a scale and a shift for each channel",
      vi: "batch normalization; khi inference là một hệ số tỉ lệ và một độ dời cho mỗi kênh"
    )
  )
  static let bias = Term(
    word: Text(en: "bias", vi: "bias"),
    meaning: Text(
      en: "what is added to an output channel; norms leave it behind",
      vi: "lượng cộng vào một kênh ra; norm để lại nó"
    )
  )
  static let share = Term(
    word: Text(en: "share by |kernel|", vi: "phần theo |kernel|"),
    meaning: Text(
      en: "what a branch has of the folded kernel, by the sum of its absolute taps",
      vi: "một nhánh chiếm bao nhiêu của kernel đã gộp, theo tổng độ lớn các ô của nó"
    )
  )
  static let dead = Term(
    word: Text(en: "dead channel", vi: "kênh chết"),
    meaning: Text(
      en: "an output channel whose folded taps are all zero: only its bias goes out",
      vi: "kênh ra có mọi ô đã gộp bằng 0: chỉ còn bias của nó đi ra"
    )
  )
  static let multiplyAdd = Term(
    word: Text(en: "multiply-add", vi: "phép nhân-cộng"),
    meaning: Text(
      en: "a product added to a sum, counted as one",
      vi: "một tích cộng vào tổng, tính là một"
    )
  )
  static let step = Term(
    word: Text(en: "step", vi: "bước tính"),
    meaning: Text(
      en: "what the engine does in one go, and times alone",
      vi: "việc engine làm trong một lượt, và đo riêng"
    )
  )
  static let featureMap = Term(
    word: Text(en: "map", vi: "bản đồ"),
    meaning: Text(
      en: "the values of all channels between two steps (feature map)",
      vi: "giá trị của mọi kênh giữa hai bước tính (bản đồ đặc trưng)"
    )
  )
  static let liveMap = Term(
    word: Text(en: "held", vi: "giữ"),
    meaning: Text(
      en: "a map from the step that makes it to the last one that reads it",
      vi: "bản đồ từ bước tạo ra nó đến bước cuối cùng đọc nó"
    )
  )
  static let arena = Term(
    word: Text(en: "arena", vi: "vùng nhớ"),
    meaning: Text(
      en: "the one block of memory in which all maps find a place in turn",
      vi: "một khối bộ nhớ chung mà các bản đồ lần lượt dùng"
    )
  )
  static let integers = Term(
    word: Text(en: "step", vi: "bậc"),
    meaning: Text(
      en: "what one integer more stands for, where few bits hold a number (quantization)",
      vi: "giá trị của một số nguyên kế tiếp, khi ít bit giữ một số (lượng tử hóa)"
    )
  )
  static let decibels = Term(
    word: Text(name: "dB"),
    meaning: Text(
      en: "ten times the power of ten by which the signal is stronger than the error",
      vi: "mười lần số mũ của 10 mà tín hiệu mạnh hơn sai số"
    )
  )
  static let threads = Term(
    word: Text(en: "threads", vi: "luồng"),
    meaning: Text(en: "how many cores compute at once", vi: "số lõi cùng tính một lúc")
  )
  static let heldOut = Term(
    word: Text(en: "held out", vi: "tập kiểm tra"),
    meaning: Text(
      en: "pictures that were kept from training, so that accuracy on them counts",
      vi: "các ảnh không dùng khi huấn luyện, nên độ chính xác trên đó mới có nghĩa"
    )
  )
  static let opaque = Term(
    word: Text(en: "opaque", vi: "không rõ"),
    meaning: Text(
      en: "a tensor or block that is kept as it is, because nothing is known of it",
      vi: "tensor hoặc khối được giữ nguyên vì không biết gì về nó"
    )
  )
  static let assumed = Term(
    word: Text(en: "assumed", vi: "giả định"),
    meaning: Text(
      en: "a value that the file does not say, and that the result depends on",
      vi: "một giá trị mà tệp không nói và kết quả phụ thuộc vào"
    )
  )
  static let winograd = Term(
    word: Text(en: "Winograd's algorithm", vi: "thuật toán Winograd"),
    meaning: Text(
      en:
        "a convolution with fewer products: additions before and behind them share what windows overlap in",
      vi:
        "tích chập với ít phép nhân hơn: các phép cộng trước và sau dùng chung phần mà các cửa sổ chồng lên nhau"
    )
  )
  static let tile = Term(
    word: Text(en: "tile, F(m,3)", vi: "ô tile, F(m,3)"),
    meaning: Text(
      en:
        "m x m neighbouring outputs of a 3x3, which are computed together by (m+2)x(m+2) products",
      vi: "m x m đầu ra kề nhau của một 3x3, được tính chung bằng (m+2)x(m+2) phép nhân"
    )
  )
  static let polyphase = Term(
    word: Text(en: "polyphase, P2 and P4", vi: "polyphase, P2 và P4"),
    meaning: Text(
      en:
        "with stride 2: tiles for the odd samples, while each even one meets the middle tap alone",
      vi: "với stride 2: ô tile cho các mẫu lẻ, còn mỗi mẫu chẵn chỉ gặp ô giữa"
    )
  )
}
