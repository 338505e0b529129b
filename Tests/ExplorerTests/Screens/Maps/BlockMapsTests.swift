import Canvas
import Foundation
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("What a block makes of a picture")
struct BlockMapsTests {
  private let options = PlanOptions(threads: 1)

  private func input(_ document: Document) throws -> Tensor {
    let shape = document.stored.input
    let size = [1, document.network.inputChannels, shape.height, shape.width]
    return try .normalInput(shape: size, seed: FormRunner.seed)
  }

  /// The largest difference in parts of the largest wanted value.
  private func error(_ found: ChannelMaps, _ wanted: FeatureMap<Double>) -> Double {
    #expect(found.channels == wanted.channels)
    #expect(found.extent.width == wanted.width && found.extent.height == wanted.height)
    return Difference(of: found.all, from: wanted.values).maximumRelative
  }

  @Test("is what the oracle says, block by block, in both forms and branch by branch")
  func oracle() throws {
    for document in [Fixture.document, Fixture.mobileOne, Fixture.folded] {
      let input = try input(document)
      var map = FeatureMap<Double>(input)
      for block in document.network.blocks {
        let maps = try BlockMaps(of: block.path, in: document, on: input, options)
        let name = "\(document.title) \(block.path)"
        let wanted = Reference<Double>.run(block, input: map)
        #expect(error(maps.deploy, wanted) < 2e-5, "\(name)")
        #expect((maps.train == nil) == !document.hasTrainingForm, "\(name)")
        if let train = maps.train { #expect(error(train, wanted) < 2e-5, "\(name)") }
        for (id, found) in maps.branches {
          let branch = try #require(block.branches.first { $0.id == id })
          let wanted = Reference<Double>.run(branch, in: block.shape, input: map)
          #expect(error(found, wanted) < 2e-5, "\(name) \(id)")
        }
        let expected = document.hasTrainingForm ? block.branches.map(\.id) : []
        #expect(maps.branches.map(\.id) == expected, "\(name)")
        if let sum = maps.sum {
          #expect(error(sum, Reference<Double>.sum(block, input: map)) < 2e-5, "\(name)")
        }
        map = wanted
      }
    }
  }

  @Test("has the difference of the forms value by value, and its size in parts of the largest")
  func difference() throws {
    let document = Fixture.document
    let path = BlockPath(stage: 2, block: 1)
    let maps = try BlockMaps(of: path, in: document, on: input(document), options)
    let (train, difference) = (try #require(maps.train), try #require(maps.difference))
    var largest = (value: 0.0, difference: 0.0)
    for ((left, right), found) in zip(zip(train.all, maps.deploy.all), difference.all) {
      #expect(Float(found) == Float(left) - Float(right))
      largest = (max(largest.value, abs(left)), max(largest.difference, abs(left - right)))
    }
    let error = try #require(maps.error)
    #expect(error == largest.difference / largest.value)
    #expect(error > 0 && error < 1e-5, "\(error)")
  }

  @Test("ranks channels by their mean magnitude")
  func ranking() throws {
    let document = Fixture.document
    let path = BlockPath(stage: 1, block: 1)
    let maps = try BlockMaps(of: path, in: document, on: input(document), options).deploy
    let means = (0..<maps.channels).map { channel in
      let map = maps.map(of: channel)
      return map.reduce(0) { $0 + abs($1) } / Double(map.count)
    }
    #expect(maps.ranking.sorted() == Array(means.indices))
    #expect(zip(maps.ranking, maps.ranking.dropFirst()).allSatisfy { means[$0] >= means[$1] })
  }

  @Test("has the classes that the oracle's logits say")
  func probabilities() throws {
    let document = try Fixture.digits()
    let data = try #require(document.data)
    let place = data.places(in: .heldOut)[Fixture.placeOfFive]
    let input = data.input([place], for: document.network.input)
    let maps = try BlockMaps(of: BlockPath(stage: 3, block: 0), in: document, on: input, options)
    let logits = Reference<Double>.run(document.network, input: FeatureMap(input))[0]
    let weights = logits.map { exp($0) }
    for (form, found) in maps.probabilities {
      for (index, probability) in found.enumerated() {
        let wanted = weights[index] / weights.reduce(0, +)
        #expect(abs(probability - wanted) < 1e-5, "\(form) \(index)")
      }
    }
    #expect(maps.probabilities.keys.count == 2)
  }

  @Test("is 0, .4747, 1.3925 and 4.3656 in feature 66 of the digit 5")
  func five() throws {
    let document = try Fixture.digits()
    let data = try #require(document.data)
    let place = data.places(in: .heldOut)[Fixture.placeOfFive]
    #expect(data.labels?[place] == 5)
    for kernels in InstructionSet.available {
      let subject = MapsSubject(
        block: BlockPath(stage: 3, block: 0),
        picture: .data(place),
        threads: 1,
        kernels: kernels
      )
      let maps = try #require(try subject.find(in: document, JobContext()))
      let values = maps.deploy.map(of: 66).map { ($0 * 1e4).rounded() / 1e4 }
      #expect(values == [0, 0.4747, 1.3925, 4.3656], "\(kernels)")
      #expect(abs(ChannelFigures(maps.deploy, 66).mean - 1.5582) < 5e-5)
      let classes = maps.probabilities[.deploy] ?? []
      #expect(classes.firstIndex(of: classes.max() ?? 0) == 5)
    }
  }

  @Test("is refused with the reason where a block does not run")
  func refused() throws {
    var odd = Fixture.document.stored
    odd.stages[1].blocks[0].activation = .unsupported("GELU")
    let document = Document(Network(random: odd, seed: 1), title: "odd.rvg")
    let subject = MapsSubject(
      block: BlockPath(stage: 1, block: 0),
      picture: .seeded,
      threads: 1,
      kernels: nil
    )
    guard case .refused(let reason)? = AnyNeed(subject).find(in: document, JobContext()) else {
      Issue.record("it is not refused")
      return
    }
    #expect(reason.en.contains("GELU"), "\(reason.en)")
  }

  @Test("keeps the last maps only, and everything else")
  func bounded() {
    var answers = Answers()
    func need(_ place: Int) -> MapsSubject {
      MapsSubject(
        block: BlockPath(stage: 0, block: 0),
        picture: .data(place),
        threads: 1,
        kernels: nil
      )
    }
    answers.receive(.nothing, to: AnyNeed(TensorNeed("a")))
    for place in 0..<5 {
      answers.receive(.nothing, to: AnyNeed(need(place)))
      #expect(answers.isKnown(need(place)) && !answers.isKnown(need(place - 1)))
    }
    #expect(answers.isKnown(TensorNeed("a")))
  }
}
