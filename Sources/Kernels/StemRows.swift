internal import CPlatform

#if KERNELS_V4
  /// Writes what the output rows `row` and `row + 1` need of a picture, five rows for each channel: of its odd
  /// rows a, b and c the sum a + b and the differences b - a and c - a, and the two even rows between them,
  /// with zeros left and right.
  @inline(__always)
  func makeRows(_ task: UnsafePointer<cp_stem>, _ picture: Int, _ row: Int, _ memory: Row) {
    let (channels, pitch) = (task.pointee.channels, task.pointee.pitch)
    let (height, width) = (task.pointee.source_height, task.pointee.source_width)
    let zeros = UnsafePointer(memory + channels &* Int(CP_STEM_ROWS) &* pitch)
    clear(memory + channels &* Int(CP_STEM_ROWS) &* pitch, width)
    for channel in 0..<channels {
      let place = picture &* task.pointee.source_channels &+ channel
      let plane = task.pointee.source + place &* height &* width
      @inline(__always)
      func source(_ offset: Int) -> UnsafePointer<Float> {
        let line = 2 &* row &+ offset
        return line >= 0 && line < height ? plane + line &* width : zeros
      }
      let (a, b, c) = (source(-1), source(1), source(3))
      let (even, next) = (source(0), source(2))
      let target = memory + channel &* Int(CP_STEM_ROWS) &* pitch
      for line in 0..<Int(CP_STEM_ROWS) {
        target[line &* pitch] = 0
        clear(target + (line &* pitch &+ width &+ 1), pitch &- width &- 1)
      }
      let inner = target + 1
      var column = 0
      while column &+ 16 <= width {
        let (left, right) = (pixels(a + column), pixels(b + column))
        let place = inner + column
        store(left + right, place)
        store(right - left, place + pitch)
        store(pixels(c + column) - left, place + 2 &* pitch)
        store(pixels(even + column), place + 3 &* pitch)
        store(pixels(next + column), place + 4 &* pitch)
        column &+= 16
      }
      while column < width {
        let place = inner + column
        place[0] = a[column] + b[column]
        place[pitch] = b[column] - a[column]
        place[2 &* pitch] = c[column] - a[column]
        place[3 &* pitch] = even[column]
        place[4 &* pitch] = next[column]
        column &+= 1
      }
    }
  }

  /// Sixteen pixels of a picture, whose rows start anywhere.
  @inline(__always)
  private func pixels(_ pointer: UnsafePointer<Float>) -> Lanes {
    UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
  }
#endif
