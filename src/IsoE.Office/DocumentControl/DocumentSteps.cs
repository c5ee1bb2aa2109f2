using System.Security.Cryptography;
using System.Text;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;
using Text = IsoE.Workflows.Text;

namespace IsoE.Office.DocumentControl;

/// <summary>What the commands on documents have in common.</summary>
internal static class DocumentSteps
{
    /// <summary>A step of a document, with its row and comments loaded.</summary>
    public static StepRequest Request(Actor actor, string documentId, string commandId) =>
        Request(actor.AgencyId, documentId, commandId, actor.PersonId);

    /// <inheritdoc cref="Request(Actor, string, string)"/>
    public static StepRequest Request(string agencyId, string documentId, string commandId, string actorId) =>
        new(agencyId, documentId, commandId, actorId) { Also = [typeof(DocumentRow), typeof(CommentRow)] };

    /// <summary>The document, if it is in one of the statuses in which the act is possible.</summary>
    /// <exception cref="RejectedException"><c>document-unknown</c>, <c>document-status</c>.</exception>
    public static DocumentRow Get(Step step, params DocumentStatus[] possible)
    {
        var row = step.Find<DocumentRow>() ?? throw Unknown();
        return possible.Contains(row.Status) ? row : throw WrongStatus(row, possible);
    }

    public static RejectedException Unknown() => new("document-unknown", new Text(
        "Không tìm thấy tài liệu này trong cơ quan.", "There is no such document at the agency."));

    private static RejectedException WrongStatus(DocumentRow row, DocumentStatus[] possible)
    {
        var (now, names) = (DocumentStatuses.NameOf(row.Status), possible.Select(DocumentStatuses.NameOf).ToList());
        return new RejectedException("document-status", new Text(
            $"Tài liệu {row.Code} phiên bản {row.Version} đang ở trạng thái “{now.Vi}”; việc này chỉ làm được ở trạng thái {string.Join(", ", names.Select(n => $"“{n.Vi}”"))}.",
            $"Version {row.Version} of {row.Code} is “{now.En}”; this can be done only while it is {string.Join(" or ", names.Select(n => $"“{n.En}”"))}."));
    }

    /// <summary>Refuses people who keep the system running (SoD-7), then those without the right.</summary>
    /// <exception cref="RejectedException"><c>sod-7</c>, <c>not-allowed</c>.</exception>
    public static void Require(Actor actor, Right right)
    {
        Permit.RefuseAdministrators(actor);
        Permit.Require(actor, right);
    }

    /// <exception cref="RejectedException"><c>reason-missing</c>.</exception>
    public static string Reason(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? throw new RejectedException("reason-missing", new Text("Nhập lý do.", "Enter the reason.")) { Field = "Reason" }
        : VietnameseText.Compose(reason.Trim());

    /// <summary>SHA-256 of both texts, as the history names a content.</summary>
    public static string HashOf(ProcedureContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{content.Flow}\0{content.Text}")));
}
