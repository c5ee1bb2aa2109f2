using System.Text.Json;
using IsoE.Office.Procedures;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;

namespace IsoE.Web.Pages.Citizen;

/// <summary>A paper that is handed in online, with the files that have come for it.</summary>
/// <param name="ComponentId">Null for files of no component.</param>
/// <param name="IsRequired">Null when only a person can tell.</param>
public sealed record WantedPaper(string? ComponentId, Text Name, Text? Condition, bool? IsRequired, IReadOnlyList<SentFile> Files)
{
    public bool IsThere => Files.Any(file => file.IsComplete);

    /// <summary>What this case asks for, in the order of the procedure; what the agency looks up is not asked for.</summary>
    public static IReadOnlyList<WantedPaper> Of(
        Procedure procedure, string caseId, JsonElement form, DateOnly today, IReadOnlyList<UploadRow> sent, Uploads uploads)
    {
        var answers = FormAnswers.OfDossier(caseId, form, today, Channel.Online);
        return
        [
            .. HandedIn(procedure).Select(component => Of(component, component.IsRequired(answers, Channel.Online), sent, uploads))
                .Where(paper => paper.IsRequired != false || paper.Files.Count > 0),
        ];
    }

    /// <summary>What may be supplied: any paper of the procedure, and others.</summary>
    public static IReadOnlyList<WantedPaper> ForSupplement(Procedure procedure, IReadOnlyList<UploadRow> sent, Uploads uploads) =>
    [
        .. HandedIn(procedure).Select(component => Of(component, null, sent, uploads)),
        new WantedPaper(null, new("Giấy tờ khác", "Other papers"), null, null, FilesOf(null, sent, uploads)),
    ];

    private static IEnumerable<DossierComponent> HandedIn(Procedure procedure) =>
        procedure.Components.Where(component => component.Act != ComponentAct.LookUp);

    private static WantedPaper Of(DossierComponent component, bool? isRequired, IReadOnlyList<UploadRow> sent, Uploads uploads) =>
        new(component.Id, component.Name, component.Condition, isRequired, FilesOf(component.Id, sent, uploads));

    private static IReadOnlyList<SentFile> FilesOf(string? component, IReadOnlyList<UploadRow> sent, Uploads uploads) =>
        [.. sent.Where(upload => upload.Component == component).Select(upload => new SentFile(upload, uploads.Offset(upload)))];
}

/// <param name="Arrived">Bytes that have come.</param>
public sealed record SentFile(UploadRow Upload, long Arrived)
{
    public bool IsComplete => Upload.Sha256 is not null;
}

/// <summary>The list of papers with a place to upload each, on the page that takes them.</summary>
/// <param name="Page">The page whose handlers <c>File</c>, <c>Remove</c> and <c>Papers</c> are called.</param>
public sealed record PaperList(IReadOnlyList<WantedPaper> Papers, string Page, string Agency, string Id)
{
    /// <summary>Name under which an error of a paper stands.</summary>
    public static string NameOf(string? component) => $"Papers[{component}]";
}
