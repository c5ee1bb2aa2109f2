using System.Globalization;

namespace IsoE.Office.Records.Printing;

/// <summary>Numbers of slips that no clerk numbers.</summary>
internal static class DocumentNumber
{
    /// <summary>
    /// The dossier's number of the day, the record's place in its history, and the symbol of the kind, for example
    /// <c>0012.34/HDHS</c>: it leads back to one event without a register of its own.
    /// </summary>
    public static string Of(DossierMoment moment, RecordRow record, string symbol) =>
        string.Create(CultureInfo.InvariantCulture, $"{moment.Dossier.Code.Split('-')[^1]}.{record.Sequence:00}/{symbol}");
}
