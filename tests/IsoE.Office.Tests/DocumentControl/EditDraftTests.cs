using System.Text.Json.Nodes;
using IsoE.Office.DocumentControl;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Editing;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using IsoE.Workflows.Editing;
using IsoE.Workflows.Editing.Steps;

namespace IsoE.Office.Tests.DocumentControl;

/// <summary>Two authors at the step table and the forms of one draft.</summary>
public sealed class EditDraftTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;
    private string _document = "";

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(Kind);
        var iso = await _bed.As("iso");
        _document = await _bed.Run<BeginDraft, string>(b => b.Run(iso, new DraftForm(_bed.NewCommand(), "1.001612"), default));
    }

    [TearDown]
    public async Task End() => await _bed.DisposeAsync();

    [Test]
    public async Task One_edit_of_both_texts_is_one_change_to_undo()
    {
        var before = (await Open()).Content;
        await Edit("iso", 1, [new SetInput("appraise", "timeLimit", "8h")], [Sets("sets", "2")]);

        var iso = await _bed.As("iso");
        await _bed.Run<TurnDraft, int>(t => t.Run(iso, _document, 2, Turn.Undo, _bed.NewCommand(), default));

        Assert.That((await Open()).Content, Is.EqualTo(before));
    }

    [Test]
    public async Task An_edit_that_changes_nothing_saves_nothing()
    {
        var saved = await Edit("iso", 1, [new SetInput("appraise", "role", "specialist")], []);

        Assert.That(saved, Is.EqualTo(new SaveOutcome.Saved(1)));
        Assert.That((await Open()).Row.LastRevision, Is.EqualTo(1));
    }

    [Test]
    public async Task An_author_is_in_no_conflict_with_oneself_over_steps()
    {
        await Edit("iso", 1, [new SetInput("appraise", "timeLimit", "8h")], []);

        var second = await Edit("iso", 1, [new SetInput("sign", "timeLimit", "2h")], []);

        Assert.That(second, Is.EqualTo(new SaveOutcome.Saved(3)));
        Assert.That(Limits((await Open()).Content), Is.EqualTo(("8h", "2h")));
    }

    [Test]
    public async Task Places_in_the_text_are_not_guessed_after_somebody_saved()
    {
        await Edit("iso", 1, [], [new RemoveItem("", "legalBasis", 0)]);

        Assert.That(await Edit("iso", 1, [], [new RemoveItem("", "legalBasis", 0)]), Is.TypeOf<SaveOutcome.Conflict>());
    }

    [Test]
    public async Task The_second_author_finds_the_own_content_kept_and_both_put_together_part_by_part()
    {
        await Edit("iso", 1, [new SetInput("appraise", "timeLimit", "8h")], [Sets("sets", "2")]);
        var conflict = (SaveOutcome.Conflict)await Edit("kstt", 1,
            [new SetInput("appraise", "timeLimit", "10h"), new SetInput("sign", "timeLimit", "2h"), new DeleteActivity("notify-stop")], []);
        var kstt = await _bed.As("kstt");
        Assert.That(await _bed.Run<DraftRevisions, int?>(r => r.Aside(_document, kstt.PersonId, default)), Is.EqualTo(conflict.Aside));

        var shown = await _bed.Run<MergeDraft, DraftConflict>(m => m.Read(kstt, _document, conflict.Aside, default));
        var disputed = shown.Parts.Where(p => p.IsDisputed).Select(p => p.Id.Name);
        var merged = await _bed.Run<MergeDraft, SaveOutcome>(m => m.Run(
            kstt, _document, conflict.Aside, shown.Standing, [.. shown.Parts.Where(p => p.ChangedByMe).Select(p => p.Id)], _bed.NewCommand(), default));

        Assert.That(disputed, Is.EqualTo(new[] { "appraise" }));
        Assert.That(shown.Parts.Select(p => p.Id.Name), Is.EquivalentTo(new[] { "appraise", "sign", "notify-stop", "issue-stop", "sets" }));
        Assert.That(merged, Is.EqualTo(new SaveOutcome.Saved(4)));
        var content = (await Open()).Content;
        Assert.That(Limits(content), Is.EqualTo(("10h", "2h")));
        Assert.That(TextDraft.Read(content.Text).Draft!.Value("sets"), Is.EqualTo("2"), "theirs, which nobody disputes");
        var flow = FlowDraft.Read(content.Flow).Draft!;
        Assert.That(flow.Definition.Activities.Keys, Does.Not.Contain("notify-stop"));
        Assert.That(flow.Definition.Root.Connections.Where(c => c.Source == "issue-stop").Select(c => c.Target), Is.EqualTo(new[] { "stopped" }));
        Assert.That(await _bed.Run<DraftRevisions, int?>(r => r.Aside(_document, kstt.PersonId, default)), Is.Null, "put together");
    }

    [Test]
    public async Task A_revision_set_aside_is_nothing_to_redo()
    {
        await Edit("iso", 1, [new SetInput("appraise", "timeLimit", "8h")], []);
        await Edit("kstt", 1, [new SetInput("appraise", "timeLimit", "10h")], []);
        var iso = await _bed.As("iso");
        await _bed.Run<TurnDraft, int>(t => t.Run(iso, _document, 2, Turn.Undo, _bed.NewCommand(), default));

        await _bed.Run<TurnDraft, int>(t => t.Run(iso, _document, 1, Turn.Redo, _bed.NewCommand(), default));

        Assert.That(Limits((await Open()).Content).Appraise, Is.EqualTo("8h"));
    }

    [Test]
    public async Task A_draft_that_broke_in_Studio_says_where_and_undo_mends_it()
    {
        var content = (await Open()).Content;
        var iso = await _bed.As("iso");
        await _bed.Run<SaveDraft, SaveOutcome>(s => s.Run(iso, _document, new DraftSave(_bed.NewCommand(), 1, content with { Flow = content.Flow[..500] }), default));

        var refused = (await Assert.ThrowsAsync<RejectedException>(() => Edit("iso", 2, [new SetInput("appraise", "timeLimit", "8h")], [])))!;
        await _bed.Run<TurnDraft, int>(t => t.Run(iso, _document, 2, Turn.Undo, _bed.NewCommand(), default));

        Assert.That(refused.Code, Is.EqualTo("draft-unreadable"));
        Assert.That((await Open()).Content, Is.EqualTo(content));
    }

    private async Task<SaveOutcome> Edit(string who, int baseRevision, IReadOnlyList<FlowEdit> flow, IReadOnlyList<TextEdit> text)
    {
        var actor = await _bed.As(who);
        return await _bed.Run<EditDraft, SaveOutcome>(e => e.Run(actor, _document, new DraftEdit(_bed.NewCommand(), baseRevision, flow, text), default));
    }

    private async Task<DocumentView> Open()
    {
        var iso = await _bed.As("iso");
        return await _bed.Run<OpenDocument, DocumentView>(o => o.Run(iso, _document, default));
    }

    private static SetValues Sets(string key, string value) => new("", [KeyValuePair.Create(key, (JsonNode?)JsonValue.Create(value))], []);

    private static (string? Appraise, string? Sign) Limits(ProcedureContent content)
    {
        var flow = FlowDraft.Read(content.Flow).Draft!;
        return (flow.Definition.Activities["appraise"].LiteralText("timeLimit"), flow.Definition.Activities["sign"].LiteralText("timeLimit"));
    }
}
