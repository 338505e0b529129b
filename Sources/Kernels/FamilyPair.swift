internal import CPlatform

/// The families of tiles that the engine asks for: one for the rows and one for the columns.
///
/// A type of the kernels' own, so that a `switch` over it lacks none; see `kernels.h` for the numbers.
enum FamilyPair {
  case f2, f4, f6, p2, p4, f4f6, p4p2

  /// The families that the engine knows by the number `code`; another number ends the process.
  @inline(__always)
  init(_ code: Int) {
    switch Int32(truncatingIfNeeded: code) {
    case CP_WINOGRAD_F2: self = .f2
    case CP_WINOGRAD_F4: self = .f4
    case CP_WINOGRAD_F6: self = .f6
    case CP_WINOGRAD_P2: self = .p2
    case CP_WINOGRAD_P4: self = .p4
    case CP_WINOGRAD_F4_F6: self = .f4f6
    case CP_WINOGRAD_P4_P2: self = .p4p2
    // A failed precondition would be left out where kernels are compiled without checks.
    default: cp_trap()
    }
  }
}
