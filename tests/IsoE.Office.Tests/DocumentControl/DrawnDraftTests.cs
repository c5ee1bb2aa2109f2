using System.Text;
using IsoE.Office.DocumentControl;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Bpmn;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Procedures.Bpmn;
using IsoE.Office.Tests.TestBed;

namespace IsoE.Office.Tests.DocumentControl;

/// <summary>A drawing becomes a draft.</summary>
public sealed class DrawnDraftTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task End() => await _bed.DisposeAsync();

    [Test]
    public async Task A_drawing_becomes_a_draft_with_a_comment_for_what_was_not_taken()
    {
        var view = await Begin("QT-77", BpmnImportTests.Drawn);

        Assert.Multiple(() =>
        {
            Assert.That((view.Row.Code, view.Row.Name.Vi, view.Row.Status), Is.EqualTo(("QT-77", "Cấp bản sao", DocumentStatus.Draft)));
            Assert.That(view.Content.Flow, Does.Contain("\"definitionId\": \"QT-77\""));
            Assert.That(view.Comments.Select(comment => comment.Text), Has.Some.Contains("Xem thông tư"));
            Assert.That(view.Comments.Select(comment => comment.Anchor), Does.Contain("gui-len-kho-so"));
        });
    }

    [Test]
    public async Task An_export_of_a_procedure_in_force_becomes_its_revision_with_its_text()
    {
        var shipped = await _bed.Run<ProcedureLibrary, ProcedureVersion>(l => Task.FromResult(l.Get("1.001612", 1)));

        var view = await Begin("1.001612", BpmnExport.Of(shipped.Definition).ToString());

        Assert.That((view.Content.Text, view.Row.Version, view.Comments.Count), Is.EqualTo((shipped.Content.Text, 2, 0)));
    }

    private async Task<DocumentView> Begin(string code, string bpmn)
    {
        var iso = await _bed.As("iso");
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(bpmn));
        var id = await _bed.Run<BeginDrawnDraft, string>(begin => begin.Run(iso, _bed.NewCommand(), code, null, file, default));
        return await _bed.Run<OpenDocument, DocumentView>(open => open.Run(iso, id, default));
    }
}
