using IsoE.Office.DocumentControl;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Editing;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using IsoE.Web.Pages.Library;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Authoring;

/// <summary>The life of a document: handing in, comments, signatures, issue, who has read it.</summary>
public sealed class ReviewModel(
    OpenDocument open, SubmitForReview submit, SignDocument sign, ReturnDocument back, PublishDocument publish, CommentDocument comments,
    DistributeDocument distribute, ReadingList readings, ProcedureLibrary library, OfficeDb db, TimeProvider clock) : DraftScreen(open)
{
    [BindProperty]
    public string? ChangeVi { get; set; }

    [BindProperty]
    public string? ChangeEn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? EffectiveFrom { get; set; }

    [BindProperty]
    public bool AsNewIssue { get; set; }

    [BindProperty]
    public string? Anchor { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Person { get; set; }

    public FlowTable? Table { get; private set; }

    /// <summary>The distribution list; empty until the version has come into force.</summary>
    public IReadOnlyList<ReadingRow> Readers { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public bool MayDistribute => Visitor.May(Right.PublishProcedure) && Published is not null;

    /// <summary>What this version changes against the one before it; null for a new procedure, or while nothing is different.</summary>
    public RedlineView? Redline { get; private set; }

    public ProcedureVersion? Published => library.Find(Row.Code, Row.Version);

    public async Task OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        EffectiveFrom = Shown.Date(Shown.Day(clock.GetUtcNow()));
    }

    public Task<IActionResult> OnPostSubmit(CancellationToken cancel)
    {
        var revision = Revision;
        return Act(command => submit.Run(Actor, Id, revision, new Text(ChangeVi ?? "", ChangeEn ?? ""), command, cancel), cancel);
    }

    public Task<IActionResult> OnPostReview(CancellationToken cancel) => Act(command => sign.Review(Actor, Id, command, cancel), cancel);

    public Task<IActionResult> OnPostApprove(CancellationToken cancel) => Act(command => sign.Approve(Actor, Id, command, cancel), cancel);

    public Task<IActionResult> OnPostReturn(CancellationToken cancel) => Act(command => back.Return(Actor, Id, Reason ?? "", command, cancel), cancel);

    public Task<IActionResult> OnPostWithdraw(CancellationToken cancel) => Act(command => back.Withdraw(Actor, Id, Reason ?? "", command, cancel), cancel);

    public Task<IActionResult> OnPostPublish(CancellationToken cancel)
    {
        ExpectDate(EffectiveFrom, nameof(EffectiveFrom));
        return Act(command => publish.Run(Actor, Id, new Publication(command, Shown.ReadDate(EffectiveFrom) ?? default, AsNewIssue), cancel), cancel);
    }

    public Task<IActionResult> OnPostComment(CancellationToken cancel) =>
        Act(command => comments.Make(Actor, Id, Anchor ?? "", Text ?? "", command, cancel), cancel);

    public Task<IActionResult> OnPostResolve(string comment, CancellationToken cancel)
    {
        var answer = Request.Form[$"Answer[{comment}]"].ToString();
        return Act(command => comments.Resolve(Actor, Id, comment, answer, command, cancel), cancel);
    }

    public Task<IActionResult> OnPostDistribute(CancellationToken cancel) => Act(async command =>
    {
        await Load(cancel);
        await distribute.Run(Actor, Row.Code, Row.Version, [Person ?? ""], command, cancel);
    }, cancel);

    /// <summary>What a comment is about, in words.</summary>
    public string About(string anchor) => anchor.Length == 0 ? T["Toàn bộ", "The whole"]
        : Table?.Find(anchor) is not null ? T["Bước ", "Step "] + T[Table.NameOf(anchor)]
        : anchor.StartsWith("text:", StringComparison.Ordinal) ? T[TextSchema.Find(anchor[5..])?.Title ?? new Text(anchor[5..], anchor[5..])]
        : anchor;

    public IEnumerable<SelectListItem> Anchors() =>
    [
        new(T["toàn bộ tài liệu", "the whole document"], ""),
        .. (Table?.Rows ?? []).Where(row => row.Number is not null).Select(row => new SelectListItem(T["Bước ", "Step "] + T[Table!.NameOf(row.Id)], row.Id)),
        .. TextSchema.All.Select(group => new SelectListItem(T["Văn bản: ", "Text: "] + T[group.Title], $"text:{group.Key}")),
        .. TextSchema.Sections.Select(section => new SelectListItem(T["Mục: ", "Section: "] + section.Title, $"text:{section.Title}")),
    ];

    protected override async Task Load(CancellationToken cancel)
    {
        var command = CommandId;
        await base.Load(cancel);
        Table = Flow is null ? null : FlowTable.Of(Flow);
        Redline = Compared();
        if (Published is not null) Readers = await readings.Of(Actor, Row.Code, Row.Version, cancel);
        if (!MayDistribute) return;
        var listed = Readers.Select(row => row.PersonId).ToHashSet(StringComparer.Ordinal);
        var people = await db.Set<Person>().AsNoTracking().OrderBy(person => person.FullName).ToListAsync(cancel);
        People = [.. people.Where(person => !listed.Contains(person.Id)).Select(person => new SelectListItem(person.FullName, person.Id))];
    }

    private RedlineView? Compared()
    {
        if (library.All.FirstOrDefault(version => version.Code == Row.Code && version.Version < Row.Version) is not { } before) return null;
        var redline = Office.Procedures.Redlines.Redline.Between(before.Content, View.Content);
        return redline.Changes.Count == 0 ? null : new RedlineView(NameOf(before.Version), NameOf(Row.Version), redline);
    }

    private static Text NameOf(int version) => new($"Phiên bản {version}", $"Version {version}");

    private Task<IActionResult> Act(Func<string, Task> act, CancellationToken cancel)
    {
        var command = CommandId;
        return Act(Id, () => act(command), () => Load(cancel), field => field switch { "Change" => nameof(ChangeVi), _ => field });
    }
}
