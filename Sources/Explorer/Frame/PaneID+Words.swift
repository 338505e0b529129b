internal import Words

extension PaneID {
  /// What a sentence calls the pane; commands call it by its name in every language.
  var words: Text {
    guard let vietnamese = PaneID.vietnamese[rawValue] else { return Text(name: rawValue) }
    return Text(en: rawValue, vi: vietnamese)
  }

  private static let vietnamese = [
    "tree": "cây", "details": "chi tiết", "diagram": "sơ đồ", "numbers": "các con số",
    "equation": "phương trình", "layer": "lớp", "times": "thời gian", "totals": "tổng cộng",
    "input": "đầu vào", "steps": "các bước", "latency": "độ trễ", "memory": "bộ nhớ",
    "account": "thông tin tệp", "tensors": "các tensor",
  ]
}
