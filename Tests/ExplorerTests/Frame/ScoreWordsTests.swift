import RepCore
import Testing
import Words

@testable import Explorer

@Suite("Words for how well a network does")
struct ScoreWordsTests {
  @Test("tell the count with its noise, and call only what labels say right")
  func words() {
    let tally = Tally(hits: 356, count: 360)
    #expect(Score.accuracy(tally).words.en == "356 of 360 right; up to 4 is noise")
    #expect(Score.accuracy(tally).words.vi == "356 trong 360 đúng; chênh lệch đến 4 là nhiễu")
    let agreement = Score.agreement(Tally(hits: 9_000, count: 10_000))
    let words = "9,000 of 10,000 in agreement with the whole network; up to 60 is noise"
    #expect(agreement.words.en == words)
    for text in [agreement.words, agreement.title] {
      #expect(!text.en.contains("right") && !text.en.contains("accura"), "\(text.en)")
      #expect(!text.vi.contains("đúng") && !text.vi.contains("chính xác"), "\(text.vi)")
    }
    #expect(Score.accuracy(tally).title.en == "right")
  }
}
