namespace IsoE.Office.Quality;

/// <summary>Codes of the system procedures that the pages of the quality system work with.</summary>
public static class QualityProcedures
{
    public const string Audit = "QT-03";
    public const string Nonconformity = "QT-04";
    public const string Risk = "QT-05";
    public const string Review = "QT-06";
}
