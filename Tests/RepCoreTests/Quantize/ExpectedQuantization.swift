import Foundation

@testable import RepCore

/// What `Fixtures/make_quantization.py` computed in double for a sample.
struct ExpectedQuantization: Decodable, Sendable {
  /// A form, and what shares one step of its kernels.
  struct Study: Decodable, Sendable {
    let right: Int
    let runs: [Run]
  }

  struct Run: Decodable, Sendable {
    let weights: Int
    let activations: Int
    let decibels: [Double]
    let right: Int
  }

  struct Ends: Decodable, Sendable {
    let least: Double
    let greatest: Double
    let deviation: Double
  }

  struct Norm: Decodable, Sendable {
    let scale: Ends
    let meanBefore: Ends
    let deviationBefore: Ends
    let meanBehind: Ends
    let deviationBehind: Ends
  }

  struct Distribution: Decodable, Sendable {
    let block: String
    let stored: [String: Ends]
    let storedCounts: [String: [Int]]
    let folded: Ends
    let foldedCounts: [Int]
    let foldedChannels: [Double]
    let ring: Ends
    let diagonal: Ends?
    let foldedBias: Ends
    let norms: [Norm]
  }

  let train: Study
  let trainPerChannel: Study
  let deploy: Study
  let deployPerChannel: Study
  let distributions: [Distribution]

  /// The expectations by the names of the samples.
  static func all() throws -> [String: ExpectedQuantization] {
    let data = try Data(contentsOf: URL(fileURLWithPath: try Fixture.path("quantization.json")))
    return try JSONDecoder().decode([String: ExpectedQuantization].self, from: data)
  }

  /// The expectation for a form.
  func study(_ form: Form, _ steps: WeightSteps) -> Study {
    switch (form, steps) {
    case (.train, .perTensor): train
    case (.train, .perChannel): trainPerChannel
    case (.deploy, .perTensor): deploy
    case (.deploy, .perChannel): deployPerChannel
    }
  }
}

extension QuantizedBits {
  /// Those that the fixture holds.
  static let expected = [(8, 8), (6, 6), (5, 5), (4, 8), (3, 8)].map {
    QuantizedBits(weights: $0, activations: $1)
  }
}
