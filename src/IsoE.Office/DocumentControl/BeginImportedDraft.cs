using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures.WordImport;
using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>
/// Begins a draft out of a Word procedure. What its author has to look at stands beside it as comments, at the steps
/// concerned, so that it is settled before anybody approves.
/// </summary>
public sealed class BeginImportedDraft(BeginDraft begin, CommentDocument comments, TimeProvider clock)
{
    private const int MostListComments = 5;

    /// <returns>Id of the document.</returns>
    /// <exception cref="RejectedException">As <see cref="BeginDraft"/> refuses.</exception>
    public async Task<string> Run(Actor actor, string commandId, string code, Text name, WordProcedure word, CancellationToken cancel)
    {
        DocumentSteps.Require(actor, Right.DraftProcedure);
        var draft = ImportedDraft.Of(word, code.Trim(), name, VietnamTime.DateOf(clock.GetUtcNow()));
        var documentId = await begin.Run(actor, new DraftForm(commandId, code, name, draft.Content), cancel);
        foreach (var (comment, i) in Comments(word, draft).Select((comment, i) => (comment, i)))
            await comments.Make(actor, documentId, comment.Anchor, comment.Text, $"{commandId}-{i}", cancel);
        return documentId;
    }

    private static IEnumerable<(string Anchor, string Text)> Comments(WordProcedure word, ImportedDraft draft) =>
        draft.Remarks.GroupBy(remark => remark.Step is { } step ? draft.Activities.GetValueOrDefault(step, "") : "", StringComparer.Ordinal)
            .SelectMany(group => CommentLines.Joined(group.Select(remark => group.Key.Length > 0 ? remark.Message.Vi : remark.Sentence().Vi)).Select(text => (group.Key, text)))
            .Concat(CommentLines.Joined(NotUnderstood(word)).Take(MostListComments).Select(text => ("", text)));

    private static IEnumerable<string> NotUnderstood(WordProcedure word) => word.NotUnderstood.OrderByDescending(text => text.InSteps)
        .Select(text => $"Không vào dự thảo – {text.Source.Place().Vi}: “{text.Source.Text.ReplaceLineEndings(" / ")}”. {text.Reason.Vi}");
}
