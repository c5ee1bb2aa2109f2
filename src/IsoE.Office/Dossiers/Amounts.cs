using System.Globalization;

namespace IsoE.Office.Dossiers;

/// <summary>Sums of money as people here write them.</summary>
public static class Amounts
{
    private static readonly NumberFormatInfo Points = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>For example <c>1.250.000</c>.</summary>
    public static string Show(long amount) => amount.ToString("#,##0", Points);
}
