using IsoE.Office.Organisation;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Signatures;

/// <summary>The certificate by which a person signs, and for the clerk that of the agency.</summary>
public sealed class IndexModel(OfficeDb db, RegisterSigningKey register, RemoveSigningKey remove, SignatureOptions options, TimeProvider clock) : Screen
{
    private const int LargestFile = 100 * 1024;

    [BindProperty]
    public bool IsSeal { get; set; }

    [BindProperty]
    public string? Token { get; set; }

    [BindProperty]
    public string? TokenKey { get; set; }

    [BindProperty]
    public IFormFile? KeyFile { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public IFormFile? Picture { get; set; }

    public IReadOnlyList<SigningKeyRow> Keys { get; private set; } = [];
    public DateTimeOffset Now { get; private set; }
    public bool MaySeal => Visitor.May(Right.SealResult);

    public IReadOnlyList<SelectListItem> Tokens =>
    [
        new SelectListItem(T["Tệp PKCS#12 (.p12, .pfx)", "PKCS#12 file (.p12, .pfx)"], ""),
        .. options.Tokens.Select(token => new SelectListItem(token.Label, token.Label)),
    ];

    public Task OnGet(CancellationToken cancel)
    {
        NewCommand();
        return Load(cancel);
    }

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var isFile = string.IsNullOrEmpty(Token);
        Expect(isFile && KeyFile is null, nameof(KeyFile), "Chọn tệp chứng thư số.", "Choose the certificate file.");
        Expect(KeyFile?.Length > LargestFile, nameof(KeyFile), "Tệp chứng thư số không quá 100 KB.", "A certificate file has 100 KB at most.");
        Expect(string.IsNullOrEmpty(Password), nameof(Password), "Nhập mật khẩu của tệp hoặc mã PIN của thiết bị.", "Enter the password of the file or the PIN of the token.");
        return Attempt(
            async () =>
            {
                var form = new SigningKeyForm(IsSeal, isFile ? await Bytes(KeyFile!, cancel) : null, isFile ? null : Token, Blank(TokenKey), Password!, Picture is null ? null : await Bytes(Picture, cancel));
                await register.Run(Actor, form, cancel);
                return RedirectToPage();
            },
            () => Load(cancel));
    }

    public Task<IActionResult> OnPostRemove(string id, CancellationToken cancel)
    {
        ModelState.Clear();
        return Attempt(
            async () =>
            {
                await remove.Run(Actor, id, cancel);
                return RedirectToPage();
            },
            () => Load(cancel));
    }

    private async Task Load(CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        var (person, maySeal) = (Actor.PersonId, MaySeal);
        Keys = await db.Set<SigningKeyRow>().AsNoTracking()
            .Where(key => key.RemovedAt == null && (key.PersonId == person || (maySeal && key.PersonId == null)))
            .OrderBy(key => key.PersonId == null).ToListAsync(cancel);
    }

    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }
}
