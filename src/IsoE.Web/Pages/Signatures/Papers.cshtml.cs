using IsoE.Office.Records.Signing;

namespace IsoE.Web.Pages.Signatures;

/// <summary>Papers that were issued and wait for the visitor to sign them, or to put the agency's signature on them.</summary>
public sealed class PapersModel(WaitingPapers papers) : Screen
{
    public IReadOnlyList<WaitingPaper> Papers { get; private set; } = [];

    /// <summary>The visitor has just signed one.</summary>
    public bool JustSigned { get; private set; }

    /// <param name="signed">The page follows a signature.</param>
    public async Task OnGet(bool signed, CancellationToken cancel)
    {
        JustSigned = signed;
        Papers = await papers.Of(Actor, dossierId: null, cancel);
    }
}
