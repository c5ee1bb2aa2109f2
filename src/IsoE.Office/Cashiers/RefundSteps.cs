using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Tasks;
using IsoE.Workflows;

namespace IsoE.Office.Cashiers;

/// <summary>What the steps of a refund check alike. They are possible in every status: money is owed back to those who withdraw, too.</summary>
internal static class RefundSteps
{
    /// <exception cref="RejectedException"><c>dossier-unknown</c>, <c>not-allowed</c>, <c>sod-7</c>, <c>sod-10</c>.</exception>
    public static void Require(Step step, Actor actor, Right right)
    {
        Permit.RefuseAdministrators(actor);
        Permit.Require(actor, right, OpenDossier.MatterOf(OpenDossier.Get(step), step.All<TaskRow>()));
    }

    /// <exception cref="RejectedException"><c>refund-unknown</c>, <c>refund-state</c>.</exception>
    public static RefundRow Get(Step step, string refundId, RefundState expected)
    {
        var refund = step.All<RefundRow>().FirstOrDefault(row => row.Id == refundId)
            ?? throw new RejectedException("refund-unknown", new Text("Không có đề nghị hoàn tiền này.", "There is no such refund."));
        if (refund.State == expected) return refund;
        var state = NameOf(refund.State);
        throw new RejectedException("refund-state", new Text(
            $"Đề nghị hoàn tiền này đang ở trạng thái “{state.Vi}”. Tải lại trang để xem.",
            $"This refund is “{state.En}” by now. Load the page again."));
    }

    public static Text NameOf(RefundState state) => state switch
    {
        RefundState.Proposed => new("chờ duyệt", "waiting for approval"),
        RefundState.Approved => new("đã duyệt, chờ chi", "approved, to be paid"),
        RefundState.Refused => new("không duyệt", "refused"),
        _ => new("đã hoàn tiền", "paid back"),
    };

    /// <summary>The dossier a refund belongs to; the id itself when it has not the form of one.</summary>
    public static string InstanceOf(string refundId) => refundId.Split('.')[0];
}
