internal import Pictures
internal import RepCore
internal import Words

/// A folder of picture files that networks are tried on.
struct PictureFolder: Sendable {
  private let path: String

  /// The folder at `path`; nil where that is none.
  init?(_ path: String) {
    guard FolderListing.isFolder(path) else { return nil }
    self.path = path.hasSuffix("/") ? path : path + "/"
  }

  /// More files are refused rather than left out.
  private static let mostFiles = 10_000

  /// Every picture in the folder, in the natural order of the names, brought to the size of `shape` as `--input`
  /// does; files that are no pictures count for nothing.
  ///
  /// - Throws: `FormatError` for a picture that is damaged or that the network does not take, and for a folder
  ///   without any.
  func dataset(for shape: InputShape) throws(FormatError) -> Dataset {
    let entries = FolderListing(path, most: PictureFolder.mostFiles + 1).entries
    guard entries.count <= PictureFolder.mostFiles else {
      throw FormatError(
        .unsupported,
        en: "holds more than \(PictureFolder.mostFiles) files; write a safetensors file of them",
        vi: "có hơn \(PictureFolder.mostFiles) tệp; hãy ghi chúng thành một tệp safetensors",
        path: path
      )
    }
    var images: [Image] = []
    for entry in entries where !entry.isFolder {
      guard let image = try PictureFile.open(path + entry.name) else { continue }
      do {
        images.append(try shape.framed(image))
      } catch {
        throw FormatError(error.kind, error.message, path: path + entry.name)
      }
    }
    guard !images.isEmpty else {
      throw FormatError(
        .unsupported,
        en: "holds no PNG, JPEG, PPM or PGM pictures",
        vi: "không có ảnh PNG, JPEG, PPM hay PGM nào",
        path: path
      )
    }
    return Dataset(images, name: fileName(String(path.dropLast())) + "/")
  }
}
