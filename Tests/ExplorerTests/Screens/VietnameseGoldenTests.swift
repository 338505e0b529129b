import Foundation
import RepCore
import Testing

@testable import Explorer

@Suite("Screens in Vietnamese")
struct VietnameseGoldenTests {
  /// What stays as it is: names of files, blocks, steps and kernels, units, keys, and terms of the field.
  private static let kept: Set<String> = [
    // names
    "repvgg", "tui", "small", "rvg", "last", "detector", "deploy", "safetensors", "official",
    "backbone",
    "layer", "head", "neck", "cls", "reduce", "conv", "weight", "bias", "model", "ema", "module",
    "rbr",
    "dense", "running", "var", "mean", "num", "batches", "tracked", "seed",
    // steps and algorithms
    "input", "norm", "add", "relu", "pool", "linear", "direct", "planar", "grouped", "masked",
    "stream",
    "gemv", "winograd", "identity",
    // units and figures
    "us", "ms", "kib", "mib", "macs", "gmac", "eps", "min", "max", "train",
    // terms that the article keeps
    "stage", "kernel", "stride", "epsilon", "padding", "tensor", "float", "double", "inference",
    "engine",
    "enter", "esc", "str", "set", "name", "mac",
  ]

  /// Sentences of the rooms below, which are spelled there.
  private static let sentences: [String] =
    Fixture.unknownGraph.warnings.map(\.description)
    + Fixture.unknown.network.assumptions.map(\.sentence)
    + Fixture.damaged.normFaults.values.flatMap { $0.map(\.description) }

  private static func words(of text: String) -> Set<String> {
    Set(
      text.lowercased().split { !$0.isLetter }.map(String.init)
        .filter { $0.count > 2 && $0.allSatisfy(\.isASCII) }
    )
  }

  @Test(
    "hold no word of the English ones but names, units and terms",
    arguments: ["live-", "tree", "file-", "sets-", "separate-"]
  )
  func noEnglish(prefix: String) throws {
    let folder = try #require(Bundle.module.url(forResource: "Snapshots", withExtension: nil))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let kept = VietnameseGoldenTests.sentences.reduce(VietnameseGoldenTests.kept) {
      $0.union(VietnameseGoldenTests.words(of: $1))
    }
    var seen = 0
    for file in files where file.hasPrefix(prefix) && file.contains("-vi-") {
      let texts = try [file, file.replacingOccurrences(of: "-vi-", with: "-")].map {
        VietnameseGoldenTests.words(
          of: try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
        )
      }
      let left = texts[0].intersection(texts[1]).subtracting(kept)
      #expect(left.isEmpty, "\(file): \(left.sorted())")
      seen += 1
    }
    #expect(seen > 1, "no screens of \(prefix) in Vietnamese")
  }
}
