using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>Why a file cannot be imported, and what the person can do about it.</summary>
internal static class WordRejections
{
    public static RejectedException Empty() => Of("word-empty",
        "Tệp rỗng. Hãy chọn lại tệp Word (.docx) của quy trình.",
        "The file is empty. Choose the procedure's Word file (.docx).");

    public static RejectedException NotWord() => Of("word-not-word",
        "Đây không phải tệp Word (.docx). Hãy chọn tệp quy trình được lưu ở dạng “Word Document (*.docx)”.",
        "This is no Word file (.docx). Choose the procedure saved as “Word Document (*.docx)”.");

    public static RejectedException OldWord() => Of("word-old-format",
        "Đây là tệp Word đời cũ (.doc). Hãy mở bằng Word, chọn Lưu thành (Save As) dạng “Word Document (*.docx)” rồi tải lên lại.",
        "This is a file of an old Word (.doc). Open it in Word, save it as “Word Document (*.docx)” and upload that.");

    public static RejectedException OtherFormat(string format) => Of("word-other-format",
        $"Đây là tệp {format}, không phải Word. Hãy mở bằng Word, lưu thành “Word Document (*.docx)” rồi tải lên lại.",
        $"This is a file in {format}, not Word. Open it in Word, save it as “Word Document (*.docx)” and upload that.");

    public static RejectedException Encrypted() => Of("word-encrypted",
        "Tệp được bảo vệ bằng mật khẩu nên không đọc được. Hãy mở bằng Word, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ tài liệu), lưu lại rồi tải lên.",
        "The file is protected by a password and cannot be read. Open it in Word, remove the password (File > Info > Protect Document), save it and upload it again.");

    public static RejectedException Macros() => Of("word-macros",
        "Tệp có chứa macro (.docm) nên không được nhận. Hãy lưu thành “Word Document (*.docx)”, là dạng không có macro, rồi tải lên lại.",
        "The file contains macros (.docm) and is not accepted. Save it as “Word Document (*.docx)”, which has none, and upload that.");

    public static RejectedException TooLarge(int megabytes) => Of("word-too-large",
        $"Tệp lớn hơn {megabytes} MB. Hãy bỏ bớt ảnh chụp trong tệp, hoặc chỉ giữ các mục của quy trình, rồi tải lên lại.",
        $"The file is larger than {megabytes} MB. Take out pictures, or keep only the procedure's own sections, and upload it again.");

    public static RejectedException TooMuch() => Of("word-too-much",
        "Nội dung tệp sau khi giải nén lớn hoặc lồng nhau quá mức của một tài liệu Word bình thường, nên tệp không được nhận. Hãy chép nội dung quy trình sang một tệp Word mới rồi tải lên.",
        "Unpacked, the file is larger or nested deeper than any ordinary Word document, so it is not accepted. Copy the procedure into a new Word file and upload that.");

    public static RejectedException Damaged(string detail) => Of("word-damaged",
        $"Tệp Word bị hỏng, không đọc được. Hãy mở bằng Word, để Word sửa rồi lưu lại và tải lên. Chi tiết: {detail}",
        $"The Word file is damaged and cannot be read. Open it in Word, let Word repair it, save it and upload it again. Detail: {detail}");

    public static RejectedException NoSteps(int tables) => Of("word-no-steps",
        tables == 0
            ? "Tệp Word không có bảng nào nên không có bảng các bước. Cần một bảng có các cột như TT, Trình tự, Trách nhiệm, Thời gian, Biểu mẫu/Kết quả."
            : $"Trong {tables} bảng của tệp Word không có bảng các bước. Cần một bảng có các cột như TT, Trình tự, Trách nhiệm, Thời gian, Biểu mẫu/Kết quả.",
        tables == 0
            ? "The Word file has no table, so it has no table of steps. It needs one with columns such as TT, Trình tự, Trách nhiệm, Thời gian, Biểu mẫu/Kết quả."
            : $"None of the {tables} tables of the Word file is a table of steps. It needs one with columns such as TT, Trình tự, Trách nhiệm, Thời gian, Biểu mẫu/Kết quả.");

    private static RejectedException Of(string code, string vi, string en) => new(code, new Text(vi, en)) { Field = "file" };
}
