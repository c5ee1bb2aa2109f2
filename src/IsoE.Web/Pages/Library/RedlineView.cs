using IsoE.Office.Procedures.Redlines;
using IsoE.Workflows;

namespace IsoE.Web.Pages.Library;

/// <summary>A redline with the names of its two sides, for the partial <c>_Redline</c>.</summary>
public sealed record RedlineView(Text From, Text To, Redline Redline)
{
    public static Text WordOf(ChangeNature nature) => nature switch
    {
        ChangeNature.Added => new("thêm", "added"),
        ChangeNature.Dropped => new("bỏ", "dropped"),
        _ => new("sửa", "changed"),
    };

    public static string ColourOf(ChangeNature nature) => nature switch
    {
        ChangeNature.Added => "ontime",
        ChangeNature.Dropped => "late",
        _ => "now",
    };
}
