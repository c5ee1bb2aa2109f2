using IsoE.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IsoE.Web.Pages.Errors;

/// <summary>Says in words what an answer without a page of its own means, and what can be done now.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class StatusModel : PageModel
{
    public Text Heading { get; private set; } = Unknown.Heading;
    public Text Advice { get; private set; } = Unknown.Advice;

    private static (Text Heading, Text Advice) Unknown { get; } = (
        new("Không thực hiện được yêu cầu", "The request could not be served"),
        new("Xin quay lại trang trước và thử lại.", "Go back to the page before and try again."));

    private static readonly Dictionary<int, (Text Heading, Text Advice)> Words = new()
    {
        [400] = (
            new("Yêu cầu không đọc được", "The request could not be read"),
            new("Trang có thể đã mở quá lâu. Xin quay lại, tải lại trang rồi gửi lại; những gì đã nhập vẫn còn khi quay lại.",
                "The page may have been open too long. Go back, reload it and send again; what you typed is still there when you go back.")),
        [403] = (
            new("Không có quyền xem trang này", "You may not see this page"),
            new("Tài khoản đang dùng không có vai trò được phép làm việc này. Nếu cần, đề nghị quản trị hệ thống của cơ quan cấp vai trò.",
                "The account you use has no role that allows it. If you need it, ask the agency's administrator for the role.")),
        [404] = (
            new("Không tìm thấy trang", "The page was not found"),
            new("Địa chỉ có thể đã gõ sai hoặc hồ sơ, quy trình này không có ở cơ quan.",
                "The address may be mistyped, or there is no such dossier or procedure at this agency.")),
        [405] = (
            new("Không mở trang theo cách này", "The page cannot be opened this way"),
            new("Xin mở lại trang từ trang chính.", "Open it again from the start page.")),
        [413] = (
            new("Tệp quá lớn", "The file is too large"),
            new("Xin chọn tệp nhỏ hơn rồi gửi lại.", "Choose a smaller file and send again.")),
        [429] = (
            new("Quá nhiều lần thử", "Too many attempts"),
            new("Xin chờ một phút rồi thử lại.", "Wait a minute and try again.")),
        [503] = (
            new("Hệ thống đang bận hoặc bảo trì", "The system is busy or under maintenance"),
            new("Xin thử lại sau ít phút.", "Try again in a few minutes.")),
    };

    public void OnGet(int code) => Choose(code);

    public void OnPost(int code) => Choose(code);

    private void Choose(int code) => (Heading, Advice) = Words.GetValueOrDefault(code, Unknown);
}
