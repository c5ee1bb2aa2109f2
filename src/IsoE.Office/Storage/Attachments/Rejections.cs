using IsoE.Workflows;

namespace IsoE.Office.Storage.Attachments;

/// <summary>Why a file is not accepted.</summary>
internal static class Rejections
{
    public static RejectedException FileEmpty() => new("file-empty", new Text(
        "Tệp không có nội dung. Hãy chọn tệp khác.",
        "The file is empty. Choose another file."));

    public static RejectedException FileTooLarge(long limit) => new("file-too-large", new Text(
        $"Tệp vượt quá dung lượng cho phép ({Megabytes(limit)} MB). Hãy giảm dung lượng hoặc tách thành nhiều tệp.",
        $"The file is larger than the {Megabytes(limit)} MB allowed. Reduce it or split it into several files."));

    public static RejectedException FileType(string name) => new("file-type", new Text(
        $"Tệp “{Path.GetFileName(name)}” không thuộc loại được chấp nhận, hoặc nội dung không khớp với phần mở rộng. Các loại được chấp nhận: {Attachments.FileType.Accepted}.",
        $"The file “{Path.GetFileName(name)}” is not of an accepted type, or its content does not match its extension. Accepted: {Attachments.FileType.Accepted}."));

    private static string Megabytes(long bytes) => (bytes / 1024d / 1024d).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
