using IsoE.Office.DocumentControl;
using IsoE.Office.Procedures.Editing;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Authoring;

/// <summary>The ISO text of a draft, part by part.</summary>
public sealed class WritingModel(OpenDocument open, EditDraft edit, TurnDraft turn, DraftRevisions revisions) : EditScreen(open, edit, turn, revisions)
{
    /// <summary>The part that is shown: a key of <see cref="TextSchema"/>, or <c>section:</c> and a title.</summary>
    [BindProperty(SupportsGet = true, Name = "part")]
    public string Shows { get; set; } = "general";

    /// <summary>The item of a list that is open.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Item { get; set; }

    /// <summary>The item of the list inside it that is open.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Sub { get; set; }

    /// <summary>Whether the form for a new item is shown: for the list, or for the list inside the open item.</summary>
    [BindProperty(SupportsGet = true)]
    public string? New { get; set; }

    public IFormCollection? Typed { get; private set; }

    /// <summary>The form as it was posted, for conditions that are not complete yet.</summary>
    public IFormCollection? Posted { get; private set; }

    public TextGroup? Group => TextSchema.Find(Shows);

    public string? Section => Shows.StartsWith("section:", StringComparison.Ordinal) ? Shows["section:".Length..] : null;

    /// <summary>The titles of the body: those every document has, then the author's own.</summary>
    public IEnumerable<string> Titles =>
        TextSchema.Sections.Select(section => section.Title).Union(Written?.Sections.Select(section => section.Title) ?? []);

    protected override string Part => "_Writing";

    protected override object Here => new { Id, part = Shows, Item, Sub, New };

    /// <summary>The part in which a place of a problem is mended.</summary>
    public static string PartOf(string place)
    {
        var key = place.Split('.', '[', ' ', ':')[0];
        return place.StartsWith("control.distribution", StringComparison.Ordinal) ? "distribution"
            : key is "name" or "field" or "level" or "result" or "sets" or "" ? "general"
            : TextSchema.Find(key)?.Key ?? "general";
    }

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        return WantsPart ? Partial(Part, this) : Page();
    }

    public Task<IActionResult> OnPostSave(CancellationToken cancel)
    {
        Posted = Request.Form;
        return Do(
            (draft, posted) =>
                Section is { } title ? [new SetSection(title, Request.Form["Markdown"].ToString())]
                : Group is not { } group ? []
                : !group.IsList ? posted.Edits(group, "")
                : Item is not { } item ? []
                : Sub is { } sub && group.Inner is { } inner ? posted.Edits(inner, $"{ListPath(group)}[{item}].{inner.Key}[{sub}]")
                : posted.Edits(group, $"{ListPath(group)}[{item}]"),
            cancel);
    }

    public Task<IActionResult> OnPostAdd(CancellationToken cancel) => Do(
        (draft, posted) =>
        {
            if (Group is not { IsList: true } group) return [];
            var (owner, list) = New == "sub" && group.Inner is { } inner ? ($"{ListPath(group)}[{Item}]", inner) : (group.Path, group);
            var path = PostedText.Join(owner, list.Key);
            var key = list.Fields[0].Key;
            var taken = Enumerable.Range(0, draft.Count(path)).Select(i => draft.Value($"{path}[{i}].{key}") ?? "").ToList();
            return [new AddItem(owner, list.Key, posted.Item(list, taken), owner.Length == 0 ? DraftForms.HeadOrder : group.Order)];
        },
        cancel,
        () => New = null);

    public Task<IActionResult> OnPostRemove(int at, bool inner, CancellationToken cancel)
    {
        if (inner) Sub = null;
        var (owner, list) = Place(inner);
        if (!inner) Item = null;
        return Do((_, _) => [new RemoveItem(owner, list, at)], cancel, alone: true);
    }

    public Task<IActionResult> OnPostMove(int at, int by, bool inner, CancellationToken cancel)
    {
        var (owner, list) = Place(inner);
        return Do((_, _) => [new MoveItem(owner, list, at, by)], cancel, alone: true);
    }

    /// <summary>Path of the list of a group.</summary>
    public static string ListPath(TextGroup group) => PostedText.Join(group.Path, group.Key);

    public string Shown(string name, string current) => Typed is not null && Typed.TryGetValue(name, out var typed) ? typed[^1] ?? "" : current;

    /// <summary>What an item is called in its list.</summary>
    public string NameOf(TextGroup group, string path)
    {
        var named = group.Fields.FirstOrDefault(field => field.Kind == TextKind.Bilingual && Written!.Has($"{path}.{field.Key}"));
        return named is not null ? T[Written!.Bilingual($"{path}.{named.Key}")] : T.IsEnglish && Written!.Value($"{path}.en") is { } en ? en : Written!.Value($"{path}.{group.Fields[0].Key}") is { } first ? InWords(group.Fields[0], first) : "–";
    }

    /// <summary>What stands beside its name.</summary>
    public string DetailOf(TextGroup group, string path) => string.Join(" · ", group.Fields
        .Where(field => field.Kind is TextKind.Line or TextKind.Limit or TextKind.Date or TextKind.Choice or TextKind.Number or TextKind.Retention && field.Key is not ("vi" or "en"))
        .Select(field => (field, Value: Written!.Value($"{path}.{field.Key}")))
        .Where(pair => pair.Value is { Length: > 0 })
        .Select(pair => InWords(pair.field, pair.Value!))
        .Where(words => words != NameOf(group, path))
        .Take(4));

    public bool IsUnverified(string path) => Written!.Value($"{path}.source") is { } source && source.StartsWith("unverified", StringComparison.Ordinal);

    /// <summary>How many values of a part nobody has checked against a source.</summary>
    public int UnverifiedIn(TextGroup group) => group.IsList
        ? Enumerable.Range(0, Written!.Count(ListPath(group))).Count(i => IsUnverified($"{ListPath(group)}[{i}]"))
        : group.Fields.Count(field => field.Kind == TextKind.Source && Written!.Value(field.Key) is { } source && source.StartsWith("unverified", StringComparison.Ordinal));

    protected override void Keep(IFormCollection typed) => Typed = typed;

    private string InWords(TextField field, string value) => field.Kind switch
    {
        TextKind.Limit when TimeLimit.TryParse(value, out var limit) => T[limit.Describe()],
        TextKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var on) => $"{T[field.Label].ToLowerInvariant()} {Language.Shown.Date(on)}",
        TextKind.Choice => field.Choices!.FirstOrDefault(choice => choice.Key == value).Value is { } name ? T[name] : value,
        TextKind.Number => $"{T[field.Label].ToLowerInvariant()}: {value}",
        _ => value,
    };

    private (string Owner, string List) Place(bool inner) => Group is not { } group ? ("", "")
        : inner && group.Inner is { } own ? ($"{ListPath(group)}[{Item}]", own.Key)
        : (group.Path, group.Key);

    private Task<IActionResult> Do(Func<TextDraft, PostedText, IReadOnlyList<TextEdit>> act, CancellationToken cancel, Action? saved = null, bool alone = false) => Change(
        (_, written) =>
        {
            if (written is null) throw new RejectedException("draft-unreadable", TextProblem!);
            return ([], act(written, new PostedText(Request.Form)));
        },
        cancel,
        saved);
}
