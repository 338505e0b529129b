import Testing

@testable import RepCore

@Suite("What the sample does without some of its branches")
struct LesionTrialTests {
  /// Counted in double by a program in numpy that sums the branches which are left.
  ///
  /// On the 360 held-out digits; norms anew over the first 256 training digits, block after block. No two largest
  /// logits of a picture are closer than 2e-4.
  private static let branches: [(stage: Int, block: Int, role: BranchRole, cut: Int, anew: Int)] = [
    (0, 0, .dense, 173, 304), (0, 0, .pointwise, 53, 207),
    (1, 0, .dense, 110, 330), (1, 0, .pointwise, 190, 347),
    (1, 1, .dense, 313, 356), (1, 1, .pointwise, 356, 355), (1, 1, .identity, 348, 356),
    (2, 0, .dense, 68, 352), (2, 0, .pointwise, 337, 357),
    (2, 1, .dense, 329, 355), (2, 1, .pointwise, 355, 356), (2, 1, .identity, 357, 357),
    (2, 2, .dense, 356, 357), (2, 2, .pointwise, 355, 356), (2, 2, .identity, 356, 356),
    (3, 0, .dense, 357, 357), (3, 0, .pointwise, 356, 356),
  ]

  private struct Sample {
    let network: Network
    let pictures: TrialPictures
    let measured: TrialPictures

    init() throws {
      let digits = try Samples.digits()
      network = try Samples.network()
      pictures = try #require(TrialPictures(for: network, in: digits))
      measured = try #require(TrialPictures.trained(for: network, in: digits))
    }

    func right(without lesion: Lesion, anew: Bool) throws -> LesionTrial {
      try LesionTrial(
        of: lesion,
        in: network,
        measuringNormsOn: anew ? measured : nil,
        on: pictures,
        threads: 1
      )
    }
  }

  @Test("is what another program counted, for every branch, as cut and with norms measured anew")
  func everyBranch() throws {
    let sample = try Sample()
    let cuts = LesionTrialTests.branches.map {
      Lesion.Cut(BlockPath(stage: $0.stage, block: $0.block), BranchID($0.role))
    }
    #expect(cuts == sample.network.architecture.cuts)
    for (cut, wanted) in zip(cuts, LesionTrialTests.branches) {
      for (anew, right) in [(false, wanted.cut), (true, wanted.anew)] {
        let found = try sample.right(without: Lesion(cutting: [cut]), anew: anew)
        #expect(
          found.score == .accuracy(Tally(hits: right, count: 360)),
          "\(cut.block) \(cut.branch), norms anew: \(anew)"
        )
        #expect((2...10).contains(found.classes))
      }
    }
  }

  @Test("is what another program counted, without a whole block and without all branches of a kind")
  func more() throws {
    let sample = try Sample()
    let cuts = sample.network.architecture.cuts
    func all(_ role: BranchRole) -> Lesion {
      Lesion(cutting: Set(cuts.filter { $0.branch.role == role }))
    }
    func skipping(_ stage: Int, _ block: Int) -> Lesion {
      Lesion(skipping: [BlockPath(stage: stage, block: block)])
    }
    let ofOneBlock = Lesion(
      cutting: Set(cuts.filter { $0.block == BlockPath(stage: 2, block: 0) })
    )
    let two = Lesion(
      cutting: [
        Lesion.Cut(BlockPath(stage: 2, block: 0), BranchID(.dense)),
        Lesion.Cut(BlockPath(stage: 1, block: 1), BranchID(.identity)),
      ]
    )
    for (name, lesion, cut, anew) in [
      ("whole", Lesion(), 356, 356),
      ("stage1.1 skipped", skipping(1, 1), 179, 345),
      ("stage2.1 skipped", skipping(2, 1), 283, 356),
      ("stage2.2 skipped", skipping(2, 2), 349, 352),
      ("all 1x1", all(.pointwise), 35, 82), ("all identity", all(.identity), 250, 355),
      ("all 3x3", all(.dense), 35, 39), ("two", two, 36, 344),
      ("all of stage2.0", ofOneBlock, 35, 35),
    ] {
      let found = try (
        sample.right(without: lesion, anew: false), sample.right(without: lesion, anew: true)
      )
      #expect(found.0.score.tally.hits == cut, "\(name), as cut")
      #expect(found.1.score.tally.hits == anew, "\(name), norms anew")
      #expect((found.0.classes == 1) == (cut == 35), "\(name): \(found.0.classes) classes")
    }
  }

  @Test("is compared with the whole network where nobody says which class is right")
  func agreement() throws {
    let digits = try Samples.digits()
    let unlabelled = Dataset(
      name: digits.name,
      values: digits.values,
      labels: nil,
      isHeldOut: digits.isHeldOut
    )
    let network = try Samples.network()
    let pictures = try #require(TrialPictures(for: network, in: unlabelled))
    let whole = try pictures.classes(of: network, 1) { false }
    func trial(_ lesion: Lesion) throws -> LesionTrial {
      try LesionTrial(of: lesion, in: network, on: pictures, threads: 1)
    }
    #expect(try trial(Lesion()).score == .agreement(Tally(hits: 360, count: 360)))
    let cut = Lesion.Cut(BlockPath(stage: 2, block: 0), BranchID(.dense))
    let changed = try pictures.classes(of: network.with(Lesion(cutting: [cut])), 1) { false }
    let same = zip(changed.classes, whole.classes).filter { $0 == $1 }.count
    #expect(try trial(Lesion(cutting: [cut])).score == .agreement(Tally(hits: same, count: 360)))
    #expect(same < 100)
  }

  @Test("ends where nobody waits for it, and tells how far it is")
  func cancelling() throws {
    let sample = try Sample()
    for anew in [false, true] {
      #expect(throws: (any Error).self, "norms anew: \(anew)") {
        try LesionTrial(
          of: Lesion(),
          in: sample.network,
          measuringNormsOn: anew ? sample.measured : nil,
          on: sample.pictures,
          threads: 1,
          isCancelled: { true }
        )
      }
    }
    var told: [Int] = []
    _ = try LesionTrial(
      of: Lesion(),
      in: sample.network,
      measuringNormsOn: sample.measured,
      on: sample.pictures,
      threads: 1,
      progress: { done, total in told.append(done * 100 + total) }
    )
    #expect(told == (1...7).map { $0 * 100 + 7 })
  }

  @Test(
    "measures norms on pictures that were trained on, and on none where nobody says which those are"
  )
  func trained() throws {
    let (digits, network) = (try Samples.digits(), try Samples.network())
    let measured = try #require(TrialPictures.trained(for: network, in: digits))
    #expect(measured.places == Array(digits.places(in: .training).prefix(256)))
    #expect(TrialPictures.trained(for: network, in: digits.withoutSplit) == nil)
    let other = Network(random: Architecture(.small()), seed: 1)
    #expect(TrialPictures.trained(for: other, in: digits) == nil)
    // A large network is measured on fewer, but never on none.
    let few = TrialPictures.trained(for: network, in: digits, within: 9_000_000)
    #expect(few?.places.count == 3)
    #expect(TrialPictures.trained(for: network, in: digits, within: 1)?.places.count == 1)
  }
}
