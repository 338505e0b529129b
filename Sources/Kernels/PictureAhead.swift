internal import CPlatform

#if KERNELS_V4
  /// The rows of a picture that the next unit of a stem reads first of all, asked for at an even pace.
  ///
  /// A picture comes from memory, and a row of it is over before the hardware sees that it is one.
  struct PictureAhead {
    /// The first of these rows in the next channel to ask for.
    private var start: UnsafePointer<Float>
    private var channels: Int
    /// Lines of 64 bytes of these rows in one channel, and how many of them were asked for.
    private let lines: Int
    private var line = 0
    /// Floats of a channel.
    private let plane: Int
    /// Lines to ask for each time.
    private let pace: Int

    /// The four rows of each channel behind those that the output rows `row` and `row + 1` read, in `times`
    /// portions.
    @inline(__always)
    init(_ task: UnsafePointer<cp_stem>, _ picture: Int, _ row: Int, times: Int) {
      let (height, width) = (task.pointee.source_height, task.pointee.source_width)
      let first = smaller(2 &* row &+ 4, height)
      channels = task.pointee.channels
      plane = height &* width
      let place = picture &* task.pointee.source_channels
      start = task.pointee.source + (place &* plane &+ first &* width)
      lines = smaller(4, height &- first) &* width / 16
      pace = lines &* channels / times &+ 1
    }

    @inline(__always)
    mutating func ask() {
      for _ in 0..<pace where channels > 0 {
        cp_prefetch_far(start + line &* 16)
        line &+= 1
        if line >= lines {
          line = 0
          start += plane
          channels &-= 1
        }
      }
    }
  }
#endif
