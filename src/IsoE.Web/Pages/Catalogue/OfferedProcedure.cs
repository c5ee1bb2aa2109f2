using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Web.Pages.Catalogue;

/// <summary>A procedure in force at an agency that settles it.</summary>
public sealed record OfferedProcedure(Agency Agency, ProcedureVersion Version)
{
    public Procedure Procedure => Version.Procedure;

    /// <summary>Whether it can be handed in online here: an agency in step with the national portal receives there.</summary>
    public bool IsOnline => Procedure.OnlineLevel != OnlineLevel.Info && Agency.PortalMode is PortalMode.Local;

    public Text OnlineWords => Procedure.OnlineLevel switch
    {
        not OnlineLevel.Info when !IsOnline => new("Nộp trên Cổng Dịch vụ công quốc gia", "Online on the national portal"),
        OnlineLevel.Full => new("Trực tuyến toàn trình", "Fully online"),
        OnlineLevel.Partial => new("Trực tuyến một phần", "Partly online"),
        _ => new("Nộp trực tiếp hoặc qua bưu chính", "In person or by post"),
    };

    public string OnlineTag => Procedure.OnlineLevel switch { OnlineLevel.Full => "ontime", OnlineLevel.Partial => "now", _ => "" };
}
