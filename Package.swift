// swift-tools-version: 6.2
import PackageDescription

// MARK: - Settings, spelled once

/// Every target: Swift 6 mode, explicit existentials and imports, a warning is an error.
let common: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Every target but the kernels also marks each unsafe expression.
let strict: [SwiftSetting] = common + [.strictMemorySafety()]

let libm: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

/// For the rooms whose innermost loops all tests go through: a debug build optimises them, too.
///
/// The oracles, the packing of weights and the drawing of cells take twice as long in all without it.
let tested = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The kernel source, compiled once per instruction set.
///
/// `flags` go to code generation of Swift itself. Debug builds optimise the kernels too, and as a whole,
/// so that tests run at full speed.
func kernels(_ name: String, define: String, march: String?) -> Target {
  var flags: [String] = []
  if let march { flags += ["-Xcc", "-march=\(march)"] }
  return .target(
    name: name,
    dependencies: ["CPlatform"],
    swiftSettings: common + [
      .define(define),
      .unsafeFlags(flags + ["-Ounchecked"], .when(configuration: .release)),
      .unsafeFlags(flags + ["-O", "-wmo", "-num-threads", "2"], .when(configuration: .debug)),
    ]
  )
}

// MARK: - Kernels

#if arch(x86_64)
  let kernelTargets: [Target] = [
    kernels("Kernels", define: "KERNELS_PORTABLE", march: nil),
    kernels("KernelsV3", define: "KERNELS_V3", march: "x86-64-v3"),
    kernels("KernelsV4", define: "KERNELS_V4", march: "x86-64-v4"),
  ]
#else
  let kernelTargets: [Target] = [
    kernels("Kernels", define: "KERNELS_PORTABLE", march: nil)
  ]
#endif

let kernelDependencies = kernelTargets.map { Target.Dependency.target(name: $0.name) }

// MARK: - Package

let package = Package(
  name: "repvgg-tui",
  products: [
    .executable(name: "repvgg-tui", targets: ["repvgg-tui"]),
    .library(name: "RepCore", targets: ["RepCore"]),
  ],
  targets: kernelTargets + [
    // MARK: C, as little as possible
    .target(name: "CPlatform"),
    // `#embed` came with C23; clang knows it in every mode and only warns.
    .target(name: "CSample", cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
    .target(
      name: "CGlyphs",
      exclude: ["glyphs.bin", "LICENSE.txt"],
      cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]
    ),
    .target(
      name: "CNcurses",
      dependencies: ["CPlatform"],
      cSettings: [.define("NCURSES_WIDECHAR", to: "1"), .define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    .target(
      name: "CPicture",
      linkerSettings: [.linkedLibrary("png"), .linkedLibrary("jpeg")]
    ),

    // The program's last words when there is no memory; no library decides that for others.
    .target(name: "CMemory", dependencies: ["CPlatform", "CNcurses"]),

    // MARK: Text, for every room
    .target(name: "Words", swiftSettings: strict),

    // MARK: The networks: folding and the engine
    .target(
      name: "RepCore",
      dependencies: ["CPlatform", "Words"] + kernelDependencies,
      swiftSettings: tested,
      linkerSettings: libm
    ),
    // Apart from RepCore, so that who only takes the engine needs no picture libraries.
    .target(name: "Pictures", dependencies: ["RepCore", "CPicture"], swiftSettings: strict),

    // MARK: The screen
    .target(
      name: "Canvas",
      dependencies: ["CGlyphs", "Words"],
      swiftSettings: tested,
      linkerSettings: libm
    ),
    .target(
      name: "CursesTerminal",
      dependencies: ["Canvas", "CNcurses", "Words"],
      swiftSettings: strict
    ),
    .target(name: "Explorer", dependencies: ["Canvas", "RepCore", "Words"], swiftSettings: strict),

    // MARK: The program
    .executableTarget(
      name: "repvgg-tui",
      dependencies: [
        "Explorer", "RepCore", "Canvas", "CursesTerminal", "CSample", "CMemory", "Pictures",
        "Words",
      ],
      swiftSettings: strict
    ),

    // MARK: Tests
    .testTarget(
      name: "RepCoreTests",
      dependencies: ["RepCore", "CPlatform", "Words"],
      resources: [.copy("Fixtures")],
      swiftSettings: common
    ),
    .testTarget(
      name: "PicturesTests",
      dependencies: ["Pictures", "RepCore", "Words"],
      resources: [.copy("Fixtures")],
      swiftSettings: common
    ),
    .testTarget(name: "WordsTests", dependencies: ["Words"], swiftSettings: common),
    .testTarget(name: "CanvasTests", dependencies: ["Canvas"], swiftSettings: common),
    .testTarget(
      name: "CursesTerminalTests",
      dependencies: ["CursesTerminal", "Canvas"],
      swiftSettings: common
    ),
    .testTarget(
      name: "ExplorerTests",
      dependencies: ["Explorer", "Canvas", "RepCore", "Words"],
      resources: [.copy("Snapshots")],
      swiftSettings: common
    ),
  ]
)
