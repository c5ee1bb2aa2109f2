using IsoE.Office.Storage.Attachments.Screening;
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
        $"Tệp “{Shown(name)}” không thuộc loại được chấp nhận, hoặc nội dung không khớp với phần mở rộng. Các loại được chấp nhận: {Attachments.FileType.Accepted}.",
        $"The file “{Shown(name)}” is not of an accepted type, or its content does not match its extension. Accepted: {Attachments.FileType.Accepted}."));

    public static RejectedException HiddenProgram(string name, string hidden) => new("file-name", new Text(
        $"Tên tệp “{Shown(name)}” có phần mở rộng “.{hidden}” của chương trình ẩn bên trong. Nếu đây là giấy tờ, hãy đổi tên tệp rồi tải lại.",
        $"The file name “{Shown(name)}” hides the extension “.{hidden}” of a program. If it is a paper, rename the file and upload it again."));

    public static RejectedException FileActive(string name) => new("file-active", new Text(
        $"Tệp “{Shown(name)}” chứa mã lệnh hoặc lệnh mở chương trình nên không được nhận. Hãy in tệp ra PDF hoặc quét lại rồi tải lên.",
        $"The file “{Shown(name)}” holds a script or starts a program and is not accepted. Print it to PDF or scan it again, then upload that."));

    public static RejectedException FileLocked(string name) => new("file-locked", new Text(
        $"Tệp “{Shown(name)}” có mật khẩu hoặc bị khóa nên cán bộ không mở được. Hãy bỏ mật khẩu rồi tải lại.",
        $"The file “{Shown(name)}” is locked or has a password, so that no officer can open it. Take the password away and upload it again."));

    public static RejectedException FileBomb(string name) => new("file-bomb", new Text(
        $"Tệp nén “{Shown(name)}” bung ra quá lớn hoặc chứa tệp nén khác. Hãy giải nén và tải từng tệp.",
        $"The packed file “{Shown(name)}” unpacks to too much or holds other packed files. Unpack it and upload the files one by one."));

    public static RejectedException FileUnreadable(string name) => new("file-unreadable", new Text(
        $"Không đọc được tệp “{Shown(name)}”: tệp bị hỏng hoặc chưa tải đủ. Hãy mở thử trên máy của mình, lưu lại rồi tải lên.",
        $"The file “{Shown(name)}” cannot be read: it is damaged or not complete. Try to open it yourself, save it again and upload it."));

    public static RejectedException PictureTooLarge(string name, int width, int height) => new("picture-too-large", new Text(
        $"Ảnh “{Shown(name)}” có kích thước {width} × {height} điểm ảnh, quá lớn. Hãy chụp hoặc quét lại ở mức thường (khoảng 300 dpi).",
        $"The picture “{Shown(name)}” has {width} × {height} pixels, which is too much. Photograph or scan it again at a usual resolution (about 300 dpi)."));

    public static RejectedException TooManyFiles(int most) => new("too-many-files", new Text(
        $"Mỗi hồ sơ trực tuyến đính kèm tối đa {most} tệp. Hãy ghép các trang vào một tệp PDF.",
        $"A submission holds {most} files at most. Put pages together into one PDF."));

    public static RejectedException UploadOffset(long arrived) => new("upload-offset", new Text(
        $"Đã nhận {arrived} byte của tệp; hãy gửi tiếp từ đó.", $"{arrived} bytes of the file have arrived; go on from there."));

    public static RejectedException UploadBusy() => new("upload-busy", new Text(
        "Tệp này đang được tải lên ở nơi khác. Hãy đợi một lát rồi thử lại.", "This file is being uploaded elsewhere. Wait a moment and try again."));

    private static string Shown(string name) => FileNames.Clean(name);

    private static string Megabytes(long bytes) => (bytes / 1024d / 1024d).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
