using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Bpmn;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>
/// Begins a draft out of a BPMN drawing. The ISO text is that of the newest version, or a new one; what was not taken over
/// stands beside it as comments.
/// </summary>
public sealed class BeginDrawnDraft(BeginDraft begin, CommentDocument comments, ProcedureLibrary procedures, TimeProvider clock)
{
    /// <param name="name">Null takes the name written in the drawing.</param>
    /// <returns>Id of the document.</returns>
    /// <exception cref="RejectedException">As <see cref="BpmnImport"/> and <see cref="BeginDraft"/> refuse.</exception>
    public async Task<string> Run(Actor actor, string commandId, string code, string? name, Stream bpmn, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.DraftProcedure);
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var reading = BpmnImport.Read(bpmn, ProcedureTemplate.Of(code, new Text(code, code), today).Flow);
        var called = Called(code, name, reading);
        var newest = procedures.All.FirstOrDefault(version => version.Code == code);
        var text = newest?.Content.Text ?? ProcedureTemplate.Of(code, called, today).Text;
        var form = new DraftForm(commandId, code, newest?.Procedure.Name ?? called, new ProcedureContent(reading.FlowAs(code), text));
        var documentId = await begin.Run(actor, form, cancel);
        foreach (var (comment, i) in Comments(reading).Select((comment, i) => (comment, i)))
            await comments.Make(actor, documentId, comment.Anchor, comment.Text, $"{commandId}-{i}", cancel);
        return documentId;
    }

    private static Text Called(string code, string? name, BpmnReading reading)
    {
        var given = string.IsNullOrWhiteSpace(name) ? reading.Name : VietnameseText.Compose(name.Trim());
        return given.Length > 0 ? new Text(given, given) : new Text(code, code);
    }

    private static IEnumerable<(string Anchor, string Text)> Comments(BpmnReading reading) =>
        reading.Remarks.GroupBy(remark => remark.ActivityId ?? "", StringComparer.Ordinal)
            .SelectMany(group => CommentLines.Joined(group.Select(remark => remark.Sentence().Vi)).Select(text => (group.Key, text)));
}
