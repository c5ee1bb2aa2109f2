using IsoE.Office.Procedures;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Library;

/// <summary>Two versions of a procedure side by side: what was changed, in words.</summary>
public sealed class CompareModel(ProcedureLibrary library) : Screen
{
    public string Code { get; private set; } = "";
    public ProcedureVersion From { get; private set; } = null!;
    public ProcedureVersion To { get; private set; } = null!;

    /// <summary>All versions of the procedure, the newest first.</summary>
    public IReadOnlyList<ProcedureVersion> Versions { get; private set; } = [];

    public RedlineView Redline { get; private set; } = null!;

    /// <param name="from">The older version; without it the one before <paramref name="to"/>.</param>
    /// <param name="to">The newer version; without it the newest.</param>
    public IActionResult OnGet(string code, int? from, int? to)
    {
        Versions = [.. library.All.Where(version => version.Code == code)];
        var newer = to is null ? (Versions is [var newest, ..] ? newest : null) : Versions.FirstOrDefault(version => version.Version == to);
        if (newer is null) return NotFound();
        var older = Versions.FirstOrDefault(version => from is null ? version.Version < newer.Version : version.Version == from);
        (Code, To, From) = (code, newer, older ?? newer);
        Redline = new RedlineView(NameOf(From), NameOf(To), Office.Procedures.Redlines.Redline.Between(From.Content, To.Content));
        return Page();
    }

    private static Text NameOf(ProcedureVersion version) => new($"Phiên bản {version.Version}", $"Version {version.Version}");
}
