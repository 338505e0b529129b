internal import Canvas
internal import RepCore
internal import Words

// What every screen says of how well a network does, so that none calls agreement accuracy or forgets the noise.

extension Score {
  /// What is counted, for the head of a column.
  var title: Text {
    switch self {
    case .accuracy: Text(en: "right", vi: "đúng")
    case .agreement: Text(en: "agreement with the whole network", vi: "trùng với cả mạng")
    }
  }

  /// The count and its noise: `356 of 360 right; up to 4 is noise`.
  var words: Text {
    switch self {
    case .accuracy(let tally):
      tally.ratio + Text(en: " right", vi: " đúng") + tally.noiseWords
    case .agreement(let tally):
      tally.ratio
        + Text(en: " in agreement with the whole network", vi: " trùng với cả mạng")
        + tally.noiseWords
    }
  }
}

extension Tally {
  /// `356 of 360`.
  fileprivate var ratio: Text {
    let (hits, count) = (Numbers.grouped(hits), Numbers.grouped(count))
    return Text(en: "\(hits) of \(count)", vi: "\(hits) trong \(count)")
  }

  fileprivate var noiseWords: Text {
    let noise = Numbers.grouped(noise)
    return Text(en: "; up to \(noise) is noise", vi: "; chênh lệch đến \(noise) là nhiễu")
  }
}
