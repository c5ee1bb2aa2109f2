using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>Turns the problems of a content into one rejection.</summary>
internal static class GateRefusal
{
    /// <exception cref="RejectedException"><c>gate-refused</c>, with a sentence for every problem in the way.</exception>
    public static void Throw(DocumentProblems problems)
    {
        var refusals = problems.Refusals.ToList();
        if (refusals.Count == 0) return;
        var first = refusals[0].Message;
        throw new RejectedException("gate-refused", new Text(
            $"Quy trình còn {refusals.Count} điểm chưa đạt. {first.Vi}",
            refusals.Count == 1 ? $"The procedure does not pass yet. {first.En}" : $"The procedure does not pass yet: {refusals.Count} problems. {first.En}"))
        {
            Fields = refusals.Select((refusal, i) => (Key: $"{refusal.Place}#{i + 1}", refusal.Message))
                .ToDictionary(pair => pair.Key, pair => pair.Message, StringComparer.Ordinal),
        };
    }
}
