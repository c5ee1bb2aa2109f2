using IsoE.Office.Instances;
using IsoE.Workflows;

namespace IsoE.Office.Moves;

/// <summary>What the commands on batches have in common.</summary>
internal static class MoveSteps
{
    public static StepRequest Request(string agencyId, string moveId, string commandId, string actorId) =>
        new(agencyId, moveId, commandId, actorId) { Also = [typeof(MoveRow), typeof(MoveLineRow)] };

    public static RejectedException Unknown() => new("move-unknown", new Text(
        "Không tìm thấy đề nghị chuyển hồ sơ này trong cơ quan.", "There is no such proposal at the agency."));
}
