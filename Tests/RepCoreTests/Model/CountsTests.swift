import RepCore
import Testing

@Suite("Parameters and multiply-adds")
struct CountsTests {
  /// The exact counts of the reference notes, computed there from the official code's shapes.
  static let published: [(Variant, train: Int, deploy: Int)] = [
    (.a0, 9_108_968, 8_309_384),
    (.a1, 14_092_264, 12_789_864),
    (.a2, 28_210_600, 25_499_944),
    (.b0, 15_817_960, 14_339_048),
    (.b1, 57_415_016, 51_829_480),
    (.b1g2, 45_782_376, 41_360_104),
    (.b1g4, 39_966_056, 36_125_416),
    (.b2, 89_022_376, 80_315_112),
    (.b2g2, 70_846_376, 63_956_712),
    (.b2g4, 61_758_376, 55_777_512),
    (.b3, 123_085_288, 110_960_872),
    (.b3g2, 96_911_848, 87_404_776),
    (.b3g4, 83_825_128, 75_626_728),
    (.d2se, 133_334_836, 120_387_572),
    (.l2pse, 140_099_224, 127_151_960),
  ]

  @Test("every variant has its published parameters in both forms")
  func parameters() {
    #expect(Self.published.count == Variant.allCases.count)
    for (variant, train, deploy) in Self.published {
      let network = Architecture(variant: variant)
      #expect(network.parameters == train, "\(variant.rawValue), training form")
      #expect(network.deployed.parameters == deploy, "\(variant.rawValue), deploy form")
    }
  }

  /// What timm 1.0.31 counts of its own modules, folded by itself for the deploy form.
  static let mobileOne: [(MobileOneVariant, train: Int, deploy: Int)] = [
    (.s0, 5_293_272, 2_078_504),
    (.s1, 4_825_192, 4_764_840),
    (.s2, 7_884_648, 7_808_168),
    (.s3, 10_170_600, 10_078_312),
    (.s4, 14_951_248, 14_838_352),
  ]

  @Test("every MobileOne has timm's parameters in both forms")
  func mobileOneParameters() {
    #expect(Self.mobileOne.count == MobileOneVariant.allCases.count)
    for (variant, train, deploy) in Self.mobileOne {
      let network = Architecture(mobileOne: variant)
      #expect(network.parameters == train, "\(variant.rawValue), training form")
      #expect(network.deployed.parameters == deploy, "\(variant.rawValue), deploy form")
    }
  }

  /// Billions of multiply-adds at 224x224, to the printed digit.
  static let billions: [(Variant, train: String, deploy: String)] = [
    (.a0, "1.513", "1.361"),
    (.a1, "2.626", "2.364"),
    (.a2, "5.685", "5.117"),
    (.b0, "3.397", "3.058"),
    (.b1, "13.128", "11.815"),
    (.b1g2, "9.788", "8.810"),
    (.b1g4, "8.119", "7.307"),
    (.b2, "20.418", "18.377"),
    (.b2g2, "15.200", "13.680"),
    (.b2g4, "12.591", "11.332"),
    (.b3, "29.121", "26.209"),
    (.b3g2, "21.606", "19.446"),
    (.b3g4, "17.849", "16.064"),
    (.d2se, "36.477", "32.830"),
    (.l2pse, "36.484", "32.836"),
  ]

  @Test("every variant has its published multiply-adds in both forms")
  func macs() {
    #expect(Self.billions.count == Variant.allCases.count)
    for (variant, train, deploy) in Self.billions {
      let network = Architecture(variant: variant)
      #expect(thousandths(network.macs()) == train, "\(variant.rawValue), training form")
      #expect(thousandths(network.deployed.macs()) == deploy, "\(variant.rawValue), deploy form")
    }
  }

  @Test("the counts that other tools publish agree to the last digit")
  func lastDigit() {
    let network = Architecture(variant: .a0).deployed
    // mmpretrain publishes 1 360 233 728 with 62 720 for the pooling, which is no multiply-add here,
    // and without the classifier.
    #expect(network.macs() - network.headMacs == 1_360_233_728 - 62_720)
  }

  @Test("multiply-adds follow the input size")
  func otherSizes() {
    for variant in [Variant.d2se, .l2pse] {
      let network = Architecture(variant: variant)
      let (train, deploy) = (network.macs(height: 320, width: 320), network.deployed)
      #expect(Double(train) / 1e9 > 74.435 && Double(train) / 1e9 < 74.445, "\(variant)")
      let printed = variant == .d2se ? 66.99 : 67.00
      #expect(
        abs(Double(deploy.macs(height: 320, width: 320)) / 1e9 - printed) < 0.006,
        "\(variant)"
      )
    }
  }

  @Test("identity branches stand where the paper says")
  func identities() {
    let expected: [(Variant, layers: Int, identities: Int)] = [
      (.a0, 22, 17), (.a2, 22, 17), (.b0, 28, 23), (.b3g4, 28, 23), (.d2se, 48, 43),
    ]
    for (variant, layers, identities) in expected {
      let blocks = Architecture(variant: variant).blocks
      let found = blocks.filter { $0.branches.contains { $0.role == .identity } }
      #expect(blocks.count == layers && found.count == identities, "\(variant.rawValue)")
    }
    #expect(Architecture(variant: .b1g4).blocks.filter { $0.groups == 4 }.count == 13)
  }

  @Test("a variant is found by any of its names")
  func names() {
    for name in ["RepVGG-A0", "repvgg_a0", "a0", "A0"] { #expect(Variant(named: name) == .a0) }
    #expect(Variant(named: "repvgg_b1g4") == .b1g4)
    #expect(Variant(named: "L2pse") == .l2pse)
    #expect(Variant(named: "vgg16") == nil)
  }

  private func thousandths(_ count: Int) -> String {
    let rounded = (count + 500_000) / 1_000_000
    let fraction = String(rounded % 1000)
    return "\(rounded / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
