using IsoE.Office.Organisation;
using IsoE.Office.Records;
using IsoE.Office.Records.Signing;
using IsoE.Web.Documents;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Signatures;

/// <summary>One paper that waits for the visitor: its bytes, and the signature over exactly these.</summary>
public sealed class PaperModel(WaitingPapers papers, SignPaper sign, NoteRead reads) : Screen
{
    /// <summary>Hash of the document that the page showed.</summary>
    [BindProperty]
    public string? ShownSha256 { get; set; }

    /// <summary>Of the key to sign with.</summary>
    [BindProperty]
    public string? SigningPassword { get; set; }

    /// <summary>Null when it has stopped waiting since the page was shown.</summary>
    public ShownPaper? Shown { get; private set; }

    public async Task<IActionResult> OnGet(string record, CancellationToken cancel)
    {
        NewCommand();
        await Load(record, cancel);
        return Shown is null ? NotFound() : Page();
    }

    /// <summary>The document as PDF: the bytes whose hash the page shows.</summary>
    public async Task<IActionResult> OnGetFile(string record, CancellationToken cancel)
    {
        await Load(record, cancel);
        return Shown is { } shown ? new PrintedDocument(shown.Pdf, $"{shown.Paper.Dossier.Code}-{shown.Paper.Record.Code}.pdf").Shown() : NotFound();
    }

    public Task<IActionResult> OnPostSign(string record, CancellationToken cancel)
    {
        Expect(string.IsNullOrEmpty(SigningPassword), nameof(SigningPassword), "Nhập mật khẩu hoặc mã PIN của chứng thư số.", "Enter the password or PIN of the certificate.");
        return Sign(record, SigningPassword, cancel);
    }

    public Task<IActionResult> OnPostByHand(string record, CancellationToken cancel)
    {
        ModelState.Clear();
        return Sign(record, null, cancel);
    }

    private Task<IActionResult> Sign(string record, string? password, CancellationToken cancel) => Attempt(
        async () =>
        {
            await sign.Run(Actor, new PaperSignature(record, ShownSha256 ?? "", password, CommandId), cancel);
            return RedirectToPage("/Signatures/Papers", new { signed = true });
        },
        () => Load(record, cancel),
        field => field == nameof(PaperSignature.Password) ? nameof(SigningPassword) : field);

    private async Task Load(string record, CancellationToken cancel)
    {
        Shown = await papers.Find(Actor, record, cancel);
        if (Shown is { } shown) await reads.Run(Actor, ReadKind.Dossier, shown.Paper.Dossier.InstanceId, cancel);
    }
}
