using IsoE.Workflows;

namespace IsoE.Office.DocumentControl;

/// <summary>Where a controlled document stands in its life (ISO 9001:2015 clause 7.5.3).</summary>
public enum DocumentStatus
{
    /// <summary>Being written; the only status in which its content changes.</summary>
    Draft,

    /// <summary>Handed in; a reviewer comments and signs, then it waits for approval.</summary>
    InReview,

    /// <summary>Signed by the approver; waits to be published, or for its first day.</summary>
    Approved,

    /// <summary>Dossiers are received under it.</summary>
    InForce,

    /// <summary>A later version is in force; dossiers received under it run on.</summary>
    Superseded,

    /// <summary>The procedure has been repealed.</summary>
    Obsolete,

    /// <summary>Given up before it was published; its number is free again.</summary>
    Withdrawn,
}

/// <summary>What the statuses are called.</summary>
public static class DocumentStatuses
{
    public static Text NameOf(DocumentStatus status) => status switch
    {
        DocumentStatus.Draft => new Text("Dự thảo", "Draft"),
        DocumentStatus.InReview => new Text("Đang xem xét", "In review"),
        DocumentStatus.Approved => new Text("Đã phê duyệt", "Approved"),
        DocumentStatus.InForce => new Text("Đang hiệu lực", "In force"),
        DocumentStatus.Superseded => new Text("Đã thay thế", "Superseded"),
        DocumentStatus.Obsolete => new Text("Hết hiệu lực", "Obsolete"),
        _ => new Text("Đã rút", "Withdrawn"),
    };
}
