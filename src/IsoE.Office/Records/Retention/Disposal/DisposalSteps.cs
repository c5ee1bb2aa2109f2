using IsoE.Office.Instances;
using IsoE.Workflows;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>What the commands on disposal lists have in common.</summary>
internal static class DisposalSteps
{
    public static StepRequest Request(string agencyId, string listId, string commandId, string actorId) =>
        new(agencyId, listId, commandId, actorId) { Also = [typeof(DisposalRow), typeof(DisposalLineRow), typeof(RecordRow)] };

    /// <exception cref="RejectedException"><c>list-unknown</c>, <c>list-decided</c>.</exception>
    public static DisposalRow GetProposed(Step step)
    {
        var row = step.Find<DisposalRow>() ?? throw Unknown();
        return row.Status == DisposalStatus.Proposed ? row : throw new RejectedException("list-decided", new Text(
            $"{row.DecidedByName} đã quyết định danh mục này: {DisposalWords.NameOf(row.Status).Vi}.",
            $"{row.DecidedByName} has decided on this list: {DisposalWords.NameOf(row.Status).En}."));
    }

    public static RejectedException Unknown() => new("list-unknown", new Text(
        "Không tìm thấy danh mục này trong cơ quan.", "There is no such list at the agency."));
}
